// Servers of older commits and of this one: up and back over a file and over PostgreSQL, and side by side; `--keep` keeps what the older one had kept.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readArguments } from './arguments.mjs';
import { buildServer, layOlder, settingsIn } from './older.mjs';
import { ensurePostgres } from './postgres.mjs';
import { ensureInstalled, ensureNode, fail, root } from './prepare.mjs';
import { moveIntoTemporaryHome } from './temporary-home.mjs';

/** The last commit with the version of the store before this one. */
const BEFORE = '0c7e636615f38022e99f03d712930d314ba38c0d';
/** An older one with the same version. */
const ALIKE = '4a2681a7eb1bdd4880f474a0563cc419bbddc851';

await ensureNode();
const { from: asked, keep } = readArguments({
  from: { type: 'string', hint: '<commit>' },
  keep: { type: 'string', hint: '<folder>' },
});
const from = asked ?? BEFORE;
ensureInstalled();
if (!ensurePostgres())
  fail('PostgreSQL 15 or newer was not found and could not be installed; install Debian’s package postgresql and try again.');
const programs = { main: 'src/main.ts' };
const [olderHome, alikeHome] = [layOlder(from), layOlder(ALIKE)];
if (asked !== undefined && olderHome === undefined) fail(`there is no commit ${asked} here, and it cannot be fetched.`);
if (olderHome === undefined || alikeHome === undefined) {
  console.log('Left out: the history of this checkout does not reach back to the older commits, and they cannot be fetched.');
  process.exit(0);
}
const builtIn = async (home, input = programs) => ({ folder: await buildServer(home, input), settingsOf: await settingsIn(home) });
const [older, alike] = [await builtIn(olderHome), await builtIn(alikeHome)];
const newer = await builtIn(root, { ...programs, store: 'src/store-main.ts' });
const keepDump = (kind, dump) => {
  const text = `-- What the server of ${from} kept of orders of every kind.\n${dump}`;
  writeFileSync(join(keep ?? '', `${from.slice(0, 7)}.${kind}.sql`), text);
};
const { runnerImport } = await import('vite');
const { module } = await runnerImport(join(root, 'apps/bff/src/testing/upgrade/run-upgrade.ts'));
// It stays where something fails; all else goes with the run.
const folder = mkdtempSync(join(tmpdir(), 'upgrade-'));
moveIntoTemporaryHome();
const started = performance.now();
try {
  const orders = await module.runUpgrade({
    older,
    alike,
    newer,
    folder,
    ...(keep !== undefined && { keep: keepDump }),
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${orders} orders by ${from.slice(0, 7)}, this version, and both in ${seconds} s: none was doubled, none was lost.`);
  rmSync(folder, { recursive: true });
} catch (error) {
  fail(`${error instanceof Error ? error.message : String(error)} What the servers remember is in ${folder}.`);
}
