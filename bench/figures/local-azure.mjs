// Local Azure by itself: reading and writing a resource, with the token of a signed-in person.
import { load } from '../lib/load.mjs';
import { residentMiB } from '../lib/processes.mjs';
import { mib, ms, perSecond, row } from '../lib/table.mjs';
import { measureAzurite } from './azurite.mjs';

const CONNECTIONS = 16;
const SECONDS = 5;

function besideAzurite(own, azurite) {
  const refused = own.refused > 0 ? `${own.refused} refused; ` : '';
  return `${refused}p99 ${ms(own.p99)}; Azurite ${azurite ? perSecond(azurite.perSecond) : 'is not installed and cannot be fetched'}`;
}

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
    row(
      'Local Azure: GET of a resource',
      perSecond(reads.perSecond),
      '≥ 3 × Azurite’s GET',
      azurite && reads.perSecond >= 3 * azurite.reads.perSecond,
      besideAzurite(reads, azurite?.reads),
    ),
    row(
      'Local Azure: PUT of a resource, durable',
      perSecond(writes.perSecond),
      '≥ 1 × Azurite’s PUT',
      azurite && writes.perSecond >= azurite.writes.perSecond,
      besideAzurite(writes, azurite?.writes),
    ),
    row('Local Azure: memory with 10,000 VMs, after that load', mib(memory), '≤ 200 MiB', memory <= 200),
    row('Local Azure: start to ready with 10,000 VMs, seeding them', ms(start), '≤ 3 s', start <= 3000),
  ];
}
