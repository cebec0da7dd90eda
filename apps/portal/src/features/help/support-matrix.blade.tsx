import { Select } from '@fluentui/react-components';
import { Settings20Regular } from '@fluentui/react-icons';
import { type Edition, EDITIONS } from '@tresor/support-matrix';
import { useMemo, useState } from 'react';
import { ListBlade } from '../../blades/list-blade';
import { editionNames } from '../../words/encryption';
import { withSynonyms } from '../../words/synonyms';
import { useText } from '../../language/use-text';
import { paths } from '../../map/paths';
import { useEdition } from '../../kept/edition';
import { StatusBadge } from '../../ui/feedback/status-badge';
import type { TableColumn } from '../../ui/table/table-types';
import { matrixMessages as messages } from './matrix-messages';
import { type MatrixRow, matrixRows } from './matrix-rows';

const FILTERS = {
  all: { name: messages.all, matches: () => true },
  differing: { name: messages.differing, matches: (row: MatrixRow) => row.differs },
  refusing: { name: messages.refusing, matches: ({ cells }: MatrixRow) => EDITIONS.some((edition) => cells[edition].status === 'error') },
  deviating: { name: messages.deviating, matches: ({ deviation }: MatrixRow) => deviation !== null },
} as const;

type Filter = keyof typeof FILTERS;
const isFilter = (name: string): name is Filter => Object.hasOwn(FILTERS, name);

function useMatrixColumns(): TableColumn<MatrixRow>[] {
  const text = useText();
  const inForce = useEdition();
  return useMemo(() => {
    const title = ({ title, values }: MatrixRow) => text(title, values);
    const said = (edition: Edition) => (row: MatrixRow) => text(row.cells[edition].word, row.cells[edition].values);
    const editionColumn = (edition: Edition): TableColumn<MatrixRow> => ({
      id: edition,
      header: edition === inForce ? `${text(editionNames[edition])} (${text(messages.inForce)})` : text(editionNames[edition]),
      cell: (row) => <StatusBadge status={row.cells[edition].status}>{said(edition)(row)}</StatusBadge>,
      text: said(edition),
      width: 1.2,
    });
    const everything = (row: MatrixRow) =>
      withSynonyms(
        [title(row), row.id, ...[row.remedy, row.note, row.deviation].map((part) => (part === null ? '' : text(part, row.values)))].join(
          ' ',
        ),
      );
    const area = ({ area }: MatrixRow) => text(messages[area]);
    return [
      { id: 'title', header: text(messages.statement), cell: title, text: everything, width: 3 },
      { id: 'area', header: text(messages.areaHeading), cell: area, text: area },
      ...EDITIONS.map(editionColumn),
    ];
  }, [text, inForce]);
}

/** Both editions of the rules side by side. */
export default function SupportMatrix() {
  const text = useText();
  const [filter, setFilter] = useState<Filter>('all');
  const columns = useMatrixColumns();
  const rows = useMemo(() => matrixRows().filter(FILTERS[filter].matches), [filter]);
  return (
    <ListBlade
      id="supportMatrix"
      subtitle={text(messages.intro)}
      commands={[{ id: 'settings', label: text(messages.settings), icon: <Settings20Regular />, href: paths.settings() }]}
      filterLabel={text(messages.filter)}
      rows={rows}
      columns={columns}
      rowKey={({ id }) => id}
      rowName={({ id }) => id}
      href={({ id }) => paths.supportMatrixEntry({ entry: id })}
      empty={text(messages.empty)}
      tools={
        <Select aria-label={text(messages.show)} value={filter} onChange={(_, { value }) => setFilter(isFilter(value) ? value : 'all')}>
          {Object.entries(FILTERS).map(([id, { name }]) => (
            <option key={id} value={id}>
              {text(name)}
            </option>
          ))}
        </Select>
      }
    />
  );
}
