const HEADINGS = ['what', 'measured', 'budget', 'verdict', 'beside it'];

/** One line of the table. `within` undefined: measured, and nothing promised. */
export function row(what, measured, budget, within, beside = '') {
  const verdict = within === undefined ? '–' : within ? 'kept' : 'MISSED';
  return [what, measured, budget, verdict, beside];
}

export const notMeasured = (what, budget, why) => [what, 'not measured', budget, '–', why];

export function printTable(rows) {
  const widths = HEADINGS.map((heading, column) => Math.max(heading.length, ...rows.map((cells) => cells[column].length)));
  const line = (cells) => `| ${cells.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`;
  console.log(line(HEADINGS));
  console.log(line(widths.map((width) => '-'.repeat(width))));
  for (const cells of rows) console.log(line(cells));
}

export const ms = (value) => (value >= 1000 ? `${(value / 1000).toFixed(2)} s` : `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`);
export const kib = (bytes) => `${(bytes / 1024).toFixed(1)} KiB`;
export const mib = (value) => `${Math.round(value)} MiB`;
export const perSecond = (value) => `${Math.round(value).toLocaleString('en')}/s`;
