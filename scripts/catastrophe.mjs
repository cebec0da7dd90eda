// The morning on which 197 of 200 machines are gone, to its end, with time turned: npm run catastrophe
//   --of-each-row 1       only the first machine of each kind, in a minute or two instead of a quarter of an hour
//   --kills 20            real processes instead, of which the server or Local Azure is killed at random moments so often
//   --servers 3           so many servers share them over one PostgreSQL
//   --rehearsal           all of it is rehearsed instead, twice, and removed again each time
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readArguments } from './arguments.mjs';
import { buildServer, settingsIn } from './older.mjs';
import { ensurePostgres } from './postgres.mjs';
import { ensureInstalled, ensureNode, fail, root } from './prepare.mjs';
import { moveIntoTemporaryHome } from './temporary-home.mjs';

/** The run may take a tenth longer than the longest way through Azure's jobs. */
const MOST_OF_SHORTEST = 1.1;

const minutes = (milliseconds) => (milliseconds / 60_000).toFixed(1);
const listed = (counts) =>
  Object.entries(counts)
    .map(([word, count]) => `${count} ${word}`)
    .join(', ');

async function load(file) {
  const { runnerImport } = await import('vite');
  return (await runnerImport(join(root, 'apps/bff/src/testing/catastrophe', file))).module;
}

function printDifferences(machines, differences) {
  console.log(`${machines - differences.length} of ${machines} machines ended as they should.`);
  for (const sentence of differences) console.error(`  ${sentence}`);
}

async function runWhole(ofEachRow) {
  const { runCatastrophe } = await load('run-catastrophe.ts');
  const { endings, differences, calls, machines, makespan, shortest, again } = await runCatastrophe({
    ofEachRow,
    onProgress(passed, states, { reads, writes, refused }) {
      console.log(
        `after ${passed} minutes: ${listed(states)}; ${reads} reads and ${writes} writes, ${refused} of them refused as too many`,
      );
    },
  });
  const each = (count) => (count / machines).toFixed(0);
  console.log(`\n${listed(endings)}`);
  printDifferences(
    Object.values(endings).reduce((sum, count) => sum + count, 0),
    differences,
  );
  console.log(
    `For each machine that was missing Resource Manager was asked ${each(calls.reads)} times and told ${each(calls.writes)} times, key vaults were asked ${each(calls.keyVaults)} times and blobs ${each(calls.blobs)} times.`,
  );
  console.log(`${calls.refused} calls of all were refused as too many, and the page had to ask once more ${calls.pages} times.`);
  const ratio = (makespan / shortest).toFixed(2);
  console.log(`It took ${minutes(makespan)} minutes of Azure’s time, ${ratio} times the ${minutes(shortest)} that its jobs take at least.`);
  console.log(`Run once more the plan told Azure ${again.writes} things and changed ${again.changed.length} machines.`);
  return [
    differences.length > 0 && 'not all machines ended as they should',
    makespan > shortest * MOST_OF_SHORTEST && 'it took too long',
    (again.writes > 0 || again.changed.length > 0) && 'a second run changed something',
  ];
}

async function runKilled(ofEachRow, kills, servers, isRehearsal) {
  if (servers > 1 && !ensurePostgres()) fail('PostgreSQL 15 or newer was not found and could not be installed.');
  const { build } = await import('vite');
  const home = join(root, 'packages/local-azure');
  // Not below dist, which every other build empties.
  const outDir = join(root, 'node_modules/.tresor/catastrophe');
  await build({ root: home, configFile: join(home, 'vite.config.ts'), logLevel: 'error', build: { outDir, sourcemap: false } });
  const built = await buildServer(root, { main: 'src/main.ts' });
  const run = isRehearsal ? (await load('rehearse-killed.ts')).rehearseKilled : (await load('run-killed.ts')).runKilled;
  // It stays where something fails; all else goes with the run.
  const folder = mkdtempSync(join(tmpdir(), 'catastrophe-'));
  moveIntoTemporaryHome();
  const report = await run({
    program: join(built, 'main.js'),
    azureProgram: join(outDir, 'main.js'),
    folder,
    servers,
    kills,
    ofEachRow,
    settingsOf: await settingsIn(root),
    onKill: (victim, states) => console.log(`${victim} is killed: ${listed(states)}`),
  });
  console.log(
    `${report.kills} kills amid ${isRehearsal ? 'two rehearsals' : 'the run'} of ${report.missing} machines; it went on after at most ${(report.recovery / 1000).toFixed(1)} s.`,
  );
  printDifferences(report.machines, report.differences);
  if (report.differences.length > 0) return [`something was lost or doubled, and the state is in ${folder}`];
  rmSync(folder, { recursive: true });
  return [];
}

await ensureNode();
const options = readArguments({
  'of-each-row': { type: 'string', default: '1000' },
  kills: { type: 'string', default: '0' },
  servers: { type: 'string', default: '1' },
  rehearsal: { type: 'boolean', default: false },
});
for (const name of ['of-each-row', 'kills', 'servers'])
  if (!/^\d{1,4}$/.test(options[name])) fail(`--${name} must be a whole number, not "${options[name]}".`);
if (options.rehearsal && options.kills === '0') fail('--rehearsal needs --kills.');
ensureInstalled();
const started = performance.now();
const [ofEachRow, kills, servers] = [Number(options['of-each-row']), Number(options.kills), Number(options.servers)];
if (kills === 0) moveIntoTemporaryHome();
const faults = await (kills > 0 ? runKilled(ofEachRow, kills, servers, options.rehearsal) : runWhole(ofEachRow));
console.log(`${((performance.now() - started) / 1000).toFixed(0)} s`);
if (faults.some(Boolean)) fail(`${faults.filter(Boolean).join('; ')}.`);
process.exit(0);
