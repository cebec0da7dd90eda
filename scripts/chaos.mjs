// Kills Local Azure under load, again and again: npm run chaos -- --rounds 1000
//   --servers             kills, freezes and cuts off servers and their database amid orders instead; --orders 1000
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readArguments } from './arguments.mjs';
import { ensureInstalled, ensureNode, fail, root } from './prepare.mjs';
import { runServerFaults } from './server-faults.mjs';

/** In fewer rounds no backup may have come to its end. */
const MEANINGFUL = 15;

await ensureNode();
const options = readArguments({
  rounds: { type: 'string', default: '1000' },
  servers: { type: 'boolean', default: false },
  orders: { type: 'string', default: '1000' },
});
for (const name of ['rounds', 'orders'])
  if (!/^[1-9]\d{0,6}$/.test(options[name])) fail(`--${name} must be a whole number, not "${options[name]}".`);
const rounds = Number(options.rounds);
ensureInstalled();
if (options.servers) {
  await runServerFaults(Number(options.orders));
  process.exit(0);
}
const { build, runnerImport } = await import('vite');

const home = join(root, 'packages/local-azure');
// Not below dist, which every other build empties.
const outDir = join(root, 'node_modules/.tresor/chaos');
await build({ root: home, configFile: join(home, 'vite.config.ts'), logLevel: 'error', build: { outDir, sourcemap: false } });
const { module } = await runnerImport(join(home, 'chaos/run-chaos.ts'));
const folder = mkdtempSync(join(tmpdir(), 'chaos-'));
const started = performance.now();
try {
  const { kills, acknowledged, backupsEnded } = await module.runChaos({
    program: join(outDir, 'main.js'),
    folder,
    rounds,
    onRound: (round) => round % 50 === 0 && console.log(`${round} of ${rounds} rounds`),
  });
  if (rounds >= MEANINGFUL && (acknowledged <= kills || backupsEnded === 0)) throw new Error('Too little happened to be lost.');
  const minutes = ((performance.now() - started) / 60_000).toFixed(1);
  console.log(
    `${kills} kills in ${minutes} minutes: nothing lost of ${acknowledged} acknowledged writes, ${backupsEnded} backups came to their end.`,
  );
  rmSync(folder, { recursive: true });
} catch (error) {
  fail(`${error instanceof Error ? error.message : String(error)} The state is in ${folder}.`);
}
