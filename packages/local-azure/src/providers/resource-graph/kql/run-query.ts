import { mentionsOf, type Mentions } from './mentions';
import { apply } from './operators';
import type { Expression, Operator, Query } from './syntax';
import type { Table } from './table';
import type { Slices } from '../../../world/time/slices';

/**
 * The rows of a table before the first operator. `types` (lower case), when given, are the only resource types that can pass the
 * conditions at the query's beginning, and `mentions` all it can ask for: the source may leave everything else out.
 */
export type Source = (table: string, types: ReadonlySet<string> | undefined, mentions: Mentions | undefined) => Slices<Table>;

/** Answers a query from the source, slice by slice. Throws `QueryError` where the query names what is not there. */
export function runQuery(query: Query, source: Source): Slices<Table> {
  return run(query, source, mentionsOf(query));
}

function* run(query: Query, source: Source, mentions: Mentions | undefined): Slices<Table> {
  let table = yield* source(query.table, typesNamed(query.operators), mentions);
  for (const operator of query.operators) {
    yield;
    // What a nested query leaves out nobody outside can ask for.
    table = yield* apply(operator, table, (nested) => run(nested, source, mentionsOf(nested) ?? mentions));
  }
  return table;
}

function typesNamed(operators: readonly Operator[]): ReadonlySet<string> | undefined {
  const [first] = operators;
  return first?.kind === 'where' ? typesIn(first.condition) : undefined;
}

function typesIn(condition: Expression): ReadonlySet<string> | undefined {
  if (condition.kind === 'in' && condition.operator.startsWith('in') && isType(condition.value)) {
    const literals = condition.list.filter((item) => item.kind === 'literal');
    return literals.length === condition.list.length ? new Set(literals.map(({ value }) => String(value).toLowerCase())) : undefined;
  }
  if (condition.kind !== 'binary') return undefined;
  const { operator, left, right } = condition;
  if (operator === '==' || operator === '=~') {
    return isType(left) && right.kind === 'literal' ? new Set([String(right.value).toLowerCase()]) : undefined;
  }
  const [a, b] = [typesIn(left), typesIn(right)];
  if (operator === 'and') return a ?? b;
  return operator === 'or' && a && b ? new Set([...a, ...b]) : undefined;
}

function isType(value: Expression): boolean {
  if (value.kind === 'call' && value.name === 'tolower' && value.args[0]) return isType(value.args[0]);
  return value.kind === 'column' && value.name === 'type';
}
