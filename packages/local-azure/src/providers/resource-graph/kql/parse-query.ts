import { parseExpression } from './parse-expression';
import type { ParsePart } from './parse-operator';
import { QueryError } from './query-error';
import type { Column, Expression, JoinKey, JoinKind, Operator, Query, SortKey } from './syntax';
import { TokenStream } from './token-stream';

/** Reads a whole query: a table, then operators. `now` is what it calls so, in milliseconds since 1970. Throws `QueryError`. */
export function parseQuery(text: string, now = 0): Query {
  const tokens = new TokenStream(text, now);
  const query = pipeline(tokens);
  tokens.accept(';');
  if (tokens.next.kind !== 'end') tokens.fail(`'${tokens.next.text}' was not expected here.`);
  return query;
}

function pipeline(tokens: TokenStream): Query {
  // Without a table the query starts with an operator on `resources`, as in `where type =~ …`.
  const bare = OPERATORS.has(tokens.next.text);
  const query: Query = tokens.sees('(') ? nested(tokens) : { table: bare ? 'resources' : tokens.name(), operators: [] };
  if (bare) query.operators.push(operator(tokens));
  while (tokens.accept('|')) query.operators.push(operator(tokens));
  return query;
}

function operator(tokens: TokenStream): Operator {
  const at = tokens.next;
  const word = tokens.word();
  const read = OPERATORS.get(word);
  if (!read) throw new QueryError('InvalidQueryLanguage', `The operator '${word}' is not supported.`, { ...at, text: word });
  return read(tokens);
}

const OPERATORS = new Map<string, (tokens: TokenStream) => Operator>([
  ['where', (t) => ({ kind: 'where', condition: parseExpression(t) })],
  ['project', (t) => ({ kind: 'project', columns: t.list(() => column(t)) })],
  ['extend', (t) => ({ kind: 'extend', columns: t.list(() => column(t)) })],
  ['project-away', (t) => ({ kind: 'project-away', patterns: t.list(() => pattern(t)) })],
  ['project-keep', (t) => ({ kind: 'project-keep', patterns: t.list(() => pattern(t)) })],
  ['project-rename', (t) => ({ kind: 'project-rename', renames: t.list(() => rename(t)) })],
  ['join', (t) => join(t)],
  ['union', (t) => ({ kind: 'union', others: t.list(() => nested(t)) })],
  ['summarize', (t) => summarize(t)],
  ['order', (t) => ({ kind: 'sort', keys: sortKeys(t) })],
  ['sort', (t) => ({ kind: 'sort', keys: sortKeys(t) })],
  ['top', (t) => ({ kind: 'top', size: t.integer(), keys: sortKeys(t) })],
  ['take', (t) => ({ kind: 'take', size: t.integer() })],
  ['limit', (t) => ({ kind: 'take', size: t.integer() })],
  ['distinct', (t) => ({ kind: 'distinct', columns: t.list(() => column(t)) })],
  ['mv-expand', (t) => mvExpand(t)],
  ['mvexpand', (t) => mvExpand(t)],
  ['parse', (t) => parse(t)],
  ['count', () => ({ kind: 'count' })],
]);

function column(tokens: TokenStream): Column {
  if (tokens.next.kind === 'name' && tokens.afterNext.text === '=' && tokens.afterNext.kind === 'symbol') {
    const name = tokens.name();
    tokens.expect('=');
    return { name, value: parseExpression(tokens) };
  }
  return { name: undefined, value: parseExpression(tokens) };
}

function pattern(tokens: TokenStream): string {
  let text = '';
  do text += tokens.accept('*') ? '*' : tokens.name();
  while (tokens.next.joined && (tokens.sees('*') || tokens.next.kind === 'name'));
  return text;
}

function rename(tokens: TokenStream): { from: string; to: string } {
  const to = tokens.name();
  tokens.expect('=');
  return { from: tokens.name(), to };
}

function sortKeys(tokens: TokenStream): SortKey[] {
  tokens.expect('by');
  return tokens.list(() => {
    const value = parseExpression(tokens);
    const ascending = tokens.accept('asc');
    if (!ascending) tokens.accept('desc');
    if (tokens.accept('nulls') && !tokens.accept('first')) tokens.expect('last');
    return { value, descending: !ascending };
  });
}

function summarize(tokens: TokenStream): Operator {
  const aggregates = tokens.sees('by') ? [] : tokens.list(() => column(tokens));
  return { kind: 'summarize', aggregates, by: tokens.accept('by') ? tokens.list(() => column(tokens)) : [] };
}

function mvExpand(tokens: TokenStream): Operator {
  const columns = tokens.list(() => {
    const one = column(tokens);
    if (tokens.accept('to')) parseExpression(tokens);
    return one;
  });
  return { kind: 'mv-expand', columns, limit: tokens.accept('limit') ? tokens.integer() : undefined };
}

/** `parse column with * 'text' name: type 'text' …` */
function parse(tokens: TokenStream): Operator {
  if (tokens.sees('kind') && tokens.afterNext.text === '=') {
    tokens.take();
    tokens.take();
    if (!tokens.accept('simple')) tokens.fail('Only parse kind=simple is supported.');
  }
  const value = parseExpression(tokens);
  tokens.expect('with');
  const parts: ParsePart[] = [];
  while (tokens.next.kind === 'string' || tokens.next.kind === 'name' || tokens.sees('*')) {
    if (tokens.accept('*')) parts.push({ any: true });
    else if (tokens.next.kind === 'string') parts.push({ text: tokens.take().text });
    else parts.push({ column: tokens.name(), type: tokens.accept(':') ? tokens.name() : 'string' });
  }
  return { kind: 'parse', value, parts };
}

function nested(tokens: TokenStream): Query {
  if (!tokens.accept('(')) return { table: tokens.name(), operators: [] };
  const query = pipeline(tokens);
  tokens.expect(')');
  return query;
}

const JOIN_KINDS: readonly string[] = ['innerunique', 'inner', 'leftouter', 'rightouter', 'fullouter'] satisfies JoinKind[];
const isJoinKind = (word: string): word is JoinKind => JOIN_KINDS.includes(word);

function join(tokens: TokenStream): Operator {
  let how: JoinKind = 'innerunique';
  if (tokens.accept('kind')) {
    tokens.expect('=');
    const word = tokens.name();
    if (!isJoinKind(word)) tokens.fail(`The join kind '${word}' is not supported.`);
    how = word;
  }
  const right = nested(tokens);
  tokens.expect('on');
  return { kind: 'join', how, right, on: tokens.list(() => joinKey(tokens)) };
}

function joinKey(tokens: TokenStream): JoinKey {
  const condition = parseExpression(tokens);
  if (condition.kind === 'column') return { left: condition, right: condition };
  if (condition.kind === 'binary' && condition.operator === '==') {
    const left = side('$left', condition);
    const right = side('$right', condition);
    if (left && right) return { left, right };
  }
  return tokens.fail('join takes column names or $left.a == $right.b.');
}

function side(which: '$left' | '$right', condition: { left: Expression; right: Expression }): Expression | undefined {
  for (const one of [condition.left, condition.right]) {
    if (one.kind === 'member' && one.of.kind === 'column' && one.of.name === which) return { kind: 'column', name: one.name };
  }
  return undefined;
}
