import { KeyClient } from '@azure/keyvault-keys';
import { SecretClient } from '@azure/keyvault-secrets';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { PRODUCTION_SUBSCRIPTION_ID } from '../../../seeds/company';
import { addBek, addKek } from '../../../seeds/key-vaults';
import { addMachine } from '../../../seeds/machines';
import { sharedKeyCaller } from '../../../testing/shared-key-caller';
import { connect } from '../../../testing/connect';
import { setServiceEdition } from '../backup-service';
import { lockOf } from '../../../world/compute/disk-locks';
import { keyObjects, objectKey, parseObjectUrl, secretObjects } from '../../../world/key-vault/key-vault-objects';
import { at, list, record } from '../../../world/json';
import { findAccount } from '../../../world/storage/storage-accounts';
import {
  backUp,
  beginRestore,
  groupId,
  IGNITE,
  jobDetails,
  newestPoint,
  restore,
  restoredConfig,
  restoredFile,
} from '../../../testing/restoring';
import { clientsOf, HOUR, MINUTE, namesOf, openCompany } from '../../../testing/backup-company';
import type { Clients, Company } from '../../../testing/backup-company';

const OPERATIONS = ['OperationsVault', 'OperationsRG'] as const;
const WHOLE = ['OperationsRG', 'FullRestoreVM1'] as const;

let company: Company;
let adele: Clients;
beforeAll(async () => {
  company = await openCompany();
  adele = await clientsOf(company);
});
beforeEach(() => company.reset('contoso'));
afterAll(() => company.stop());

async function keyInfo(attributes: Record<string, string>): Promise<Record<string, unknown>> {
  const file = await restoredFile(company, attributes, 'Encryption Info Blob Name');
  return record(at(JSON.parse(file.toString('utf8')), 'OsDiskKeyAndSecretDetails'));
}

describe('A restore of managed disks', () => {
  const target = { targetResourceGroupId: groupId('IgniteRG') };

  test('shows how far it is, and ends a little after its transfer', async () => {
    const id = await beginRestore(company, adele, OPERATIONS, ...WHOLE, target);
    company.advance(30_000);
    const early = await jobDetails(adele, OPERATIONS, id);
    expect(early).toMatchObject({
      status: 'InProgress',
      extendedInfo: {
        tasksList: [
          { taskId: 'Transfer data from vault', status: 'InProgress', taskExecutionDetails: expect.stringMatching(/^\d+ GBs \/ 127 GBs/) },
        ],
        propertyBag: { 'Job Type': 'Recover disks', 'Target resource group': 'IgniteRG' },
      },
    });
    company.advance(HOUR);
    const { status, extendedInfo } = await jobDetails(adele, OPERATIONS, id);
    expect([status, extendedInfo?.progressPercentage]).toEqual(['Completed', 100]);
    expect(extendedInfo?.tasksList?.[0]).toMatchObject({ status: 'Completed', taskExecutionDetails: '127 GBs / 127 GBs Transferred' });
  });

  test('leaves the disks, the configuration, a template and the keys', async () => {
    const attributes = await restore(company, adele, OPERATIONS, ...WHOLE, target);
    expect(Object.keys(attributes)).toEqual(expect.arrayContaining(['Recovery point time ', 'Config Blob Uri', 'Template Blob Uri']));
    const config = await restoredConfig(company, attributes);
    const diskId = String(at(config['properties.storageProfile'], 'osDisk', 'managedDisk', 'id'));
    expect(company.world.resources.get(diskId)).toMatchObject({
      name: expect.stringMatching(/^fullrestorevm1-osdisk-\d{8}-\d{6}$/),
      tags: { RSVaultBackup: expect.stringMatching(/^[\da-f-]{36}$/) },
      properties: { diskState: 'Unattached', creationData: { createOption: 'Restore' } },
    });
    const template = await restoredFile(
      company,
      { ...attributes, template: (attributes['Template Blob Uri'] ?? '').split('/').at(-1) ?? '' },
      'template',
    );
    expect(Object.keys(record(record(JSON.parse(template.toString('utf8')))['parameters']))).toContain('VirtualMachineName');
    expect(Object.keys(await keyInfo(attributes))).toEqual(expect.arrayContaining(['KeyBackupData', 'KeyUrl', 'SecretData', 'SecretUrl']));
  });

  test('of a machine with Trusted Launch leaves disks and a configuration that tell of it, as its point does', async () => {
    await backUp(company, adele, 'OperationsRG', 'TrustedLaunchVM1', 'EnhancedPolicy');
    const attributes = await restore(company, adele, IGNITE, 'OperationsRG', 'TrustedLaunchVM1', target);
    const config = await restoredConfig(company, attributes);
    expect(config['properties.securityProfile']).toMatchObject({ securityType: 'TrustedLaunch', uefiSettings: { vTpmEnabled: true } });
    const diskId = String(at(config['properties.storageProfile'], 'osDisk', 'managedDisk', 'id'));
    const { hyperVGeneration, securityProfile } = company.world.resources.get(diskId)?.properties ?? {};
    expect([hyperVGeneration, securityProfile]).toEqual(['V2', { securityType: 'TrustedLaunch' }]);
    const { name } = await newestPoint(adele, IGNITE, 'OperationsRG', 'TrustedLaunchVM1');
    const point = await adele.backup.recoveryPoints.get(...IGNITE, 'Azure', ...namesOf('OperationsRG', 'TrustedLaunchVM1'), name);
    expect(point.properties).toMatchObject({ securityType: 'TrustedLaunch' });
  });

  test('leaves a configuration that tells how the machine used its disks, where it stood, and by which license it ran', async () => {
    const config = await restoredConfig(company, await restore(company, adele, OPERATIONS, 'OperationsRG', 'AppVM1', target));
    expect(config).toMatchObject({
      'properties.storageProfile': { osDisk: { caching: 'ReadWrite' }, dataDisks: [{ lun: 0, caching: 'ReadOnly' }] },
      'properties.licenseType': 'Windows_Server',
      'properties.proximityPlacementGroup': { id: expect.stringContaining('/proximityPlacementGroups/app-proximity') },
    });
    await backUp(company, adele, 'OperationsRG', 'BigDiskVM1');
    const accelerated = await restoredConfig(company, await restore(company, adele, IGNITE, 'OperationsRG', 'BigDiskVM1', target));
    expect(accelerated['properties.storageProfile']).toMatchObject({ dataDisks: [{ caching: 'None', writeAcceleratorEnabled: true }] });
  });

  test('of an encrypted machine with more than 16 disks leaves none with encryption settings', async () => {
    const { world } = company;
    const withSettings: number[] = [];
    for (const count of [15, 16]) {
      const name = `Disks${count}VM1`;
      const spec = {
        subscriptionId: PRODUCTION_SUBSCRIPTION_ID,
        group: 'OperationsRG',
        location: 'westeurope',
        name,
        os: 'Windows',
      } as const;
      const secretVaultId = `${groupId('OperationsRG')}/providers/Microsoft.KeyVault/vaults/ContosoKV`;
      const keyUrl = addKek(world, 'ContosoKV', `${name}-KEK`);
      const secretUrl = addBek(world, 'ContosoKV', spec, keyUrl);
      const dataDisksGiB = Array.from({ length: count }, () => 4);
      addMachine(world, {
        ...spec,
        size: 'Standard_DS4_v2',
        dataDisksGiB,
        encryption: { pass: 'single', secretUrl, secretVaultId, keyUrl },
      });
      await backUp(company, adele, 'OperationsRG', name);
      await restore(company, adele, IGNITE, 'OperationsRG', name, target);
      const disks = world.resources.below(groupId('IgniteRG')).filter(({ name: one }) => one.startsWith(`${name.toLowerCase()}-`));
      expect(disks).toHaveLength(count + 1);
      withSettings.push(disks.filter(({ properties }) => properties['encryptionSettingsCollection'] !== undefined).length);
    }
    expect(withSettings).toEqual([16, 0]);
  });

  test.each([
    ['Data', ['osdisk'], ['datadisk']],
    ['OS', ['datadisk'], ['osdisk']],
  ] as const)('of which only the volumes %s were encrypted leaves the others plain', async (volumes, plain, encrypted) => {
    const name = `Mixed${volumes}VM1`;
    const { world } = company;
    const spec = { subscriptionId: PRODUCTION_SUBSCRIPTION_ID, group: 'OperationsRG', location: 'westeurope', name, os: 'Linux' } as const;
    const secretVaultId = `${groupId('OperationsRG')}/providers/Microsoft.KeyVault/vaults/ContosoKV`;
    const keyUrl = addKek(world, 'ContosoKV', `${name}-KEK`);
    const secretUrl = addBek(world, 'ContosoKV', spec, keyUrl);
    addMachine(world, { ...spec, dataDisksGiB: [64], volumes, encryption: { pass: 'single', secretUrl, secretVaultId, keyUrl } });
    await backUp(company, adele, 'OperationsRG', name);
    await restore(company, adele, IGNITE, 'OperationsRG', name, target);
    const disks = world.resources.below(groupId('IgniteRG')).filter(({ name: one }) => one.startsWith(`${name.toLowerCase()}-`));
    const parts = (isLocked: boolean) =>
      disks.filter(({ id }) => (lockOf(world, id) !== undefined) === isLocked).map(({ name: one }) => one.split('-')[1]);
    expect([parts(false), parts(true)]).toEqual([plain, encrypted]);
    const [settings] = disks.filter(({ properties }) => properties['encryptionSettingsCollection'] !== undefined);
    expect(settings?.name.split('-')[1]).toBe(encrypted[0]);
  });

  test('fails when the storage account is shut while it runs', async () => {
    const id = await beginRestore(company, adele, OPERATIONS, ...WHOLE, target);
    const account = findAccount(company.world, 'contosostaging');
    if (account) company.world.resources.put({ ...account, properties: { ...account.properties, allowSharedKeyAccess: false } });
    company.advance(HOUR);
    expect(await jobDetails(adele, OPERATIONS, id)).toMatchObject({
      status: 'Failed',
      errorDetails: [{ errorTitle: 'UserErrorStagingStorageAccountNotAccessible' }],
    });
  });

  test('can be cancelled and leaves nothing then', async () => {
    const before = company.world.resources.below(groupId('IgniteRG')).length;
    const id = await beginRestore(company, adele, OPERATIONS, ...WHOLE, target);
    await adele.backup.jobCancellations.trigger(...OPERATIONS, id);
    company.advance(MINUTE);
    expect((await jobDetails(adele, OPERATIONS, id)).status).toBe('Cancelled');
    expect(company.world.resources.below(groupId('IgniteRG'))).toHaveLength(before);
  });
});

describe('A restore of unmanaged disks', () => {
  test('leaves VHDs of full size with a BitLocker volume in them', async () => {
    await backUp(company, adele, 'dbvm2', 'DBVM2');
    const attributes = await restore(company, adele, IGNITE, 'dbvm2', 'DBVM2');
    const config = await restoredConfig(company, attributes);
    const { osDisk, dataDisks } = record(config['properties.storageProfile']);
    expect(at(osDisk, 'encryptionSettings', 'keyEncryptionKey', 'keyUrl')).toContain('/keys/ContosoKEK/');
    const [, , , container, name] = String(at(osDisk, 'vhd', 'uri')).split('/');
    expect(container).toBe(attributes['Config Blob Container Name']);
    const owner = sharedKeyCaller(company, 'contosostaging');
    const head = await owner('HEAD', `/${container ?? ''}/${name ?? ''}`);
    expect([head.headers.get('x-ms-blob-type'), head.headers.get('content-length')]).toEqual(['PageBlob', String(127 * 2 ** 30 + 512)]);
    const volume = await owner('GET', `/${container ?? ''}/${name ?? ''}`, { headers: { 'x-ms-range': 'bytes=1048576-1049087' } });
    expect((await volume.text()).slice(3, 11)).toBe('-FVE-FS-');
    expect(list(dataDisks).map((disk) => at(disk, 'lun'))).toEqual([0]);
  });

  test('leaves managed disks with their encryption settings where it is told to', async () => {
    await backUp(company, adele, 'dbvm2', 'DBVM2');
    const target = { targetResourceGroupId: groupId('IgniteRG') };
    const attributes = await restore(company, adele, IGNITE, 'dbvm2', 'DBVM2', { ...target, restoreWithManagedDisks: true });
    expect(attributes['Target resource group']).toBe('IgniteRG');
    const { osDisk, dataDisks } = record((await restoredConfig(company, attributes))['properties.storageProfile']);
    const disks = [osDisk, ...list(dataDisks)].map((disk) => company.world.resources.get(String(at(disk, 'managedDisk', 'id'))));
    expect(disks).toMatchObject([
      { location: 'westeurope', sku: { name: 'Standard_LRS' }, properties: { osType: 'Windows', hyperVGeneration: 'V1', diskSizeGB: 127 } },
      { location: 'westeurope', sku: { name: 'Standard_LRS' }, properties: { diskSizeGB: 512, diskState: 'Unattached' } },
    ]);
    for (const disk of disks) {
      expect(disk?.properties).toMatchObject({
        encryptionSettingsCollection: {
          encryptionSettings: [{ keyEncryptionKey: { keyUrl: expect.stringContaining('/keys/ContosoKEK/') } }],
        },
      });
      expect(disk).not.toHaveProperty('properties.storageProfile');
    }
  });

  test.each([
    ['a resource group alone does not make managed disks of them', 'current', {}],
    ['in January 2017 nothing did', '2017-01', { restoreWithManagedDisks: true }],
  ] as const)('%s', async (_what, edition, more) => {
    await backUp(company, adele, 'dbvm2', 'DBVM2');
    setServiceEdition(company.world, edition);
    const attributes = await restore(company, adele, IGNITE, 'dbvm2', 'DBVM2', { targetResourceGroupId: groupId('IgniteRG'), ...more });
    expect(attributes['Target resource group']).toBeUndefined();
  });

  test('tells its encryption settings in the metadata of the VHD when it was encrypted without an application', async () => {
    const attributes = await restore(company, adele, OPERATIONS, ...WHOLE);
    expect(attributes['Target resource group']).toBeUndefined();
    await backUp(company, adele, 'OperationsRG', 'SinglePassVM1');
    const single = await restore(company, adele, IGNITE, 'OperationsRG', 'SinglePassVM1');
    const config = await restoredConfig(company, single);
    const uri = String(at(config['properties.storageProfile'], 'osDisk', 'vhd', 'uri'));
    const head = await sharedKeyCaller(company, 'contosostaging')('HEAD', new URL(uri).pathname);
    expect(head.headers.get('x-ms-meta-diskencryptionsettings')).toContain('"encryptionEnabled":true');
  });
});

describe('The keys that a restore leaves', () => {
  test('bring a purged key and secret back', async () => {
    const attributes = await restore(company, adele, OPERATIONS, ...WHOLE, { targetResourceGroupId: groupId('IgniteRG') });
    const info = await keyInfo(attributes);
    const key = parseObjectUrl(String(info['KeyUrl']));
    const secret = parseObjectUrl(String(info['SecretUrl']));
    keyObjects(company.world).delete(objectKey(key?.vault ?? '', key?.name ?? ''));
    secretObjects(company.world).delete(objectKey(secret?.vault ?? '', secret?.name ?? ''));
    const { credential, httpClient } = await connect(company, 'adele');
    const keys = new KeyClient('https://contosokv.vault.azure.net', credential, { httpClient });
    const restoredKey = await keys.restoreKeyBackup(Buffer.from(String(info['KeyBackupData']), 'base64'));
    expect(restoredKey.id).toBe(info['KeyUrl']);
    const secrets = new SecretClient('https://contosokv.vault.azure.net', credential, { httpClient });
    const restoredSecret = await secrets.setSecret(secret?.name ?? '', String(info['SecretData']), { contentType: 'Wrapped BEK' });
    expect(restoredSecret.properties.contentType).toBe('Wrapped BEK');
  });

  test('of a machine with a BEK alone hold a backup of the secret', async () => {
    await backUp(company, adele, 'OperationsRG', 'BekOnlyVM3');
    const info = await keyInfo(
      await restore(company, adele, IGNITE, 'OperationsRG', 'BekOnlyVM3', { targetResourceGroupId: groupId('IgniteRG') }),
    );
    expect(info['KeyBackupData']).toBeUndefined();
    const secret = parseObjectUrl(String(info['SecretUrl']));
    secretObjects(company.world).delete(objectKey(secret?.vault ?? '', secret?.name ?? ''));
    const { credential, httpClient } = await connect(company, 'adele');
    const secrets = new SecretClient('https://contosokv.vault.azure.net', credential, { httpClient });
    const restored = await secrets.restoreSecretBackup(Buffer.from(String(info['KeyVaultSecretBackupData']), 'base64'));
    expect(restored.name).toBe(secret?.name);
  });
});

test('Files of an encrypted machine cannot be recovered one by one', async () => {
  const point = await newestPoint(adele, OPERATIONS, ...WHOLE);
  const provision = adele.backup.itemLevelRecoveryConnections.provision(...OPERATIONS, 'Azure', ...namesOf(...WHOLE), point.name, {
    properties: { objectType: 'IaasVMILRRegistrationRequest', recoveryPointId: point.id },
  });
  await expect(provision).rejects.toMatchObject({ statusCode: 400, code: 'UserErrorFileRecoveryNotSupportedForEncryptedVM' });
});
