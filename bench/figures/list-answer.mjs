// What a list answer costs the BFF, against a plain SDK call in Express that reads the same bytes from the same place.
import { cannedItems } from '../lib/canned-items.mjs';
import { load } from '../lib/load.mjs';
import { measured, ms, times } from '../lib/measurement.mjs';
import { cpuMs } from '../lib/processes.mjs';

export const rounds = 2;

/** Both servers are measured warm: `warmUp` is how many requests it takes until V8 has compiled what is called all day long. */
const SIZES = [
  { label: '50 KB', items: 66, warmUp: 4000, requests: 200, share: 0.2, added: 1 },
  { label: '1 MB', items: 1346, warmUp: 120, requests: 40, share: 0.1, added: 4 },
];

/** The servers live on from round to round. */
const warm = new WeakSet();

/** Every request asks for another vault, so that nothing is answered from what an earlier one has read. */
let asked = 0;
const ask = (requests, next) => load({ connections: 1, count: requests, next: () => next(`vault-${(asked += 1)}`) });

async function costOf(pid, requests, next) {
  const before = cpuMs(pid);
  const { p50, refused } = await ask(requests, next);
  if (refused > 0) throw new Error(`${refused} of ${requests} list answers were refused`);
  return { cpu: (cpuMs(pid) - before) / requests, p50 };
}

export async function measure(bench) {
  const stage = await bench.stage();
  const headers = await bench.headers();
  const { subscriptionId } = await bench.vault();
  const plain = await bench.plainSdk();
  const rows = [];
  const askPlain = (vault) => ({ url: `${plain.url}/items/${vault}` });
  const askOwn = (vault) => ({ url: `${stage.url}/api/vaults/${subscriptionId}/rg-bench/${vault}/items`, headers });
  const answerWith = (items) => {
    const canned = cannedItems(items, subscriptionId);
    stage.proxy.answer = (path) => (path.includes('/backupProtectedItems') ? canned : undefined);
  };
  try {
    for (const { items, warmUp } of warm.has(bench) ? [] : SIZES) {
      answerWith(items);
      await Promise.all([ask(warmUp, askPlain), ask(warmUp, askOwn)]);
    }
    warm.add(bench);
    for (const { label, items, requests, share, added } of SIZES) {
      answerWith(items);
      const direct = await load({
        connections: 1,
        count: requests,
        next: () => ({ url: `${stage.proxy.url}/backupProtectedItems`, headers: { 'x-forwarded-host': 'management.azure.com' } }),
      });
      const anchor = await costOf(plain.pid, requests, askPlain);
      const own = await costOf(stage.bffPid, requests, askOwn);
      rows.push(
        measured(`BFF: CPU of a list answer of ${label} ÷ plain SDK call`, own.cpu / anchor.cpu, {
          as: times,
          atMost: share,
          beside: `${ms(own.cpu)}; plain SDK call in Express ${ms(anchor.cpu)}`,
        }),
        measured(`BFF: time added to a list answer of ${label}, p50`, own.p50 - direct.p50, {
          as: ms,
          atMost: added,
          beside: `plain SDK call in Express: ${ms(anchor.p50 - direct.p50)}`,
        }),
      );
    }
  } finally {
    stage.proxy.answer = () => undefined;
  }
  return rows;
}
