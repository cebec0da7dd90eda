// Three servers behind a dumb proxy over one PostgreSQL, and all that can happen to them amid orders.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildServer, settingsIn } from './older.mjs';
import { ensurePostgres } from './postgres.mjs';
import { fail, root } from './prepare.mjs';
import { moveIntoTemporaryHome } from './temporary-home.mjs';

const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(1)} s`;

/** @param {number} orders how many there are to be at least */
export async function runServerFaults(orders) {
  if (!ensurePostgres())
    fail('PostgreSQL 15 or newer was not found and could not be installed; install Debian’s package postgresql and try again.');
  const { runnerImport } = await import('vite');
  const built = await buildServer(root, { main: 'src/main.ts' });
  const { module } = await runnerImport(join(root, 'apps/bff/src/testing/servers/run-servers.ts'));
  // It stays where something fails; all else goes with the run.
  const folder = mkdtempSync(join(tmpdir(), 'servers-'));
  moveIntoTemporaryHome();
  const started = performance.now();
  let given = 0;
  try {
    await module.runServers({ program: join(built, 'main.js'), folder, orders, settingsOf: await settingsIn(root) }, (result) => {
      given += result.orders;
      const doubts = `${result.unanswered} times nothing was known, ${result.notStarted} had certainly not begun and were asked for again`;
      console.log(`${result.fault}: ${result.orders} orders were certain after ${seconds(result.took)}; ${doubts}.`);
    });
    rmSync(folder, { recursive: true });
  } catch (error) {
    fail(`${error instanceof Error ? error.message : String(error)} What the servers remember is in ${folder}.`);
  }
  console.log(`${given} orders in ${seconds(performance.now() - started)}: none was doubled, none was lost, each has a true answer.`);
}
