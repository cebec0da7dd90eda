// The walks with the tag @cloud, and what only a tenant has, in the mode that users run: started by `npm run start:cloud`, behind a proxy, in a
// network from which nothing else leads out.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium } from './chromium.mjs';
import { ensurePrograms } from './debian.mjs';
import { bin, ensureBuilt, ensureInstalled, ensureNode, fail, root, run } from './prepare.mjs';
import { moveIntoTemporaryHome } from './temporary-home.mjs';

const PORTAL = 'tresor.contoso.example';

/** What the company's own name servers know; Azure's public names nobody there can resolve, but for a key vault with a private endpoint. */
const HOSTS = `127.0.0.1 localhost
::1 localhost
127.0.0.1 ${PORTAL}
10.77.0.4 contosokv.vault.azure.net restorekv.vault.azure.net
10.77.0.5 keys.contoso.example
10.77.0.6 sign-in.contoso.example
10.77.0.7 management.azure.com
`;

await ensureNode();
const chosen = process.argv.slice(2);
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

const namespaces = [...(process.getuid?.() === 0 ? [] : ['--map-root-user']), '--net', '--mount'];
const network = [...namespaces, '/bin/sh', join(root, 'scripts/tenant-network.sh'), hosts];
const tried = spawnSync(unshare, [...network, ip, 'address'], { encoding: 'utf8' });
if (tried.status !== 0) {
  fail(
    `no network of its own can be made here (unshare ${namespaces.join(' ')}: ${(tried.stderr ?? '').trim() || tried.error?.message}). ` +
      'Run this as root with the capabilities of an ordinary container and CAP_SYS_ADMIN, or where accounts may make namespaces.',
  );
}
const ok = run(unshare, [...network, bin('playwright'), 'test', '--config', 'playwright.cloud.config.ts', ...chosen], {
  show: true,
  env: { HOME: home, TRESOR_CHROMIUM: chromium, TENANT_HOME: home, TINYPROXY: tinyproxy, CERTUTIL: certutil },
});
process.exit(ok ? 0 : 1);
