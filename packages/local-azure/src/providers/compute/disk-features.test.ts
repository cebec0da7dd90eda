import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { PRODUCTION_SUBSCRIPTION_ID } from '../../seeds/company';
import { people } from '../../seeds/people';
import { startLocalAzure, type LocalAzure } from '../../start';
import { callerFor, type Caller } from '../../testing/arm-caller';
import { assignRole } from '../../world/authorization/access';
import { at } from '../../world/json';

const MINUTE = 60_000;
const location = 'westeurope';
const groups = `/subscriptions/${PRODUCTION_SUBSCRIPTION_ID}/resourceGroups`;
const group = `${groups}/FeatureRG`;
const compute = `${group}/providers/Microsoft.Compute`;
const nic = `${group}/providers/Microsoft.Network/networkInterfaces/nic`;
const subnet = `${groups}/NetworkRG/providers/Microsoft.Network/virtualNetworks/contoso-westeurope/subnets/default`;
// Azure takes so many calls of one machine.
let count = 0;
let vm = '';

let azure: LocalAzure;
let call: Caller;
beforeAll(async () => {
  azure = await startLocalAzure({ file: ':memory:', clock: { mode: 'standing' } });
  call = await callerFor(azure, 'adele', '2024-07-01');
});
afterAll(() => azure.stop());

beforeEach(async () => {
  azure.reset('contoso');
  count += 1;
  vm = `${compute}/virtualMachines/vm-${count}`;
  await call('PUT', group, { location });
  await call('PUT', nic, { location, properties: { ipConfigurations: [{ name: 'main', properties: { subnet: { id: subnet } } }] } });
});

const make = (dataDisk: object, more: object = {}, vmSize = 'Standard_D2s_v3', as = call) =>
  as('PUT', vm, {
    location,
    properties: {
      hardwareProfile: { vmSize },
      storageProfile: {
        osDisk: { osType: 'Linux', createOption: 'FromImage', name: 'os' },
        dataDisks: [{ lun: 0, createOption: 'Empty', diskSizeGB: 4, ...dataDisk }],
      },
      networkProfile: { networkInterfaces: [{ id: nic }] },
      ...more,
    },
  });

const refusal = ({ status, body }: { status: number; body: unknown }) => [status, at(body, 'error', 'code'), at(body, 'error', 'message')];
const ofSku = (storageAccountType: string, more: object = {}) => ({ managedDisk: { storageAccountType }, ...more });
const accelerated = (sku: string, more: object = {}) => ofSku(sku, { writeAcceleratorEnabled: true, ...more });
const ultra = { additionalCapabilities: { ultraSSDEnabled: true } };
const change = async (properties: object) => refusal(await call('PATCH', vm, { properties })).slice(0, 2);

test('A machine caches the disk of its system and no other, unless its model says how', async () => {
  expect((await make({})).status).toBe(201);
  azure.advance(MINUTE);
  expect(at((await call('GET', vm)).body, 'properties', 'storageProfile')).toMatchObject({
    osDisk: { caching: 'ReadWrite' },
    dataDisks: [{ caching: 'None' }],
  });
  const dataDisks = [
    { lun: 0, caching: 'Sometimes', managedDisk: { id: `${compute}/disks/vm-${count}_DataDisk_0` }, createOption: 'Attach' },
  ];
  expect(await change({ storageProfile: { dataDisks } })).toEqual([400, 'InvalidParameter']);
});

test('A machine takes an Ultra Disk where it is made for those, without caching', async () => {
  const words = 'StorageAccountType UltraSSD_LRS can be used only when additionalCapabilities.ultraSSDEnabled is set.';
  expect(refusal(await make(ofSku('UltraSSD_LRS')))).toEqual([400, 'InvalidParameter', words]);
  expect(refusal(await make(ofSku('UltraSSD_LRS', { caching: 'ReadOnly' }), ultra))[1]).toBe('InvalidParameter');
  expect((await make(ofSku('UltraSSD_LRS'), ultra)).status).toBe(201);
});

test('Whether a machine takes Ultra Disks is changed while it is off', async () => {
  await make({});
  azure.advance(MINUTE);
  expect(await change(ultra)).toEqual([409, 'OperationNotAllowed']);
  await call('POST', `${vm}/deallocate`);
  azure.advance(MINUTE);
  expect(await change(ultra)).toEqual([200, undefined]);
});

test('Write Accelerator is for premium disks of few sizes, so many of each, and reads are cached at most', async () => {
  const M = 'Standard_M16ms';
  const words = 'VM size Standard_D2s_v3 is not supported on disks with Write Accelerator enabled.';
  expect(refusal(await make(accelerated('Premium_LRS')))).toEqual([400, 'InvalidParameter', words]);
  expect(refusal(await make(accelerated('Standard_LRS'), {}, M))[1]).toBe('InvalidParameter');
  expect(refusal(await make(accelerated('Premium_LRS', { caching: 'ReadWrite' }), {}, M))[1]).toBe('InvalidParameter');
  expect((await make(accelerated('Premium_LRS', { caching: 'ReadOnly' }), {}, M)).status).toBe(201);
  azure.advance(MINUTE);
  expect(await change({ hardwareProfile: { vmSize: 'Standard_D2s_v3' } })).toEqual([400, 'InvalidParameter']);
});

const proximity = `${compute}/proximityPlacementGroups/near`;
const near = { proximityPlacementGroup: { id: proximity } };

test('A machine stands beside others in a proximity placement group that is there, in its region', async () => {
  expect(refusal(await make({}, near)).slice(0, 2)).toEqual([404, 'NotFound']);
  await call('PUT', proximity, { location: 'northeurope', properties: {} });
  expect(refusal(await make({}, near)).slice(0, 2)).toEqual([400, 'BadRequest']);
  await call('DELETE', proximity);
  expect((await call('PUT', proximity, { location, properties: {} })).status).toBe(201);
  expect((await make({}, near)).status).toBe(201);
  azure.advance(MINUTE);
  expect((await call('GET', proximity)).body['properties']).toEqual({
    proximityPlacementGroupType: 'Standard',
    virtualMachines: [{ id: vm }],
  });
  expect(refusal(await call('DELETE', proximity)).slice(0, 2)).toEqual([409, 'OperationNotAllowed']);
  await call('DELETE', vm);
  azure.advance(MINUTE);
  expect((await call('DELETE', proximity)).status).toBe(200);
});

test('Where the data center of a proximity placement group has only some sizes, a machine of another one fails while it is made, and each time it is started', async () => {
  await call('PUT', proximity, { location, properties: { intent: { vmSizes: ['Standard_DS2_v2'] } } });
  const seen = async () => {
    azure.advance(MINUTE);
    const { body } = await call('GET', `${vm}?$expand=instanceView`);
    return [at(body, 'properties', 'provisioningState'), JSON.stringify(at(body, 'properties', 'instanceView', 'statuses'))];
  };
  const failed = ['Failed', expect.stringMatching(/failed\/OverconstrainedAllocationRequest.*Proximity Placement Group/)];
  expect((await make({}, near)).status).toBe(201);
  expect(await seen()).toEqual(failed);
  await call('POST', `${vm}/start`);
  expect(await seen()).toEqual(failed);
  await call('PATCH', vm, { properties: { hardwareProfile: { vmSize: 'Standard_DS2_v2' } } });
  azure.advance(MINUTE);
  await call('POST', `${vm}/start`);
  expect(await seen()).toMatchObject(['Succeeded', expect.stringContaining('PowerState/running')]);
});

test('Who puts a machine into a proximity placement group may write that', async () => {
  const id = `${groups}/OperationsRG/providers/Microsoft.Compute/proximityPlacementGroups/app-proximity`;
  for (const scope of [group, `${groups}/NetworkRG`]) assignRole(azure.world, { principalId: people.megan.objectId, role: 'Owner', scope });
  const megan = await callerFor(azure, 'megan', '2024-07-01');
  const asked = await make({}, { proximityPlacementGroup: { id } }, 'Standard_D2s_v3', megan);
  expect(refusal(asked).slice(0, 2)).toEqual([403, 'LinkedAuthorizationFailed']);
});
