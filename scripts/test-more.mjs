// What takes longer than npm test may, or installs more. Each suite is a command of its own; all run, and those that failed are named.
import { readArguments } from './arguments.mjs';
import { ensureInstalled, ensureNode, fail, run } from './prepare.mjs';

const SUITES = {
  'Every restore of the demo company, by pressing what is offered, and what everyone is told of it': ['scripts/newcomer.mjs'],
  'Long walks in the browser': ['scripts/run.mjs', '--built', '--browser', 'playwright', 'test', '--grep', '@long'],
  'As in a tenant: behind a proxy, under Azure’s names': ['scripts/e2e-cloud.mjs'],
  'The image: nothing in it but Node, and nothing but its data to be written': ['scripts/image.mjs', '--check'],
  'What is meant for containers and clusters, read by their programs': ['scripts/deployments.mjs'],
  'Azure’s own command line, what of it is short': ['e2e-az/run.mjs', '--short'],
  'Local Azure, killed again and again': ['scripts/chaos.mjs', '--rounds', '20'],
  'Servers that are killed, freeze and lose answers, by number': ['scripts/simulate.mjs', '--seeds', '150'],
  'A hundred and fifty lost answers, and lists that lag for as long as they may': ['scripts/simulate.mjs', '--lost', '150'],
  'Servers in processes of their own, frozen and killed over one store': ['scripts/kills.mjs', '--rounds', '1'],
  'Servers of older commits and of this one: up, back, and side by side': ['scripts/upgrade.mjs'],
  'Three servers over one PostgreSQL, and all that can happen to them': ['scripts/chaos.mjs', '--servers', '--orders', '1'],
};

await ensureNode();
readArguments();
ensureInstalled();
const failed = [];
for (const [name, args] of Object.entries(SUITES)) {
  const started = performance.now();
  console.log(`\n— ${name}`);
  if (!run(process.execPath, args, { show: true })) failed.push(name);
  console.log(`  ${name}: ${((performance.now() - started) / 1000).toFixed(1)} s`);
}
if (failed.length > 0) fail(`failed: ${failed.join('; ')}.`);
