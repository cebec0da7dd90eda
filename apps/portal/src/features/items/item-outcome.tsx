import type { CommandOutcome, ItemPath } from '@tresor/contracts';
import { useText } from '../../i18n/use-text';
import { paths } from '../../paths';
import { TextLink } from '../../ui/text-link';
import { CommandOutcomeNotice } from '../../vocabulary/command-outcome';
import { RunningJob } from '../../vocabulary/running-job';
import { messages } from './messages';

interface ItemOutcomeProps {
  path: ItemPath;
  command: { outcome: CommandOutcome | undefined; run: () => void; error: unknown };
}

/** Azure gave no answer, or is at something else: what is certain, and where to look before doing anything again. */
export function ItemOutcome({ path, command: { outcome, run, error } }: ItemOutcomeProps) {
  const text = useText();
  return (
    <>
      <RunningJob path={path} error={error} />
      <CommandOutcomeNotice outcome={outcome} ask={run} unknown={messages.unknownOutcome}>
        <TextLink to={paths.jobs(path)}>{text(messages.toJobs)}</TextLink>
      </CommandOutcomeNotice>
    </>
  );
}
