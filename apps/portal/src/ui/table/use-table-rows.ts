import { useEffect, useMemo, useState } from 'react';
import { useLanguage, type Language } from '../../language/language';
import { withoutSoftHyphens } from '../../language/soft-hyphens';
import type { TableColumn } from './table-types';
import { whenIdle } from '../when-idle';

export interface TableSort {
  columnId: string;
  descending: boolean;
}

/** What is searched for, and how the rows are sorted. */
interface Narrowed {
  filter: string;
  sort: TableSort | undefined;
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

/** A row and, once somebody has searched for it or nobody waited, its lower-case text. */
interface Entry<Row> {
  row: Row;
  text?: string;
}

function sortEntries<Row>(
  entries: readonly Entry<Row>[],
  column: TableColumn<Row> | undefined,
  descending: boolean,
  language: Language,
): readonly Entry<Row>[] {
  if (column === undefined) return entries;
  const { order } = column;
  const direction = descending ? -1 : 1;
  if (order !== undefined) return entries.toSorted((a, b) => direction * (order(a.row) - order(b.row)));
  const collator = collatorOf(language);
  return entries
    .map((entry) => ({ entry, text: column.text(entry.row) }))
    .toSorted((a, b) => direction * collator.compare(a.text, b.text))
    .map(({ entry }) => entry);
}

const textWith =
  <Row>(columns: readonly TableColumn<Row>[]) =>
  (entry: Entry<Row>): string =>
    (entry.text ??= withoutSoftHyphens(columns.map((column) => column.text(entry.row)).join('\n')).toLowerCase());

/** The entries of a list. A row that stays as it was, at its place, keeps its text while the list learns something of others. */
function entriesOf<Row>() {
  let last: readonly Entry<Row>[] = [];
  return (rows: readonly Row[]): readonly Entry<Row>[] => {
    last = rows.map((row, index) => {
      const before = last[index];
      return before?.row === row ? before : { row };
    });
    return last;
  };
}

/** Who types on narrows what was found: only that is searched, not all rows once more. */
function searchIn<Row>(entries: readonly Entry<Row>[], textOf: (entry: Entry<Row>) => string) {
  let before = { wanted: '', found: entries };
  return (wanted: string): readonly Entry<Row>[] => {
    const among = wanted.includes(before.wanted) ? before.found : entries;
    before = { wanted, found: wanted === '' ? entries : among.filter((entry) => textOf(entry).includes(wanted)) };
    return before.found;
  };
}

/** So many texts are made between two looks at the clock. */
const AT_A_TIME = 50;

/** Makes the texts while nobody waits for them, so that the first letter typed is as quick as the next. */
function useTextsAhead<Row>(entries: readonly Entry<Row>[], textOf: (entry: Entry<Row>) => string) {
  useEffect(() => {
    let made = 0;
    const work = (deadline: IdleDeadline) => {
      do entries.slice(made, made + AT_A_TIME).forEach(textOf);
      while ((made += AT_A_TIME) < entries.length && deadline.timeRemaining() > 1);
      if (made < entries.length) stop = whenIdle(work);
    };
    let stop = whenIdle(work);
    return () => stop();
  }, [entries, textOf]);
}

/** Sorted first and filtered afterwards, so that a keystroke costs one pass over texts that are ready. */
export function useTableRows<Row extends object>(rows: readonly Row[], columns: readonly TableColumn<Row>[], before: Narrowed) {
  const language = useLanguage();
  const [filter, setFilter] = useState(before.filter);
  const [sort, setSort] = useState(before.sort);
  const wanted = withoutSoftHyphens(filter.trim()).toLowerCase();

  const { textOf, entriesFrom } = useMemo(() => ({ textOf: textWith(columns), entriesFrom: entriesOf<Row>() }), [columns]);
  const entries = useMemo(() => entriesFrom(rows), [entriesFrom, rows]);
  useTextsAhead(entries, textOf);

  const sorted = useMemo(
    () =>
      sortEntries(
        entries,
        columns.find(({ id }) => id === sort?.columnId),
        sort?.descending ?? false,
        language,
      ),
    [entries, columns, sort, language],
  );
  const search = useMemo(() => searchIn(sorted, textOf), [sorted, textOf]);
  const shown = useMemo(() => search(wanted).map(({ row }) => row), [search, wanted]);

  return { setFilter, sort, setSort, shown };
}
