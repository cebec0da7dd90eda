import { ms, times } from './measurement.mjs';

const verdict = ({ kept, keptIn, rounds }) => {
  if (kept === undefined) return '–';
  const word = kept ? 'kept' : 'MISSED';
  return keptIn === 0 || keptIn === rounds ? word : `${word}, kept in ${keptIn} of ${rounds}`;
};
const roundsOf = ({ rounds, busy }) => (busy > 0 ? `${rounds} (${busy} busy)` : `${rounds}`);

const ONE = {
  what: ({ what }) => what,
  median: ({ shown }) => shown,
  range: ({ range }) => range,
  '÷ constant load': ({ isTime, loads }) => (isTime ? loads.toFixed(2) : ''),
  rounds: roundsOf,
  budget: ({ budget }) => budget,
  verdict,
  'beside it': ({ beside }) => beside,
};

const TWO = {
  what: ({ what }) => what,
  before: ({ was }) => was.shown,
  'its range': ({ was }) => was.range,
  after: ({ is }) => is.shown,
  'its range ': ({ is }) => is.range,
  'after ÷ before': ({ ratio }) => (Number.isFinite(ratio) ? times(ratio) : ''),
  change: ({ change }) => change,
  rounds: ({ is }) => roundsOf(is),
  budget: ({ is }) => is.budget,
  verdict: ({ is }) => verdict(is),
  'beside it': ({ is }) => is.beside,
};

function tableOf(columns, lines) {
  const headings = Object.keys(columns);
  const rows = lines.map((line) => Object.values(columns).map((cell) => cell(line).replaceAll('|', '\\|')));
  const widths = headings.map((heading, n) => Math.max(heading.length, ...rows.map((cells) => cells[n].length)));
  const written = (cells) => `| ${cells.map((cell, n) => cell.padEnd(widths[n])).join(' | ')} |`;
  return [written(headings.map((heading) => heading.trim())), written(widths.map((width) => '-'.repeat(width))), ...rows.map(written)].join(
    '\n',
  );
}

const { 'beside it': _, ...ON_PAGE } = ONE;

/** Markdown, with columns that stand below each other on a terminal, too. */
export const tableOfOne = (lines) => tableOf(ONE, lines);
export const tableOfTwo = (lines) => tableOf(TWO, lines);
/** Without what stands beside a figure: the longest cell would make every line of the page as long. */
export const tableOfPage = (lines) => tableOf(ON_PAGE, lines);

/** One sentence about the machine, which every time depends on. */
export function wordsOf({ median, low, high, rounds, busy }) {
  if (rounds === 0) return 'Nothing was measured.';
  const load = `The constant load took ${ms(median)} (${ms(low)} – ${ms(high)})`;
  return busy === 0
    ? `${load}: the machine was quiet.`
    : `${load}: the machine was BUSY in ${busy} of ${rounds} rounds. Their times are of a busy machine; compare ratios.`;
}
