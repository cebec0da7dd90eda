import { comparisons } from './comparisons';
import { functions } from './functions';
import { reckon } from './moments';
import { QueryError } from './query-error';
import type { Expression } from './syntax';
import { isObject, keyOf, toNumber, toText, type Row } from './values';
import { own } from '../../../world/own';

export type Compiled = (row: Row) => unknown;

type Of<K extends Expression['kind']> = Extract<Expression, { kind: K }>;

/** Turns an expression into a function of a row; names that are no column of the table are refused here, not row by row. */
export function compileExpression(expression: Expression, columns: readonly string[]): Compiled {
  const compile = (one: Expression) => compileExpression(one, columns);
  switch (expression.kind) {
    case 'literal':
      return () => expression.value;
    case 'column':
      return readColumn(expression, columns);
    case 'member':
      return readMember(compile(expression.of), expression.name);
    case 'index':
      return readIndex(compile(expression.of), compile(expression.index));
    case 'unary':
      return negate(compile(expression.operand), expression.operator);
    case 'binary':
      return binary(expression, compile(expression.left), compile(expression.right));
    case 'in':
      return within(expression, compile);
    case 'call':
      return call(expression, compile);
    default:
      throw new QueryError('SemanticError', "'*' cannot stand here.");
  }
}

function readColumn({ name }: Of<'column'>, columns: readonly string[]): Compiled {
  if (!columns.includes(name)) {
    throw new QueryError('SemanticError', `Failed to resolve column or scalar expression named '${name}'.`);
  }
  return (row) => own(row, name) ?? null;
}

const readMember =
  (of: Compiled, name: string): Compiled =>
  (row) => {
    const value = of(row);
    return isObject(value) ? (own(value, name) ?? null) : null;
  };

const readIndex =
  (of: Compiled, index: Compiled): Compiled =>
  (row) => {
    const value = of(row);
    const at = index(row);
    if (Array.isArray(value)) {
      const place = toNumber(at);
      return place === null ? null : ((value.at(place) as unknown) ?? null);
    }
    const name = toText(at);
    return isObject(value) && Object.hasOwn(value, name) ? own(value, name) : null;
  };

const negate =
  (operand: Compiled, operator: '-' | '+'): Compiled =>
  (row) => {
    const number = toNumber(operand(row));
    return number !== null && operator === '-' ? -number : number;
  };

const ARITHMETIC = new Map<string, (a: number, b: number) => number | null>([
  ['+', (a, b) => a + b],
  ['-', (a, b) => a - b],
  ['*', (a, b) => a * b],
  ['/', (a, b) => quotient(a, b)],
  ['%', (a, b) => (b === 0 ? null : a % b)],
]);

/** Whole numbers divide to whole numbers. */
function quotient(a: number, b: number): number | null {
  if (b === 0) return null;
  return Number.isInteger(a) && Number.isInteger(b) ? Math.trunc(a / b) : a / b;
}

function binary({ operator }: Of<'binary'>, left: Compiled, right: Compiled): Compiled {
  if (operator === 'and') return (row) => left(row) === true && right(row) === true;
  if (operator === 'or') return (row) => left(row) === true || right(row) === true;
  const arithmetic = ARITHMETIC.get(operator);
  if (arithmetic) {
    return (row) => {
      const [first, second] = [left(row), right(row)];
      const reckoned = reckon(operator, first, second);
      if (reckoned !== undefined) return reckoned;
      const [a, b] = [toNumber(first), toNumber(second)];
      return a === null || b === null ? null : arithmetic(a, b);
    };
  }
  const test = comparisons.get(operator);
  if (!test) throw new QueryError('ParserFailure', `The operator '${operator}' is not supported.`);
  return (row) => test(left(row), right(row));
}

function within({ operator, value, list }: Of<'in'>, compile: (one: Expression) => Compiled): Compiled {
  const subject = compile(value);
  const items = list.map(compile);
  const anyCase = operator.endsWith('~') || operator.endsWith('has_any');
  const spelled = (one: unknown) => (anyCase ? keyOf(one).toLowerCase() : keyOf(one));
  const constant = list.every((item) => item.kind === 'literal' || item.kind === 'call');
  const flat = (row: Row) => items.flatMap((item) => item(row));
  const known = constant ? new Set(flat({}).map(spelled)) : undefined;
  const has = comparisons.get('has');
  const found: (row: Row) => boolean = operator.endsWith('has_any')
    ? (row) => flat(row).some((term) => has?.(subject(row), term) ?? false)
    : (row) => (known ?? new Set(flat(row).map(spelled))).has(spelled(subject(row)));
  return operator.startsWith('!') ? (row) => !found(row) : found;
}

function call({ name, args }: Of<'call'>, compile: (one: Expression) => Compiled): Compiled {
  const compiled = args.map(compile);
  if (name === 'iff' || name === 'iif' || name === 'case') return firstTrue(compiled);
  if (name === 'coalesce') return (row) => firstPresent(compiled, row);
  const scalar = functions.get(name);
  if (!scalar) throw new QueryError('UnknownFunction', `Unknown function: '${name}'.`);
  return (row) => scalar(...compiled.map((argument) => argument(row)));
}

/** condition, value, condition, value, …, otherwise. */
function firstTrue(parts: Compiled[]): Compiled {
  if (parts.length < 3 || parts.length % 2 === 0)
    throw new QueryError('SemanticError', 'Conditions and values must come in pairs, then a last value.');
  return (row) => {
    for (let i = 0; i + 1 < parts.length; i += 2) {
      if (parts[i]?.(row) === true) return parts[i + 1]?.(row) ?? null;
    }
    return parts.at(-1)?.(row) ?? null;
  };
}

function firstPresent(parts: Compiled[], row: Row): unknown {
  for (const part of parts) {
    const value = part(row);
    if (value != null && value !== '') return value;
  }
  return null;
}
