import { QueryError } from './query-error';
import type { Token } from './tokens';

/** More tokens no query may have once its names are put in. */
const MOST_TOKENS = 20_000;

type Known = ReadonlyMap<string, readonly Token[]>;

const symbolLike = (token: Token, text: string): Token => ({ ...token, kind: 'symbol', text, joined: false });

/** Puts in what names stand for, in brackets. Members and new columns may be called the same. */
function withValues(tokens: readonly Token[], known: Known): Token[] {
  const made = tokens.flatMap((token, at) => {
    const value = token.kind === 'name' ? known.get(token.text) : undefined;
    if (!value || tokens[at - 1]?.text === '.' || tokens[at + 1]?.text === '=') return [token];
    return [symbolLike(token, '('), ...value, symbolLike(token, ')')];
  });
  if (made.length > MOST_TOKENS) throw new QueryError('SemanticError', 'The query is too complex.');
  return made;
}

/** Takes the `let` statements from the beginning of a query and puts their values where their names stand. */
export function withoutLets(all: readonly Token[]): Token[] {
  const known = new Map<string, readonly Token[]>();
  let rest = all;
  while (rest[0]?.kind === 'name' && rest[0].text === 'let') {
    const end = rest.findIndex(({ kind, text }) => kind === 'symbol' && text === ';');
    const [, name, equals, ...value] = rest.slice(0, Math.max(end, 0));
    if (name?.kind !== 'name' || equals?.text !== '=' || value.length === 0) {
      throw new QueryError('ParserFailure', 'A let statement was expected.', rest[1] ?? rest[0]);
    }
    known.set(name.text, withValues(value, known));
    rest = rest.slice(end + 1);
  }
  return known.size === 0 ? [...all] : withValues(rest, known);
}
