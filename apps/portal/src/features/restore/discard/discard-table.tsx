import type { DiscardItem } from '@tresor/contracts';
import { useMemo } from 'react';
import { useFormat } from '../../../language/use-format';
import { useText } from '../../../language/use-text';
import { ResourceTable } from '../../../ui/table/resource-table';
import type { TableColumn } from '../../../ui/table/table-types';
import { discardMessages as messages, keepWords, kindWords } from './discard-messages';

/** What a restore has made, each with its kind, size and whether it goes. */
export function DiscardTable({ items, empty }: { items: readonly DiscardItem[]; empty: string }) {
  const text = useText();
  const format = useFormat();
  const columns = useMemo<TableColumn<DiscardItem>[]>(() => {
    const column = (id: string, header: string, read: (item: DiscardItem) => string, width: number) => ({
      id,
      header,
      cell: read,
      text: read,
      width,
    });
    const outcome = ({ reason, staysDays }: DiscardItem) => {
      if (reason !== null) return text(keepWords[reason]);
      return staysDays === null ? text(messages.goes) : text(messages.staysFor, { days: staysDays });
    };
    return [
      column('kind', text(messages.kind), ({ kind }) => text(kindWords[kind]), 1.2),
      column('name', text(messages.name), ({ name }) => name, 1.7),
      column('place', text(messages.place), ({ place }) => place, 1.7),
      column('size', text(messages.size), ({ bytes }) => (bytes === null ? text(messages.none) : format.bytes(bytes)), 0.6),
      column('outcome', text(messages.outcome), outcome, 1),
    ];
  }, [text, format]);
  return (
    <ResourceTable
      short
      label={text(messages.things)}
      filterLabel={text(messages.filter)}
      rows={items}
      columns={columns}
      rowKey={({ kind, place, name }) => `${kind} ${place} ${name}`}
      rowName={({ name }) => name}
      empty={empty}
    />
  );
}
