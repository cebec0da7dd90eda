// Runs histories of the BFF, Local Azure and the network between them by number: npm run simulate -- --seeds 10000
//   --seed 4711           one history, with all that happens in it
//   --lost 1000           until so many answers have been lost while lists lag for as long as they may
//   --plants              finds each fault that is planted on purpose, within 1,000 seeds
import { join } from 'node:path';
import { isMainThread, parentPort as port, Worker, workerData } from 'node:worker_threads';
import { fileURLToPath } from 'node:url';
import { readArguments } from './arguments.mjs';
import { ensureInstalled, ensureNode, fail, root } from './prepare.mjs';
import { moveIntoTemporaryHome } from './temporary-home.mjs';

const THREADS = 2;

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

async function simulate(span, mostLost = Infinity) {
  let [runs, lost] = [0, 0];
  const failed = [];
  const started = performance.now();
  await all(span, (result) => {
    runs += 1;
    lost += result.lostAnswers;
    if (result.breaches.length > 0) failed.push(result);
    if (runs % 500 === 0) console.log(`${runs} histories`);
    return failed.length < 5 && lost < mostLost;
  });
  const seconds = ((performance.now() - started) / 1_000).toFixed(1);
  for (const { seed, breaches, trace } of failed) console.error(`seed ${seed}: ${breaches.join('; ')}\n${trace.join('\n')}\n`);
  console.log(`${runs} histories in ${seconds} s: ${lost} answers to writes were lost, nothing was done twice in ${runs - failed.length}.`);
  if (failed.length > 0) fail('Run one of them again with --seed.');
}

async function findPlants() {
  const hidden = [];
  await all({ from: 0, plants: true }, ({ plant, found }) => {
    if (found) console.log(`seed ${found.seed} finds “${plant}”: ${found.breaches.join('; ')}`);
    else hidden.push(plant);
    return true;
  });
  if (hidden.length > 0) fail(`Not found: ${hidden.map((plant) => `“${plant}”`).join(', ')}.`);
}

if (isMainThread) {
  await ensureNode();
  const options = readArguments({
    seeds: { type: 'string', default: '10000' },
    seed: { type: 'string' },
    lost: { type: 'string' },
    plants: { type: 'boolean', default: false },
  });
  for (const name of /** @type {const} */ (['seeds', 'seed', 'lost']))
    if (!/^[1-9]\d{0,8}$/.test(options[name] ?? '1')) fail(`--${name} must be a whole number, not "${options[name]}".`);
  ensureInstalled();
  moveIntoTemporaryHome();
  if (options.plants) await findPlants();
  else if (options.seed !== undefined) {
    const seed = Number(options.seed);
    await (
      await load()
    ).runSeeds({ from: seed, to: seed, step: 1 }, ({ breaches, trace }) => {
      console.log(`${trace.join('\n')}\n${breaches.join('\n') || 'Nothing is wrong with it.'}`);
      return true;
    });
    process.exit(0);
  } else if (options.lost !== undefined) await simulate({ from: 1, to: Infinity, hardest: true }, Number(options.lost));
  else await simulate({ from: 1, to: Number(options.seeds) });
} else {
  const { runSeeds, findPlants: find } = await load();
  await (workerData.plants ? find : runSeeds)(workerData, (result) => {
    port?.postMessage(result, []);
    return Number(Atomics.load(workerData.enough, 0)) === 0;
  });
}
