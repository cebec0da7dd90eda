import { useEffect, useMemo, useState } from 'react';
import { useLanguage, type Language } from '../../language/language';
import type { TableColumn } from './table-types';
import { whenIdle } from '../when-idle';

export interface TableSort {
  columnId: string;
  descending: boolean;
}

const collators = new Map<Language, Intl.Collator>();

/** Building one is slow, and most lists are read in the order they come. */
function collatorOf(language: Language): Intl.Collator {
  let collator = collators.get(language);
  if (collator === undefined) {
    collator = new Intl.Collator(language, { numeric: true });
    collators.set(language, collator);
  }
  return collator;
}

/** First click sorts upwards, the second downwards, the third takes the order of the source again. */
export function nextSort(sort: TableSort | undefined, columnId: string): TableSort | undefined {
  if (sort?.columnId !== columnId) return { columnId, descending: false };
  return sort.descending ? undefined : { columnId, descending: true };
}

function sortRows<Row>(
  rows: readonly Row[],
  column: TableColumn<Row> | undefined,
  descending: boolean,
  language: Language,
): readonly Row[] {
  if (column === undefined) return rows;
  const { order } = column;
  const direction = descending ? -1 : 1;
  if (order !== undefined) return rows.toSorted((a, b) => direction * (order(a) - order(b)));
  const collator = collatorOf(language);
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

/** So many texts are made between two looks at the clock. */
const AT_A_TIME = 50;

/** Makes the texts while nobody waits for them, so that the first letter typed is as quick as the next. */
function useTextsAhead<Row>(rows: readonly Row[], searchText: (row: Row) => string) {
  useEffect(() => {
    let made = 0;
    const work = (deadline: IdleDeadline) => {
      do rows.slice(made, made + AT_A_TIME).forEach(searchText);
      while ((made += AT_A_TIME) < rows.length && deadline.timeRemaining() > 1);
      if (made < rows.length) stop = whenIdle(work);
    };
    let stop = whenIdle(work);
    return () => stop();
  }, [rows, searchText]);
}

/** Sorted first and filtered afterwards, so that a keystroke costs one pass over texts that are ready. */
export function useTableRows<Row extends object>(rows: readonly Row[], columns: readonly TableColumn<Row>[]) {
  const language = useLanguage();
  const [filter, setFilter] = useState('');
  const [sort, setSort] = useState<TableSort>();
  const wanted = filter.trim().toLowerCase();

  const sorted = useMemo(
    () =>
      sortRows(
        rows,
        columns.find(({ id }) => id === sort?.columnId),
        sort?.descending ?? false,
        language,
      ),
    [rows, columns, sort, language],
  );

  const searchText = useMemo(() => searchTextOf(columns), [columns]);
  useTextsAhead(rows, searchText);

  const shown = useMemo(
    () => (wanted === '' ? sorted : sorted.filter((row) => searchText(row).includes(wanted))),
    [sorted, wanted, searchText],
  );

  return { setFilter, sort, setSort, shown };
}
