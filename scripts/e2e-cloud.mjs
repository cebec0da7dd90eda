// The walks with the tag @cloud, and what only a tenant has, in the mode that users run: started by `npm run start:cloud`, behind a proxy, in a
// network from which nothing else leads out.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readArguments } from './arguments.mjs';
import { ensureChromium } from './chromium.mjs';
import { ensurePrograms } from './debian.mjs';
import { handOver } from './node.mjs';
import { bin, ensureBuilt, ensureInstalled, ensureNode, fail, root } from './prepare.mjs';
import { moveIntoTemporaryHome } from './temporary-home.mjs';

const PORTAL = 'tresor.contoso.example';

/** What the company's own name servers know: of Azure's public names only those to which something else than the proxy leads. */
const HOSTS = `127.0.0.1 localhost
::1 localhost
127.0.0.1 ${PORTAL}
10.77.0.4 contosokv.vault.azure.net restorekv.vault.azure.net
10.77.0.5 keys.contoso.example
10.77.0.6 sign-in.contoso.example
10.77.0.7 management.azure.com
10.77.0.8 graph.microsoft.com
`;

await ensureNode();
const { positionals: chosen } = readArguments(undefined, '<test>');
ensureInstalled();
const chromium = ensureChromium();
const { ip, tinyproxy, certutil, unshare } = ensurePrograms({
  ip: 'iproute2',
  mount: 'mount',
  tinyproxy: 'tinyproxy-bin',
  certutil: 'libnss3-tools',
  unshare: 'util-linux',
});
ensureBuilt();
moveIntoTemporaryHome();
const home = mkdtempSync(join(tmpdir(), 'tenant-'));
mkdirSync(join(home, '.pki', 'nssdb'), { recursive: true });
const hosts = join(home, 'hosts');
writeFileSync(hosts, HOSTS);

/** Processes of its own: whatever is left when the tests have ended, or were killed, ends with them. */
const PROCESSES = ['--pid', '--fork', '--kill-child', '--mount-proc'];

/** As root of this computer, or where accounts may do so as root of nothing else than the namespaces; best with processes of its own. */
const WAYS = [[...PROCESSES], ['--map-root-user', ...PROCESSES], [], ['--map-root-user']].map((way) => [...way, '--net', '--mount']);
const entering = (way) => [...way, '/bin/sh', join(root, 'scripts/tenant-network.sh'), hosts];
const tries = WAYS.map((way) => ({ way, tried: spawnSync(unshare, [...entering(way), ip, 'address'], { encoding: 'utf8' }) }));
const possible = tries.find(({ tried }) => tried.status === 0);
if (!possible) {
  const why = tries.map(({ way, tried }) => `unshare ${way.join(' ')}: ${(tried.stderr ?? '').trim() || tried.error?.message}`);
  fail(
    `no network of its own can be made here (${why.join('; ')}). Run this with CAP_SYS_ADMIN, or where accounts may make user namespaces.`,
  );
}
const network = entering(possible.way);
await handOver(unshare, [...network, bin('playwright'), 'test', '--config', 'playwright.cloud.config.ts', ...chosen], {
  cwd: root,
  // It hears nothing else while it waits for the processes, and they end with it.
  ...(possible.way.includes('--kill-child') && { endsBy: 'SIGKILL' }),
  env: { ...process.env, HOME: home, TRESOR_CHROMIUM: chromium, TENANT_HOME: home, TINYPROXY: tinyproxy, CERTUTIL: certutil },
});
