import { useMemo, useState } from 'react';
import { useLanguage } from '../i18n/language';
import type { TableColumn } from './table-types';

export interface TableSort {
  columnId: string;
  descending: boolean;
}

const collators = { de: new Intl.Collator('de', { numeric: true }), en: new Intl.Collator('en', { numeric: true }) };

/** First click sorts upwards, the second downwards, the third takes the order of the source again. */
export function nextSort(sort: TableSort | undefined, columnId: string): TableSort | undefined {
  if (sort?.columnId !== columnId) return { columnId, descending: false };
  return sort.descending ? undefined : { columnId, descending: true };
}

export function sortRows<Row>(
  rows: readonly Row[],
  column: TableColumn<Row> | undefined,
  descending: boolean,
  collator: Intl.Collator,
): readonly Row[] {
  if (column === undefined) return rows;
  const { order } = column;
  const direction = descending ? -1 : 1;
  if (order !== undefined) return rows.toSorted((a, b) => direction * (order(a) - order(b)));
  return rows
    .map((row) => ({ row, text: column.text(row) }))
    .toSorted((a, b) => direction * collator.compare(a.text, b.text))
    .map(({ row }) => row);
}

/** The lower-case text of each row, made when first asked for. */
function searchTextOf<Row extends object>(columns: readonly TableColumn<Row>[]) {
  const texts = new WeakMap<Row, string>();
  return (row: Row): string => {
    let text = texts.get(row);
    if (text === undefined) {
      text = columns
        .map((column) => column.text(row))
        .join('\n')
        .toLowerCase();
      texts.set(row, text);
    }
    return text;
  };
}

/** Sorted first and filtered afterwards, so that a keystroke costs one pass over texts that are ready. */
export function useTableRows<Row extends object>(rows: readonly Row[], columns: readonly TableColumn<Row>[]) {
  const collator = collators[useLanguage()];
  const [filter, setFilter] = useState('');
  const [sort, setSort] = useState<TableSort>();
  const wanted = filter.trim().toLowerCase();

  const sorted = useMemo(
    () =>
      sortRows(
        rows,
        columns.find(({ id }) => id === sort?.columnId),
        sort?.descending ?? false,
        collator,
      ),
    [rows, columns, sort, collator],
  );

  const searchText = useMemo(() => searchTextOf(columns), [columns]);

  const shown = useMemo(
    () => (wanted === '' ? sorted : sorted.filter((row) => searchText(row).includes(wanted))),
    [sorted, wanted, searchText],
  );

  return { setFilter, sort, setSort, shown };
}
