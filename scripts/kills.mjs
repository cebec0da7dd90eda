// Freezes and kills servers that share a store, amid orders and a restore that runs by itself: npm run kills -- --rounds 20
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readArguments } from './arguments.mjs';
import { ensureInstalled, ensureNode, fail, root } from './prepare.mjs';
import { bffSettings } from './product.mjs';
import { moveIntoTemporaryHome } from './temporary-home.mjs';

await ensureNode();
const options = readArguments({ rounds: { type: 'string', default: '20' } });
const rounds = Number(options.rounds);
if (!Number.isInteger(rounds) || rounds < 1) fail(`--rounds must be a whole number, not "${options.rounds}".`);
ensureInstalled();
const { build, runnerImport } = await import('vite');

const home = join(root, 'apps/bff');
// Not below dist, which every other build empties.
const outDir = join(root, 'node_modules/.tresor/kills');
await build({ root: home, configFile: join(home, 'vite.config.ts'), logLevel: 'error', build: { outDir, sourcemap: false } });
const { module } = await runnerImport(join(home, 'src/testing/kills/run-kills.ts'));
// It stays where something fails; all else goes with the run.
const folder = mkdtempSync(join(tmpdir(), 'kills-'));
moveIntoTemporaryHome();
const settingsOf = (place) => {
  const { TRESOR_PORTAL_DIR: _withoutPortal, ...settings } = bffSettings(place);
  return settings;
};
try {
  for (const { how, recovery } of await module.runKills({ program: join(outDir, 'main.js'), folder, rounds, settingsOf })) {
    const longest = (Math.max(...recovery) / 1000).toFixed(1);
    console.log(`${recovery.length} servers were ${how}: what they left went on after at most ${longest} s, and nothing was done twice.`);
  }
  rmSync(folder, { recursive: true });
} catch (error) {
  fail(`${error instanceof Error ? error.message : String(error)} The state is in ${folder}.`);
}
process.exit(0);
