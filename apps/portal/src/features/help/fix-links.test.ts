import { resourceGroupName, subscriptionId, vaultName } from '@tresor/contracts';
import { expect, test } from 'vitest';
import { entryOf, helpEntries } from './entries';
import { fixLinks, needsItem, type Known } from './fix-links';

const vault = {
  subscriptionId: subscriptionId.parse('f2edfd5d-5496-4683-b94f-b3588c579009'),
  resourceGroup: resourceGroupName.parse('OperationsRG'),
  vaultName: vaultName.parse('OperationsVault'),
};
const keyVaultId = `/subscriptions/${vault.subscriptionId}/resourceGroups/KeyVaultRG/providers/Microsoft.KeyVault/vaults/RevokedKV`;
const machine = { vmGroup: 'OperationsRG', vmName: 'LostKeysVM1' };

const ends = (code: string, known: Partial<Known>) =>
  fixLinks(entryOf(code)?.fixes ?? [], vault, { keyVaultIds: [], ...known }).map(({ to }) => to.split('/OperationsVault/')[1] ?? to);

test('without knowing what it is about, an entry leads to lists and asks which machine is meant', () => {
  expect(ends('UserErrorKeyVaultPermissionsNotConfigured', {})).toEqual(['key-vaults', 'prerequisites']);
  expect(ends('key-vault-gone', {})).toEqual(['restores']);
  expect(needsItem(entryOf('key-vault-gone')?.fixes ?? [])).toBe(true);
});

test('missing access is granted at the key vault it is missing on', () => {
  const known = { machine, isItem: true, keyVaultIds: [keyVaultId] };
  expect(ends('UserErrorKeyVaultPermissionsNotConfigured', known).slice(0, 2)).toEqual([
    `key-vaults/${vault.subscriptionId}/KeyVaultRG/RevokedKV`,
    'items/OperationsRG/LostKeysVM1/backup-now',
  ]);
});

test('lost keys come back in the restore that there is; where there is none, it begins with the disks', () => {
  const known = { machine, isItem: true };
  expect(ends('UserErrorKeyAndSecretNotFound', { ...known, restoreId: '42' })[0]).toBe('restores/42/keys');
  expect(ends('point-secret-not-there', known)[0]).toBe('items/OperationsRG/LostKeysVM1/restore');
  expect(ends('point-item-deleted', known)[0]).toBe('items/OperationsRG/LostKeysVM1/undelete');
});

test('whose key vault is gone before there is a backup is led to the encryption, where nothing can be restored', () => {
  expect(ends('UserErrorKeyVaultNotFound', { machine, isItem: false })[0]).toMatch(/encryption\/OperationsRG\/LostKeysVM1$/);
});

test('what stands in the way of a new machine is put right in the restore that makes it', () => {
  const known = { machine, isItem: true, restoreId: '42' };
  expect(ends('check-quota', known)[0]).toBe('restores/42/machine');
  expect(ends('check-keys-not-verified', known)[0]).toBe('restores/42/keys');
  expect(ends('check-no-deploy-right', known).slice(0, 2)).toEqual(['permissions', 'restores/42/machine']);
});

test('a machine that is not backed up here is offered nothing that only a backup item has', () => {
  for (const { id } of helpEntries()) {
    const found = ends(id, { machine, isItem: false });
    expect(
      found.filter((to) => to.startsWith('items/')),
      id,
    ).toEqual([]);
  }
});

test('every entry leads somewhere from the start, or asks for the machine', () => {
  for (const { id, fixes } of helpEntries()) expect(ends(id, {}).length > 0 || needsItem(fixes), id).toBe(true);
});
