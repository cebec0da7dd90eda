import { ComputeManagementClient } from '@azure/arm-compute';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect, startLocalAzure, type LocalAzure } from '../..';
import { PRODUCTION_SUBSCRIPTION_ID } from '../../seeds/company';
import { addMachine } from '../../seeds/machines';
import { plainCaller } from '../../testing/shared-key-caller';
import { putVhd } from '../../storage/vhd';
import { applications, type Application } from '../../world/directory/directory';
import { lockOf } from '../../world/compute/disk-locks';
import { guestOf, putGuest } from '../../world/compute/guests';
import { at, list, record } from '../../world/json';
import { keyObjects, objectKey, readSecret } from '../../world/key-vault/key-vault-objects';

let azure: LocalAzure;
let compute: ComputeManagementClient;

beforeAll(async () => {
  azure = await startLocalAzure({ file: ':memory:', clock: { mode: 'standing' } });
  const { credential, httpClient } = await connect(azure, 'Adele');
  compute = new ComputeManagementClient(credential, PRODUCTION_SUBSCRIPTION_ID, { httpClient, retryOptions: { maxRetries: 0 } });
});
afterAll(() => azure.stop());

const keyVaultId = `/subscriptions/${PRODUCTION_SUBSCRIPTION_ID}/resourceGroups/IgniteRG/providers/Microsoft.KeyVault/vaults/IgniteDemoKV`;

function kekUrl(): string {
  const { versions = [] } = keyObjects(azure.world).get(objectKey('IgniteDemoKV', 'ContosoKEK')) ?? {};
  return `https://ignitedemokv.vault.azure.net/keys/ContosoKEK/${versions.at(-1)?.version ?? ''}`;
}

async function runExtension(vm: string, type: string, version: string, settings: object, protectedSettings?: object): Promise<void> {
  const running = await compute.virtualMachineExtensions.beginCreateOrUpdate(
    'IgniteRG',
    vm,
    type,
    {
      location: 'westeurope',
      publisher: 'Microsoft.Azure.Security',
      typePropertiesType: type,
      typeHandlerVersion: version,
      settings,
      protectedSettings,
    },
    { updateIntervalInMs: 0 },
  );
  azure.advance(3 * 60_000);
  await running.pollUntilDone();
}

const enabling = () => ({
  EncryptionOperation: 'EnableEncryption',
  KeyVaultURL: 'https://ignitedemokv.vault.azure.net',
  KeyVaultResourceId: keyVaultId,
  KeyEncryptionKeyURL: kekUrl(),
  KekVaultResourceId: keyVaultId,
  VolumeType: 'All',
});

test('The extension encrypts a machine without an application: secret in the key vault, settings on the disks', async () => {
  await runExtension('WebVM1', 'AzureDiskEncryption', '2.2', enabling());
  const vm = await compute.virtualMachines.get('IgniteRG', 'WebVM1', { expand: 'instanceView' });
  expect(vm.storageProfile?.osDisk?.encryptionSettings).toBeUndefined();
  const diskName = vm.storageProfile?.osDisk?.managedDisk?.id?.split('/').at(-1) ?? '';
  const { encryptionSettingsCollection } = await compute.disks.get('IgniteRG', diskName);
  const secretUrl = encryptionSettingsCollection?.encryptionSettings?.[0]?.diskEncryptionKey?.secretUrl ?? '';
  const secret = readSecret(azure.world, secretUrl);
  expect(secret).toMatchObject({ state: 'present', version: { contentType: 'Wrapped BEK', tags: { MachineName: 'WebVM1' } } });
  expect(vm.instanceView?.disks?.[0]?.statuses?.map(({ code }) => code)).toContain('EncryptionState/encrypted');
});

test('With an application the settings stand in the model of the machine', async () => {
  const { appId = '', secret = '' } = azure.programs.find(({ displayName }) => displayName === 'Disk encryption') ?? {};
  const encrypt = (AADClientSecret: string) =>
    runExtension('WebVM2', 'AzureDiskEncryption', '1.1', { ...enabling(), AADClientID: appId }, { AADClientSecret });
  await expect(encrypt('wrong')).rejects.toThrow('Invalid client secret');
  const known = applications(azure.world).get(appId.toLowerCase());
  if (!known) throw new Error('There is no such application.');
  const change = (changed: Partial<Application>) => applications(azure.world).put(known.appId, { ...known, ...changed });
  change({ disabled: true });
  await expect(encrypt(secret)).rejects.toThrow('AADSTS7000112');
  const password = { keyId: 'one', displayName: null, hint: 'old', secretText: 'of last year', startDateTime: '2025-01-01T00:00:00Z' };
  change({ passwords: [{ ...password, endDateTime: '2025-12-31T00:00:00Z' }] });
  await expect(encrypt('of last year')).rejects.toThrow('AADSTS7000222');
  change({});
  await encrypt(secret);
  await expect(runExtension('WebVM2', 'AzureDiskEncryption', '2.2', enabling())).rejects.toThrow('encrypted with an Azure AD application');
  const vm = await compute.virtualMachines.get('IgniteRG', 'WebVM2');
  expect(vm.storageProfile?.osDisk?.encryptionSettings).toMatchObject({ enabled: true, keyEncryptionKey: { keyUrl: kekUrl() } });
});

/** Changes the subnet of a machine, and gives its interface a security group with a rule. */
function confine(machine: string, subnetChange: object, rule?: object): void {
  const { resources } = azure.world;
  const [vm] = resources.named('Microsoft.Compute/virtualMachines', machine);
  const nic = resources.get(String(at(list(at(vm?.properties, 'networkProfile', 'networkInterfaces'))[0], 'id')));
  const subnetId = String(at(list(nic?.properties['ipConfigurations'])[0], 'properties', 'subnet', 'id'));
  const network = resources.get(subnetId.replace(/\/subnets\/[^/]+$/, ''));
  if (!nic || !network) throw new Error(`${machine} has no network.`);
  const subnets = list(network.properties['subnets']).map((one) => ({
    ...record(one),
    ...(at(one, 'id') === subnetId && { properties: { ...record(at(one, 'properties')), ...subnetChange } }),
  }));
  resources.put({ ...network, properties: { ...network.properties, subnets } });
  const type = 'Microsoft.Network/networkSecurityGroups';
  const nsg = { id: `${nic.id.split('/providers/')[0] ?? ''}/providers/${type}/${machine}-nsg`, name: `${machine}-nsg`, type };
  const securityRules = rule ? [{ properties: { priority: 100, direction: 'Outbound', access: 'Deny', protocol: '*', ...rule } }] : [];
  resources.put({ ...nsg, location: 'westeurope', properties: { securityRules } });
  resources.put({ ...nic, properties: { ...nic.properties, networkSecurityGroup: { id: nsg.id } } });
}

test('With an application the machine itself has to reach Entra and the key vault', async () => {
  const { appId, secret } = azure.programs.find(({ displayName }) => displayName === 'Disk encryption') ?? {};
  let run = 0;
  const encrypt = () => {
    run += 1;
    const settings = { ...enabling(), AADClientID: appId, SequenceVersion: String(run) };
    return runExtension('WebVM2', 'AzureDiskEncryption', '1.1', settings, { AADClientSecret: secret });
  };
  const anywhere = { sourceAddressPrefix: '*', destinationPortRange: '*' };
  const open = { defaultOutboundAccess: true, serviceEndpoints: [] };
  const closed = { defaultOutboundAccess: false, serviceEndpoints: [{ service: 'Microsoft.KeyVault' }, { service: 'Microsoft.Storage' }] };
  confine('WebVM2', closed);
  await expect(encrypt()).rejects.toThrow('Failed to connect to https://login.microsoftonline.com/.');
  confine('WebVM2', open, { ...anywhere, destinationAddressPrefix: 'AzureActiveDirectory' });
  await expect(encrypt()).rejects.toThrow('Failed to connect to https://login.microsoftonline.com/.');
  confine('WebVM2', open, { ...anywhere, destinationAddressPrefix: 'AzureKeyVault.WestEurope' });
  await expect(encrypt()).rejects.toThrow('Failed to connect to https://ignitedemokv.vault.azure.net.');
  confine('WebVM2', open, { ...anywhere, destinationAddressPrefix: 'Storage' });
  await encrypt();
  confine('WebVM1', closed);
  await runExtension('WebVM1', 'AzureDiskEncryption', '2.2', { ...enabling(), SequenceVersion: 'isolated' });
  confine('WebVM1', open);
});

const volumesOf = async () => {
  const { extensions, disks } = await compute.virtualMachines.instanceView('IgniteRG', 'WebVM1');
  const extension = extensions?.find(({ name }) => name === 'AzureDiskEncryption');
  const message = extension?.substatuses?.[0]?.message;
  const os = message === undefined ? undefined : record(JSON.parse(message))['os'];
  return [disks?.[0]?.statuses?.at(-1)?.code, extension?.statuses?.[0]?.code, os];
};

test('A disk is called encrypted while the extension is still at work on it', async () => {
  await runExtension('WebVM1', 'AzureDiskEncryption', '2.2', { ...enabling(), SequenceVersion: 'again' });
  const vm = azure.world.resources.named('Microsoft.Compute/virtualMachines', 'WebVM1')[0]?.id ?? '';
  const { volumes: _, ...guest } = guestOf(azure.world, vm);
  const ENCRYPTED = 'EncryptionState/encrypted';
  const now = azure.world.clock.now();
  putGuest(azure.world, vm, { ...guest, volumes: { preparedAt: now + 30_000, encryptedAt: now + 90_000 } });
  expect(await volumesOf()).toEqual([ENCRYPTED, 'ProvisioningState/transitioning', undefined]);
  azure.advance(30_000);
  expect(await volumesOf()).toEqual([ENCRYPTED, 'ProvisioningState/succeeded', 'EncryptionInProgress']);
  azure.advance(60_000);
  expect(await volumesOf()).toEqual([ENCRYPTED, 'ProvisioningState/succeeded', 'Encrypted']);
});

const keysOf = async () => {
  const { instanceView } = await compute.virtualMachines.get('IgniteRG', 'WebVM1', { expand: 'instanceView' });
  return instanceView?.disks?.[0]?.encryptionSettings?.[0];
};

test('A machine with a BEK alone gets a KEK when disk encryption is enabled once more, with one', async () => {
  const settings = { ...enabling(), KeyEncryptionKeyURL: null, KekVaultResourceId: '' };
  await runExtension('WebVM1', 'AzureDiskEncryption', '2.2', settings);
  const before = await keysOf();
  expect(before?.keyEncryptionKey).toBeUndefined();
  await runExtension('WebVM1', 'AzureDiskEncryption', '2.2', enabling());
  const after = await keysOf();
  expect(after?.keyEncryptionKey?.keyUrl).toBe(kekUrl());
  expect(after?.diskEncryptionKey?.secretUrl).not.toBe(before?.diskEncryptionKey?.secretUrl);
  expect(readSecret(azure.world, after?.diskEncryptionKey?.secretUrl ?? '')).toMatchObject({ version: { contentType: 'Wrapped BEK' } });
});

test('An agent that hung comes up with its machine; what it was to do before then fails', async () => {
  const id = azure.world.resources.named('Microsoft.Compute/virtualMachines', 'WebVM2')[0]?.id ?? '';
  const guest = guestOf(azure.world, id);
  putGuest(azure.world, id, { ...guest, agent: { ...guest.agent, running: false } });
  await expect(runExtension('WebVM2', 'AzureDiskEncryption', '2.2', enabling())).rejects.toThrow('VMAgentStatusCommunicationError');
  const restarting = await compute.virtualMachines.beginRestart('IgniteRG', 'WebVM2', { updateIntervalInMs: 0 });
  azure.advance(60_000);
  await restarting.pollUntilDone();
  const { vmAgent } = await compute.virtualMachines.instanceView('IgniteRG', 'WebVM2');
  expect(vmAgent?.statuses?.[0]?.displayStatus).toBe('Ready');
});

test('Encryption of the system disk of a Linux machine cannot be taken back', async () => {
  await runExtension('WebVM3', 'AzureDiskEncryptionForLinux', '1.1', enabling());
  const disabling = { EncryptionOperation: 'DisableEncryption', VolumeType: 'All' };
  await expect(runExtension('WebVM3', 'AzureDiskEncryptionForLinux', '1.1', disabling)).rejects.toThrow('VMExtensionProvisioningError');
  await runExtension('WebVM1', 'AzureDiskEncryption', '2.2', disabling);
  const vm = await compute.virtualMachines.get('IgniteRG', 'WebVM1', { expand: 'instanceView' });
  expect(vm.instanceView?.disks?.[0]?.encryptionSettings).toBeUndefined();
});

test.each([
  ['OS', [true, false]],
  ['Data', [false, true]],
])('The volumes %s alone are encrypted where these are asked for', async (VolumeType, encrypted) => {
  const name = `Volumes${VolumeType}VM1`;
  const { world } = azure;
  const place = { subscriptionId: PRODUCTION_SUBSCRIPTION_ID, group: 'IgniteRG', location: 'westeurope' };
  addMachine(world, { ...place, name, os: 'Linux', dataDisksGiB: [64] });
  await runExtension(name, 'AzureDiskEncryptionForLinux', '1.1', { ...enabling(), VolumeType });
  const { instanceView, storageProfile } = await compute.virtualMachines.get('IgniteRG', name, { expand: 'instanceView' });
  const isReported = instanceView?.disks?.map(({ statuses }) => statuses?.some(({ code }) => code === 'EncryptionState/encrypted'));
  const ids = [storageProfile?.osDisk, ...(storageProfile?.dataDisks ?? [])].map((disk) => disk?.managedDisk?.id ?? '');
  expect([isReported, ids.map((id) => lockOf(world, id) !== undefined)]).toEqual([encrypted, encrypted]);
});

test('A machine can be given another size', async () => {
  const changing = await compute.virtualMachines.beginUpdate(
    'IgniteRG',
    'WebVM1',
    { hardwareProfile: { vmSize: 'Standard_DS3_v2' } },
    { updateIntervalInMs: 0 },
  );
  azure.advance(60_000);
  expect((await changing.pollUntilDone()).hardwareProfile?.vmSize).toBe('Standard_DS3_v2');
});

test('A disk is imported from a VHD with the encryption settings that travel in its metadata', async () => {
  const settings = {
    encryptionEnabled: true,
    diskEncryptionKey: { secretUrl: 'https://ignitedemokv.vault.azure.net/secrets/A/b', sourceVault: { id: keyVaultId } },
  };
  const place = { account: 'contosostaging', container: 'vhds', name: 'os.vhd' };
  putVhd(azure.world, place, { gib: 127, system: 'BitLocker', metadata: { DiskEncryptionSettings: JSON.stringify(settings) } });
  const disk = await compute.disks.beginCreateOrUpdateAndWait('IgniteRG', 'imported', {
    location: 'westeurope',
    osType: 'Windows',
    creationData: { createOption: 'Import', sourceUri: 'https://contosostaging.blob.core.windows.net/vhds/os.vhd' },
  });
  expect(disk).toMatchObject({ diskSizeGB: 127, encryptionSettingsCollection: { enabled: true } });
  expect(lockOf(azure.world, disk.id ?? '')).toBeUndefined();
  const missing = compute.disks.beginCreateOrUpdateAndWait('IgniteRG', 'missing', {
    location: 'westeurope',
    creationData: { createOption: 'Import', sourceUri: 'https://contosostaging.blob.core.windows.net/vhds/none.vhd' },
  });
  await expect(missing).rejects.toMatchObject({ statusCode: 404 });
});

const KEY_VAULTS = `/subscriptions/${PRODUCTION_SUBSCRIPTION_ID}/resourceGroups`;

test.each([
  ['another key vault', `${KEY_VAULTS}/KeyVaultRG/providers/Microsoft.KeyVault/vaults/ContosoKV`],
  ['none', `${KEY_VAULTS}/IgniteRG/providers/Microsoft.KeyVault/vaults/NoKV`],
  ['one of the name in another group', `${KEY_VAULTS}/KeyVaultRG/providers/Microsoft.KeyVault/vaults/IgniteDemoKV`],
])('Settings whose id names %s, while their URL leads to a key vault, are refused', async (_where, id) => {
  const secretUrl = 'https://ignitedemokv.vault.azure.net/secrets/A/b';
  const disk = compute.disks.beginCreateOrUpdateAndWait('IgniteRG', 'mismatched', {
    location: 'westeurope',
    diskSizeGB: 4,
    creationData: { createOption: 'Empty' },
    encryptionSettingsCollection: {
      enabled: true,
      encryptionSettings: [{ diskEncryptionKey: { secretUrl, sourceVault: { id } } }],
    },
  });
  await expect(disk).rejects.toMatchObject({ statusCode: 403, code: 'KeyVaultAccessForbidden' });
  for (const wrong of [{ KeyVaultResourceId: id }, { KekVaultResourceId: id }]) {
    const running = runExtension('WebVM3', 'AzureDiskEncryption', '2.2', { ...enabling(), ...wrong });
    await expect(running).rejects.toMatchObject({ statusCode: 403, code: 'KeyVaultAccessForbidden' });
  }
});

test('A disk can be downloaded for as long as access is granted', async () => {
  await compute.disks.beginCreateOrUpdateAndWait('IgniteRG', 'download', {
    location: 'westeurope',
    osType: 'Windows',
    diskSizeGB: 64,
    creationData: { createOption: 'Empty' },
  });
  const granted = await compute.disks.beginGrantAccessAndWait('IgniteRG', 'download', { access: 'Read', durationInSeconds: 3600 });
  expect((await compute.disks.get('IgniteRG', 'download')).diskState).toBe('ActiveSAS');
  const { hostname, pathname, search } = new URL(granted.accessSAS ?? '');
  const anyone = plainCaller(azure, hostname.split('.')[0] ?? '');
  const footer = await anyone('GET', pathname + search, { headers: { 'x-ms-range': `bytes=${64 * 2 ** 30}-` } });
  expect((await footer.text()).slice(0, 8)).toBe('conectix');
  await compute.disks.beginRevokeAccessAndWait('IgniteRG', 'download');
  expect((await anyone('GET', pathname + search)).status).toBe(404);
});
