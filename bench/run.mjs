// Measures what the product promises about speed and size and prints a table. `--only first-view,bundle` measures some of it;
// `--against <commit>` measures that commit beside it, in turns; `--record` keeps the results in docs/performance.md.
import { readArguments } from '../scripts/arguments.mjs';
import { ensureBuilt, ensureInstalled, ensureNode, fail } from '../scripts/prepare.mjs';
import { moveIntoTemporaryHome } from '../scripts/temporary-home.mjs';

const FIGURES = [
  'bundle',
  'first-view',
  'shell',
  'blades',
  'machine-list',
  'machine-data',
  'many-lists',
  'all-items',
  'estate',
  'encryption-end',
  'huge-list',
  'scale',
  'enabling',
  'mixed-load',
  'list-answer',
  'list-load',
  'identical-reads',
  'limits',
  'local-azure',
  'passing-time',
  'starts',
];

await ensureNode();
const { only, against, record } = readArguments({
  only: { type: 'string', hint: FIGURES.join(',') },
  against: { type: 'string', hint: '<commit>' },
  record: { type: 'boolean', default: false },
});
const chosen = only?.split(',') ?? FIGURES;
const unknown = chosen.filter((name) => !FIGURES.includes(name));
if (unknown.length > 0) fail(`there is no figure ${unknown.join(', ')}; there are ${FIGURES.join(', ')}.`);
if (record && against) fail('--record keeps the results of one version; --against does not go with it.');

ensureInstalled();
ensureBuilt();
moveIntoTemporaryHome();
const { runFigures } = await import('./lib/run-figures.mjs');
const { thisVersion, versionOf } = await import('./lib/versions.mjs');
const { tableOfOne, tableOfTwo, wordsOf } = await import('./lib/table.mjs');

const after = await thisVersion();
const versions = against === undefined ? [after] : [await versionOf(against), after];
const began = performance.now();
const { results, browser } = await runFigures(chosen, versions);
const took = (performance.now() - began) / 1000;

const subject = versions
  .map(({ label }) => label)
  .toReversed()
  .join(' against ');
const conditions = `Measured ${subject} in ${took.toFixed(0)} s on Node ${process.versions.node} and ${browser}.`;
console.log('');
console.log(against === undefined ? tableOfOne(results.of('after')) : tableOfTwo(results.compared('before', 'after')));
for (const { version, figure, why } of results.failures) console.log(`\nNot measured: ${figure} of ${version}: ${why}`);
console.log(`\n${conditions}\n${wordsOf(results.constantLoad)}`);
if (record) {
  const { keep } = await import('./lib/record.mjs');
  keep(after, results, conditions);
}
const missed = results.missed('after');
if (missed.length > 0) fail(`not kept, on whatever machine: ${missed.join('; ')}.`);
process.exit(results.failures.length > 0 ? 1 : 0);
