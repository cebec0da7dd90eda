import type { Item } from '@tresor/contracts';
import { useMemo, type ReactNode } from 'react';
import { useText } from '../../language/use-text';
import { useAddressChoice } from '../../ui/fields/use-address-choice';
import { useWord } from '../../words/use-word';
import { itemStatus, wordOfStatus } from './item-status';
import { messages } from './messages';
import { NarrowingField } from '../../ui/table/narrowing';

const ALL = '';

/** Narrows a list of items to the one status that the address names; those that occur can be chosen. */
export function useStatusFilter<T extends Item>(items: readonly T[]): { rows: readonly T[]; tool: ReactNode } {
  const text = useText();
  const word = useWord();
  const [wanted, choose] = useAddressChoice('status');
  const statuses = useMemo(() => new Map(items.map((item) => [itemStatus(item).id, itemStatus(item).word])), [items]);
  const rows = useMemo(() => (wanted === ALL ? items : items.filter((item) => itemStatus(item).id === wanted)), [items, wanted]);
  const options = [...statuses].map(([value, said]) => ({ value, label: word(said) }));
  // A link or a kept filter may ask for what no item has now: the list is empty then, and says for what.
  if (wanted !== ALL && !statuses.has(wanted)) options.push({ value: wanted, label: word(wordOfStatus(wanted)) });
  const tool = (
    <NarrowingField
      lateOptions="short"
      label={text(messages.status)}
      value={wanted}
      onChange={(_, { value }) => choose(value)}
      options={[{ value: ALL, label: text(messages.all) }, ...options]}
    />
  );
  return { rows, tool };
}
