import type { CommandOutcome, ItemPath } from '@tresor/contracts';
import { useText } from '../../language/use-text';
import { paths } from '../../map/paths';
import { TextLink } from '../../ui/actions/text-link';
import { CommandOutcomeNotice } from '../../azure/commands/command-outcome';
import { RunningJob } from '../../azure/jobs/running-job';
import { messages } from './messages';

interface ItemOutcomeProps {
  path: ItemPath;
  command: { outcome: CommandOutcome | undefined; ask: () => void; error: unknown };
}

/** Azure gave no answer, or is at something else: what is certain, and where to look before doing anything again. */
export function ItemOutcome({ path, command: { outcome, ask, error } }: ItemOutcomeProps) {
  const text = useText();
  return (
    <>
      <RunningJob path={path} error={error} />
      <CommandOutcomeNotice outcome={outcome} ask={ask}>
        <TextLink to={paths.jobs(path)}>{text(messages.toJobs)}</TextLink>
      </CommandOutcomeNotice>
    </>
  );
}
