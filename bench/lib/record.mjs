// Keeps the last result and a line for each figure over time, and makes the page of the last one.
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBack } from '../../scripts/read-back.mjs';
import { bin, root, run } from '../../scripts/prepare.mjs';
import { tableOfPage, wordsOf } from './table.mjs';

const last = join(root, 'bench/results/last.jsonl');
const history = join(root, 'bench/results/history.csv');
const page = join(root, 'docs/performance.md');

const render = ({ commit, date, conditions, constantLoad }, lines) => `# Performance

Written by \`npm run bench -- --record\`; \`bench/results\` has the same with what stands beside each figure, and the figures of earlier commits.
Pages are those of the full Chromium on a CPU four times as slow, behind 10 Mbit/s and 40 ms, with no inspector of scripts attached. The floor is
\`bench/floor\`: React, React Router and Fluent with one table, without sign-in and API. The constant load is the same work each time on both
cores; where it takes longer, the machine was slower or in use. An exponent says with which power of the size something grows: 1 is in
proportion, 0 not at all.

## ${commit}, ${date.slice(0, 10)}

${conditions}
${wordsOf(constantLoad)}

${tableOfPage(lines)}
`;

const rounded = (value) => Number(value.toPrecision(4));

const historyOf = ({ commit, date, constantLoad }, { what, median, low, high }) =>
  `${[date.slice(0, 10), commit, rounded(constantLoad.median), `"${what}"`, ...[median, low, high].map(rounded)].join(',')}\n`;

/**
 * Figures of the same commit that were measured before, and not now.
 * @param {string} commit
 * @param {{ what: string }[]} lines
 * @returns {{ what: string }[]}
 */
function othersOf(commit, lines) {
  if (!existsSync(last)) return [];
  /** @type {[{ commit: string }, ...{ what: string }[]]} */
  const [about, ...before] = readBack(`[${readFileSync(last, 'utf8').trim().split('\n').join(',')}]`);
  return about.commit === commit ? before.filter(({ what }) => lines.every((line) => line.what !== what)) : [];
}

/** Keeps the results under their commit, and writes the page. */
export function keep({ label }, results, conditions) {
  const [commit] = label.split(' ');
  const measured = results.of('after');
  const lines = [...othersOf(commit, measured), ...measured];
  const about = { commit, date: new Date().toISOString(), conditions, constantLoad: results.constantLoad };
  writeFileSync(last, [about, ...lines].map((line) => `${JSON.stringify(line)}\n`).join(''));
  appendFileSync(history, measured.map((line) => historyOf(about, line)).join(''));
  writeFileSync(page, render(about, lines));
  run(bin('oxfmt'), [page]);
}
