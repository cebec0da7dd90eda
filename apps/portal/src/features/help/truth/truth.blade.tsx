import { Select } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { ListBlade } from '../../../blades/list-blade';
import type { Message } from '../../../language/messages';
import { type Text, useText } from '../../../language/use-text';
import { StatusBadge } from '../../../ui/feedback/status-badge';
import type { Status } from '../../../words/status';
import type { TableColumn } from '../../../ui/table/table-types';
import { messages } from './messages';
import { fields, type Grounds, operations, type TruthRow, truthRows } from './truth-rows';

const STATUS: Readonly<Record<Grounds, Status>> = { assumed: 'warning', described: 'unknown', recorded: 'success' };

const FILTERS: Readonly<Record<'all' | Grounds, Message>> = {
  all: messages.all,
  assumed: messages.allAssumed,
  described: messages.allDescribed,
  recorded: messages.allRecorded,
};

type Filter = keyof typeof FILTERS;
const isFilter = (name: string): name is Filter => Object.hasOwn(FILTERS, name);

const figures = ({ all, recorded }: typeof operations) => ({ all, recorded, share: Math.floor((recorded / all) * 100) });

function groundsWords({ grounds, date, version, as }: TruthRow, text: Text): string {
  if (grounds !== 'recorded') return text(messages[grounds]);
  if (as !== null) return text(messages.recordedAs, { date: date ?? '', version: version ?? '', operation: as });
  return version === null ? text(messages.recorded, { date: date ?? '' }) : text(messages.recordedVersion, { date: date ?? '', version });
}

function useColumns(): TableColumn<TruthRow>[] {
  const text = useText();
  return useMemo(() => {
    const words = (row: TruthRow) => groundsWords(row, text);
    const field = (row: TruthRow) => row.field ?? text(messages.whole);
    const operation = (row: TruthRow) => row.operation;
    return [
      {
        id: 'operation',
        header: text(messages.operation),
        cell: operation,
        text: ({ operation: name, request }) => `${name} ${request ?? ''}`,
        width: 1.5,
      },
      { id: 'field', header: text(messages.field), cell: field, text: field, width: 2 },
      {
        id: 'grounds',
        header: text(messages.grounds),
        cell: (row) => <StatusBadge status={STATUS[row.grounds]}>{words(row)}</StatusBadge>,
        text: words,
        width: 1.8,
      },
    ];
  }, [text]);
}

/** What is known of Azure's answers, and from where: for who has to decide whether to trust the product with a tenant. */
export default function Truth() {
  const text = useText();
  const [filter, setFilter] = useState<Filter>('all');
  const columns = useColumns();
  const rows = useMemo(() => truthRows().filter(({ grounds }) => filter === 'all' || grounds === filter), [filter]);
  const intro = `${text(messages.intro, figures(operations))} ${text(messages.fields, figures(fields))}`;
  return (
    <ListBlade
      id="truth"
      subtitle={intro}
      label={text(messages.label)}
      filterLabel={text(messages.filter)}
      rows={rows}
      columns={columns}
      rowKey={({ id }) => id}
      rowName={({ id }) => id}
      empty={text(messages.empty)}
      tools={
        <Select aria-label={text(messages.show)} value={filter} onChange={(_, { value }) => setFilter(isFilter(value) ? value : 'all')}>
          {Object.entries(FILTERS).map(([id, name]) => (
            <option key={id} value={id}>
              {text(name)}
            </option>
          ))}
        </Select>
      }
    />
  );
}
