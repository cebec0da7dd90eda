// Azure's own command line against Local Azure: all of it, or by --short what fits beside the other tests.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readArguments } from '../scripts/arguments.mjs';
import { registerCloud } from '../scripts/azure-clients.mjs';
import { apt } from '../scripts/debian.mjs';
import { ensureBuilt, ensureInstalled, ensureNode, fail, runBeside } from '../scripts/prepare.mjs';
import { freePort } from '../scripts/free-port.mjs';
import { startLocalAzure } from '../scripts/product.mjs';
import { CommandLine } from './command-line.mjs';
import { steps } from './scenario.mjs';

const started = performance.now();
const since = (moment) => (performance.now() - moment) / 1000;
const seconds = (count) => `${count.toFixed(1)} s`;

const isInstalled = () => spawnSync('az', ['version', '-o', 'none'], { stdio: 'ignore' }).status === 0;

/** Makes sure that `az` can be run: Debian's package is installed where that is possible. Answers the seconds it took. */
function ensureAz() {
  const started = performance.now();
  if (isInstalled()) return 0;
  if (!existsSync('/etc/debian_version')) fail('the Azure command line (az) is missing.');
  console.log('Installing the Azure command line …');
  apt('update', '-qq');
  apt('install', '-y', '-qq', '--no-install-recommends', 'azure-cli');
  if (!isInstalled()) fail('az could not be installed; install Debian’s package azure-cli as root and try again.');
  return (performance.now() - started) / 1000;
}

await ensureNode();
const { short } = readArguments({ short: { type: 'boolean', default: false } });
ensureInstalled();
ensureBuilt();
const prepared = since(started);
const installed = ensureAz();

/** The scripts of the portal and of `deploy`, run by the same command line in worlds of their own meanwhile: most of the time is waited. */
const scripts = runBeside('npx', [
  'vitest',
  'run',
  '--config',
  'e2e-az/vitest.config.ts',
  ...(short ? ['purged-keys', 'register-apps'] : []),
]);

const folder = mkdtempSync(join(tmpdir(), 'local-azure-az-'));
const program = startLocalAzure({
  port: await freePort(),
  tlsPort: await freePort(),
  data: folder,
  speed: 60,
  control: true,
  onLog: (text) => process.stderr.write(text),
});

/** Lets minutes pass in Local Azure, at once. */
async function advance(azure, minutes) {
  const answer = await fetch(`${azure.url}/control/advance`, { method: 'POST', body: JSON.stringify({ minutes }) });
  if (!answer.ok) throw new Error(`The clock could not be turned: ${answer.status}.`);
}

const DAY = 1440;
const MORNING = 540;

/** Minutes until nine o'clock UTC: a time of day at which no nightly backup has a machine. */
const untilMorning = (now) => (DAY + MORNING - (now.getUTCHours() * 60 + now.getUTCMinutes())) % DAY;

async function signIn(az, azure) {
  for (const args of registerCloud(azure)) await az.run(...args);
  const [{ appId, secret }] = azure.programs;
  await az.run('login', '--service-principal', '-u', appId, '-p', secret, '--tenant', azure.tenantId);
}

const rows = [];
const leftOut = short ? ['the scripts of the portal for whole restores and plans'] : [];
let failure;
try {
  const azure = await program.ready;
  await advance(azure, untilMorning(new Date()));
  const az = new CommandLine(azure, join(folder, 'az'));
  const scenario = steps({ az, azure, folder, advance: (minutes) => advance(azure, minutes), signIn: () => signIn(az, azure) });
  for (const [name, step, length] of scenario) {
    if (short && length === 'long') {
      leftOut.push(name);
      continue;
    }
    const begun = performance.now();
    try {
      await step();
    } catch (error) {
      failure = error;
    }
    rows.push([failure ? 'FAILED' : 'ok', name, seconds(since(begun))]);
    console.log(rows.at(-1).join('  '));
    if (failure) break;
  }
} finally {
  await program.stop();
  if (!failure) rmSync(folder, { recursive: true });
}

const width = Math.max(...rows.map(([, name]) => name.length));
console.log(`\n| step${' '.repeat(width - 4)} | result | time   |\n| ${'-'.repeat(width)} | ------ | ------ |`);
for (const [result, name, time] of rows) console.log(`| ${name.padEnd(width)} | ${result.padEnd(6)} | ${time.padStart(6)} |`);
console.log(`\nBuild ${seconds(prepared)}, installation of az ${seconds(installed)}, scenario ${seconds(since(started))}`);

const { ok, output } = await scripts;
console.log(`\nThe scripts:\n${output}\nAll together ${seconds(since(started))}`);
if (short) console.log(`Left out: ${leftOut.join('; ')}; \`npm run e2e:az\` tries them, too.`);
if (failure) fail(`${failure.message}\nThe state was left in ${folder}.`);
if (!ok) fail('a script does not do what the portal does.');
