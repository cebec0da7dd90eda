import { compileAggregate } from './aggregates';
import { compileColumns } from './columns';
import { compileExpression } from './compile-expression';
import { join } from './join';
import type { Column, Operator, Query, SortKey } from './syntax';
import { requireRoom, type Table } from './table';
import { compileParse } from './parse-operator';
import { compare, keyOf, put, toText, type Row } from './values';
import { own } from '../../../world/own';
import type { Slices } from '../../../world/time/slices';
import { wildcards } from '../../../world/authorization/wildcards';

type Evaluate = (query: Query) => Slices<Table>;
type Of<K extends Operator['kind']> = Extract<Operator, { kind: K }>;

/** What an operator makes of a table; `evaluate` answers nested queries. */
export function* apply(operator: Operator, table: Table, evaluate: Evaluate): Slices<Table> {
  switch (operator.kind) {
    case 'join':
      return yield* join(table, yield* evaluate(operator.right), operator.how, operator.on);
    case 'union': {
      const tables = [table];
      for (const other of operator.others) tables.push(yield* evaluate(other));
      return union(tables);
    }
    case 'where':
    case 'project':
    case 'extend':
      return yield* rowByRow(table, (piece) => applyAlone(operator, piece));
    default:
      return applyAlone(operator, table);
  }
}

const ROWS_A_SLICE = 1_000;

/** For what is done to each row by itself: so many at a time, between which others are served. */
function* rowByRow(table: Table, work: (piece: Table) => Table): Slices<Table> {
  const { columns } = work({ columns: table.columns, rows: [] });
  const rows: Row[] = [];
  for (let start = 0; start < table.rows.length; start += ROWS_A_SLICE) {
    const piece = work({ columns: table.columns, rows: table.rows.slice(start, start + ROWS_A_SLICE) });
    for (const row of piece.rows) rows.push(row);
    yield;
  }
  return { columns, rows };
}

function applyAlone(operator: Exclude<Operator, Of<'join' | 'union'>>, table: Table): Table {
  switch (operator.kind) {
    case 'where': {
      const holds = compileExpression(operator.condition, table.columns);
      return { columns: table.columns, rows: table.rows.filter((row) => holds(row) === true) };
    }
    case 'project':
      return project(operator.columns, table);
    case 'extend':
      return extend(operator.columns, table);
    case 'project-away':
      return keep(table, (name) => !fitsOne(operator.patterns, name));
    case 'project-keep':
      return keep(table, (name) => fitsOne(operator.patterns, name));
    case 'project-rename':
      return rename(operator, table);
    case 'summarize':
      return summarize(operator, table);
    case 'sort':
      return sort(operator.keys, table);
    case 'top':
      return take(operator.size, sort(operator.keys, table));
    case 'take':
      return take(operator.size, table);
    case 'distinct':
      return distinct(operator.columns, table);
    case 'mv-expand':
      return expand(operator, table);
    case 'parse':
      return parse(operator, table);
    default:
      return { columns: ['Count'], rows: [{ Count: table.rows.length }] };
  }
}

function project(list: readonly Column[], table: Table): Table {
  const columns = compileColumns(list, table.columns);
  const rows = table.rows.map((row) => {
    const projected: Row = {};
    for (const { name, value } of columns) put(projected, name, value(row));
    return projected;
  });
  return { columns: columns.map(({ name }) => name), rows };
}

function extend(list: readonly Column[], table: Table): Table {
  return list.reduce((before, column) => {
    const [added] = compileColumns([column], before.columns);
    if (!added) return before;
    const columns = before.columns.includes(added.name) ? before.columns : [...before.columns, added.name];
    for (const row of before.rows) put(row, added.name, added.value(row));
    return { columns, rows: before.rows };
  }, table);
}

function parse({ value, parts }: Of<'parse'>, table: Table): Table {
  const read = compileExpression(value, table.columns);
  const cut = compileParse(parts);
  for (const row of table.rows) for (const [name, found] of cut(toText(read(row)))) put(row, name, found);
  const added = parts.flatMap((part) => ('column' in part ? [part.column] : []));
  return { columns: [...new Set([...table.columns, ...added])], rows: table.rows };
}

function keep(table: Table, wanted: (name: string) => boolean): Table {
  const columns = table.columns.filter(wanted);
  const pick = (row: Row) => Object.fromEntries(columns.map((name) => [name, own(row, name) ?? null]));
  return { columns, rows: table.rows.map(pick) };
}

const fitsOne = (patterns: readonly string[], name: string) => patterns.some((pattern) => wildcards(pattern)(name));

function rename({ renames }: Of<'project-rename'>, table: Table): Table {
  const named = new Map(renames.map(({ from, to }) => [from, to]));
  const list = table.columns.map((name): Column => ({ name: named.get(name) ?? name, value: { kind: 'column', name } }));
  return project(list, table);
}

function union(tables: Table[]): Table {
  requireRoom(tables.reduce((sum, { rows }) => sum + rows.length, 0));
  return { columns: [...new Set(tables.flatMap((table) => table.columns))], rows: tables.flatMap((table) => table.rows) };
}

const take = (size: number, table: Table): Table => ({ columns: table.columns, rows: table.rows.slice(0, size) });

function sort(keys: readonly SortKey[], table: Table): Table {
  const compiled = keys.map((key) => ({ value: compileExpression(key.value, table.columns), sign: key.descending ? -1 : 1 }));
  const keyed = table.rows.map((row) => ({ row, values: compiled.map(({ value }) => value(row)) }));
  keyed.sort((a, b) => {
    for (const [i, { sign }] of compiled.entries()) {
      const order = compare(a.values[i], b.values[i]) * sign;
      if (order !== 0) return order;
    }
    return 0;
  });
  return { columns: table.columns, rows: keyed.map(({ row }) => row) };
}

function distinct(list: readonly Column[], table: Table): Table {
  const all = list.some(({ value }) => value.kind === 'star');
  const projected = all ? table : project(list, table);
  const seen = new Map<string, Row>();
  for (const row of projected.rows) {
    const key = projected.columns.map((name) => keyOf(own(row, name))).join('\u0000');
    if (!seen.has(key)) seen.set(key, row);
  }
  return { columns: projected.columns, rows: [...seen.values()] };
}

function summarize({ aggregates, by }: Of<'summarize'>, table: Table): Table {
  const groups = compileColumns(by, table.columns);
  const results = aggregates.map((aggregate) => compileAggregate(aggregate, table.columns));
  const members = new Map<string, { group: Row; rows: Row[] }>();
  if (by.length === 0) members.set('', { group: {}, rows: table.rows });
  else {
    for (const row of table.rows) {
      const group = Object.fromEntries(groups.map(({ name, value }) => [name, value(row)]));
      const key = groups.map(({ name }) => keyOf(own(group, name))).join('\u0000');
      const known = members.get(key);
      if (known) known.rows.push(row);
      else members.set(key, { group, rows: [row] });
    }
  }
  const rows = [...members.values()].map(({ group, rows }) => {
    const summary = { ...group };
    for (const { name, of } of results) put(summary, name, of(rows));
    return summary;
  });
  return { columns: [...groups.map(({ name }) => name), ...results.map(({ name }) => name)], rows };
}

/** One row for each element; objects expand to objects of one member; an empty list leaves its row with null, unless several are expanded. */
function expand({ columns: list, limit }: Of<'mv-expand'>, table: Table): Table {
  const expanded = compileColumns(list, table.columns);
  const columns = [...new Set([...table.columns, ...expanded.map(({ name }) => name)])];
  let count = 0;
  const rows = table.rows.flatMap((row) => {
    const lists = expanded.map(({ name, value }) => ({ name, items: elements(value(row)) }));
    const longest = Math.min(Math.max(...lists.map(({ items }) => items.length)), limit ?? Infinity);
    requireRoom((count += longest));
    return Array.from({ length: longest }, (_, i) => ({
      ...row,
      ...Object.fromEntries(lists.map(({ name, items }) => [name, items[i] ?? null])),
    }));
  });
  return { columns, rows };
}

function elements(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.length === 0 ? [null] : value;
  if (typeof value === 'object' && value !== null) return Object.entries(value).map(([key, one]) => ({ [key]: one as unknown }));
  return [value];
}
