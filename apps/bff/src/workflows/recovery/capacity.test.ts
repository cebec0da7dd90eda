import { itemInVault, recoveryCapacity } from '@tresor/contracts';
import { afterEach, beforeEach, expect, it } from 'vitest';
import * as z from 'zod';
import { asker } from '../../testing/ask';
import { holdRoles } from '../../testing/hold-roles';
import { machineOf, planRecovery, recoveryPath } from '../../testing/recovering';
import { PATTI } from '../../testing/restoring';
import { startContoso, type Contoso } from '../../testing/start-contoso';

let contoso: Contoso;
const ask = asker(() => contoso);

beforeEach(async () => {
  contoso = await startContoso('catastrophe');
}, 60_000);
afterEach(() => contoso[Symbol.asyncDispose]());

const SUBSCRIPTION = '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009';

/** What a plan for machines of North Europe, where the quota is small, takes: the later wave stands first in it. */
async function capacityOf(sizes: readonly string[], person = 'adele') {
  const north = (await ask.get(z.array(itemInVault), '/api/items', { person })).filter(
    ({ vault }) => vault.vaultName === 'EstateNorthVault',
  );
  const machines = sizes.map((_, at) => machineOf(north[at] ?? expect.unreachable(), sizes.length - at));
  const path = await planRecovery(ask, machines, {}, { person });
  const asked = { machines: machines.map(({ item }, at) => ({ item, size: sizes[at], subnetId: null })) };
  const capacity = await ask.send(recoveryCapacity, 'POST', `${path}/capacity`, asked, { person });
  return { ...capacity, names: machines.map(({ item }) => item.vmName) };
}

it('names the machines that would find too little left, in the order in which they come back', async () => {
  const { quotas, names, unknownDisks } = await capacityOf(['Standard_E4s_v3', 'Standard_DS2_v2', 'Standard_E4s_v3']);
  const family = quotas.find((one) => one.family === 'standardESv3Family');
  expect([family?.used, family?.limit, family?.needed]).toEqual([4, 4, 8]);
  expect(family?.refused.map(({ vmName }) => vmName)).toEqual([names[2], names[0]]);
  expect(quotas.filter(({ refused }) => refused.length > 0)).toHaveLength(1);
  expect(quotas.find(({ counts }) => counts === 'network-interfaces')?.needed).toBe(3);
  // Of machines that are gone nobody knows how many disks they had.
  expect([unknownDisks, quotas.some(({ counts }) => counts === 'premium-ssds')]).toEqual([3, false]);
});

it.each(['.evil.example/x', '/subscriptions?x=', `${SUBSCRIPTION}/../../tenants`, `${SUBSCRIPTION}/resourceGroups/rg`])(
  'asks nothing of Azure for what is no subnet: %s',
  async (subnetId) => {
    const item = { subscriptionId: SUBSCRIPTION.split('/')[2], resourceGroup: 'rg', vaultName: 'vault', vmGroup: 'rg', vmName: 'vm' };
    const asked = { machines: [{ item, size: 'Standard_DS2_v2', subnetId }] };
    expect(await ask.refusal('POST', `${recoveryPath(crypto.randomUUID())}/capacity`, asked)).toBe('invalid-request');
  },
);

it('says of which quotas nothing is seen', async () => {
  const notActions = ['Microsoft.Network/locations/usages/read', 'Microsoft.Storage/locations/usages/read'];
  await holdRoles(contoso, PATTI, [{ role: { actions: ['*'], notActions }, scope: SUBSCRIPTION }]);
  const { quotas, unseen } = await capacityOf(['Standard_DS2_v2'], 'patti');
  expect(quotas.map(({ counts }) => counts)).toEqual(['cores', 'cores']);
  expect(unseen).toEqual(['network-interfaces', 'public-ip-addresses', 'storage-accounts']);
});

it('counts the disks of a machine that still stands by their kind, and says when a kind is used up', async () => {
  const standing = (await ask.get(z.array(itemInVault), '/api/items')).find(({ machine }) => machine === 'there') ?? expect.unreachable();
  const { item } = machineOf(standing);
  const path = await planRecovery(ask, [machineOf(standing)], { target: { kind: 'isolated' } });
  const disks = contoso.azure.world.resources
    .list('Microsoft.Compute/disks', SUBSCRIPTION)
    .filter(({ location }) => location === 'westeurope');
  const premium = async () => {
    const capacity = await ask.send(recoveryCapacity, 'POST', `${path}/capacity`, {
      machines: [{ item, size: 'Standard_DS2_v2', subnetId: null }],
    });
    expect(capacity.unknownDisks).toBe(0);
    return capacity.quotas.find(({ counts }) => counts === 'premium-ssds');
  };
  const before = await premium();
  expect([before?.used, before?.limit, before?.refused]).toEqual([disks.length, 50_000, []]);
  const quotas = contoso.azure.world.documents<object>('disk-quotas');
  quotas.put(`${item.subscriptionId}/westeurope`, { PremiumDiskCount: disks.length });
  // What was read a moment ago is not read again at once.
  await expect.poll(async () => (await premium())?.limit).toBe(disks.length);
  const after = await premium();
  expect([after?.needed, after?.refused.map(({ vmName }) => vmName)]).toEqual([before?.needed, [item.vmName]]);
});

it('names the machines for which no address of their subnet is left', async () => {
  const north = (await ask.get(z.array(itemInVault), '/api/items')).filter(({ vault }) => vault.vaultName === 'EstateNorthVault');
  const machines = north.slice(0, 3).map((item) => machineOf(item));
  const path = await planRecovery(ask, machines);
  const network = `${SUBSCRIPTION}/resourceGroups/NetworkRG/providers/Microsoft.Network/virtualNetworks/contoso-northeurope`;
  const narrow = `${network}/subnets/narrow`;
  const properties = { addressPrefix: '10.2.9.0/29' };
  const vnet = contoso.azure.world.resources.get(network) ?? expect.unreachable();
  const subnets = [...z.array(z.unknown()).parse(vnet.properties['subnets']), { id: narrow, name: 'narrow', properties }];
  contoso.azure.world.resources.put({ ...vnet, properties: { ...vnet.properties, subnets } });
  const ipConfigurations = [{ properties: { subnet: { id: narrow }, privateIPAddress: '10.2.9.4' } }];
  const nic = { id: `${SUBSCRIPTION}/resourceGroups/NetworkRG/providers/Microsoft.Network/networkInterfaces/one`, name: 'one' };
  contoso.azure.world.resources.put({
    ...nic,
    type: 'Microsoft.Network/networkInterfaces',
    location: 'northeurope',
    properties: { ipConfigurations },
  });
  const asked = machines.map(({ item }) => ({ item, size: 'Standard_DS2_v2', subnetId: narrow }));
  const { quotas } = await ask.send(recoveryCapacity, 'POST', `${path}/capacity`, { machines: asked });
  expect(quotas.find(({ counts }) => counts === 'addresses')).toMatchObject({
    subnet: { network: 'contoso-northeurope', name: 'narrow' },
    used: 1,
    limit: 3,
    needed: 3,
    refused: [
      machines
        .map(({ item }) => item)
        .toSorted((a, b) => a.vmName.localeCompare(b.vmName))
        .at(-1),
    ],
  });
});
