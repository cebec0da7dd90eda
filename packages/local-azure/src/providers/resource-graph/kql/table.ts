import type { Row } from './values';

/** Rows under named columns. They belong to the one query that asked for them: its operators write into them. */
export interface Table {
  columns: readonly string[];
  rows: Row[];
}
