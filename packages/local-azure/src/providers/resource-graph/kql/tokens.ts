import { QueryError } from './query-error';
import { own } from '../../../world/own';

export interface Token {
  kind: 'name' | 'number' | 'string' | 'moment' | 'symbol' | 'end';
  text: string;
  line: number;
  column: number;
  /** Touches the token before it; tells `project-away` from `project - away`. */
  joined: boolean;
}

const SPACE = /(?:\s|\/\/[^\n]*)+/y;
const NUMBER = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
/** What stands in the brackets is no expression. */
const MOMENT = /datetime\([^()'"]*\)/y;
const NAME = /[$]?[A-Za-z_][A-Za-z0-9_]*/y;
const VERBATIM = /@'(?:[^']|'')*'|@"(?:[^"]|"")*"/y;
const STRING = /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/y;
const SYMBOL = /==|!=|=~|!~|<=|>=|\.\.|[|()[\]{},.:;=<>+\-*/%!~]/y;

const ESCAPES: Record<string, string> = { n: '\n', t: '\t', r: '\r' };

const matchers = [
  ['number', NUMBER, (text: string) => text],
  ['moment', MOMENT, (text: string) => text.slice('datetime('.length, -1).trim()],
  ['name', NAME, (text: string) => text],
  ['string', VERBATIM, (text: string) => text.slice(2, -1).replaceAll((text[1] ?? '').repeat(2), text[1] ?? '')],
  ['string', STRING, (text: string) => text.slice(1, -1).replace(/\\(.)/g, (_, letter: string) => own(ESCAPES, letter) ?? letter)],
  ['symbol', SYMBOL, (text: string) => text],
] as const;

/** Cuts a query into tokens; comments and white space fall away. */
export function tokenize(query: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let line = 1;
  let lineStart = 0;
  while (at < query.length) {
    SPACE.lastIndex = at;
    const space = SPACE.exec(query)?.[0] ?? '';
    for (let i = space.indexOf('\n'); i >= 0; i = space.indexOf('\n', i + 1)) {
      line += 1;
      lineStart = at + i + 1;
    }
    at += space.length;
    if (at >= query.length) break;
    const place = { line, column: at - lineStart };
    const token = readToken(query, at);
    if (!token) throw new QueryError('ParserFailure', 'Unexpected character.', { ...place, text: query.charAt(at) });
    tokens.push({ kind: token.kind, text: token.text, ...place, joined: space === '' && tokens.length > 0 });
    at += token.length;
  }
  tokens.push({ kind: 'end', text: '<EOF>', line, column: at - lineStart, joined: false });
  return tokens;
}

function readToken(query: string, at: number) {
  for (const [kind, pattern, unquote] of matchers) {
    pattern.lastIndex = at;
    const text = pattern.exec(query)?.[0];
    if (text !== undefined) return { kind, text: unquote(text), length: text.length };
  }
  return undefined;
}
