import type { CommandOutcome, ItemPath } from '@tresor/contracts';
import { useText } from '../../i18n/use-text';
import { paths } from '../../paths';
import { TextLink } from '../../ui/text-link';
import { CommandOutcomeNotice } from '../../vocabulary/command-outcome';
import { messages } from './messages';

interface ItemOutcomeProps {
  path: ItemPath;
  command: { outcome: CommandOutcome | undefined; run: () => void };
}

/** Azure gave no answer: what is certain, and where to look before doing anything again. */
export function ItemOutcome({ path, command: { outcome, run } }: ItemOutcomeProps) {
  const text = useText();
  return (
    <CommandOutcomeNotice outcome={outcome} ask={run} unknown={messages.unknownOutcome}>
      <TextLink to={paths.jobs(path)}>{text(messages.toJobs)}</TextLink>
    </CommandOutcomeNotice>
  );
}
