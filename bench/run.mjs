// Measures what the product promises about speed and size and prints a table. `--only first-view,bundle` measures some of it.
import { readArguments } from '../scripts/arguments.mjs';
import { ensureBuilt, ensureInstalled, ensureNode, fail } from '../scripts/prepare.mjs';
import { moveIntoTemporaryHome } from '../scripts/temporary-home.mjs';
import { notMeasured, printTable } from './lib/table.mjs';

const FIGURES = [
  'bundle',
  'first-view',
  'blades',
  'machine-list',
  'machine-data',
  'enabling',
  'mixed-load',
  'list-answer',
  'identical-reads',
  'limits',
  'local-azure',
  'starts',
];

await ensureNode();
const { only } = readArguments({ only: { type: 'string', hint: FIGURES.join(',') } });
const chosen = only?.split(',') ?? FIGURES;
const unknown = chosen.filter((name) => !FIGURES.includes(name));
if (unknown.length > 0) fail(`there is no figure ${unknown.join(', ')}; there are ${FIGURES.join(', ')}.`);

ensureInstalled();
ensureBuilt();
moveIntoTemporaryHome();
const { startBench } = await import('./lib/bench.mjs');

const began = performance.now();
const bench = startBench();
const rows = [];
let failed = 0;
try {
  for (const name of chosen) {
    const started = performance.now();
    process.stderr.write(`${name} … `);
    try {
      const { measure } = await import(`./figures/${name}.mjs`);
      rows.push(...(await measure(bench)));
    } catch (error) {
      failed++;
      rows.push(notMeasured(name, '', error.message.split('\n')[0]));
    }
    process.stderr.write(`${((performance.now() - started) / 1000).toFixed(0)} s\n`);
  }
} finally {
  await bench.stop();
}

console.log('');
printTable(rows);
console.log(`\nMeasured in ${((performance.now() - began) / 1000).toFixed(0)} s on Node ${process.versions.node}.`);
process.exit(failed > 0 ? 1 : 0);
