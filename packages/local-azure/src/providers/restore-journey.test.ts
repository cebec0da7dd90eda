import { ComputeManagementClient } from '@azure/arm-compute';
import type { VirtualMachine } from '@azure/arm-compute';
import { KeyClient } from '@azure/keyvault-keys';
import { SecretClient } from '@azure/keyvault-secrets';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ENCRYPTION_APP_ID, PRODUCTION_SUBSCRIPTION_ID } from '../seeds/company';
import { applications } from '../world/directory/directory';
import { people } from '../seeds/people';
import { connect } from '../testing/connect';
import { at, list, record } from '../world/json';
import { findKeyVault, keyObjects, objectKey, parseObjectUrl, secretObjects } from '../world/key-vault/key-vault-objects';
import { setCoreQuota } from './compute/quota';
import { backUp, groupId, IGNITE, restore, restoredConfig, restoredFile } from '../testing/restoring';
import { clientsOf, MINUTE, openCompany } from '../testing/backup-company';
import type { Clients, Company } from '../testing/backup-company';
import { callerFor, type Caller } from '../testing/arm-caller';

const OPERATIONS = ['OperationsVault', 'OperationsRG'] as const;
const GROUP = 'IgniteRG';
const target = { targetResourceGroupId: groupId(GROUP) };

let company: Company;
let adele: Clients;
let compute: ComputeManagementClient;
let call: Caller;

async function computeOf(person: string): Promise<ComputeManagementClient> {
  const { credential, httpClient } = await connect(company, person);
  return new ComputeManagementClient(credential, PRODUCTION_SUBSCRIPTION_ID, { httpClient, retryOptions: { maxRetries: 0 } });
}

beforeAll(async () => {
  company = await openCompany();
  adele = await clientsOf(company);
  compute = await computeOf('adele');
  call = await callerFor(company, 'adele', '2024-05-01');
});
beforeEach(() => company.reset('contoso'));
afterAll(() => company.stop());

async function nic(name: string): Promise<string> {
  const subnet = { id: `${groupId('NetworkRG')}/providers/Microsoft.Network/virtualNetworks/contoso-westeurope/subnets/default` };
  const path = `${groupId(GROUP)}/providers/Microsoft.Network/networkInterfaces/${name}-nic`;
  const { body } = await call('PUT', path, {
    location: 'westeurope',
    properties: { ipConfigurations: [{ name: 'ipconfig1', properties: { subnet } }] },
  });
  return String(body['id']);
}

const attached = (disk: unknown) => ({
  name: String(at(disk, 'name')),
  createOption: 'Attach',
  managedDisk: at(disk, 'managedDisk'),
  vhd: at(disk, 'vhd'),
});

/** A key vault for disk encryption in which Adele may do everything. */
async function addKeyVault(name: string): Promise<void> {
  const permissions = { keys: ['all'], secrets: ['all'] };
  await call('PUT', `${groupId(GROUP)}/providers/Microsoft.KeyVault/vaults/${name}`, {
    location: 'westeurope',
    properties: {
      tenantId: company.tenantId,
      sku: { family: 'A', name: 'standard' },
      enabledForDiskEncryption: true,
      accessPolicies: [{ tenantId: company.tenantId, objectId: people.adele.objectId, permissions }],
    },
  });
}

/** The machine that the restored configuration describes. */
async function machineOf(name: string, config: Record<string, unknown>, settings: object = {}): Promise<VirtualMachine> {
  const { osDisk, dataDisks } = record(config['properties.storageProfile']);
  const profile: object = {
    osDisk: { ...attached(osDisk), osType: at(osDisk, 'osType'), encryptionSettings: at(osDisk, 'encryptionSettings'), ...settings },
    dataDisks: list(dataDisks).map((disk) => ({ ...attached(disk), lun: at(disk, 'lun') })),
  };
  return {
    location: 'westeurope',
    hardwareProfile: { vmSize: 'Standard_DS2_v2' },
    storageProfile: profile,
    networkProfile: { networkInterfaces: [{ id: await nic(name), primary: true }] },
  };
}

async function create(name: string, machine: VirtualMachine, client = compute) {
  const poller = await client.virtualMachines.beginCreateOrUpdate(GROUP, name, machine, { updateIntervalInMs: 0 });
  company.advance(2 * MINUTE);
  return poller.pollUntilDone();
}

const viewOf = (name: string) => compute.virtualMachines.instanceView(GROUP, name);
const agentOf = async (name: string) => (await viewOf(name)).vmAgent?.statuses?.[0]?.displayStatus;
const stateOf = async (name: string) => (await viewOf(name)).disks?.map(({ statuses }) => statuses?.at(-1)?.code);

/** The keys that a restore left, to be restored into their own key vault or another one. */
async function keysOf(attributes: Record<string, string>, into?: string) {
  const info = record(
    at(JSON.parse((await restoredFile(company, attributes, 'Encryption Info Blob Name')).toString('utf8')), 'OsDiskKeyAndSecretDetails'),
  );
  const words = (name: string) => String(info[name]);
  const key = parseObjectUrl(words('KeyUrl'));
  const secret = parseObjectUrl(words('SecretUrl'));
  const { credential, httpClient } = await connect(company, 'adele');
  const vault = `https://${into?.toLowerCase() ?? secret?.vault ?? ''}.vault.azure.net`;
  return {
    keyVaultId: words('KeyVaultId'),
    purge: () => {
      keyObjects(company.world).delete(objectKey(key?.vault ?? '', key?.name ?? ''));
      secretObjects(company.world).delete(objectKey(secret?.vault ?? '', secret?.name ?? ''));
    },
    restoreKey: () => new KeyClient(vault, credential, { httpClient }).restoreKeyBackup(Buffer.from(words('KeyBackupData'), 'base64')),
    setSecret: (value = words('SecretData')) => new SecretClient(vault, credential, { httpClient }).setSecret(secret?.name ?? '', value),
  };
}

const settingsFor = (keyVaultId: string, secretUrl = '', keyUrl = '') => ({
  encryptionSettings: {
    enabled: true,
    diskEncryptionKey: { secretUrl, sourceVault: { id: keyVaultId } },
    keyEncryptionKey: { keyUrl, sourceVault: { id: keyVaultId } },
  },
});

describe('A machine made of restored disks', () => {
  test('runs and is encrypted while its keys are there', async () => {
    const attributes = await restore(company, adele, OPERATIONS, 'OperationsRG', 'FullRestoreVM1', target);
    const machine = await machineOf('Again', await restoredConfig(company, attributes));
    expect((await create('Again', machine)).provisioningState).toBe('Succeeded');
    expect(await agentOf('Again')).toBe('Ready');
    expect(await stateOf('Again')).toEqual(['EncryptionState/encrypted']);
    await expect(
      create('Twice', { ...machine, networkProfile: { networkInterfaces: [{ id: await nic('Twice') }] } }),
    ).rejects.toMatchObject({
      statusCode: 409,
    });
  });

  test.each([
    ['of unmanaged disks', {}],
    ['of unmanaged disks that became managed ones', { ...target, restoreWithManagedDisks: true }],
  ])('%s runs, too', async (_what, more) => {
    await backUp(company, adele, 'dbvm2', 'DBVM2');
    const attributes = await restore(company, adele, IGNITE, 'dbvm2', 'DBVM2', more);
    expect((await create('Unmanaged', await machineOf('Unmanaged', await restoredConfig(company, attributes)))).provisioningState).toBe(
      'Succeeded',
    );
    expect(await stateOf('Unmanaged')).toEqual(['EncryptionState/encrypted', 'EncryptionState/encrypted']);
  });

  test('cannot be started when key and secret are gone, and runs once both are restored', async () => {
    const attributes = await restore(company, adele, OPERATIONS, 'OperationsRG', 'FullRestoreVM1', target);
    const config = await restoredConfig(company, attributes);
    const keys = await keysOf(attributes);
    keys.purge();
    await expect(create('Lost', await machineOf('Lost', config))).rejects.toThrow('DiskEncryptionInternalError');
    expect((await compute.virtualMachines.get(GROUP, 'Lost')).provisioningState).toBe('Failed');
    const deleting = await compute.virtualMachines.beginDelete(GROUP, 'Lost', { updateIntervalInMs: 0 });
    company.advance(MINUTE);
    await deleting.pollUntilDone();
    const key = await keys.restoreKey();
    const secret = await keys.setSecret();
    const settings = settingsFor(keys.keyVaultId, secret.properties.id, key.id);
    expect((await create('Found', await machineOf('Found', config, settings))).provisioningState).toBe('Succeeded');
    expect(await agentOf('Found')).toBe('Ready');
  });

  test('asks for its recovery key when the secret is another', async () => {
    const attributes = await restore(company, adele, OPERATIONS, 'OperationsRG', 'FullRestoreVM1', target);
    const keys = await keysOf(attributes);
    const config = await restoredConfig(company, attributes);
    const keyUrl = String(at(config['properties.storageProfile'], 'osDisk', 'encryptionSettings', 'keyEncryptionKey', 'keyUrl'));
    const secret = await keys.setSecret('something else');
    await create('Wrong', await machineOf('Wrong', config, settingsFor(keys.keyVaultId, secret.properties.id, keyUrl)));
    expect(await agentOf('Wrong')).toBe('Not Ready');
  });

  test('encrypted without an application runs with keys in another key vault once its disk names them', async () => {
    await backUp(company, adele, 'OperationsRG', 'SinglePassVM1');
    const attributes = await restore(company, adele, IGNITE, 'OperationsRG', 'SinglePassVM1', target);
    const config = await restoredConfig(company, attributes);
    await addKeyVault('fresh-kv');
    const keys = await keysOf(attributes, 'fresh-kv');
    keys.purge();
    const key = await keys.restoreKey();
    const secret = await keys.setSecret();
    const sourceVault = { id: findKeyVault(company.world, 'fresh-kv')?.id ?? '' };
    const disk =
      String(at(config['properties.storageProfile'], 'osDisk', 'managedDisk', 'id'))
        .split('/')
        .at(-1) ?? '';
    await compute.disks.beginUpdateAndWait(GROUP, disk, {
      encryptionSettingsCollection: {
        enabled: true,
        encryptionSettingsVersion: '1.1',
        encryptionSettings: [
          {
            diskEncryptionKey: { secretUrl: secret.properties.id ?? '', sourceVault },
            keyEncryptionKey: { keyUrl: key.id ?? '', sourceVault },
          },
        ],
      },
    });
    await create('Moved', await machineOf('Moved', config));
    expect(await agentOf('Moved')).toBe('Ready');
    expect(await stateOf('Moved')).toEqual(['EncryptionState/encrypted']);
  });

  test('with Linux has its data disks mounted only once the extension runs', async () => {
    await backUp(company, adele, GROUP, 'FileServerVM3');
    const attributes = await restore(company, adele, IGNITE, GROUP, 'FileServerVM3', target);
    const machine = await machineOf('Files', await restoredConfig(company, attributes));
    const settings = machine.storageProfile?.osDisk?.encryptionSettings;
    await create('Files', machine);
    expect(await stateOf('Files')).toEqual(['EncryptionState/encrypted', 'EncryptionState/notEncrypted']);
    const application = applications(company.world).get(ENCRYPTION_APP_ID);
    const extension = await compute.virtualMachineExtensions.beginCreateOrUpdate(
      GROUP,
      'Files',
      'AzureDiskEncryptionForLinux',
      {
        location: 'westeurope',
        publisher: 'Microsoft.Azure.Security',
        typePropertiesType: 'AzureDiskEncryptionForLinux',
        typeHandlerVersion: '0.1',
        settings: {
          EncryptionOperation: 'EnableEncryption',
          KeyVaultURL: 'https://ignitedemokv.vault.azure.net',
          KeyVaultResourceId: settings?.diskEncryptionKey?.sourceVault?.id,
          KeyEncryptionKeyURL: settings?.keyEncryptionKey?.keyUrl,
          KekVaultResourceId: settings?.keyEncryptionKey?.sourceVault?.id,
          VolumeType: 'Data',
          AADClientID: application?.appId,
        },
        protectedSettings: { AADClientSecret: application?.secret },
      },
      { updateIntervalInMs: 0 },
    );
    company.advance(3 * MINUTE);
    await extension.pollUntilDone();
    expect(await stateOf('Files')).toEqual(['EncryptionState/encrypted', 'EncryptionState/encrypted']);
  });
});

describe('A machine of restored disks is refused', () => {
  let machine: VirtualMachine;
  beforeEach(async () => {
    const attributes = await restore(company, adele, OPERATIONS, 'OperationsRG', 'FullRestoreVM1', target);
    machine = await machineOf('Refused', await restoredConfig(company, attributes));
  });

  test('to somebody who may not deploy from the key vault', async () => {
    await expect(create('Refused', machine, await computeOf('lee'))).rejects.toMatchObject({ code: 'LinkedAuthorizationFailed' });
  });

  test('when the key vault is not enabled for disk encryption', async () => {
    const keyVault = findKeyVault(company.world, 'ContosoKV');
    if (keyVault) company.world.resources.put({ ...keyVault, properties: { ...keyVault.properties, enabledForDiskEncryption: false } });
    await expect(create('Refused', machine)).rejects.toMatchObject({ code: 'KeyVaultAccessForbidden' });
  });

  test('when the quota of the region is used up', async () => {
    setCoreQuota(company.world, PRODUCTION_SUBSCRIPTION_ID, 'westeurope', { cores: 10 });
    await expect(create('Refused', machine)).rejects.toMatchObject({ statusCode: 409, code: 'OperationNotAllowed' });
  });

  test('under the name of a machine that is there', async () => {
    await expect(create('WebVM1', machine)).rejects.toMatchObject({ statusCode: 409, code: 'PropertyChangeNotAllowed' });
  });

  test('in another region than its disks', async () => {
    await expect(create('Refused', { ...machine, location: 'northeurope' })).rejects.toMatchObject({ statusCode: 400 });
  });
});
