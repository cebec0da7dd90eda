import type { SealedEvidence } from '@tresor/contracts';
import { useFormat } from '../../language/use-format';
import { useText } from '../../language/use-text';
import { commandWords, outcomeOf, targetName } from '../../words/command-words';
import { EvidenceTable } from './evidence-table';
import { messages } from './messages';
import { commandsOf } from './records';

/** Who asked for what, when, and what came of it. */
export function CommandsTable({ sealed }: { sealed: SealedEvidence }) {
  const text = useText();
  const format = useFormat();
  const heads = [messages.time, messages.who, messages.what, messages.on, messages.result, messages.correlationId].map((head) =>
    text(head),
  );
  const rows = commandsOf(sealed).map(({ key, asked, result, end }) => {
    const { at, by, command, target, correlationId } = asked;
    const { word } = outcomeOf({ result, end: { state: 'known', value: end === null ? null : { end, at } } });
    return {
      key: `${key} ${at}`,
      cells: [format.dateTime(at), by.name, text(commandWords[command]), targetName(target), text(word), correlationId],
    };
  });
  return <EvidenceTable title={text(messages.commands)} heads={heads} rows={rows} none={text(messages.none)} />;
}
