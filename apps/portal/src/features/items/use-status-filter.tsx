import type { Item } from '@tresor/contracts';
import { useMemo, useState, type ReactNode } from 'react';
import { useText } from '../../language/use-text';
import { SelectField } from '../../ui/fields/fields';
import { useWord } from '../../words/use-word';
import { itemStatus } from './item-status';
import { messages } from './messages';

const ALL = '';

/** Narrows a list of items to one status; those that occur can be chosen. */
export function useStatusFilter<T extends Item>(items: readonly T[]): { rows: readonly T[]; tool: ReactNode } {
  const text = useText();
  const word = useWord();
  const [wanted, setWanted] = useState(ALL);
  const words = useMemo(() => [...new Set(items.map((item) => word(itemStatus(item).word)))], [items, word]);
  const status = words.includes(wanted) ? wanted : ALL;
  const rows = useMemo(
    () => (status === ALL ? items : items.filter((item) => word(itemStatus(item).word) === status)),
    [items, status, word],
  );
  const tool = (
    <SelectField
      orientation="horizontal"
      label={text(messages.status)}
      value={status}
      onChange={(_, { value }) => setWanted(value)}
      options={[{ value: ALL, label: text(messages.all) }, ...words.map((value) => ({ value, label: value }))]}
    />
  );
  return { rows, tool };
}
