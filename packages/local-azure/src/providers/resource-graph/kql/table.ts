import { QueryError } from './query-error';
import type { Row } from './values';

/** More rows no step of a query may have: it would take all the memory there is. */
const MOST_ROWS = 500_000;

/** @throws QueryError when a query makes more rows than it may */
export function requireRoom(rows: number): void {
  if (rows > MOST_ROWS) throw new QueryError('SemanticError', `The query makes more than ${MOST_ROWS} rows; narrow it down.`);
}

/** Rows under named columns. They belong to the one query that asked for them: its operators write into them. */
export interface Table {
  columns: readonly string[];
  rows: Row[];
}
