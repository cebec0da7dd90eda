import { expect, it } from 'vitest';
import { DATA_ACTION_OF, neededKeyVaultPermissions } from './key-vault-permissions';

it('the Backup service does not ask to back up secrets in January 2017', () => {
  expect(neededKeyVaultPermissions('2017-01', true)).toEqual(['keys/get', 'keys/list', 'keys/backup', 'secrets/get', 'secrets/list']);
});

it('a key vault that holds BEKs only needs no key permissions', () => {
  expect(neededKeyVaultPermissions('current', false)).toEqual(['secrets/get', 'secrets/list', 'secrets/backup']);
});

it('the roles that grant today’s permissions are the five data actions of the documentation', () => {
  const actions = new Set(neededKeyVaultPermissions('current', true).map((permission) => DATA_ACTION_OF[permission]));
  expect([...actions]).toEqual([
    'Microsoft.KeyVault/vaults/keys/read',
    'Microsoft.KeyVault/vaults/keys/backup/action',
    'Microsoft.KeyVault/vaults/secrets/getSecret/action',
    'Microsoft.KeyVault/vaults/secrets/readMetadata/action',
    'Microsoft.KeyVault/vaults/secrets/backup/action',
  ]);
});
