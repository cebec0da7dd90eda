import { afterAll, beforeAll, expect, test } from 'vitest';
import { PRODUCTION_SUBSCRIPTION_ID } from '../../seeds/company';
import { startLocalAzure, type LocalAzure } from '../../start';
import { callerFor, type Caller } from '../../testing/arm-caller';
import { at } from '../../world/json';
import { setCoreQuota } from './quota';

const location = 'westeurope';
const groups = `/subscriptions/${PRODUCTION_SUBSCRIPTION_ID}/resourceGroups`;
const group = `${groups}/ReservedRG`;
const nic = `${group}/providers/Microsoft.Network/networkInterfaces/nic`;
const subnet = `${groups}/NetworkRG/providers/Microsoft.Network/virtualNetworks/contoso-westeurope/subnets/default`;

let azure: LocalAzure;
let call: Caller;
beforeAll(async () => {
  azure = await startLocalAzure({ file: ':memory:', clock: { mode: 'standing' } });
  call = await callerFor(azure, 'adele', '2024-07-01');
  await call('PUT', group, { location });
  await call('PUT', nic, { location, properties: { ipConfigurations: [{ name: 'main', properties: { subnet: { id: subnet } } }] } });
});
afterAll(() => azure.stop());

const make = async (name: string) => {
  const { status, body } = await call('PUT', `${group}/providers/Microsoft.Compute/virtualMachines/${name}`, {
    location,
    properties: {
      hardwareProfile: { vmSize: 'Standard_D2s_v3' },
      storageProfile: { osDisk: { name: `${name}-os`, osType: 'Linux', createOption: 'FromImage' } },
      networkProfile: { networkInterfaces: [{ id: nic }] },
    },
  });
  return [status, at(body, 'error', 'code')];
};
const remove = async () => {
  const { status, body } = await call('DELETE', nic);
  return [status, at(body, 'error', 'code')];
};

test('The interface of a machine that could not be made is kept for it for three minutes', async () => {
  setCoreQuota(azure.world, PRODUCTION_SUBSCRIPTION_ID, location, { cores: 1 });
  expect(await make('first')).toEqual([409, 'OperationNotAllowed']);
  setCoreQuota(azure.world, PRODUCTION_SUBSCRIPTION_ID, location, { cores: 1000 });
  const reserved = [400, 'NicReservedForAnotherVm'];
  expect([await make('second'), await remove()]).toEqual([reserved, reserved]);
  azure.advance(179_000);
  expect(await remove()).toEqual(reserved);
  azure.advance(1_000);
  expect((await make('second'))[0]).toBe(201);
});
