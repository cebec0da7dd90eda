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
    beside: `${perSecond(own.perSecond)}; ${own.refused} refused; p99 ${ms(own.p99)}; Azurite ${perSecond(azurite.perSecond)}`,
  });

export async function measure(bench) {
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

  const reads = await load({ connections: CONNECTIONS, seconds: SECONDS, next: () => ({ url: policy, headers }) });
  const writes = await load({
    connections: CONNECTIONS,
    seconds: SECONDS,
    next: (n) => ({ url: `${group}/Microsoft.KeyVault/vaults/bench-${n % 500}?api-version=2024-11-01`, method: 'PUT', headers, body }),
  });
  const memory = residentMiB(stage.azurePid);
  const azurite = await measureAzurite({ connections: CONNECTIONS, seconds: SECONDS });
  const { localAzure: start } = stage.starts;
  return [
    ratioOf('Local Azure: GET of a resource', reads, azurite.reads, 5),
    ratioOf('Local Azure: PUT of a resource, durable,', writes, azurite.writes, 1.5),
    measured('Local Azure: memory with 10,000 VMs, after that load', memory, { as: mib, atMost: 200 }),
    measured('Local Azure: start to ready with 10,000 VMs, seeding them', start, { as: ms, atMost: 3000 }),
  ];
}
