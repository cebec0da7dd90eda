// Ten lists of 10,000 machines at once, asked for by all who may see them, and whether the server still says meanwhile that it lives.
import { setTimeout as wait } from 'node:timers/promises';
import { readStream } from '../lib/machine-stream.mjs';
import { measured, mib, ms } from '../lib/measurement.mjs';
import { residentMiB } from '../lib/processes.mjs';
import { quantile } from '../lib/statistics.mjs';

export const rounds = 3;

const LISTS = 10;
const PEOPLE = ['Adele Vance', 'Megan Bowen', 'Patti Fernandez', 'Lee Gu'];
const HEALTH_EVERY_MS = 20;

/** Asks every few milliseconds until the work is done; answers how long each answer took, and the most memory seen. */
async function watch(stage, work) {
  const took = [];
  let memory = 0;
  const state = { isDone: false };
  const done = work.finally(() => {
    state.isDone = true;
  });
  while (!state.isDone) {
    const asked = performance.now();
    await (await fetch(`${stage.url}/api/health`)).text();
    took.push(performance.now() - asked);
    memory = Math.max(memory, residentMiB(stage.bffPid));
    await Promise.race([done.catch(() => undefined), wait(HEALTH_EVERY_MS)]);
  }
  return { took, memory };
}

export async function measure(bench) {
  const stage = await bench.ownStage({ seed: 'large', standing: true });
  try {
    const headers = [];
    for (const person of PEOPLE) headers.push(await bench.headersFor(stage.url, person));
    const { subscriptionId } = await bench.vault();
    const url = `${stage.url}/api/subscriptions/${subscriptionId}/virtual-machines`;
    const began = performance.now();
    const lists = Promise.allSettled(Array.from({ length: LISTS }, (_, n) => readStream(url, headers[n % headers.length])));
    const { took, memory } = await watch(stage, lists);
    const all = performance.now() - began;
    const answered = (await lists).filter(({ status, value }) => status === 'fulfilled' && value.rows >= 10_000).length;
    const failure = (await lists).find(({ status }) => status === 'rejected')?.reason.message ?? '';
    return [
      measured(`${LISTS} lists of 10,000 VMs at once: answered`, answered, {
        as: (value) => `${value} of ${LISTS}`,
        atLeast: LISTS,
        budget: 'all',
        beside: failure,
      }),
      measured(`${LISTS} lists of 10,000 VMs at once: time to all`, all, { as: ms, atMost: 15_000 }),
      measured(`${LISTS} lists of 10,000 VMs at once: memory of the BFF`, memory, { as: mib, atMost: 286, budget: '≤ 300 MB' }),
      measured(`${LISTS} lists of 10,000 VMs at once: health meanwhile, p95`, quantile(took, 0.95), {
        as: ms,
        atMost: 150,
        beside: `the slowest of ${took.length}: ${ms(Math.max(...took))}; Local Azure ${mib(residentMiB(stage.azurePid))}`,
      }),
    ];
  } finally {
    await stage.stop();
  }
}
