import { once } from 'node:events';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { freePort } from './free-port.mjs';

const MODULE = pathToFileURL(resolve(import.meta.dirname, 'free-port.mjs')).href;
/** More than a block holds. */
const MANY = 150;

/** What a thread of its own is given, which lives on meanwhile. */
const drawInThread = () =>
  new Worker(
    `import(${JSON.stringify(MODULE)}).then(async ({ freePort }) => {
      const ports = [];
      for (let at = 0; at < ${MANY}; at += 1) ports.push(await freePort());
      const { parentPort } = require('node:worker_threads');
      parentPort.once('message', () => {});
      parentPort.postMessage(ports);
    })`,
    { eval: true },
  );

test('two threads are never given the same port, however many each draws', async () => {
  const threads = [drawInThread(), drawInThread(), drawInThread()];
  const drawn = await Promise.all(threads.map(async (thread): Promise<number[]> => (await once(thread, 'message'))[0]));
  await Promise.all(threads.map((thread) => thread.terminate()));
  const own = new Set<number>();
  for (let at = 0; at < MANY; at += 1) own.add(await freePort());
  const sets = [...drawn.map((ports) => new Set(ports)), own];
  expect(new Set(sets.flatMap((ports) => [...ports])).size).toBe(sets.reduce((sum, { size }) => sum + size, 0));
});

test('a port that somebody listens at is passed over', async () => {
  const first = await freePort();
  const server = createServer().listen(first + 1, '127.0.0.1');
  await once(server, 'listening');
  expect(await freePort()).not.toBe(first + 1);
  server.close();
});
