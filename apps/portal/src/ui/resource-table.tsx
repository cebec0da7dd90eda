import { mergeClasses } from '@fluentui/react-components';
import { useDeferredValue, useMemo, useRef } from 'react';
import { useText } from '../i18n/use-text';
import { FilterBox } from './filter-box';
import { messages } from './messages';
import { useTableStyles } from './resource-table.styles';
import { TableHead } from './table-head';
import { TableRows } from './table-rows';
import type { ResourceTableProps } from './table-types';
import { useTableRows } from './use-table-rows';

const MANY = 100;
const NONE: readonly never[] = [];
/** So few rows are seen at a glance. */
const FEW = 6;

/** A list of resources: filter, sort, open, select; only the rows in sight are in the page, however many there are. */
export function ResourceTable<Row extends object>(props: ResourceTableProps<Row>) {
  const { label, columns, selection, commands, rowKey, filterLabel, tools, empty, total, short = false } = props;
  // Rows are made bit by bit when they arrive, while the rest of the page goes on; many of them only once the blade itself is there.
  const rows = useDeferredValue(props.rows, props.rows.length > MANY ? NONE : props.rows);
  const loading = props.loading === true || rows !== props.rows;
  const styles = useTableStyles();
  const text = useText();
  const { setFilter, sort, setSort, shown } = useTableRows(rows, columns);
  const scroller = useRef<HTMLDivElement>(null);
  const selectable = selection !== undefined;
  const hasMenu = commands !== undefined;
  const template = useMemo(() => {
    const tracks = columns.map(({ width = 1 }) => `minmax(0, ${width}fr)`);
    return [...(selectable ? ['24px'] : []), ...tracks, ...(hasMenu ? ['26px'] : [])].join(' ');
  }, [columns, selectable, hasMenu]);

  const count = () => {
    if (loading && rows.length === 0) return text(messages.loading);
    if (total !== undefined && rows.length < total) return text(messages.loadingMore, { loaded: rows.length, total });
    if (shown.length < rows.length) return text(messages.rowsShown, { shown: shown.length, total: rows.length });
    return rows.length === 0 && !empty ? '' : text(messages.rowsTotal, { total: rows.length });
  };

  const free = () => shown.filter((row) => (selection?.disabledReason?.(row) ?? null) === null).map(rowKey);

  const selectAllShown = () => {
    if (selection === undefined || selection.single === true) return;
    const keys = free();
    const all = keys.every((key) => selection.selected.has(key));
    const next = new Set(selection.selected);
    for (const key of keys) {
      if (all) next.delete(key);
      else next.add(key);
    }
    selection.onChange(next);
  };

  const selectedOfShown = () => {
    if (selection === undefined || selection.selected.size === 0) return 'none';
    const keys = free();
    const selected = keys.filter((key) => selection.selected.has(key)).length;
    if (selected === 0) return 'none';
    return selected === keys.length ? 'all' : 'some';
  };

  return (
    <div className={mergeClasses(styles.root, short && styles.short)}>
      {!(short && rows.length <= FEW) && (
        <div className={styles.tools}>
          <FilterBox label={filterLabel} onFilter={setFilter} />
          {tools}
          <output className={styles.count}>{count()}</output>
        </div>
      )}
      <div ref={scroller} className={mergeClasses(styles.scroller, short && styles.shortScroller)}>
        <table
          role="grid"
          aria-label={label}
          aria-rowcount={shown.length + 1}
          aria-multiselectable={(selectable && selection.single !== true) || undefined}
          className={styles.table}
        >
          <TableHead
            columns={columns}
            template={template}
            sort={sort}
            onSort={setSort}
            hasMenu={hasMenu}
            selectAll={selectable ? { state: selectedOfShown(), toggle: selectAllShown, single: selection.single === true } : undefined}
          />
          <TableRows {...props} rows={shown} template={template} scroller={scroller} onSelectAll={selectAllShown} />
        </table>
        {shown.length === 0 && !loading && <div className={styles.message}>{rows.length === 0 ? empty : text(messages.noMatch)}</div>}
      </div>
    </div>
  );
}
