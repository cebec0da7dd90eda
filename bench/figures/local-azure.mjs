// Local Azure by itself: reading and writing a resource, with the token of a signed-in person.
import { load } from '../lib/load.mjs';
import { measured, mib, ms, perSecond, times } from '../lib/measurement.mjs';
import { residentMiB } from '../lib/processes.mjs';
import { measureAzurite } from './azurite.mjs';

export const rounds = 2;

const CONNECTIONS = 16;
const SECONDS = 5;

const ratioOf = (what, own, azurite, atLeast) =>
  measured(`${what} ÷ Azurite’s`, own.perSecond / azurite.perSecond, {
    as: times,
    atLeast,
    beside: `${perSecond(own.perSecond)}; p99 ${ms(own.p99)}; Azurite ${perSecond(azurite.perSecond)}`,
  });

const LIST = `resources
| where type =~ 'microsoft.compute/virtualmachines'
| project id, name, size = properties.hardwareProfile.vmSize
| order by name asc`;

/** Reads and writes of all while one after another lists every machine again: each write makes the list before it out of date. */
async function underMixedLoad({ url, headers, reads, write, subscriptionId }) {
  const listing = load({
    connections: 1,
    seconds: SECONDS,
    next: () => ({
      url: `${url}/providers/Microsoft.ResourceGraph/resources?api-version=2021-03-01`,
      method: 'POST',
      headers,
      body: JSON.stringify({ query: LIST, subscriptions: [subscriptionId] }),
    }),
  });
  const [lists, others] = await Promise.all([
    listing,
    load({ connections: CONNECTIONS, seconds: SECONDS, next: (n) => (n % 10 === 0 ? write(n) : reads[n % reads.length]) }),
  ]);
  return { lists, others };
}

export async function measure(bench, anchor) {
  const stage = await bench.stage();
  const vault = await bench.vault();
  const headers = {
    authorization: stage.proxy.armToken,
    'x-forwarded-host': 'management.azure.com',
    'x-forwarded-proto': 'https',
    'content-type': 'application/json',
  };
  const group = `${stage.azure.url}/subscriptions/${vault.subscriptionId}/resourceGroups/${vault.resourceGroup}/providers`;
  const policy = `${group}/Microsoft.RecoveryServices/vaults/${vault.vaultName}/backupPolicies/DefaultPolicy?api-version=2023-06-01`;
  const body = JSON.stringify({
    location: 'westeurope',
    properties: { tenantId: stage.azure.tenantId, sku: { family: 'A', name: 'standard' }, accessPolicies: [] },
  });

  const write = (n) => ({
    url: `${group}/Microsoft.KeyVault/vaults/bench-${n % 500}?api-version=2024-11-01`,
    method: 'PUT',
    headers,
    body,
  });
  // Writes come first, as they do for Azurite: what comes first is done cold.
  const writes = await load({ connections: CONNECTIONS, seconds: SECONDS, next: write });
  const reads = await load({ connections: CONNECTIONS, seconds: SECONDS, next: () => ({ url: policy, headers }) });
  const { lists, others } = await underMixedLoad({
    url: stage.azure.url,
    headers,
    reads: [policy, policy.replace('/DefaultPolicy', ''), policy.replace(/\/backupPolicies.*\?/, '?')].map((url) => ({ url, headers })),
    write,
    subscriptionId: vault.subscriptionId,
  });
  const memory = residentMiB(stage.azurePid);
  const azurite = await anchor('Azurite', () => measureAzurite({ connections: CONNECTIONS, seconds: SECONDS }));
  const { localAzure: start } = stage.starts;
  return [
    ratioOf('Local Azure: GET of a resource', reads, azurite.reads, 5),
    ratioOf('Local Azure: PUT of a resource, durable,', writes, azurite.writes, 1.5),
    measured('Local Azure: reads and writes while machines are listed, p99', others.p99, {
      as: ms,
      atMost: 150,
      beside: `${perSecond(others.perSecond)}; ${lists.sent} lists meanwhile, p50 ${ms(lists.p50)}`,
    }),
    measured('Local Azure: memory with 10,000 VMs, after that load', memory, { as: mib, atMost: 220 }),
    measured('Local Azure: start to ready with 10,000 VMs, seeding them', start, { as: ms, atMost: 3000 }),
  ];
}
