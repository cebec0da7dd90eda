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

/** As they run all day: by then V8 has compiled what is called again and again. */
const WARM = 10;

async function startPlain(upstream, subscriptionId) {
  const script = fileURLToPath(new URL('../lib/plain-sdk-server.mjs', import.meta.url));
  const child = own(spawn(process.execPath, [script, upstream, subscriptionId], { stdio: ['ignore', 'pipe', 'inherit'] }));
  const [line] = await once(child.stdout, 'data');
  return { pid: child.pid, url: `http://127.0.0.1:${JSON.parse(line).port}`, stop: () => child.kill() };
}

/**
 * Every request asks for another vault, so that nothing is answered from what an earlier one has read. Both servers are
 * measured warm.
 */
async function costOf(pid, requests, next) {
  await load({ connections: 1, count: WARM * requests, next: (n) => next(`warm-${n}`) });
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
  try {
    for (const { label, items, requests, share, added } of SIZES) {
      const canned = cannedItems(items, subscriptionId);
      stage.proxy.answer = (path) => (path.includes('/backupProtectedItems') ? canned : undefined);
      const direct = await load({
        connections: 1,
        count: requests,
        next: () => ({ url: `${stage.proxy.url}/backupProtectedItems`, headers: { 'x-forwarded-host': 'management.azure.com' } }),
      });
      const anchor = await costOf(plain.pid, requests, (vault) => ({ url: `${plain.url}/items/${vault}` }));
      const own = await costOf(stage.bffPid, requests, (vault) => ({
        url: `${stage.url}/api/vaults/${subscriptionId}/rg-bench/${vault}/items`,
        headers,
      }));
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
