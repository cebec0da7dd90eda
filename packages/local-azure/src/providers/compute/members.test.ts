import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { PRODUCTION_SUBSCRIPTION_ID } from '../../seeds/company';
import { people } from '../../seeds/people';
import { startLocalAzure, type LocalAzure } from '../../start';
import { callerFor, type Caller } from '../../testing/arm-caller';
import { connect } from '../../testing/connect';
import { assignRole } from '../../world/authorization/access';
import { at } from '../../world/json';

const MINUTE = 60_000;
const location = 'westeurope';
const groups = `/subscriptions/${PRODUCTION_SUBSCRIPTION_ID}/resourceGroups`;
const group = `${groups}/MembersRG`;
const compute = `${group}/providers/Microsoft.Compute`;
const network = `${group}/providers/Microsoft.Network`;
const subnet = `${groups}/NetworkRG/providers/Microsoft.Network/virtualNetworks/contoso-westeurope/subnets/default`;

let azure: LocalAzure;
let call: Caller;
beforeAll(async () => {
  azure = await startLocalAzure({ file: ':memory:', clock: { mode: 'standing' } });
  call = await callerFor(azure, 'adele', '2024-07-01');
});
afterAll(() => azure.stop());

const codeOf = ({ status, body }: { status: number; body: unknown }) => [status, at(body, 'error', 'code')];
const withAddress = {
  subnet: { id: subnet },
  publicIPAddress: { id: `${network}/publicIPAddresses/ip`, properties: { deleteOption: 'Delete' } },
};

beforeEach(async () => {
  await call('PUT', group, { location });
  await call('PUT', `${network}/publicIPAddresses/ip`, { location, properties: {} });
  await call('PUT', `${network}/networkInterfaces/nic`, {
    location,
    properties: { ipConfigurations: [{ name: 'main', properties: withAddress }] },
  });
});

const machine = (more: object = {}, storage: object = {}, nic: object = {}) => ({
  location,
  properties: {
    hardwareProfile: { vmSize: 'Standard_D2s_v3' },
    storageProfile: {
      imageReference: { publisher: 'Canonical', offer: 'ubuntu-24_04-lts', sku: 'server', version: 'latest' },
      osDisk: { createOption: 'FromImage', name: 'os', deleteOption: 'Delete' },
      ...storage,
    },
    networkProfile: { networkInterfaces: [{ id: `${network}/networkInterfaces/nic`, properties: { deleteOption: 'Delete', ...nic } }] },
    ...more,
  },
});
const put = (body: object) => call('PUT', `${compute}/virtualMachines/vm`, body);

const disk = (creationData: object, more: object = {}) =>
  call('PUT', `${compute}/disks/d`, { location, properties: { diskSizeGB: 4, creationData, ...more } });

const keyVault = `${groups}/IgniteRG/providers/Microsoft.KeyVault/vaults/ContosoKV`;
const readFirst = async () => {
  const { credential } = await connect(azure, 'adele');
  const { token } = await credential.getToken('https://vault.azure.net/.default');
  const headers = { authorization: `Bearer ${token}`, 'x-forwarded-host': 'contosokv.vault.azure.net', 'x-forwarded-proto': 'https' };
  const answer = await fetch(`${azure.url}/secrets?api-version=7.5`, { headers });
  return { status: answer.status, words: await answer.text() };
};

describe('The model of a machine', () => {
  test('takes along what is to go with the machine, and leaves the rest', async () => {
    expect((await put(machine({}, { dataDisks: [{ lun: 0, name: 'data', createOption: 'Empty', diskSizeGB: 4 }] }))).status).toBe(201);
    azure.advance(MINUTE);
    await call('DELETE', `${compute}/virtualMachines/vm`);
    azure.advance(MINUTE);
    for (const gone of [`${compute}/disks/os`, `${network}/networkInterfaces/nic`, `${network}/publicIPAddresses/ip`]) {
      expect((await call('GET', gone)).status).toBe(404);
    }
    expect(at((await call('GET', `${compute}/disks/data`)).body, 'properties', 'diskState')).toBe('Unattached');
  });

  test('has the system of its image, and an agent unless it says otherwise', async () => {
    await put(machine({ osProfile: { computerName: 'vm', linuxConfiguration: { provisionVMAgent: false } } }));
    azure.advance(MINUTE);
    const vm = await call('GET', `${compute}/virtualMachines/vm?$expand=instanceView`);
    expect(at(vm.body, 'properties', 'storageProfile', 'osDisk', 'osType')).toBe('Linux');
    expect(at(vm.body, 'properties', 'instanceView', 'vmAgent')).toBeUndefined();
    const extension = {
      location,
      properties: { publisher: 'Microsoft.Azure.Extensions', type: 'CustomScript', typeHandlerVersion: '2.1' },
    };
    expect(codeOf(await call('PUT', `${compute}/virtualMachines/vm/extensions/script`, extension))).toEqual([409, 'OperationNotAllowed']);
    await call('DELETE', `${compute}/virtualMachines/vm`);
    azure.advance(MINUTE);
  });

  test('shows neither password nor custom data, and user data where somebody asks for it', async () => {
    const vmId = `${compute}/virtualMachines/discreet`;
    const secret = { adminPassword: 'Plain12345!', customData: 'Y3VzdG9t' };
    const asked = { osProfile: { computerName: 'vm', ...secret }, userData: 'dXNlcg==' };
    const answers = [await call('PUT', vmId, machine(asked))];
    azure.advance(MINUTE);
    answers.push(await call('PATCH', vmId, { properties: { osProfile: secret, userData: 'bmV3' } }));
    azure.advance(MINUTE);
    answers.push(await call('GET', vmId), await call('GET', `${compute}/virtualMachines`));
    expect(answers.map(({ status }) => status)).toEqual([201, 200, 200, 200]);
    for (const { body } of answers) expect(JSON.stringify(body)).not.toMatch(/Plain12345|Y3VzdG9t|dXNlcg|bmV3/);
    const shown = await call('GET', `${vmId}?$expand=userData`);
    expect(shown.body['properties']).toMatchObject({ userData: 'bmV3', osProfile: { computerName: 'vm' } });
    await call('DELETE', vmId);
    azure.advance(MINUTE);
    await call('PUT', vmId, machine());
    expect(at((await call('GET', `${vmId}?$expand=userData`)).body, 'properties', 'userData')).toBeUndefined();
    azure.advance(MINUTE);
    await call('DELETE', vmId);
    azure.advance(MINUTE);
  });

  test.each([
    ['diffDiskSettings', machine({}, { osDisk: { createOption: 'FromImage', diffDiskSettings: { option: 'Local' } } })],
    ['sourceResource', machine({}, { dataDisks: [{ lun: 0, createOption: 'Copy', sourceResource: { id: '/snapshots/s' } }] })],
    ['host', machine({ host: { id: '/hosts/h' } })],
    ['encryptionIdentity', machine({ securityProfile: { encryptionIdentity: { userAssignedIdentityResourceId: '/identity' } } })],
  ])('is refused with %s, which would mean something', async (_name, body) => {
    expect(codeOf(await put(body))).toEqual([501, 'NotImplemented']);
  });
});

const nic = (name: string) => `${network}/networkInterfaces/${name}`;
const empty = (lun: number) => ({ lun, createOption: 'Empty', diskSizeGB: 4, name: `data-${lun}` });
const interfaces = (...names: string[]) => ({ networkProfile: { networkInterfaces: names.map((name) => ({ id: nic(name) })) } });
const holderOf = async (name: string) => at((await call('GET', nic(name))).body, 'properties', 'virtualMachine', 'id');

test('A disk that is to be attached is named', async () => {
  const system = { osDisk: { createOption: 'attach', osType: 'Linux', name: 'nothing' } };
  const data = { dataDisks: [{ lun: 0, createOption: 'Attach', name: 'nothing' }] };
  for (const storage of [system, data]) expect(codeOf(await put(machine({}, storage)))).toEqual([400, 'InvalidParameter']);
  expect((await call('GET', `${compute}/disks/nothing`)).status).toBe(404);
});

describe('What a machine gets later', () => {
  // Azure takes so many calls of one machine.
  let count = 0;
  const changed = () => `${compute}/virtualMachines/changed-${count}`;
  const change = async (properties: object) => {
    const answer = await call('PATCH', changed(), { properties });
    azure.advance(MINUTE);
    return codeOf(answer);
  };
  const withData = (...dataDisks: object[]) => change({ storageProfile: { dataDisks } });

  beforeEach(async () => {
    count += 1;
    for (const name of ['first', 'second', 'taken']) {
      await call('PUT', nic(name), {
        location,
        properties: { ipConfigurations: [{ name: 'main', properties: { subnet: { id: subnet } } }] },
      });
    }
    const { networkProfile: _, ...properties } = machine({}, { osDisk: { createOption: 'FromImage' } }).properties;
    for (const [name, first] of [
      [`changed-${count}`, 'first'],
      [`other-${count}`, 'taken'],
    ] as const) {
      await call('PUT', `${compute}/virtualMachines/${name}`, { location, properties: { ...properties, ...interfaces(first) } });
    }
    azure.advance(MINUTE);
  });
  afterEach(async () => {
    for (const name of [`changed-${count}`, `other-${count}`]) await call('DELETE', `${compute}/virtualMachines/${name}`);
    azure.advance(MINUTE);
  });

  test('of network interfaces is there, free, and asked for while it is off; what it had is free then', async () => {
    expect(await change(interfaces('taken'))).toEqual([400, 'NicInUse']);
    expect(await change(interfaces('missing'))).toEqual([404, 'NotFound']);
    expect(await change(interfaces())).toEqual([400, 'InvalidParameter']);
    expect(await change(interfaces('second'))).toEqual([400, 'AddingOrDeletingNetworkInterfacesOnARunningVirtualMachineNotSupported']);
    await call('POST', `${changed()}/deallocate`);
    azure.advance(MINUTE);
    expect(await change(interfaces('second'))).toEqual([200, undefined]);
    expect([await holderOf('first'), await holderOf('second')]).toEqual([undefined, changed()]);
  });

  test('of data disks has a place of its own, no more than its size takes, from its region', async () => {
    await call('PUT', `${compute}/disks/far`, {
      location: 'northeurope',
      properties: { diskSizeGB: 4, creationData: { createOption: 'Empty' } },
    });
    expect(await withData(empty(0), { ...empty(0), name: 'twice' })).toEqual([400, 'InvalidParameter']);
    expect(await withData(...Array.from({ length: 5 }, (_, lun) => empty(lun)))).toEqual([409, 'OperationNotAllowed']);
    expect(await withData({ lun: 0, createOption: 'Attach', managedDisk: { id: `${compute}/disks/far` } })).toEqual([400, 'BadRequest']);
    expect((await call('GET', `${compute}/disks/data-0`)).status).toBe(404);
    expect(await withData(empty(0))).toEqual([200, undefined]);
  });

  test('of disks its person may change', async () => {
    const id = `${groups}/IgniteRG/providers/Microsoft.Compute/disks/of-others`;
    await call('PUT', id, { location, properties: { diskSizeGB: 4, creationData: { createOption: 'Empty' } } });
    assignRole(azure.world, { principalId: people.megan.objectId, role: 'Owner', scope: group });
    const megan = await callerFor(azure, 'megan', '2024-07-01');
    const dataDisks = [{ lun: 0, createOption: 'Attach', managedDisk: { id } }];
    const refused = await megan('PATCH', changed(), { properties: { storageProfile: { dataDisks } } });
    expect(codeOf(refused)).toEqual([403, 'LinkedAuthorizationFailed']);
  });
});

describe('A disk', () => {
  test('is not made of what is not here, nor guarded or shared as nobody does here', async () => {
    for (const refused of [
      await disk({ createOption: 'FromImage' }),
      await disk({ createOption: 'Empty' }, { dataAccessAuthMode: 'AzureActiveDirectory' }),
      await disk({ createOption: 'Empty' }, { diskAccessId: '/diskAccesses/a' }),
      await disk({ createOption: 'Empty' }, { maxShares: 2 }),
    ]) {
      expect(codeOf(refused)).toEqual([501, 'NotImplemented']);
    }
    expect((await disk({ createOption: 'Empty' }, { dataAccessAuthMode: 'None', maxShares: 1 })).status).toBe(202);
  });
});

describe('A firewall', () => {
  test('lets in whom its rules name, by the address that its refusal tells', async () => {
    const id = azure.world.resources.named('Microsoft.KeyVault/vaults', 'ContosoKV')[0]?.id ?? keyVault;
    const set = (networkAcls: object) => call('PATCH', id, { properties: { networkAcls } });
    expect((await set({ defaultAction: 'Deny', bypass: 'AzureServices', ipRules: [] })).status).toBe(200);
    const refused = await readFirst();
    const address = /Client address: ([\d.]+)/.exec(refused.words)?.[1] ?? '';
    expect(refused.status).toBe(403);
    expect((await set({ defaultAction: 'Deny', ipRules: [{ value: `${address}/32` }] })).status).toBe(200);
    expect((await readFirst()).status).toBe(200);
    expect((await set({ defaultAction: 'Deny', ipRules: [{ value: '10.0.0.0/8' }] })).status).toBe(400);
    expect((await set({ defaultAction: 'Deny', virtualNetworkRules: [{ id: `${subnet}-none` }] })).status).toBe(400);
    expect((await set({ defaultAction: 'Allow', virtualNetworkRules: [{ id: subnet }] })).status).toBe(200);
  });
});
