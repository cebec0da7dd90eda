import { QueryError } from './query-error';
import { tokenize, type Token } from './tokens';

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
function withoutLets(all: readonly Token[]): Token[] {
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

/** Reads tokens one after another, with the few questions a parser asks. */
export class TokenStream {
  private readonly tokens: Token[];
  private at = 0;

  /** What `now()` answers; milliseconds since 1970. */
  readonly now: number;

  constructor(query: string, now: number) {
    this.tokens = withoutLets(tokenize(query));
    this.now = now;
  }

  get next(): Token {
    return this.tokens[this.at] ?? this.end;
  }

  get afterNext(): Token {
    return this.tokens[this.at + 1] ?? this.end;
  }

  take(): Token {
    const token = this.next;
    if (token.kind !== 'end') this.at += 1;
    return token;
  }

  /** Takes the symbol or the word when it stands next. */
  accept(text: string): boolean {
    if (!this.sees(text)) return false;
    this.at += 1;
    return true;
  }

  sees(text: string): boolean {
    return (this.next.kind === 'symbol' || this.next.kind === 'name') && this.next.text === text;
  }

  expect(text: string): void {
    if (!this.accept(text)) this.fail(`'${text}' was expected.`);
  }

  name(): string {
    if (this.next.kind !== 'name') this.fail('A name was expected.');
    return this.take().text;
  }

  /** A word that may hold hyphens, such as `project-away`. */
  word(): string {
    let word = this.name();
    while (this.next.text === '-' && this.next.joined && this.afterNext.kind === 'name' && this.afterNext.joined) {
      this.take();
      word += `-${this.take().text}`;
    }
    return word;
  }

  integer(): number {
    if (this.next.kind !== 'number' || !/^\d+$/.test(this.next.text)) this.fail('A whole number was expected.');
    return Number(this.take().text);
  }

  /** One or more, separated by commas. */
  list<T>(read: () => T): T[] {
    const items = [read()];
    while (this.accept(',')) items.push(read());
    return items;
  }

  fail(message: string): never {
    throw new QueryError('ParserFailure', message, this.next);
  }

  private get end(): Token {
    return this.tokens.at(-1) ?? { kind: 'end', text: '<EOF>', line: 1, column: 0, joined: false };
  }
}
