import { ComputeManagementClient } from '@azure/arm-compute';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect, startLocalAzure, type LocalAzure } from '../..';
import { PRODUCTION_SUBSCRIPTION_ID, TEST_SUBSCRIPTION_ID } from '../../seeds/company';
import { callerFor, type Caller } from '../../testing/arm-caller';

let azure: LocalAzure;
let call: Caller;
let clientOf: (subscriptionId: string) => ComputeManagementClient;
const location = 'westeurope';

beforeAll(async () => {
  azure = await startLocalAzure({ file: ':memory:', clock: { mode: 'standing' } });
  const { credential, httpClient } = await connect(azure, 'Adele');
  const retryOptions = { maxRetries: 0 };
  clientOf = (subscriptionId) => new ComputeManagementClient(credential, subscriptionId, { httpClient, retryOptions });
  call = await callerFor(azure, 'Adele', '2021-07-01');
});
afterAll(() => azure.stop());

const FEATURES = `/subscriptions/${TEST_SUBSCRIPTION_ID}/providers/Microsoft.Features/providers/Microsoft.Compute/features`;
const FEATURE = `${FEATURES}/EncryptionAtHost`;

async function chooseHost(subscriptionId: string, group: string, vm: string) {
  const { virtualMachines } = clientOf(subscriptionId);
  const quick = { updateIntervalInMs: 0 };
  const stopping = await virtualMachines.beginDeallocate(group, vm, quick);
  azure.advance(60_000);
  await stopping.pollUntilDone();
  const choosing = await virtualMachines.beginUpdate(group, vm, { securityProfile: { encryptionAtHost: true } }, quick);
  azure.advance(60_000);
  return choosing.pollUntilDone();
}

test('A subscription is registered for encryption at host before a machine can have it', async () => {
  await expect(chooseHost(TEST_SUBSCRIPTION_ID, 'TestRG', 'TestVM2')).rejects.toThrow('feature is not enabled for this subscription');
  expect((await call('GET', FEATURE)).body).toMatchObject({
    name: 'Microsoft.Compute/EncryptionAtHost',
    type: 'Microsoft.Features/providers/features',
    properties: { state: 'NotRegistered' },
  });
  await call('POST', `${FEATURE}/register`);
  azure.advance(60 * 60_000);
  expect((await call('GET', FEATURES)).body).toMatchObject({
    value: expect.arrayContaining([
      expect.objectContaining({ name: 'Microsoft.Compute/EncryptionAtHost', properties: { state: 'Registered' } }),
    ]),
  });
  expect((await chooseHost(TEST_SUBSCRIPTION_ID, 'TestRG', 'TestVM2')).securityProfile?.encryptionAtHost).toBe(true);
  expect((await call('POST', `${FEATURE}/unregister`)).body).toMatchObject({ properties: { state: 'NotRegistered' } });
  expect((await call('GET', `${FEATURES}/NoSuchThing`)).status).toBe(404);
});

test('A machine that Azure Disk Encryption has left keeps its mark', async () => {
  const { virtualMachineExtensions } = clientOf(PRODUCTION_SUBSCRIPTION_ID);
  const disabling = await virtualMachineExtensions.beginCreateOrUpdate(
    'OperationsRG',
    'BekOnlyVM3',
    'AzureDiskEncryption',
    {
      location,
      publisher: 'Microsoft.Azure.Security',
      typePropertiesType: 'AzureDiskEncryption',
      typeHandlerVersion: '2.2',
      settings: { EncryptionOperation: 'DisableEncryption', VolumeType: 'All' },
    },
    { updateIntervalInMs: 0 },
  );
  azure.advance(10 * 60_000);
  await disabling.pollUntilDone();
  await expect(chooseHost(PRODUCTION_SUBSCRIPTION_ID, 'OperationsRG', 'BekOnlyVM3')).rejects.toThrow('was enabled before');
});

test('A disk waits for its upload, and serves no machine before that has ended', async () => {
  const { disks, virtualMachines } = clientOf(PRODUCTION_SUBSCRIPTION_ID);
  const uploadOf = (uploadSizeBytes: number) =>
    disks.beginCreateOrUpdateAndWait('IgniteRG', 'uploaded', { location, creationData: { createOption: 'Upload', uploadSizeBytes } });
  await expect(uploadOf(4 * 2 ** 30)).rejects.toMatchObject({ statusCode: 400, code: 'InvalidParameter' });
  expect(await uploadOf(4 * 2 ** 30 + 512)).toMatchObject({ diskState: 'ReadyToUpload', diskSizeGB: 4 });
  const attach = async () => {
    const { storageProfile } = await virtualMachines.get('IgniteRG', 'WebVM3');
    const uploaded = await disks.get('IgniteRG', 'uploaded');
    const dataDisks = [...(storageProfile?.dataDisks ?? []), { lun: 5, createOption: 'Attach', managedDisk: { id: uploaded.id ?? '' } }];
    return virtualMachines.beginUpdate('IgniteRG', 'WebVM3', { storageProfile: { dataDisks } }, { updateIntervalInMs: 0 });
  };
  await expect(attach()).rejects.toMatchObject({ statusCode: 409 });
  const asked = { durationInSeconds: 600 };
  await expect(disks.beginGrantAccessAndWait('IgniteRG', 'uploaded', { access: 'Read', ...asked })).rejects.toMatchObject({
    statusCode: 409,
  });
  await disks.beginGrantAccessAndWait('IgniteRG', 'uploaded', { access: 'Write', ...asked });
  expect((await disks.get('IgniteRG', 'uploaded')).diskState).toBe('ActiveUpload');
  await disks.beginRevokeAccessAndWait('IgniteRG', 'uploaded');
  expect((await disks.get('IgniteRG', 'uploaded')).diskState).toBe('Unattached');
  await attach();
});
