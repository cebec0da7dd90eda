import {
  defaultRangeExtractor,
  measureElement,
  observeElementRect,
  useVirtualizer,
  type Range,
  type Virtualizer,
} from '@tanstack/react-virtual';
import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { useNavigate } from 'react-router';
import { afterPaint } from '../after-paint';
import { TableRow } from './table-row';
import { useTableStyles } from './resource-table.styles';
import type { ResourceTableProps } from './table-types';
import { usePaper } from './use-paper';
import type { KeptPlace } from './use-table-place';

interface TableRowsProps<Row extends object> extends ResourceTableProps<Row> {
  template: string;
  scroller: RefObject<HTMLElement | null>;
  place: KeptPlace;
  onSelectAll: () => void;
}

const ROW_HEIGHT = 37;
/** Rows that are printed; more would keep the browser busy before it shows anything. */
export const MOST_PRINTED = 1_000;
/** Rows that are made beyond those in sight, so that scrolling finds them. */
const OVERSCAN = 6;
/** What can be pressed in the cells of rows. */
const CONTROLS = 'td[data-cell] :is(a, button, select, input, summary):not([aria-hidden])';
/** What there is beside the rows of a table that fills its blade. */
const BESIDE_ROWS = 440;
/** Asking how high the table is would lay the page out before it is complete. */
const firstGuess = () => ({ width: 800, height: Math.max(window.innerHeight - BESIDE_ROWS, 4 * ROW_HEIGHT) });

/** A list that is hidden has no height. Its rows stay, so that they are there at once when it is shown again, with the focus on the one that had it. */
const observeWhileShown: typeof observeElementRect<HTMLElement> = (virtualizer, tell) =>
  observeElementRect(virtualizer, (rect) => {
    if (rect.height > 0) tell(rect);
  });

/** A row's height is told when the page is laid out anyway; asking for it as soon as the row is made would lay the page out once more. */
const heightOf = (
  row: HTMLTableRowElement,
  told: ResizeObserverEntry | undefined,
  virtualizer: Virtualizer<HTMLElement, HTMLTableRowElement>,
) =>
  told === undefined || told.contentRect.height === 0
    ? (virtualizer.measurementsCache[virtualizer.indexFromElement(row)]?.size ?? ROW_HEIGHT)
    : measureElement(row, told, virtualizer);

/** Where a key leads in a list of rows; undefined for keys that do not move. */
function moveInRows(key: string, from: number, count: number, page: number): number | undefined {
  const last = count - 1;
  switch (key) {
    case 'ArrowDown':
      return Math.min(from + 1, last);
    case 'ArrowUp':
      return Math.max(from - 1, 0);
    case 'PageDown':
      return Math.min(from + page, last);
    case 'PageUp':
      return Math.max(from - page, 0);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return undefined;
  }
}

/** The rows in sight, and the keys that move among them. */
export function TableRows<Row extends object>({
  rows,
  columns,
  rowKey,
  rowName,
  href,
  onOpen,
  selection,
  commands,
  template,
  scroller,
  place: { before, remember },
  onSelectAll,
}: TableRowsProps<Row>) {
  const styles = useTableStyles();
  const navigate = useNavigate();
  const body = useRef<HTMLTableSectionElement>(null);
  const [wanted, setActive] = useState(0);
  const active = Math.min(wanted, rows.length - 1);
  const moved = useRef(false);
  const [guess] = useState(firstGuess);
  const [settled, setSettled] = useState(false);
  // First what is in sight, at once; it is measured, and what scrolling will ask for is made, when that is on the screen.
  useEffect(() => afterPaint(() => setSettled(true)), []);

  const virtualizer = useVirtualizer<HTMLElement, HTMLTableRowElement>({
    count: rows.length,
    getScrollElement: () => (settled ? scroller.current : null),
    estimateSize: () => ROW_HEIGHT,
    measureElement: heightOf,
    observeElementRect: observeWhileShown,
    onChange: ({ scrollOffset }) => remember({ offset: scrollOffset ?? 0 }),
    initialMeasurementsCache: before.heights,
    overscan: settled ? OVERSCAN : 0,
    scrollPaddingStart: ROW_HEIGHT,
    initialRect: guess,
    // The row with the focus stays in the page when it is scrolled out of sight: removed, it would lose the focus to the body.
    rangeExtractor: useCallback(
      (range: Range) => {
        const indexes = defaultRangeExtractor(range);
        return active < 0 || indexes.includes(active) ? indexes : [...indexes, active].toSorted((a, b) => a - b);
      },
      [active],
    ),
  });

  useEffect(() => {
    if (!moved.current) return;
    moved.current = false;
    // What the list stands in has to follow, too.
    body.current?.querySelector<HTMLElement>(`[data-index="${active}"]`)?.focus();
  }, [active]);

  // A list is one stop of Tab, however many fields and links its rows have: those of the other rows come after the arrow keys.
  useEffect(() => {
    for (const control of body.current?.querySelectorAll<HTMLElement>(CONTROLS) ?? [])
      control.tabIndex = control.closest('tr')?.tabIndex ?? 0;
  });

  useEffect(() => () => remember({ heights: virtualizer.takeSnapshot() }), [virtualizer, remember]);

  const isThere = useRef(before.offset === 0 && before.row === undefined);
  useEffect(() => {
    if (isThere.current || !settled || rows.length === 0 || virtualizer.getTotalSize() < before.offset) return;
    isThere.current = true;
    virtualizer.scrollToOffset(before.offset);
    const index = rows.findIndex((row) => rowKey(row) === before.row);
    if (index < 0) return;
    setActive(index);
    // By then the blade has the focus on its heading; anyone who has gone on stays where they are.
    afterPaint(() => {
      if (document.activeElement?.matches('body, h2') === true)
        body.current?.querySelector<HTMLElement>(`[data-index="${index}"]`)?.focus({ preventScroll: true });
    });
  }, [before, rows, rowKey, settled, virtualizer]);

  const toggle = (row: Row) => {
    if (selection === undefined || (selection.disabledReason?.(row) ?? null) !== null) return;
    const key = rowKey(row);
    const next = new Set(selection.single === true ? [] : selection.selected);
    if (!next.delete(key)) next.add(key);
    selection.onChange(next);
  };

  const open = (row: Row) => {
    if (onOpen !== undefined) onOpen(row);
    else if (href !== undefined) void navigate(href(row));
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>, row: Row) => {
    if (event.target !== event.currentTarget) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 1);
    const next = moveInRows(event.key, active, rows.length, page);
    if (next !== undefined) {
      event.preventDefault();
      moved.current = next !== active;
      setActive(next);
      virtualizer.scrollToIndex(next);
    } else if (event.key === ' ' && selection !== undefined) {
      event.preventDefault();
      toggle(row);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (href === undefined && onOpen === undefined) toggle(row);
      else open(row);
    } else if (event.key === 'a' && (event.ctrlKey || event.metaKey) && selection !== undefined) {
      event.preventDefault();
      onSelectAll();
    }
  };

  const inSight = virtualizer.getVirtualItems();
  const isPrinted = usePaper();
  const items = isPrinted ? rows.slice(0, MOST_PRINTED).map((_, index) => ({ index, start: 0, end: 0 })) : inSight;
  const made = new Set(inSight.map(({ index }) => index));
  // What a cell shows may have to be asked for: rows that come for the paper alone say what is known.
  const asText = useMemo(() => columns.map((column) => ({ ...column, cell: column.text })), [columns]);
  return (
    <tbody ref={body} className={styles.body} style={{ height: items.length < rows.length ? virtualizer.getTotalSize() : 'auto' }}>
      {items.map(({ index, start }, position) => {
        const row = rows[index];
        if (row === undefined) return null;
        const key = rowKey(row);
        return (
          <TableRow
            key={key}
            ref={settled ? virtualizer.measureElement : null}
            index={index}
            gap={start - (items[position - 1]?.end ?? 0)}
            row={row}
            name={rowName(row)}
            columns={made.has(index) ? columns : asText}
            template={template}
            active={index === active}
            href={href?.(row)}
            selected={selection?.selected.has(key)}
            single={selection?.single === true}
            reason={selection?.disabledReason?.(row) ?? null}
            note={selection?.note?.(row) ?? null}
            commands={commands === undefined ? undefined : () => commands(row)}
            onFocus={() => {
              remember({ row: key });
              setActive(index);
            }}
            onKeyDown={(event) => onKeyDown(event, row)}
            onToggle={() => toggle(row)}
            onOpen={href === undefined && onOpen === undefined ? undefined : () => open(row)}
          />
        );
      })}
    </tbody>
  );
}
