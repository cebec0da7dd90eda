// Reads what `deploy/` holds with the programs that it is meant for, as far as these run without a cluster or a cloud.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { BlockList, isIPv4 } from 'node:net';
import { basename, extname, join } from 'node:path';
import { readArguments } from './arguments.mjs';
import { ensurePrograms } from './debian.mjs';
import { ensureInstalled, ensureNode, fail, root } from './prepare.mjs';
import { readBack } from './read-back.mjs';
import { moveIntoTemporaryHome } from './temporary-home.mjs';
import { tryNginx } from './try-nginx.mjs';

await ensureNode();
readArguments();
ensureInstalled();
const programs = ensurePrograms({
  kustomize: 'kustomize',
  'docker-compose': 'docker-compose',
  nginx: 'nginx-light',
  openssl: 'openssl',
  promtool: 'prometheus',
});
moveIntoTemporaryHome();

function run(name, args, options = {}) {
  const { status, stdout, stderr } = spawnSync(programs[name], args, { encoding: 'utf8', ...options });
  if (status !== 0) fail(`${name} ${args.join(' ')}:\n${stdout}${stderr}`);
  return stdout;
}

function demand(condition, sentence) {
  if (!condition) fail(`not so: ${sentence}`);
  console.log(`  ${sentence}`);
}

async function checkCompose() {
  const folder = mkdtempSync(join(tmpdir(), 'compose-'));
  cpSync(join(root, 'deploy/compose'), folder, { recursive: true });
  renameSync(join(folder, 'example.env'), join(folder, 'tresor.env'));
  mkdirSync(join(folder, 'tls'));
  /**
   * @typedef {object} Service
   * @property {string} image
   * @property {boolean} [read_only]
   * @property {string[]} [cap_drop]
   * @property {object[]} [ports]
   * @property {Record<string, { ipv4_address?: string } | null>} [networks]
   * @property {{ type: string, source: string }[]} [volumes]
   * @property {Record<string, string>} [environment]
   *
   * @typedef {{ internal?: boolean, ipam?: { config: { ip_range?: string }[] } }} Network
   *
   * @type {{ services: Record<string, Service>, networks: Record<string, Network> }}
   */
  const read = readBack(run('docker-compose', ['--profile', 'demo', 'config', '--format', 'json'], { cwd: folder }));
  const ours = Object.values(read.services).filter(({ image }) => image.startsWith('tresor:'));
  demand(ours.length === 3, 'docker-compose reads two servers and the demo');
  demand(
    ours.every(({ read_only: readOnly, cap_drop: dropped }) => readOnly && dropped?.includes('ALL')),
    'each with a root file system that is read-only, and without capabilities',
  );
  const secrets = ['api.pem', 'database.key', 'database-password'];
  demand(
    Object.values(read.services).every(
      ({ image, volumes = [] }) =>
        image.startsWith('tresor:') ||
        volumes.every(({ type, source }) => type !== 'bind' || (extname(source) !== '' && !secrets.includes(basename(source)))),
    ),
    'and no other service is given the key of the API, nor a folder with it',
  );
  const published = Object.values(read.services).filter(({ ports = [] }) => ports.length > 0);
  demand(
    published.length === 1 && Object.keys(published[0]?.networks ?? {}).some((name) => !read.networks[name]?.internal),
    'a port is published by what stands in a network that is not internal',
  );
  const [range = ''] = read.networks['front']?.ipam?.config.map(({ ip_range: given }) => given) ?? [];
  const given = new BlockList();
  const [network, bits] = range.split('/');
  given.addSubnet(network, Number(bits));
  const inFront = Object.values(read.services).flatMap(({ networks }) => (networks && 'front' in networks ? [networks.front] : []));
  const addresses = inFront.map((place) => place?.ipv4_address ?? '');
  demand(
    new Set(addresses).size === 3 && addresses.every((address) => isIPv4(address) && !given.check(address)),
    'the servers and the proxy have addresses that Docker gives to nobody',
  );
  demand(
    read.services['server-1']?.environment?.['TRESOR_TRUSTED_PROXIES'] === read.services['proxy']?.networks?.['front']?.ipv4_address,
    'and the servers believe that of the proxy',
  );
  const key = join(folder, 'tls/portal.key');
  run('openssl', [
    'req',
    '-x509',
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:P-256',
    '-nodes',
    '-subj',
    '/CN=tresor',
    '-keyout',
    key,
    '-out',
    join(folder, 'tls/portal.pem'),
  ]);
  mkdirSync(join(folder, 'conf.d'));
  await tryNginx(programs.nginx, folder, readFileSync(join(folder, 'nginx.conf'), 'utf8'), demand);
}

function checkKubernetes() {
  const built = run('kustomize', ['build', join(root, 'deploy/kubernetes/example')]);
  const parts = built.split(/^---$/m);
  const kinds = parts.map((part) => /^kind: (\w+)/m.exec(part)?.[1]);
  for (const kind of ['ConfigMap', 'Deployment', 'Service', 'Ingress', 'PodDisruptionBudget', 'NetworkPolicy'])
    demand(kinds.includes(kind), `kustomize makes a ${kind}`);
  demand(!kinds.includes('Secret') && !/password/i.test(built), 'and nothing that is secret');
  for (const kind of ['PodDisruptionBudget', 'NetworkPolicy'])
    demand(
      /elector:\n +matchLabels:\n +app.kubernetes.io\/name: tresor$/m.test(parts[kinds.indexOf(kind)] ?? ''),
      `its ${kind} is for the servers alone`,
    );
  demand(
    /TRESOR_API_CERTIFICATE: /.test(built) && !/MANAGED_IDENTITY|workload\.identity/.test(built),
    'the servers prove themselves by a certificate',
  );
  const deployment = parts[kinds.indexOf('Deployment')] ?? '';
  for (const line of ['readOnlyRootFilesystem: true', 'allowPrivilegeEscalation: false', 'runAsNonRoot: true', 'replicas: 2'])
    demand(deployment.includes(line), `its deployment says ${line}`);
}

function checkAlerts() {
  const folder = join(root, 'deploy/watching');
  const read = run('promtool', ['check', 'rules', join(folder, 'alerts.yaml')]);
  demand(read.includes('6 rules found'), 'promtool reads six alerts');
  run('promtool', ['test', 'rules', join(folder, 'alerts-tested.yaml')]);
  demand(true, 'each is raised on a bad day and where only a part is bad, for that part, and none on a good day');
}

await checkCompose();
checkKubernetes();
checkAlerts();
