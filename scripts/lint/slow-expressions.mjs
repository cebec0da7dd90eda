import { SyntaxKind } from 'typescript/unstable/ast';
import { nodesOf, readSources, textOf } from './source-nodes.mjs';

/** Letters of a hostile text; an expression that goes through it once for each of them takes seconds, one that is linear a millisecond. */
const LETTERS = 20_000;
/** Where the time doubles with each letter or two, one of them is slow on every machine, and none takes longer than a second. */
const FEW_LETTERS = [22, 26, 30, 34, 38, 42];
/** Milliseconds of this process's own work, so that others on the machine do not count. */
const MOST_MS = 20;

const COMMON = ['a', '0', ' ', '-', '_', '.', '/', ',', ';', ':', '"', "'", '\\', '(', '[', '{', '<', '=', '%20', '\n', '\t', 'ä'];
const BEHIND = ['', 'a', '0', ' ', '-', '.', '/', '"', "'", '='];

/** What stands literally in an expression: `https`, `//` … */
function literalsOf(source) {
  const plain = source
    .replaceAll(/\\([dDwWsSbBpPuxk])(?:\{[^}]*\}|<[^>]*>)?/g, '\n')
    .replaceAll(/\[[^\]]*\]|\{[\d,]*\}|\(\?[^)]{0,3}|[()|?*+^$.]/g, (mark, at) => (source[at - 1] === '\\' ? mark : '\n'))
    .replaceAll('\\', '');
  return plain.split('\n').filter(Boolean);
}

function* hostileTexts(source) {
  const literals = [...new Set(literalsOf(source))].slice(0, 12);
  const pieces = [
    ...COMMON,
    ...literals.flatMap((literal) => BEHIND.map((behind) => literal + behind)),
    ...literals.map((literal, at) => literal + (literals[at + 1] ?? '')),
  ];
  for (const piece of new Set(pieces)) if (piece) yield piece.repeat(Math.ceil(LETTERS / piece.length));
  for (const start of literals) for (const piece of ['a', '0', ' ', '-', '.']) yield start + piece.repeat(LETTERS);
}

const spent = (since) => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
};

const REPEATS = /[*+]|\{\d+,\}/;

/** Whether some hostile text holds the expression up. */
export function isSlow(expression) {
  if (!REPEATS.test(expression.source)) return false;
  const everywhere = expression.sticky ? expression : new RegExp(expression.source, [...new Set(`${expression.flags}g`)].join(''));
  const takesLong = (text) => {
    const since = process.cpuUsage();
    `${text}\u0000`.replace(everywhere, '');
    return spent(since) > MOST_MS;
  };
  // Again and again, for the collection of garbage takes time as well, and more on a busy machine.
  const holdsUp = (text) => [1, 2, 3, 4].every(() => takesLong(text));
  // What doubles with each letter would not come to an end for many.
  return hostileTexts(expression.source).some((text) => FEW_LETTERS.some((letters) => holdsUp(text.slice(0, letters))) || holdsUp(text));
}

function expressionOf(literal) {
  const end = literal.lastIndexOf('/');
  return new RegExp(literal.slice(1, end), literal.slice(end + 1));
}

/** The regular expressions of a part's code that take more than their time for a text made to hold them up. */
export const slowExpressions = (part) =>
  readSources(part, (sourceFile, _checker, file) =>
    nodesOf(sourceFile, ({ kind }) => kind === SyntaxKind.RegularExpressionLiteral)
      .map((node) => textOf(sourceFile, node))
      .filter((literal) => isSlow(expressionOf(literal)))
      .map((literal) => `${file}: ${literal}`),
  );
