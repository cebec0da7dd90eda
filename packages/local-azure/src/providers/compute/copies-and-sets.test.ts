import { ComputeManagementClient } from '@azure/arm-compute';
import { KeyVaultManagementClient } from '@azure/arm-keyvault';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect, startLocalAzure, type LocalAzure } from '../..';
import { PRODUCTION_SUBSCRIPTION_ID, TENANT_ID } from '../../seeds/company';
import { people } from '../../seeds/people';
import { assignRole } from '../../world/authorization/access';
import { lockOf, makeLock, putLock } from '../../world/compute/disk-locks';
import { takeEffect } from '../../testing/take-effect';

let azure: LocalAzure;
let compute: ComputeManagementClient;
const location = 'westeurope';
const group = (name: string) => `/subscriptions/${PRODUCTION_SUBSCRIPTION_ID}/resourceGroups/${name}`;

beforeAll(async () => {
  azure = await startLocalAzure({ file: ':memory:', clock: { mode: 'standing' } });
  const { credential, httpClient } = await connect(azure, 'Adele');
  compute = new ComputeManagementClient(credential, PRODUCTION_SUBSCRIPTION_ID, { httpClient, retryOptions: { maxRetries: 0 } });
});
afterAll(() => azure.stop());

async function osDiskOf(group: string, vm: string): Promise<string> {
  const { storageProfile } = await compute.virtualMachines.get(group, vm);
  return storageProfile?.osDisk?.managedDisk?.id ?? '';
}

test('A snapshot of an encrypted disk, and a disk made of it, are encrypted alike', async () => {
  const sourceResourceId = await osDiskOf('OperationsRG', 'SinglePassVM1');
  const lock = makeLock('the BEK', undefined);
  putLock(azure.world, sourceResourceId, lock);
  const snapshot = await compute.snapshots.beginCreateOrUpdateAndWait('IgniteRG', 'before-patch', {
    location,
    creationData: { createOption: 'Copy', sourceResourceId },
  });
  expect(snapshot).toMatchObject({ osType: 'Windows', diskSizeGB: 127, provisioningState: 'Succeeded' });
  const disk = await compute.disks.beginCreateOrUpdateAndWait('IgniteRG', 'from-snapshot', {
    location,
    creationData: { createOption: 'Copy', sourceResourceId: snapshot.id ?? '' },
  });
  expect(lockOf(azure.world, disk.id ?? '')).toEqual(lock);
  expect((await Array.fromAsync(compute.snapshots.listByResourceGroup('IgniteRG'))).map(({ name }) => name)).toEqual(['before-patch']);
  await compute.snapshots.beginDeleteAndWait('IgniteRG', 'before-patch');
  await expect(compute.snapshots.get('IgniteRG', 'before-patch')).rejects.toMatchObject({ statusCode: 404 });
});

const snapshotOf = (creationData: { createOption: string; sourceResourceId?: string }) =>
  compute.snapshots.beginCreateOrUpdateAndWait('IgniteRG', 'empty', { location, creationData });

test('A snapshot of nothing is refused', async () => {
  await expect(snapshotOf({ createOption: 'Empty' })).rejects.toMatchObject({ statusCode: 400 });
  await expect(
    snapshotOf({ createOption: 'Copy', sourceResourceId: `${group('IgniteRG')}/providers/Microsoft.Compute/disks/none` }),
  ).rejects.toMatchObject({
    statusCode: 404,
  });
});

const copied = (client: ComputeManagementClient, sourceResourceId: string, place = location) =>
  client.disks.beginCreateOrUpdateAndWait('dbvm1', 'copied', {
    location: place,
    creationData: { createOption: 'Copy', sourceResourceId },
  });

test('Only a disk or a snapshot is copied, in its region, by who may download it', async () => {
  const machine = await compute.virtualMachines.get('IgniteRG', 'WebVM1');
  const system = await osDiskOf('IgniteRG', 'WebVM1');
  await expect(copied(compute, machine.id ?? '')).rejects.toMatchObject({ statusCode: 400, code: 'InvalidParameter' });
  await expect(copied(compute, system, 'northeurope')).rejects.toMatchObject({ statusCode: 400, code: 'InvalidParameter' });
  assignRole(azure.world, { principalId: people.lee.objectId, role: 'Owner', scope: group('dbvm1') });
  const { credential, httpClient } = await connect(azure, 'lee');
  const lee = new ComputeManagementClient(credential, PRODUCTION_SUBSCRIPTION_ID, { httpClient, retryOptions: { maxRetries: 0 } });
  await expect(copied(lee, system)).rejects.toMatchObject({
    statusCode: 403,
    code: 'LinkedAuthorizationFailed',
    message: expect.stringContaining('Microsoft.Compute/disks/beginGetAccess/action'),
  });
  expect(await copied(lee, await osDiskOf('dbvm1', 'DBVM1Restore'))).toMatchObject({ provisioningState: 'Succeeded' });
});

test('A disk tells when a machine took it or gave it up, and when that was deallocated or started', async () => {
  const name = (await osDiskOf('IgniteRG', 'WebVM2')).split('/').at(-1) ?? '';
  const owned = async () => (await compute.disks.get('IgniteRG', name)).lastOwnershipUpdateTime?.getTime();
  const turn = async (change: 'beginDeallocate' | 'beginStart' | 'beginRestart') => {
    const turning = await compute.virtualMachines[change]('IgniteRG', 'WebVM2', { updateIntervalInMs: 0 });
    azure.advance(60_000);
    await turning.pollUntilDone();
    return owned();
  };
  expect(await owned()).toBeUndefined();
  const off = await turn('beginDeallocate');
  const on = await turn('beginStart');
  expect(off).toBeGreaterThan(0);
  expect(on).toBeGreaterThan(off ?? Infinity);
  expect(await turn('beginRestart')).toBe(on);
  await compute.disks.beginCreateOrUpdateAndWait('IgniteRG', 'never-held', {
    location,
    diskSizeGB: 32,
    creationData: { createOption: 'Empty' },
  });
  expect((await compute.disks.get('IgniteRG', 'never-held')).lastOwnershipUpdateTime).toBeUndefined();
});

test('An availability set knows its machines and stays while it has some', async () => {
  const set = await compute.availabilitySets.createOrUpdate('IgniteRG', 'web', { location, sku: { name: 'Aligned' } });
  expect(set).toMatchObject({ platformUpdateDomainCount: 5, sku: { name: 'Aligned' }, virtualMachines: [] });
  const web = azure.world.resources.get((await compute.virtualMachines.get('IgniteRG', 'WebVM1')).id ?? '');
  if (!web) throw new Error('The company has no web server.');
  azure.world.resources.put({ ...web, properties: { ...web.properties, availabilitySet: { id: set.id?.toUpperCase() } } });
  expect((await Array.fromAsync(compute.availabilitySets.list('IgniteRG')))[0]?.virtualMachines).toEqual([{ id: web.id }]);
  await expect(compute.availabilitySets.delete('IgniteRG', 'web')).rejects.toMatchObject({ statusCode: 409 });
  azure.world.resources.put(web);
  await compute.availabilitySets.delete('IgniteRG', 'web');
  expect(await Array.fromAsync(compute.availabilitySets.listBySubscription())).toEqual([]);
});

test('A machine that is off gets another system disk, and gives up the one it had', async () => {
  const before = await osDiskOf('IgniteRG', 'WebVM1');
  const copy = await compute.disks.beginCreateOrUpdateAndWait('IgniteRG', 'WebVM1-copy', {
    location,
    creationData: { createOption: 'Copy', sourceResourceId: before },
  });
  const swap = () =>
    compute.virtualMachines.beginUpdate(
      'IgniteRG',
      'WebVM1',
      { storageProfile: { osDisk: { createOption: 'FromImage', managedDisk: { id: copy.id ?? '' } } } },
      { updateIntervalInMs: 0 },
    );
  await expect(swap()).rejects.toMatchObject({ statusCode: 409, code: 'PropertyChangeNotAllowed' });
  const stopping = await compute.virtualMachines.beginDeallocate('IgniteRG', 'WebVM1', { updateIntervalInMs: 0 });
  azure.advance(60_000);
  await stopping.pollUntilDone();
  const swapping = await swap();
  azure.advance(60_000);
  expect((await swapping.pollUntilDone()).storageProfile?.osDisk).toMatchObject({
    name: 'WebVM1-copy',
    managedDisk: { id: expect.stringMatching(new RegExp(`^${copy.id}$`, 'i')) },
  });
  expect(await compute.disks.get('IgniteRG', before.split('/').at(-1) ?? '')).toMatchObject({ diskState: 'Unattached' });
  expect(await compute.disks.get('IgniteRG', 'WebVM1-copy')).toMatchObject({
    diskState: 'Attached',
    managedBy: expect.stringContaining('WebVM1'),
  });
  const starting = await compute.virtualMachines.beginStart('IgniteRG', 'WebVM1', { updateIntervalInMs: 0 });
  azure.advance(60_000);
  await starting.pollUntilDone();
});

test('A disk encryption set needs a key that is there and remembers the one before', async () => {
  const { storageProfile } = await compute.virtualMachines.get('dbvm2', 'DBVM2');
  const keyUrl = storageProfile?.osDisk?.encryptionSettings?.keyEncryptionKey?.keyUrl ?? '';
  const put = (url: string) =>
    compute.diskEncryptionSets.beginCreateOrUpdateAndWait('IgniteRG', 'at-rest', {
      location,
      identity: { type: 'SystemAssigned' },
      activeKey: { keyUrl: url },
    });
  const set = await put(keyUrl);
  expect(set).toMatchObject({ encryptionType: 'EncryptionAtRestWithCustomerKey', activeKey: { keyUrl }, previousKeys: [] });
  expect(set.identity?.principalId).toBeTruthy();
  await expect(put(`${keyUrl.slice(0, -4)}0000`)).rejects.toMatchObject({ statusCode: 400, code: 'KeyVaultKeyNotFound' });
  const hold = () =>
    compute.disks.beginCreateOrUpdateAndWait('IgniteRG', 'held', {
      location,
      creationData: { createOption: 'Empty' },
      diskSizeGB: 4,
      encryption: { diskEncryptionSetId: set.id ?? '' },
    });
  await expect(hold()).rejects.toMatchObject({ statusCode: 403, code: 'KeyVaultAccessForbidden' });
  await letIn(set.identity?.principalId ?? '');
  expect((await hold()).encryption?.type).toBe('EncryptionAtRestWithCustomerKey');
  await expect(compute.diskEncryptionSets.beginDeleteAndWait('IgniteRG', 'at-rest')).rejects.toMatchObject({ statusCode: 409 });
  await compute.disks.beginDeleteAndWait('IgniteRG', 'held');
  await compute.diskEncryptionSets.beginDeleteAndWait('IgniteRG', 'at-rest');
  expect((await Array.fromAsync(compute.diskEncryptionSets.list())).map(({ name }) => name)).not.toContain('at-rest');
});

/** What an administrator gives a disk encryption set in the key vault that holds its key. */
async function letIn(objectId: string): Promise<void> {
  const { credential, httpClient } = await connect(azure, 'Adele');
  const { vaults } = new KeyVaultManagementClient(credential, PRODUCTION_SUBSCRIPTION_ID, { httpClient });
  await vaults.updateAccessPolicy('IgniteRG', 'IgniteDemoKV', 'add', {
    properties: { accessPolicies: [{ tenantId: TENANT_ID, objectId, permissions: { keys: ['get', 'wrapKey', 'unwrapKey'] } }] },
  });
  takeEffect(azure);
}

test('A disk says how it is encrypted at rest, and changes that only while nothing runs with it', async () => {
  const name = (await osDiskOf('IgniteRG', 'WebVM2')).split('/').at(-1) ?? '';
  expect((await compute.disks.get('IgniteRG', name)).encryption).toEqual({ type: 'EncryptionAtRestWithPlatformKey' });
  const { storageProfile } = await compute.virtualMachines.get('dbvm2', 'DBVM2');
  const keyUrl = storageProfile?.osDisk?.encryptionSettings?.keyEncryptionKey?.keyUrl ?? '';
  const set = await compute.diskEncryptionSets.beginCreateOrUpdateAndWait('IgniteRG', 'own-key', {
    location,
    identity: { type: 'SystemAssigned' },
    activeKey: { keyUrl },
  });
  await letIn(set.identity?.principalId ?? '');
  const encrypt = () =>
    compute.disks.beginUpdateAndWait('IgniteRG', name, {
      encryption: { type: 'EncryptionAtRestWithCustomerKey', diskEncryptionSetId: set.id ?? '' },
    });
  await expect(encrypt()).rejects.toMatchObject({ statusCode: 409, code: 'OperationNotAllowed' });
  const stopping = await compute.virtualMachines.beginDeallocate('IgniteRG', 'WebVM2', { updateIntervalInMs: 0 });
  azure.advance(60_000);
  await stopping.pollUntilDone();
  expect((await encrypt()).encryption?.diskEncryptionSetId).toBe(set.id);
});

test('A change of a disk is accepted and done a moment later, and no machine takes the disk before', async () => {
  azure.world.setClock({ mode: 'accelerated', speed: 0.01 });
  const sku = { name: 'Premium_LRS' };
  const made = { location, sku, creationData: { createOption: 'Empty' }, diskSizeGB: 4 };
  const making = await compute.disks.beginCreateOrUpdate('IgniteRG', 'slow', made, { updateIntervalInMs: 0 });
  const disk = await compute.disks.get('IgniteRG', 'slow');
  expect(disk).toMatchObject({ provisioningState: 'Updating', sku });
  const attach = () => {
    const dataDisks = [{ lun: 9, createOption: 'Attach', managedDisk: { id: disk.id ?? '' } }];
    return compute.virtualMachines.beginUpdate('IgniteRG', 'WebVM2', { storageProfile: { dataDisks } });
  };
  await expect(attach()).rejects.toMatchObject({ statusCode: 409, code: 'Conflict' });
  azure.world.setClock({ mode: 'standing' });
  azure.advance(1_000);
  expect(await making.pollUntilDone()).toMatchObject({ provisioningState: 'Succeeded', diskSizeGB: 4 });
  await attach();
  expect((await compute.disks.get('IgniteRG', 'slow')).managedBy).toContain('/virtualMachines/WebVM2');
});

test('Encryption at host is chosen while a machine is off, and excludes disk encryption inside it', async () => {
  const change = async (group: string, vm: string, encryptionAtHost: boolean) => {
    const changing = await compute.virtualMachines.beginUpdate(
      group,
      vm,
      { securityProfile: { encryptionAtHost } },
      { updateIntervalInMs: 0 },
    );
    azure.advance(60_000);
    return changing.pollUntilDone();
  };
  await expect(change('IgniteRG', 'WebVM1', true)).rejects.toMatchObject({ statusCode: 409, code: 'OperationNotAllowed' });
  await expect(change('OperationsRG', 'StoppedVM1', true)).rejects.toThrow('Azure Disk Encryption is enabled');
  expect((await change('IgniteRG', 'WebVM2', true)).securityProfile?.encryptionAtHost).toBe(true);
  const encrypt = compute.virtualMachineExtensions.beginCreateOrUpdate('IgniteRG', 'WebVM2', 'AzureDiskEncryption', {
    location,
    publisher: 'Microsoft.Azure.Security',
    typePropertiesType: 'AzureDiskEncryption',
    settings: { EncryptionOperation: 'EnableEncryption' },
  });
  await expect(encrypt).rejects.toThrow('encryption at host');
});

test('Machines are listed by region, sizes by machine, operations by provider', async () => {
  const west = (await Array.fromAsync(compute.virtualMachines.listByLocation('WestEurope'))).map(({ name }) => name);
  expect(west).toContain('WebVM1');
  expect(await Array.fromAsync(compute.virtualMachines.listByLocation('eastasia'))).toEqual([]);
  expect((await Array.fromAsync(compute.virtualMachines.listAvailableSizes('IgniteRG', 'WebVM1'))).length).toBeGreaterThan(5);
  await expect(Array.fromAsync(compute.virtualMachines.listAvailableSizes('IgniteRG', 'None'))).rejects.toMatchObject({ statusCode: 404 });
  const operations = (await Array.fromAsync(compute.operations.list())).map(({ name }) => name);
  expect(operations).toContain('Microsoft.Compute/virtualMachines/start/action');
});
