import { QueryError } from './query-error';
import { withoutLets } from './lets';
import { tokenize, type Token } from './tokens';

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
