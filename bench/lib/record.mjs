// Keeps the results, a file for each version, and makes the page of them. Figures that were not measured now stay as they were.
import { existsSync, mkdirSync, readdirSync, writeFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBack } from '../../scripts/read-back.mjs';
import { bin, root, run } from '../../scripts/prepare.mjs';
import { tableOfOne, wordsOf } from './table.mjs';

const folder = join(root, 'bench/results');
const page = join(root, 'docs/performance.md');

const byDate = (one, other) => (one.date < other.date ? -1 : 1);
const readAll = () =>
  readdirSync(folder)
    .map((name) => readBack(readFileSync(join(folder, name), 'utf8')))
    .toSorted(byDate);

const headingOf = ({ version, commit, date }) => `${version} (${commit}, ${date.slice(0, 10)})`;

function cellOf({ lines }, what) {
  const line = lines.find((line) => line.what === what);
  return line === undefined ? '' : `${line.shown}${line.range === '' ? '' : ` (${line.range})`}`;
}

/** A line for each figure, a column for each version. */
function history(all) {
  const figures = all.at(-1).lines.map(({ what }) => what);
  const rows = [
    ['what', ...all.map(headingOf)],
    ['-', ...all.map(() => '-')],
    ...figures.map((what) => [what, ...all.map((one) => cellOf(one, what))]),
  ];
  return rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function render(all) {
  const newest = all.at(-1);
  const older = all.length > 1 ? `\n## Version by version\n\nMedians, and ranges in brackets.\n\n${history(all)}\n` : '';
  return `# Performance

Written by \`npm run bench -- --record\`; what was measured is in \`bench/results\`. Pages are those of the full Chromium on a CPU four times as
slow, behind 10 Mbit/s and 40 ms, with no inspector of scripts attached. The floor is \`bench/floor\`: React, React Router and Fluent with one table,
without sign-in and API. The constant load is the same work each time on both cores; where it takes longer, the machine was slower or in use.
An exponent says with which power of the size something grows: 1 is in proportion, 0 not at all.

## ${headingOf(newest)}

${newest.conditions}
${wordsOf(newest.constantLoad)}

${tableOfOne(newest.lines)}
${older}`;
}

/** @param {string} file */
function linesIn(file) {
  if (!existsSync(file)) return [];
  /** @type {{ lines: { what: string }[] }} */
  const { lines } = readBack(readFileSync(file, 'utf8'));
  return lines;
}

/** Keeps the results under the version and its commit, and writes the page. */
export function keep({ label }, results, conditions) {
  /** @type {{ version: string }} */
  const { version } = readBack(readFileSync(join(root, 'package.json'), 'utf8'));
  const [commit] = label.split(' ');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${version}-${commit}.json`);
  const lines = results.of('after');
  const others = linesIn(file).filter(({ what }) => lines.every((line) => line.what !== what));
  const { constantLoad } = results;
  const kept = { version, commit, date: new Date().toISOString(), conditions, constantLoad, lines: [...others, ...lines] };
  writeFileSync(file, JSON.stringify(kept));
  writeFileSync(page, render(readAll()));
  run(bin('oxfmt'), [file, page]);
}
