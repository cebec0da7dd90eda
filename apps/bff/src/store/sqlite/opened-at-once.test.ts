import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { expect, it } from 'vitest';
import { SqlIntents } from '../sql/intents';
import { openSqlite } from './database';

const SERVERS = 4;
const FOLDERS = 12;

/** Opens the store of each folder that it is told of, at the very moment at which the others do. */
const SERVER = `
const { parentPort, workerData } = require('node:worker_threads');
import('vite').then(async ({ runnerImport }) => {
  const { module } = await runnerImport(workerData.database);
  parentPort.on('message', async ({ folder, waiting }) => {
    Atomics.add(waiting, 0, 1);
    while (Atomics.load(waiting, 0) < workerData.servers);
    try {
      (await module.openSqlite(folder)).close();
      parentPort.postMessage('open');
    } catch (error) {
      parentPort.postMessage(String(error));
    }
  });
  parentPort.postMessage('ready');
});`;

const nextOf = (worker: Worker) => new Promise<unknown>((resolve) => worker.once('message', resolve));

it('servers that start at once over a new folder wait for each other', { timeout: 60_000 }, async () => {
  const database = join(import.meta.dirname, 'database.ts');
  const workers = Array.from({ length: SERVERS }, () => new Worker(SERVER, { eval: true, workerData: { database, servers: SERVERS } }));
  await Promise.all(workers.map(nextOf));
  const outcomes: unknown[] = [];
  for (let round = 0; round < FOLDERS; round += 1) {
    const home = mkdtempSync(join(tmpdir(), 'tresor-at-once-'));
    const folder = join(home, 'new');
    const waiting = new Int32Array(new SharedArrayBuffer(4));
    const answers = Promise.all(workers.map(nextOf));
    for (const worker of workers) worker.postMessage({ folder, waiting }, []);
    outcomes.push(...(await answers));
    const store = await openSqlite(folder);
    const intent = { intentId: 'one', owner: 'adele', bodyHash: 'hash', requestId: 'request', sentAt: '' };
    expect((await new SqlIntents(store).claim(intent)).isClaimed).toBe(true);
    store.close();
    rmSync(home, { recursive: true });
  }
  await Promise.all(workers.map((worker) => worker.terminate()));
  expect(new Set(outcomes)).toEqual(new Set(['open']));
});
