// What takes longer than npm test may, or installs more. Each suite is a command of its own; all run, and those that failed are named.
import { readArguments } from './arguments.mjs';
import { notesIn } from './failed-tests.mjs';
import { ensureBuilt, ensureInstalled, ensureNode, fail, runBeside } from './prepare.mjs';

/** It fills the machine nearly to its end. */
const FIRST = { 'Unit and browser tests that npm test leaves out': ['scripts/test.mjs', '--long'] };

/** Two of these at a time: each waits about as long as it computes. */
const BESIDE_OTHERS = {
  'As in a tenant: behind a proxy, under Azure’s names': ['scripts/e2e-cloud.mjs'],
  'npm start and npm run dev: to their page, and to their end': ['scripts/starts.mjs'],
  'Azure’s own command line, what of it is short': ['e2e-az/run.mjs', '--short'],
  'The image: nothing in it but Node, and nothing but its data to be written': ['scripts/image.mjs', '--check'],
  'What is meant for containers and clusters, read by their programs': ['scripts/deployments.mjs'],
  'Local Azure, killed again and again': ['scripts/chaos.mjs', '--rounds', '20'],
};

/** It takes what the others leave of the processor, and is patient for as long as tests are. */
const BEHIND_OTHERS = {
  'Every restore of the demo company, by pressing what is offered': ['scripts/newcomer.mjs', '--only-walks'],
};

/** These only compute, and hold nothing against a clock: one at a time, they begin with the first and take what is left by all the others. */
const BEHIND_ALL = {
  'Servers that are killed, freeze and lose answers, by number': ['scripts/simulate.mjs', '--seeds', '100'],
  'A hundred lost answers, and lists that lag for as long as they may': ['scripts/simulate.mjs', '--lost', '100'],
};

/** These end servers at moments that little else is to move: they run beside each other, which wait most of the time, and beside nothing else. */
const SERVERS = {
  'Servers in processes of their own, frozen and killed over one store': ['scripts/kills.mjs', '--rounds', '1'],
  'Servers of older commits and of this one: up, back, and side by side': ['scripts/upgrade.mjs'],
};

/** It builds the same servers in the same place, and asks how soon one answers beside others that are dead, frozen or slow. */
const ALONE = {
  'Three servers over one PostgreSQL, and all that can happen to them': ['scripts/chaos.mjs', '--servers', '--orders', '1'],
};

const LAST_LINES = 60;

await ensureNode();
readArguments();
ensureInstalled();
ensureBuilt();
const failed = [];
const notes = [];

/** Runs a suite to its end, and tells all that it said. */
async function runSuite([name, args], behind) {
  const started = performance.now();
  const { ok, output } = await runBeside(process.execPath, args, { behind });
  if (!ok) failed.push({ name, end: output.trim().split('\n').slice(-LAST_LINES).join('\n') });
  notes.push(...notesIn(output).map((note) => `${note} (${name})`));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`\n— ${name}\n${output.trim()}\n  ${name}: ${seconds} s${ok ? '' : ', failed'}`);
}

/** Runs suites, so many at a time. `behind`: how far they stand back while another wants the processor. */
async function runSuites(suites, atATime, behind = 0) {
  const waiting = Object.entries(suites);
  const next = async () => {
    for (let suite = waiting.shift(); suite !== undefined; suite = waiting.shift()) await runSuite(suite, behind);
  };
  await Promise.all(Array.from({ length: atATime }, next));
}

const computing = runSuites(BEHIND_ALL, 1, 15);
await runSuites(FIRST, 1);
await Promise.all([runSuites(BESIDE_OTHERS, 2), runSuites(BEHIND_OTHERS, 1, 10), computing]);
await runSuites(SERVERS, 2);
await runSuites(ALONE, 1);
for (const note of notes) console.log(`\n${note}`);
// Said again: the end of a long log is what is read first.
for (const { name, end } of failed) console.error(`\n— ${name}, failed; its last words:\n${end}`);
if (failed.length > 0) fail(`failed: ${failed.map(({ name }) => name).join('; ')}.`);
