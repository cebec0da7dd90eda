// List answers under load, beside nginx and a plain SDK call in Express, which read the same bytes from the same place.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../scripts/free-port.mjs';
import { cannedItems } from '../lib/canned-items.mjs';
import { leanLoad } from '../lib/lean-load.mjs';
import { measured, ms, perSecond, times } from '../lib/measurement.mjs';
import { findNginx, startNginx } from '../lib/nginx.mjs';
import { startPlainSdkServer } from '../lib/node-server.mjs';
import { own } from '../lib/own.mjs';

export const rounds = 1;

const SIZES = [
  { label: '50 KB', start: 'short', items: 66 },
  { label: '1 MB', start: 'long', items: 1346 },
];
const CONNECTIONS = [1, 16, 64];
/** With so many connections nobody may wait longer than at the plain SDK call. */
const HELD_AT = 16;
const SECONDS = 1;
/** Requests until V8 has compiled what is called all day long. */
const WARM_UP = 1500;

/** No vault is asked for twice, so that nothing is answered from what an earlier request has read. */
let asked = 0;
const vaultOf = ({ start }) => `${start}-${(asked += 1)}`;

/**
 * Gives the lists, and passes on what else the BFF asks. nginx does, with the lists as files: what a program of Node takes for an answer is more
 * than nginx takes to pass it on. Without nginx the counter of the bench stands in.
 */
async function startUpstream(nginx, stage, lists) {
  if (nginx) return startNginx(nginx, stage.azure.url, lists);
  stage.proxy.answer = (path) => lists[/\/vaults\/(\w+)-\d+\/backupProtectedItems/.exec(path ?? '')?.[1] ?? ''];
  return { url: stage.proxy.url, stop: () => (stage.proxy.answer = () => undefined) };
}

/** Another BFF in front of the same Local Azure, which takes its lists from there. */
async function startOwn({ startBff }, azure, upstream) {
  const data = mkdtempSync(join(tmpdir(), 'tresor-bench-'));
  const port = await freePort();
  const bff = startBff({ port, data, nodeOptions: [], azure: { ...azure, url: upstream.url } });
  own(bff.child);
  await bff.ready;
  return {
    url: `http://localhost:${port}`,
    async stop() {
      await bff.stop();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

async function startAll(bench) {
  const stage = await bench.stage();
  const { subscriptionId } = await bench.vault();
  const program = findNginx();
  const upstream = await startUpstream(
    program,
    stage,
    Object.fromEntries(SIZES.map(({ start, items }) => [start, cannedItems(items, subscriptionId)])),
  );
  const [bff, plain, nginx] = await Promise.all([
    startOwn(bench.version, stage.azure, upstream),
    startPlainSdkServer(upstream.url, subscriptionId),
    program === undefined ? undefined : startNginx(program, upstream.url),
  ]);
  const listOf = (size) => `/subscriptions/${subscriptionId}/vaults/${vaultOf(size)}/backupProtectedItems`;
  return {
    upstream: program && { url: upstream.url, path: listOf },
    nginx: nginx && { url: nginx.url, path: listOf },
    plain: { url: plain.url, path: (size) => `/items/${vaultOf(size)}` },
    bff: {
      url: bff.url,
      headers: await bench.headers(),
      path: (size) => `/api/vaults/${subscriptionId}/rg-bench/${vaultOf(size)}/items`,
    },
    async stop() {
      plain.stop();
      await Promise.all([bff.stop(), nginx?.stop()]);
      await upstream.stop();
    },
  };
}

const loadOn = (server, size, load) =>
  server && leanLoad({ url: server.url, headers: server.headers, next: () => server.path(size), ...load });

function rowsOf(label, connections, { bff, plain, nginx, upstream }) {
  const what = `list of ${label}, ${connections} ${connections === 1 ? 'connection' : 'connections'}`;
  const rate = perSecond(bff.perSecond);
  const rows = [
    nginx
      ? measured(`${what}: requests/s ÷ nginx`, bff.perSecond / nginx.perSecond, {
          moreIsBetter: true,
          as: times,
          beside: `${rate}; nginx ${perSecond(nginx.perSecond)}, what it passes on ${perSecond(upstream.perSecond)}`,
        })
      : measured(`${what}: requests/s ÷ nginx`, NaN, { as: () => 'nginx is not installed', beside: rate }),
    measured(`${what}: requests/s ÷ plain SDK call`, bff.perSecond / plain.perSecond, {
      moreIsBetter: true,
      as: times,
      beside: `${rate}; plain SDK call in Express ${perSecond(plain.perSecond)}`,
    }),
    measured(`${what}: p99`, bff.p99, {
      as: ms,
      beside: `plain SDK call in Express ${ms(plain.p99)}${nginx ? `, nginx ${ms(nginx.p99)}` : ''}`,
    }),
  ];
  const ratio = measured(`${what}: p99 ÷ plain SDK call’s`, bff.p99 / plain.p99, { as: times, atMost: 1 });
  return connections === HELD_AT ? [...rows, ratio] : rows;
}

export async function measure(bench) {
  const servers = await startAll(bench);
  const rows = [];
  try {
    for (const server of [servers.plain, servers.bff]) await loadOn(server, SIZES[0], { connections: HELD_AT, count: WARM_UP });
    for (const size of SIZES) {
      for (const connections of CONNECTIONS) {
        const load = { connections, seconds: SECONDS };
        const seen = {
          upstream: await loadOn(servers.upstream, size, load),
          nginx: await loadOn(servers.nginx, size, load),
          plain: await loadOn(servers.plain, size, load),
          bff: await loadOn(servers.bff, size, load),
        };
        rows.push(...rowsOf(size.label, connections, seen));
      }
    }
    return rows;
  } finally {
    await servers.stop();
  }
}
