// Ten lists of 10,000 machines at once, asked for by all who may see them, and whether the server still says meanwhile that it lives.
import { watchHealth } from '../lib/health-watch.mjs';
import { readStream } from '../lib/machine-stream.mjs';
import { measured, mib, ms } from '../lib/measurement.mjs';
import { residentMiB } from '../lib/processes.mjs';
import { quantile } from '../lib/statistics.mjs';

export const rounds = 2;

const LISTS = 10;
const PEOPLE = ['Adele Vance', 'Megan Bowen', 'Patti Fernandez', 'Lee Gu'];

export async function measure(bench) {
  const stage = await bench.ownStage({ seed: 'large', standing: true });
  try {
    const headers = [];
    for (const person of PEOPLE) headers.push(await bench.headersFor(stage.url, person));
    const { subscriptionId } = await bench.vault();
    const url = `${stage.url}/api/subscriptions/${subscriptionId}/virtual-machines`;
    let lists = [];
    let all = 0;
    const { took, memory } = await watchHealth(stage.url, stage.bffPid, async () => {
      const began = performance.now();
      lists = await Promise.allSettled(Array.from({ length: LISTS }, (_, n) => readStream(url, headers[n % headers.length])));
      all = performance.now() - began;
    });
    const answered = lists.filter(({ status, value }) => status === 'fulfilled' && value.rows >= 10_000).length;
    const failure = lists.find(({ status }) => status === 'rejected')?.reason.message ?? '';
    return [
      measured(`${LISTS} lists of 10,000 VMs at once: answered`, answered, {
        as: (value) => `${value} of ${LISTS}`,
        atLeast: LISTS,
        budget: 'all',
        exact: true,
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
