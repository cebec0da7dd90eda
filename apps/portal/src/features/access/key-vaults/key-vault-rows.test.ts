import { listedKeyVault } from '@tresor/contracts';
import { expect, test } from 'vitest';
import { keyVaultRows, KEY_VAULT_FILTERS, matchesKeyVault } from './key-vault-rows';

const idOf = (name: string) =>
  `/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/${name}`;
const listed = (name: string) =>
  listedKeyVault.parse({
    id: idOf(name),
    name,
    location: 'westeurope',
    model: 'rbac',
    enabledForDiskEncryption: true,
    purgeProtection: false,
  });
const machine = (name: string, ...keyVaultIds: string[]) => ({ name, encryption: { kind: 'bek' as const, pass: null, keyVaultIds } });

const rows = keyVaultRows(
  [listed('Used'), listed('Idle')],
  [machine('vm1', idOf('USED'), idOf('Gone')), machine('vm2', idOf('used')), machine('vm3')],
);

test('each key vault stands once, with the machines that use it, whatever the case of its id', () => {
  expect(rows.map(({ name, seen, machines }) => [name, seen !== null, machines])).toEqual([
    ['Gone', false, ['vm1']],
    ['Idle', true, []],
    ['Used', true, ['vm1', 'vm2']],
  ]);
});

test('each choice shows the key vaults it is called after', () => {
  const shown = KEY_VAULT_FILTERS.map((filter) => [filter, rows.filter((row) => matchesKeyVault(row, filter)).map(({ name }) => name)]);
  expect(Object.fromEntries(shown)).toEqual({ used: ['Gone', 'Used'], missing: ['Gone'], all: ['Gone', 'Idle', 'Used'] });
});
