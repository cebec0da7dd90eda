import { afterAll, beforeAll, expect, test } from 'vitest';
import { PRODUCTION_SUBSCRIPTION_ID } from '../../seeds/company';
import { startLocalAzure, type LocalAzure } from '../../start';
import { callerFor, type Caller } from '../../testing/arm-caller';
import { at } from '../../world/json';

const MINUTE = 60_000;
const location = 'westeurope';
const groups = `/subscriptions/${PRODUCTION_SUBSCRIPTION_ID}/resourceGroups`;
const group = `${groups}/PlanRG`;
const compute = `${group}/providers/Microsoft.Compute`;
const nic = `${group}/providers/Microsoft.Network/networkInterfaces/nic`;
const subnet = `${groups}/NetworkRG/providers/Microsoft.Network/virtualNetworks/contoso-westeurope/subnets/default`;
const plan = { name: 'server', publisher: 'fabrikam', product: 'appliance' };

let azure: LocalAzure;
let call: Caller;
beforeAll(async () => {
  azure = await startLocalAzure({ file: ':memory:', clock: { mode: 'standing' } });
  call = await callerFor(azure, 'adele', '2024-07-01');
  await call('PUT', group, { location });
  await call('PUT', nic, { location, properties: { ipConfigurations: [{ name: 'main', properties: { subnet: { id: subnet } } }] } });
});
afterAll(() => azure.stop());

const vm = `${compute}/virtualMachines/vm`;
const put = async (osDisk: object, more: object = {}) => {
  const answer = await call('PUT', vm, {
    location,
    ...more,
    properties: {
      hardwareProfile: { vmSize: 'Standard_D2s_v3' },
      storageProfile: { osDisk: { name: 'os', osType: 'Linux', ...osDisk } },
      networkProfile: { networkInterfaces: [{ id: nic }] },
    },
  });
  azure.advance(MINUTE);
  return answer;
};
const remove = async () => {
  await call('DELETE', vm);
  azure.advance(MINUTE);
};
const state = async () => at((await call('GET', vm)).body, 'properties', 'provisioningState');

test('A system that was bought runs in no machine that does not name its plan, which is found out late and cannot be mended', async () => {
  await put({ createOption: 'FromImage' }, { plan });
  expect(at((await call('GET', `${compute}/disks/os`)).body, 'properties', 'purchasePlan')).toEqual(plan);
  await remove();
  const attached = { createOption: 'Attach', managedDisk: { id: `${compute}/disks/os` } };
  expect((await put(attached)).status).toBe(201);
  expect(await state()).toBe('Failed');
  const view = JSON.stringify((await call('GET', `${vm}/instanceView`)).body);
  expect(view).toContain('ProvisioningState/failed/VMMarketplaceInvalidInput');
  expect(await put(attached, { plan })).toMatchObject({ status: 409, body: { error: { code: 'PropertyChangeNotAllowed' } } });
  await remove();
  await put(attached, { plan });
  expect([await state(), (await call('GET', vm)).body['plan']]).toEqual(['Succeeded', plan]);
});
