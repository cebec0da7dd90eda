import { own } from '../../../world/own';
import type { Slices } from '../../../world/time/slices';
import { compileExpression } from './compile-expression';
import type { JoinKey, JoinKind } from './syntax';
import { requireRoom, type Table } from './table';
import { keyOf, put, type Row } from './values';

const ROWS_A_SLICE = 1_000;

/** Joins two tables; columns of the right whose names are taken get a `1` behind. Nulls join nothing. */
export function* join(left: Table, right: Table, how: JoinKind, on: readonly JoinKey[]): Slices<Table> {
  const leftKey = keyOfRow(on.map((key) => compileExpression(key.left, left.columns)));
  const rightKey = keyOfRow(on.map((key) => compileExpression(key.right, right.columns)));
  const renamed = right.columns.map((name) => [name, freeName(name, left.columns)] as const);
  const add = (row: Row, partner: Row | undefined): Row => {
    for (const [from, to] of renamed) put(row, to, (partner && own(partner, from)) ?? null);
    return row;
  };

  const partners = new Map<string, Row[]>();
  for (const row of right.rows) {
    const key = rightKey(row);
    if (key === null) continue;
    const group = partners.get(key);
    if (group) group.push(row);
    else partners.set(key, [row]);
  }

  const rows: Row[] = [];
  const met = new Set<string>();
  for (const [place, row] of left.rows.entries()) {
    if (place % ROWS_A_SLICE === 0) yield;
    const key = leftKey(row);
    const matches = key === null ? undefined : partners.get(key);
    if (how === 'innerunique' && key !== null && met.has(key)) continue;
    if (key !== null) met.add(key);
    if (matches?.length === 1) rows.push(add(row, matches[0]));
    else if (matches) {
      requireRoom(rows.length + matches.length);
      for (const match of matches) rows.push(add({ ...row }, match));
    } else if (how === 'leftouter' || how === 'fullouter') rows.push(add(row, undefined));
  }
  if (how === 'rightouter' || how === 'fullouter') {
    for (const row of right.rows) {
      const key = rightKey(row);
      if (key === null || !met.has(key)) rows.push(add({}, row));
    }
  }
  return { columns: [...left.columns, ...renamed.map(([, to]) => to)], rows };
}

function keyOfRow(values: ((row: Row) => unknown)[]): (row: Row) => string | null {
  const [alone, ...others] = values;
  if (alone && others.length === 0) {
    return (row) => {
      const part = alone(row);
      return part == null ? null : keyOf(part);
    };
  }
  return (row) => {
    const parts = values.map((value) => value(row));
    return parts.some((part) => part == null) ? null : parts.map(keyOf).join('\u0000');
  };
}

function freeName(name: string, taken: readonly string[]): string {
  let free = name;
  for (let i = 1; taken.includes(free); i += 1) free = name + String(i);
  return free;
}
