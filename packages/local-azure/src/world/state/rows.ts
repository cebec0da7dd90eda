import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { readBack } from '../json';

/** A statement whose rows are arrays of their columns: an object for each would cost more than the reading. */
export function rawRows(database: DatabaseSync, sql: string): StatementSync {
  const statement = database.prepare(sql);
  statement.setReturnArrays(true);
  return statement;
}

/** The columns of a raw row; undefined when there was none. */
export function columns(row: unknown): unknown[] | undefined {
  return Array.isArray(row) ? row : undefined;
}

/**
 * The JSON documents in the first column of raw rows, without those that were not there. We wrote them, so their shape is trusted; one that
 * is damaged all the same is left out, so that the others can be seen.
 */
export function documents<T>(rows: readonly unknown[]): T[] {
  const found: T[] = [];
  for (const row of rows) {
    const text = textOf(row);
    if (text === undefined) continue;
    try {
      found.push(readBack(text));
    } catch {
      sayDamaged(text);
    }
  }
  return found;
}

const logged = new Set<string>();

/** Once for each: lists are read again and again. What is in it is nobody's to log. */
function sayDamaged(text: string): void {
  if (logged.has(text)) return;
  logged.add(text);
  console.error('A document of the state is damaged and left out of its list.');
}

/** The first column of a raw row when it is text. */
export function textOf(row: unknown): string | undefined {
  const value = columns(row)?.[0];
  return typeof value === 'string' ? value : undefined;
}
