import { mergeClasses } from '@fluentui/react-components';
import { ChevronDown12Regular, ChevronUp12Regular } from '@fluentui/react-icons';
import { useText } from '../../language/use-text';
import { messages } from '../messages';
import { useTableStyles } from './resource-table.styles';
import type { TableColumn } from './table-types';
import { nextSort, type TableSort } from './use-table-rows';

interface TableHeadProps<Row> {
  columns: readonly TableColumn<Row>[];
  template: string;
  sort: TableSort | undefined;
  onSort: (sort: TableSort | undefined) => void;
  /** Rows end with a menu. */
  hasMenu: boolean;
  selectAll: { state: 'none' | 'some' | 'all'; toggle(): void; single: boolean; isNoneFree: boolean } | undefined;
}

const ariaSort = (sort: TableSort | undefined, id: string) => {
  if (sort?.columnId !== id) return 'none';
  return sort.descending ? 'descending' : 'ascending';
};

export function TableHead<Row>({ columns, template, sort, onSort, hasMenu, selectAll }: TableHeadProps<Row>) {
  const styles = useTableStyles();
  const text = useText();
  return (
    <thead className={styles.head}>
      <tr aria-rowindex={1} className={styles.columns} style={{ gridTemplateColumns: template }}>
        {selectAll?.single === true && (
          <th scope="col" className={styles.check}>
            <span className="visually-hidden">{text(messages.selection)}</span>
          </th>
        )}
        {selectAll?.single === false && (
          <th scope="col" className={mergeClasses(styles.check, styles.headCheck)}>
            <input
              type="checkbox"
              className={styles.checkbox}
              aria-label={text(messages.selectAll)}
              title={selectAll.isNoneFree ? text(messages.selectNone) : undefined}
              disabled={selectAll.isNoneFree}
              ref={(box) => {
                if (box) box.indeterminate = selectAll.state === 'some';
              }}
              checked={selectAll.state === 'all'}
              onChange={() => selectAll.toggle()}
            />
            <span aria-hidden className={styles.label}>
              {text(messages.selectAll)}
            </span>
          </th>
        )}
        {columns.map(({ id, header }) => {
          const direction = ariaSort(sort, id);
          return (
            <th key={id} scope="col" aria-sort={direction} className={styles.headCell}>
              <button type="button" className={styles.sorter} onClick={() => onSort(nextSort(sort, id))}>
                {header}
                {direction === 'ascending' && <ChevronUp12Regular />}
                {direction === 'descending' && <ChevronDown12Regular />}
              </button>
            </th>
          );
        })}
        {hasMenu && (
          <th scope="col" className={styles.headCell}>
            <span className="visually-hidden">{text(messages.commands)}</span>
          </th>
        )}
      </tr>
    </thead>
  );
}
