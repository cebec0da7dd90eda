// The same work every time, on both cores at once: where it takes longer, the machine was slower, or others used it.
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { parentPort, Worker } from 'node:worker_threads';

const THREADS = 2;
const WARM_UP = 5;
/** The best of so many counts: what the figure before leaves behind, a page that is taken apart, is not the machine's. */
const TRIES = 3;
/** More of the time than this without a core, or so much longer than at the best moment of the run, and the machine counts as busy. */
const BUSY_SHARE = 0.1;
const BUSY_RATIO = 1.2;

/** Sorting, text, and a hash: about a tenth of a second. */
function work() {
  let seed = 1;
  const numbers = Array.from({ length: 100_000 }, () => (seed = (seed * 48_271) % 2_147_483_647));
  const text = JSON.stringify(numbers.toSorted((a, b) => a - b));
  return createHash('sha256')
    .update(JSON.stringify(JSON.parse(text)))
    .digest('hex');
}

/** In a thread: does the work for anyone who holds the other end of the port. */
parentPort?.on('message', ({ done }) => {
  work();
  done.close();
});

async function workIn(worker) {
  const { port1, port2 } = new MessageChannel();
  worker.postMessage({ done: port2 }, [port2]);
  await once(port1, 'close');
}

/** `measure` answers how long the work took in milliseconds and which share of that time it waited for a core, the best of several times. */
export async function startConstantLoad() {
  const workers = Array.from({ length: THREADS }, () => new Worker(new URL(import.meta.url)));
  async function measureOnce() {
    const before = process.cpuUsage();
    const started = performance.now();
    await Promise.all(workers.map(workIn));
    const took = performance.now() - started;
    const { user, system } = process.cpuUsage(before);
    return { took, waited: Math.max(0, 1 - (user + system) / 1000 / (took * THREADS)) };
  }
  async function measure() {
    const tries = [];
    for (let n = 0; n < TRIES; n++) tries.push(await measureOnce());
    return { took: Math.min(...tries.map(({ took }) => took)), waited: Math.min(...tries.map(({ waited }) => waited)) };
  }
  for (let n = 0; n < WARM_UP; n++) await measureOnce();
  return { measure, stop: () => Promise.all(workers.map((worker) => worker.terminate())) };
}

/** Whether the machine was busy, given the load then and the best of the run. */
export const wasBusy = ({ took, waited }, best) => waited > BUSY_SHARE || took > BUSY_RATIO * best;
