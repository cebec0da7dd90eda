import type { ReactNode } from 'react';

export interface TableColumn<Row> {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** What the filter searches and what sorting goes by. */
  text: (row: Row) => string;
  /** Sorts by this instead, for times and numbers. */
  order?: (row: Row) => number;
  /** Share of the width; 1 unless told. */
  width?: number;
  /** Narrower it does not get; room for a day unless told, as long as the others have as much where it is none of times or numbers. */
  least?: string;
}

export interface TableSelection<Row> {
  selected: ReadonlySet<string>;
  onChange: (next: ReadonlySet<string>) => void;
  /** Only one row at a time. */
  single?: boolean;
  /** Why a row cannot be selected; null when it can. Asked for the rows in sight, and for all of them when they or it change. */
  disabledReason?: (row: Row) => ReactNode | null;
  /** Shown under a row that can be selected, over its whole width; null where there is nothing to say. */
  note?: (row: Row) => ReactNode | null;
}

export interface RowCommand {
  id: string;
  label: string;
  /** Where the command is given. */
  href: string;
  /** Why it cannot be given to this row. */
  reason?: string | undefined;
}

export interface ResourceTableProps<Row extends object> {
  label: string;
  rows: readonly Row[];
  /** Keep the array between renders: the search texts are cached by it. */
  columns: readonly TableColumn<Row>[];
  rowKey: (row: Row) => string;
  rowName: (row: Row) => string;
  href?: (row: Row) => string;
  onOpen?: (row: Row) => void;
  selection?: TableSelection<Row>;
  /** What the “…” of a row offers; asked when it is opened. */
  commands?: ((row: Row) => readonly RowCommand[]) | undefined;
  /** Of the box that narrows what is here; without one there is none, where what is shown was looked for elsewhere. */
  filterLabel?: string;
  /** Shown beside the filter box. */
  tools?: ReactNode;
  /** What to say, and what to do next, when there are no rows at all; nothing where it is not known whether there are any: there is no table then. */
  empty: ReactNode;
  loading?: boolean;
  /** Shown while loading: what the list was when the page was loaded before, and how old that is. */
  seen?: { rows: readonly Node[]; age: string } | undefined;
  /** As high as its rows, up to a limit, for a list that stands among other things; else the table fills its place. */
  short?: boolean;
  /** How many rows there will be once all have arrived. */
  total?: number;
  /** Told which rows are shown, in their order; null while they are being made, and as long as there are none to narrow. */
  onShown?: ((rows: readonly Row[] | null) => void) | undefined;
}
