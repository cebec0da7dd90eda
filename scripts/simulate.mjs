// Runs histories of the BFF, Local Azure and the network between them by number: npm run simulate -- --seeds 10000
//   --seed 4711           one history, with all that happens in it
//   --plants              finds each fault that is planted on purpose, within 1,000 seeds
import { join } from 'node:path';
import { isMainThread, parentPort as port, Worker, workerData } from 'node:worker_threads';
import { fileURLToPath } from 'node:url';
import { readArguments } from './arguments.mjs';
import { ensureInstalled, ensureNode, fail, root } from './prepare.mjs';

const THREADS = 2;
const PLANTED_WITHIN = 1_000;

async function load() {
  const { runnerImport } = await import('vite');
  return (await runnerImport(join(root, 'apps/bff/src/testing/simulation/run-seeds.ts'))).module;
}

/** One thread's share; `each` is told every result and says whether to go on. */
function share(span, each) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(fileURLToPath(import.meta.url), { workerData: span });
    worker.on('message', (result) => {
      if (!each(result)) Atomics.store(span.enough, 0, 1);
    });
    worker.once('error', reject);
    worker.once('exit', resolve);
  });
}

const all = (span, each) => {
  // A thread is asked to end, not ended: the database it has open would not survive that.
  const enough = new Int32Array(new SharedArrayBuffer(4));
  return Promise.all(Array.from({ length: THREADS }, (_, at) => share({ ...span, enough, from: span.from + at, step: THREADS }, each)));
};

async function simulate(from, to) {
  let [runs, lost] = [0, 0];
  const failed = [];
  const started = performance.now();
  await all({ from, to }, (result) => {
    runs += 1;
    lost += result.lostAnswers;
    if (result.breaches.length > 0) failed.push(result);
    if (runs % 500 === 0) console.log(`${runs} of ${to - from + 1}`);
    return failed.length < 5;
  });
  const seconds = ((performance.now() - started) / 1_000).toFixed(1);
  for (const { seed, breaches, trace } of failed) console.error(`seed ${seed}: ${breaches.join('; ')}\n${trace.join('\n')}\n`);
  console.log(`${runs} histories in ${seconds} s, ${lost} answers lost, ${failed.length} of them wrong.`);
  if (failed.length > 0) fail('Run one of them again with --seed.');
}

async function findPlants(plants) {
  for (const plant of plants) {
    let found;
    await all({ from: 1, to: PLANTED_WITHIN, plant }, (result) => {
      if (result.breaches.length > 0 && !(found?.seed < result.seed)) found = result;
      return found === undefined;
    });
    if (!found) fail(`“${plant}” was not found within ${PLANTED_WITHIN} seeds.`);
    console.log(`seed ${found.seed} finds “${plant}”: ${found.breaches.join('; ')}`);
  }
}

if (isMainThread) {
  await ensureNode();
  const options = readArguments({
    seeds: { type: 'string', default: '10000' },
    seed: { type: 'string' },
    plants: { type: 'boolean', default: false },
  });
  ensureInstalled();
  if (options.plants) await findPlants(Object.keys((await load()).PLANTS));
  else if (options.seed !== undefined) {
    const seed = Number(options.seed);
    await (
      await load()
    ).runSeeds({ from: seed, to: seed, step: 1 }, ({ breaches, trace }) => {
      console.log(`${trace.join('\n')}\n${breaches.join('\n') || 'Nothing is wrong with it.'}`);
      return true;
    });
    process.exit(0);
  } else await simulate(1, Number(options.seeds));
} else {
  const { runSeeds } = await load();
  await runSeeds(workerData, (result) => {
    port.postMessage(result, []);
    return Atomics.load(workerData.enough, 0) === 0;
  });
}
