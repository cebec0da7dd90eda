import { compileExpression, type Compiled } from './compile-expression';
import { QueryError } from './query-error';
import type { Column, Expression } from './syntax';
import { compare, keyOf, toNumber, type Row } from './values';

interface Aggregate {
  name: string;
  of: (rows: Row[]) => unknown;
}

const values = (rows: Row[], value: Compiled) => rows.map(value).filter((one) => one != null);
const numbers = (rows: Row[], value: Compiled) => rows.map((row) => toNumber(value(row))).filter((one) => one !== null);
const distinct = (list: unknown[]) => [...new Map(list.map((one) => [keyOf(one), one])).values()];
const sumOf = (list: number[]) => list.reduce((total, one) => total + one, 0);

const AGGREGATES = new Map<string, (rows: Row[], value: Compiled) => unknown>([
  ['count', (rows) => rows.length],
  ['countif', (rows, value) => rows.filter((row) => value(row) === true).length],
  ['dcount', (rows, value) => distinct(values(rows, value)).length],
  ['sum', (rows, value) => sumOf(numbers(rows, value))],
  ['avg', (rows, value) => average(numbers(rows, value))],
  ['min', (rows, value) => values(rows, value).toSorted(compare)[0] ?? null],
  ['max', (rows, value) => values(rows, value).toSorted(compare).at(-1) ?? null],
  ['make_list', (rows, value) => values(rows, value)],
  ['make_set', (rows, value) => distinct(values(rows, value))],
  ['any', (rows, value) => rows[0] && value(rows[0])],
  ['take_any', (rows, value) => rows[0] && value(rows[0])],
]);

const SHORT_NAMES = new Map([
  ['make_list', 'list'],
  ['make_set', 'set'],
  ['take_any', 'any'],
]);

const average = (list: number[]) => (list.length === 0 ? null : sumOf(list) / list.length);

/** Compiles an aggregate of `summarize`; unnamed ones are called `count_`, `list_x`, `set_x` … */
export function compileAggregate({ name, value }: Column, columns: readonly string[]): Aggregate {
  if (value.kind !== 'call') throw new QueryError('SemanticError', 'summarize takes aggregates, such as count() or make_list(x).');
  const aggregate = AGGREGATES.get(value.name);
  if (!aggregate) throw new QueryError('UnknownFunction', `Unknown aggregate: '${value.name}'.`);
  const argument = value.args[0];
  const compiled = argument ? compileExpression(argument, columns) : () => null;
  return { name: name ?? `${SHORT_NAMES.get(value.name) ?? value.name}_${tail(argument)}`, of: (rows) => aggregate(rows, compiled) };
}

function tail(argument: Expression | undefined): string {
  if (argument?.kind === 'member') return `${tail(argument.of)}_${argument.name}`;
  return argument?.kind === 'column' ? argument.name : '';
}
