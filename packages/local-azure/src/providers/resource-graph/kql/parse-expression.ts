import { momentAt, toMoment, unitOf } from './moments';
import type { Expression } from './syntax';
import type { TokenStream } from './token-stream';

const EQUALITY = new Set(['==', '!=', '=~', '!~', '<', '>', '<=', '>=']);
const WORDS = new Set(['has', 'has_cs', 'contains', 'contains_cs', 'startswith', 'startswith_cs', 'endswith', 'endswith_cs', 'hasprefix']);
const LISTS = new Set(['in', 'has_any']);

/** Reads an expression; `or` binds loosest, then `and`, comparison, sum, product, sign, path. */
export function parseExpression(tokens: TokenStream): Expression {
  return leftAssociative(tokens, ['or'], (t) => leftAssociative(t, ['and'], comparison));
}

function leftAssociative(tokens: TokenStream, operators: string[], operand: (tokens: TokenStream) => Expression): Expression {
  let left = operand(tokens);
  for (;;) {
    const operator = operators.find((o) => tokens.accept(o));
    if (operator === undefined) return left;
    left = { kind: 'binary', operator, left, right: operand(tokens) };
  }
}

const sum = (tokens: TokenStream) => leftAssociative(tokens, ['+', '-'], (t) => leftAssociative(t, ['*', '/', '%'], signed));

function comparison(tokens: TokenStream): Expression {
  const left = sum(tokens);
  if (tokens.next.kind === 'symbol' && EQUALITY.has(tokens.next.text)) {
    return { kind: 'binary', operator: tokens.take().text, left, right: sum(tokens) };
  }
  if (tokens.sees('matches') && tokens.afterNext.text === 'regex') {
    tokens.take();
    tokens.take();
    return { kind: 'binary', operator: 'matches regex', left, right: sum(tokens) };
  }
  const negated = tokens.sees('!') && tokens.afterNext.kind === 'name';
  const word = negated ? tokens.afterNext.text : tokens.next.text;
  if (tokens.next.kind === 'string' || !(WORDS.has(word) || LISTS.has(word))) return left;
  if (negated) tokens.take();
  tokens.take();
  const bang = negated ? '!' : '';
  if (WORDS.has(word)) return { kind: 'binary', operator: bang + word, left, right: sum(tokens) };
  const tilde = word === 'in' && tokens.next.joined && tokens.accept('~') ? '~' : '';
  tokens.expect('(');
  const list = tokens.list(() => parseExpression(tokens));
  tokens.expect(')');
  return { kind: 'in', operator: bang + word + tilde, value: left, list };
}

function signed(tokens: TokenStream): Expression {
  for (const operator of ['-', '+'] as const) {
    if (tokens.accept(operator)) return { kind: 'unary', operator, operand: signed(tokens) };
  }
  return path(tokens);
}

function path(tokens: TokenStream): Expression {
  let of = primary(tokens);
  for (;;) {
    if (tokens.accept('.')) {
      of = { kind: 'member', of, name: tokens.name() };
    } else if (tokens.sees('[') && tokens.next.joined) {
      tokens.take();
      of = { kind: 'index', of, index: parseExpression(tokens) };
      tokens.expect(']');
    } else {
      return of;
    }
  }
}

function primary(tokens: TokenStream): Expression {
  const token = tokens.take();
  if (token.kind === 'string') return { kind: 'literal', value: token.text };
  if (token.kind === 'number') return { kind: 'literal', value: Number(token.text) * (timespanUnit(tokens) ?? 1) };
  if (token.kind === 'moment') return { kind: 'literal', value: toMoment(token.text) };
  if (token.kind === 'name') return named(tokens, token.text);
  if (token.text === '*') return { kind: 'star' };
  if (token.text === '(') {
    const inner = parseExpression(tokens);
    tokens.expect(')');
    return inner;
  }
  // ['name with spaces'] is a column too.
  if (token.text === '[' && tokens.next.kind === 'string') {
    const name = tokens.take().text;
    tokens.expect(']');
    return { kind: 'column', name };
  }
  return tokens.fail(`'${token.text}' was not expected here.`);
}

/** The unit that touches a number: `7d` is a timespan. */
function timespanUnit(tokens: TokenStream): number | undefined {
  if (tokens.next.kind !== 'name' || !tokens.next.joined) return undefined;
  const unit = unitOf(tokens.next.text);
  if (unit !== undefined) tokens.take();
  return unit;
}

/** `now()` and `ago(7d)` mean the moment at which the query was asked. */
function clockCall(tokens: TokenStream, name: string, [span]: readonly Expression[]): Expression | undefined {
  if (name !== 'now' && name !== 'ago') return undefined;
  const offset: Expression = span ?? { kind: 'literal', value: 0 };
  const moment: Expression = { kind: 'literal', value: momentAt(tokens.now) };
  return { kind: 'binary', operator: name === 'ago' ? '-' : '+', left: moment, right: offset };
}

function named(tokens: TokenStream, name: string): Expression {
  if (name === 'true' || name === 'false') return { kind: 'literal', value: name === 'true' };
  if (name === 'null') return { kind: 'literal', value: null };
  if (!tokens.accept('(')) return { kind: 'column', name };
  const args = tokens.sees(')') ? [] : tokens.list(() => argument(tokens));
  tokens.expect(')');
  return clockCall(tokens, name, args) ?? { kind: 'call', name, args };
}

/** `dynamic([...])` and `dynamic({...})` hold JSON, not an expression. */
function argument(tokens: TokenStream): Expression {
  if (tokens.sees('[') && tokens.afterNext.kind !== 'end') return { kind: 'literal', value: jsonArray(tokens) };
  return parseExpression(tokens);
}

function jsonArray(tokens: TokenStream): unknown[] {
  tokens.expect('[');
  const items = tokens.sees(']')
    ? []
    : tokens.list(() => {
        const item = parseExpression(tokens);
        return item.kind === 'literal' ? item.value : tokens.fail('A constant was expected.');
      });
  tokens.expect(']');
  return items;
}
