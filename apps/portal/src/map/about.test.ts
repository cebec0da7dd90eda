import { expect, test } from 'vitest';
import { readAbout } from './about';
import { paths, type About } from './paths';

const vault = { subscriptionId: 's', resourceGroup: 'OperationsRG', vaultName: 'OperationsVault' };
const keyVaultId = '/subscriptions/s/resourceGroups/KeyVaultRG/providers/Microsoft.KeyVault/vaults/ContosoKV';

/** What stands behind the codes, as the router hands it over. */
const rest = (about: About) => decodeURIComponent(paths.helpEntry(vault, ['forbidden'], about).split('/help/forbidden')[1] ?? '').slice(1);

test('the address of a help entry tells what the failure concerned', () => {
  const machine = { vmGroup: 'machines', vmName: 'key-vaults' };
  for (const about of [{}, { machine: { vmGroup: 'dbvm2', vmName: 'DBVM2' } }, { keyVaultId }, { restoreId: '1', keyVaultId }] as About[]) {
    expect(readAbout(rest(about))).toEqual(about);
  }
  expect(readAbout(rest({ machine })).machine).toEqual(machine);
});

test('an address that was cut off concerns nothing', () => {
  for (const broken of ['machines/dbvm2', 'key-vaults/s/group', 'restores', 'machines//DBVM2', 'nonsense/1']) {
    expect(readAbout(broken)).toEqual({});
  }
});

test('help can be opened where no vault is', () => {
  expect(paths.helpEntry(null, ['conflict', 'x'])).toBe('/help/conflict%2Cx');
});
