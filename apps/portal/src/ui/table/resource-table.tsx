import { mergeClasses, Input } from '@fluentui/react-components';
import { useDeferredValue, useMemo, useRef, type ReactNode, startTransition, useEffect, useLayoutEffect, useState } from 'react';
import { Search16Regular } from '@fluentui/react-icons';
import { useText } from '../../language/use-text';
import { messages } from '../messages';
import { useTableStyles } from './resource-table.styles';
import { TableHead } from './table-head';
import { MOST_PRINTED, TableRows } from './table-rows';
import type { ResourceTableProps } from './table-types';
import { useTablePlace } from './use-table-place';
import { useTableRows, type TableSort } from './use-table-rows';
import { afterPaint } from '../after-paint';

const MANY = 100;
/** So many have no room where fewer have. */
const MANY_COLUMNS = 7;
/** Room for the name of a Windows machine, which has up to 15 letters. */
const NAME_WIDTH = '16ch';
/** Room for a day with its year, or a time, which would else be broken within a number. */
const DAY_WIDTH = '10ch';
/** Of the gaps and of what stands before and behind the columns. */
const [GAP, EDGES, CHECK, MENU] = [12, 12, 24, 26];
const NONE: readonly never[] = [];
/** So few rows are seen at a glance. */
const FEW = 6;
/** So few rows are scrolled by with the blade: two scroll bars within each other hide what either of them has. */
const SCROLLED_WITH_BLADE = 12;

const NOBODY: ReadonlySet<string> = new Set();

type WhyNot<Row> = ((row: Row) => ReactNode | null) | undefined;

const isFree = <Row,>(row: Row, disabledReason: WhyNot<Row>): boolean => (disabledReason?.(row) ?? null) === null;
const freeOf = <Row,>(rows: readonly Row[], disabledReason: WhyNot<Row>): readonly Row[] =>
  rows.filter((row) => isFree(row, disabledReason));

interface FilterBoxProps {
  label: string;
  before: string;
  onFilter: (filter: string) => void;
}

/** Shows a keystroke at once and lets the list follow when it is ready. */
function FilterBox({ label, before, onFilter }: FilterBoxProps) {
  const styles = useTableStyles();
  const text = useText();
  const [value, setValue] = useState(before);
  const forget = useRef(() => {});
  useEffect(() => () => forget.current(), []);
  return (
    <Input
      className={styles.filter}
      type="search"
      aria-label={label}
      placeholder={text(messages.filterItems)}
      contentBefore={<Search16Regular />}
      value={value}
      onChange={(_, data) => {
        setValue(data.value);
        forget.current();
        forget.current = afterPaint(() => startTransition(() => onFilter(data.value)));
      }}
    />
  );
}

/** A list of resources: filter, sort, open, select; only the rows in sight are in the page, however many there are. */
export function ResourceTable<Row extends object>(props: ResourceTableProps<Row>) {
  const { label, columns, selection, commands, rowKey, filterLabel, tools, empty, total, onShown, short = false, seen } = props;
  // Rows are made bit by bit when they arrive, while the rest of the page goes on; many of them only once the blade itself is there.
  const rows = useDeferredValue(props.rows, props.rows.length > MANY ? NONE : props.rows);
  const loading = props.loading === true || rows !== props.rows;
  const styles = useTableStyles();
  const text = useText();
  const place = useTablePlace(label);
  const { before, remember } = place;
  const { setFilter, sort, setSort, shown } = useTableRows(rows, columns, before);
  const filterBy = (filter: string) => {
    remember({ filter });
    setFilter(filter);
  };
  const sortBy = (sort: TableSort | undefined) => {
    remember({ sort });
    setSort(sort);
  };
  useLayoutEffect(() => {
    onShown?.(rows === props.rows && rows.length > 0 ? shown : null);
  }, [rows, props.rows, shown, onShown]);
  const scroller = useRef<HTMLDivElement>(null);
  const selectable = selection !== undefined;
  const hasMenu = commands !== undefined;
  const template = useMemo(() => {
    const beside = [...(selectable ? [CHECK] : []), ...(hasMenu ? [MENU] : [])];
    const taken = beside.reduce((sum, width) => sum + width + GAP, EDGES + (columns.length - 1) * GAP);
    // Times and numbers are not broken; words share what is left.
    const leasts = columns.map(({ order, least = order && DAY_WIDTH }, position) => (position === 0 ? NAME_WIDTH : least));
    const fixed = leasts.filter((least) => least !== undefined);
    const share = `(100% - ${[...fixed, `${taken}px`].join(' - ')}) / ${columns.length - fixed.length}`;
    const tracks = columns.map(
      ({ width = 1 }, position) => `minmax(${leasts[position] ?? `max(0px, min(${DAY_WIDTH}, ${share}))`}, ${width}fr)`,
    );
    return [...(selectable ? [`${CHECK}px`] : []), ...tracks, ...(hasMenu ? [`${MENU}px`] : [])].join(' ');
  }, [columns, selectable, hasMenu]);

  const isUnread = loading && rows.length === 0;
  const count = () => {
    if (isUnread) return seen?.age ?? text(messages.loading);
    if (total !== undefined && rows.length < total) return text(messages.loadingMore, { loaded: rows.length, total });
    if (shown.length < rows.length) return text(messages.rowsShown, { shown: shown.length, total: rows.length });
    return text(messages.rowsTotal, { total: rows.length });
  };

  const { disabledReason, selected = NOBODY, single = false } = selection ?? {};
  const countsSelected = selected.size > 0 && !single;
  // A long list is not asked at each click which of its rows can be selected, only when it or the question has changed.
  const free = useMemo(() => (countsSelected ? freeOf(shown, disabledReason) : NONE), [countsSelected, shown, disabledReason]);

  const isNoneFree = useMemo(
    () => selectable && shown.length > 0 && !shown.some((row) => isFree(row, disabledReason)),
    [selectable, shown, disabledReason],
  );

  const selectAllShown = () => {
    if (selection === undefined || single) return;
    const keys = (countsSelected ? free : freeOf(shown, disabledReason)).map(rowKey);
    const all = keys.every((key) => selection.selected.has(key));
    const next = new Set(selection.selected);
    for (const key of keys) {
      if (all) next.delete(key);
      else next.add(key);
    }
    selection.onChange(next);
  };

  const selectedOfShown = () => {
    const count = free.filter((row) => selected.has(rowKey(row))).length;
    if (count === 0) return 'none';
    return count === free.length ? 'all' : 'some';
  };

  const isUnknown = rows.length === 0 && !loading && !empty;
  if (isUnknown) return tools === undefined ? null : <div className={styles.tools}>{tools}</div>;
  return (
    <div className={mergeClasses(styles.root, short && styles.short, columns.length >= MANY_COLUMNS && styles.manyColumns)}>
      {!(short && rows.length <= FEW) && (
        <div className={styles.tools}>
          {filterLabel !== undefined && <FilterBox label={filterLabel} before={before.filter} onFilter={filterBy} />}
          {tools}
          <output data-count className={styles.count}>
            {count()}
          </output>
        </div>
      )}
      <div
        ref={scroller}
        className={mergeClasses(
          styles.scroller,
          short && styles.shortScroller,
          short && rows.length > SCROLLED_WITH_BLADE && styles.boundScroller,
        )}
      >
        <table
          role="grid"
          aria-label={label}
          aria-rowcount={shown.length + 1}
          aria-multiselectable={(selectable && !single) || undefined}
          className={styles.table}
        >
          <TableHead
            columns={columns}
            template={template}
            sort={sort}
            onSort={sortBy}
            hasMenu={hasMenu}
            selectAll={selectable ? { state: selectedOfShown(), toggle: selectAllShown, single, isNoneFree } : undefined}
          />
          {isUnread && seen !== undefined ? (
            <tbody
              aria-hidden
              ref={(body) => body?.replaceChildren(...seen.rows)}
              className={styles.body}
              style={{ pointerEvents: 'none' }}
            />
          ) : (
            <TableRows {...props} rows={shown} template={template} scroller={scroller} place={place} onSelectAll={selectAllShown} />
          )}
        </table>
        {shown.length === 0 && !loading && <div className={styles.message}>{rows.length === 0 ? empty : text(messages.noMatch)}</div>}
        {shown.length > MOST_PRINTED && (
          <p className={styles.onPaper}>{text(messages.rowsPrinted, { printed: MOST_PRINTED, total: shown.length })}</p>
        )}
      </div>
    </div>
  );
}
