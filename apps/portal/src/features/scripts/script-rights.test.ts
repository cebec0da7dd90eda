import type { Keys, RestoreStep, RestoreValues } from '@tresor/scripts';
import { expect, it } from 'vitest';
import { scriptRights } from './script-rights';

const group = '/subscriptions/s/resourceGroups';
const keyVaultId = `${group}/Keys/providers/Microsoft.KeyVault/vaults/ContosoKV`;
const link = (kind: 'keys' | 'secrets', state: Keys['secret']['state'] = 'present') =>
  ({ heldUrl: `https://contosokv.vault.azure.net/${kind}/name/0123`, keyVaultId, version: '0123', state }) as const;

const values: RestoreValues = {
  subscriptionId: 's',
  resourceGroup: 'rg',
  vaultName: 'Vault',
  vmGroup: 'rg',
  vmName: 'VM1',
  location: 'westeurope',
  serviceAppId: null,
  jobId: 'cae90b5e-3880-4b7f-be15-fe460a7ba729',
  pointId: '3000001',
  osType: 'Windows',
  storageAccountId: `${group}/rg/providers/Microsoft.Storage/storageAccounts/staging`,
  targetGroup: 'rg',
  pass: 'single',
  keys: { secret: link('secrets'), key: link('keys') },
  disks: [],
  machine: { name: 'VM1', group: 'rg', size: 'Standard_D2s_v5', subnetId: 'subnet', publicIp: false },
  policyName: 'Policy',
};
const rightsOf = (step: RestoreStep | 'journey', change: Partial<RestoreValues> = {}, dialect: 'az' | 'Az' = 'az') =>
  Object.fromEntries(
    scriptRights({ of: 'restore', step, values: { ...values, ...change } }, dialect).map(({ place, roles, permissions }) => [
      place,
      [...roles, ...permissions],
    ]),
  );

it('keys by PowerShell take the file with key data to be read, which az does without', () => {
  expect(rightsOf('keys', {}, 'Az')['storage-account']).toEqual(['Storage Blob Data Contributor']);
  expect(rightsOf('keys')).not.toHaveProperty('storage-account');
});

it('a machine of VHDs whose keys were put back takes their settings to be written', () => {
  const keys = { secret: link('secrets', 'absent'), key: null };
  expect(rightsOf('machine', { targetGroup: null, keys })['storage-account']).toEqual(['Storage Blob Data Contributor']);
  expect(rightsOf('machine', { targetGroup: null })).not.toHaveProperty('storage-account');
  expect(rightsOf('machine', { keys })['policy-key-vault']).toContain('secrets/get');
});

it('a key that is disabled or has expired takes the right to change it', () => {
  expect(rightsOf('keys')['policy-key-vault']).not.toContain('keys/update');
  expect(rightsOf('keys', { keys: { secret: link('secrets'), key: link('keys', 'expired') } })['policy-key-vault']).toContain(
    'keys/update',
  );
});

it.each(['az', 'Az'] as const)(
  'a machine that was not encrypted takes rights neither to keys nor to the files with them (%s)',
  (dialect) => {
    const rights = rightsOf('journey', { keys: null }, dialect);
    expect(Object.keys(rightsOf('journey', {}, dialect))).toEqual(
      expect.arrayContaining(['key-vault', 'policy-key-vault', 'role-key-vault']),
    );
    expect(Object.keys(rights).filter((place) => place.includes('key-vault'))).toEqual([]);
    expect(rights['storage-account']).toEqual(rightsOf('disks', {}, dialect)['storage-account']);
    expect(rights['machine']).toEqual(rightsOf('protection', {}, dialect)['machine']);
    for (const step of ['keys', 'encryption', 'after-care'] as const) expect(rightsOf(step, { keys: null }, dialect)).toEqual({});
  },
);

it('the VHDs of a machine that was not encrypted are looked for in the storage account', () => {
  expect(rightsOf('journey', { keys: null, targetGroup: null })['storage-account']).toContain('Storage Blob Data Contributor');
  expect(rightsOf('journey', { keys: null })['storage-account']).not.toContain('Storage Blob Data Contributor');
});

it('a plan takes rights to keys where one of its machines was encrypted', () => {
  const placesOf = (...keys: RestoreValues['keys'][]) => {
    const machines = keys.map((one) => ({ ...values, keys: one, wave: 1 }));
    return scriptRights({ of: 'recovery', values: { folder: 'plan', machines } }, 'az').map(({ place }) => place);
  };
  expect(placesOf(null, values.keys)).toContain('key-vault');
  expect(placesOf(null, null)).not.toContain('key-vault');
});

it('what comes back in the paired region takes no rights to be protected, for no vault there does that', () => {
  expect(rightsOf('protection', { inPair: true })).toEqual({});
  expect(rightsOf('journey', { keys: null })).toHaveProperty('machine');
  expect(rightsOf('journey', { keys: null, inPair: true })).not.toHaveProperty('machine');
});

it('disks that come back in the paired region take its rights, alone and with all other steps', () => {
  expect(rightsOf('disks', { inPair: true })['subscription']).toEqual(['Backup Operator']);
  expect(rightsOf('disks')).not.toHaveProperty('subscription');
  expect(rightsOf('journey', { inPair: true })['subscription']).not.toEqual(rightsOf('journey')['subscription']);
});

it('a machine takes the right to write to its disks where they are, unless they are VHDs', () => {
  expect(rightsOf('machine')['disk-group']).toEqual(['Virtual Machine Contributor']);
  expect(rightsOf('after-care')['disk-group']).toEqual(['Reader']);
  expect(rightsOf('journey', { targetGroup: null })).not.toHaveProperty('disk-group');
});

it('a public address takes more than the machine itself', () => {
  expect(rightsOf('machine')['group']).toEqual(['Virtual Machine Contributor']);
  expect(rightsOf('machine', { machine: { ...values.machine, publicIp: true } })['group']).toEqual(['Contributor']);
});
