// What a list answer costs the BFF, against a plain SDK call in Express that reads the same bytes from the same place.
import { cannedItems } from '../lib/canned-items.mjs';
import { load } from '../lib/load.mjs';
import { measured, ms, times } from '../lib/measurement.mjs';
import { cpuMs } from '../lib/processes.mjs';

export const rounds = 3;

/** Both servers are measured warm: `warmUp` is how many requests it takes until V8 has compiled what is called all day long. */
const SIZES = [
  { label: '50 KB', items: 66, warmUp: 4000, requests: 1000, share: 0.3, added: 1.5 },
  { label: '1 MB', items: 1346, warmUp: 120, requests: 100, share: 0.1, added: 6 },
];

/** The processes that are warm: they live on from round to round. */
const warm = new Set();

/** Every request asks for another vault, so that nothing is answered from what an earlier one has read. */
let asked = 0;
const ask = (requests, next) => load({ connections: 1, count: requests, next: () => next(`vault-${(asked += 1)}`) });

async function costOf(pid, requests, next) {
  const before = cpuMs(pid);
  const { p50 } = await ask(requests, next);
  return { cpu: (cpuMs(pid) - before) / requests, p50 };
}

export async function measure(bench, anchor) {
  const stage = await bench.stage();
  const headers = await bench.headers();
  const { subscriptionId } = await bench.vault();
  const askOwn = (vault) => ({ url: `${stage.url}/api/vaults/${subscriptionId}/rg-bench/${vault}/items`, headers });
  const answerWith = (items) => {
    const canned = cannedItems(items, subscriptionId);
    stage.proxy.answer = (path) => (path.includes('/backupProtectedItems') ? canned : undefined);
  };
  const costsOf = async (pid, next) => {
    for (const { items, warmUp } of warm.has(pid) ? [] : SIZES) {
      answerWith(items);
      await ask(warmUp, next);
    }
    warm.add(pid);
    const costs = [];
    for (const { items, requests } of SIZES) {
      answerWith(items);
      costs.push(await costOf(pid, requests, next));
    }
    return costs;
  };
  const costsOfPlain = async () => {
    const { pid, url } = await bench.plainSdk();
    return costsOf(pid, (vault) => ({ url: `${url}/items/${vault}` }));
  };
  const askUpstream = () => ({ url: `${stage.proxy.url}/backupProtectedItems`, headers: { 'x-forwarded-host': 'management.azure.com' } });
  try {
    const plain = await anchor('plain SDK call', costsOfPlain);
    const own = await costsOf(stage.bffPid, askOwn);
    const rows = [];
    for (const [n, { label, items, requests, share, added }] of SIZES.entries()) {
      answerWith(items);
      const direct = await load({ connections: 1, count: requests, next: askUpstream });
      rows.push(
        measured(`BFF: CPU of a list answer of ${label} ÷ plain SDK call`, own[n].cpu / plain[n].cpu, {
          as: times,
          atMost: share,
          beside: `${ms(own[n].cpu)}; plain SDK call in Express ${ms(plain[n].cpu)}`,
        }),
        measured(`BFF: time added to a list answer of ${label}, p50`, own[n].p50 - direct.p50, {
          as: ms,
          atMost: added,
          beside: `plain SDK call in Express: ${ms(plain[n].p50 - direct.p50)}`,
        }),
      );
    }
    return rows;
  } finally {
    stage.proxy.answer = () => undefined;
  }
}
