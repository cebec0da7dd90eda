import type { StorageDay } from '@tresor/contracts';
import { own } from '../../api/own';
import { useFormat } from '../../language/use-format';
import { useText } from '../../language/use-text';
import { REPLICATION_WORDS } from '../../words/replication';
import { messages } from './storage-messages';
import { storedBytes, type StorageRow } from './storage-rows';

/** What the picture of stored data and its table say. */
export function useStorageWords() {
  const text = useText();
  const format = useFormat();
  const dayOf = (day: string) => format.date(new Date(`${day}T12:00:00`));
  const told = (bytes: number | null | undefined) => (bytes === null || bytes === undefined ? text(messages.notTold) : format.bytes(bytes));
  const bytesOf = (figure: StorageDay) => told(storedBytes(figure));
  const kindOf = (kind: string) => {
    const known = own(REPLICATION_WORDS, kind);
    return known === undefined ? kind : text(known);
  };
  const daysOf = ({ first, last, days }: StorageRow) =>
    days === 1 ? dayOf(first) : text(messages.fromTo, { first: dayOf(first), last: dayOf(last) });
  const wordsOf = (row: StorageRow) => `${daysOf(row)}: ${row.figure === undefined ? text(messages.notSeen) : bytesOf(row.figure)}`;
  return { dayOf, daysOf, told, bytesOf, kindOf, wordsOf };
}
