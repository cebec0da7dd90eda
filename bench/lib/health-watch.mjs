// Whether a server says that it lives, asked every few milliseconds from a thread of its own: what the bench itself is busy with does not count.
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { residentMiB } from './processes.mjs';

const ASK_EVERY_MS = 20;

async function watch(parentPort, { url, pid }) {
  const took = [];
  let memory = 0;
  const state = { isOver: false };
  parentPort.once('message', () => {
    state.isOver = true;
  });
  parentPort.postMessage('watching', []);
  while (!state.isOver) {
    const asked = performance.now();
    await (await fetch(url)).text();
    took.push(performance.now() - asked);
    memory = Math.max(memory, residentMiB(pid));
    await wait(ASK_EVERY_MS);
  }
  parentPort.postMessage({ took, memory }, []);
}

if (parentPort && workerData?.watched) await watch(parentPort, workerData.watched);

/** Watches while the work is done; answers how long each answer took, in milliseconds, and the most memory of the process seen. */
export async function watchHealth(url, pid, work) {
  const worker = new Worker(new URL(import.meta.url), { workerData: { watched: { url: `${url}/api/health`, pid } } });
  await once(worker, 'message');
  try {
    await work();
  } finally {
    worker.postMessage('over', []);
  }
  const [seen] = await once(worker, 'message');
  await worker.terminate();
  return seen;
}
