import type { Item } from '@tresor/contracts';
import { useMemo, type ReactNode } from 'react';
import { useText } from '../../language/use-text';
import { SelectField } from '../../ui/fields/fields';
import { useAddressChoice } from '../../ui/fields/use-address-choice';
import { useWord } from '../../words/use-word';
import { itemStatus } from './item-status';
import { messages } from './messages';

const ALL = '';

/** Narrows a list of items to the one status that the address names; those that occur can be chosen. */
export function useStatusFilter<T extends Item>(items: readonly T[]): { rows: readonly T[]; tool: ReactNode } {
  const text = useText();
  const word = useWord();
  const [wanted, choose] = useAddressChoice('status');
  const statuses = useMemo(() => new Map(items.map((item) => [itemStatus(item).id, itemStatus(item).word])), [items]);
  const status = statuses.has(wanted) ? wanted : ALL;
  const rows = useMemo(() => (status === ALL ? items : items.filter((item) => itemStatus(item).id === status)), [items, status]);
  const tool = (
    <SelectField
      orientation="horizontal"
      label={text(messages.status)}
      value={status}
      onChange={(_, { value }) => choose(value)}
      options={[{ value: ALL, label: text(messages.all) }, ...[...statuses].map(([value, said]) => ({ value, label: word(said) }))]}
    />
  );
  return { rows, tool };
}
