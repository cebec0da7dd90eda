// What a list answer costs the BFF, against a plain SDK call in Express that reads the same bytes from the same place.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { cannedItems } from '../lib/canned-items.mjs';
import { load } from '../lib/load.mjs';
import { own } from '../lib/own.mjs';
import { cpuMs } from '../lib/processes.mjs';
import { ms, row } from '../lib/table.mjs';

const SIZES = [
  { label: '50 KB', items: 66, requests: 200, share: 0.4, added: 1.5 },
  { label: '1 MB', items: 1346, requests: 40, share: 0.2, added: 10 },
];

/** Requests until V8 has compiled what is called all day long, and again for each size. */
const WARM_UP = 4000;
const WARM = 3;

async function startPlain(upstream, subscriptionId) {
  const script = fileURLToPath(new URL('../lib/plain-sdk-server.mjs', import.meta.url));
  const child = own(spawn(process.execPath, [script, upstream, subscriptionId], { stdio: ['ignore', 'pipe', 'inherit'] }));
  const [line] = await once(child.stdout, 'data');
  return { pid: child.pid, url: `http://127.0.0.1:${JSON.parse(line).port}`, stop: () => child.kill() };
}

const warm = (count, next) => load({ connections: 1, count, next: (n) => next(`warm-${n}`) });

/**
 * Every request asks for another vault, so that nothing is answered from what an earlier one has read. Both servers are
 * measured warm.
 */
async function costOf(pid, requests, next) {
  await warm(WARM * requests, next);
  const before = cpuMs(pid);
  const { p50, refused } = await load({ connections: 1, count: requests, next: (n) => next(`vault-${n}`) });
  if (refused > 0) throw new Error(`${refused} of ${requests} list answers were refused`);
  return { cpu: (cpuMs(pid) - before) / requests, p50 };
}

export async function measure(bench) {
  const stage = await bench.stage();
  const headers = await bench.headers();
  const { subscriptionId } = await bench.vault();
  const plain = await startPlain(stage.proxy.url, subscriptionId);
  const rows = [];
  const askPlain = (vault) => ({ url: `${plain.url}/items/${vault}` });
  const askOwn = (vault) => ({ url: `${stage.url}/api/vaults/${subscriptionId}/rg-bench/${vault}/items`, headers });
  const answerWith = (items) => {
    const canned = cannedItems(items, subscriptionId);
    stage.proxy.answer = (path) => (path.includes('/backupProtectedItems') ? canned : undefined);
  };
  try {
    answerWith(SIZES[0].items);
    for (const ask of [askPlain, askOwn]) await warm(WARM_UP, ask);
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
        row(
          `BFF: CPU of a list answer of ${label}`,
          `${ms(own.cpu)} = ${(own.cpu / anchor.cpu).toFixed(2)} ×`,
          `≤ ${share} × a plain SDK call`,
          own.cpu <= share * anchor.cpu,
          `plain SDK call in Express: ${ms(anchor.cpu)}`,
        ),
        row(
          `BFF: time added to a list answer of ${label}, p50`,
          ms(own.p50 - direct.p50),
          `≤ ${added} ms`,
          own.p50 - direct.p50 <= added,
          `plain SDK call in Express: ${ms(anchor.p50 - direct.p50)}`,
        ),
      );
    }
  } finally {
    stage.proxy.answer = () => undefined;
    plain.stop();
  }
  return rows;
}
