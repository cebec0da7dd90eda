import type { Row } from './values';

/** Rows under named columns; a row may leave out what is null. */
export interface Table {
  columns: readonly string[];
  rows: Row[];
}
