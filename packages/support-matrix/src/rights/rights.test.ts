import { expect, it } from 'vitest';
import { grantsAction, grantsDataAction } from './permissions';
import { mayBeDelegated, smallestDelegable } from './delegable';
import { rightsFor } from './place-rights';
import { smallestRoles } from './remedy';
import { BUILT_IN_ROLES } from './roles';
import type { Need } from './step';
import { STEPS, type StepId } from './steps';

const control = (action: string) => ({ plane: 'control' as const, action });
const namesOf = (needs: readonly Pick<Need, 'plane' | 'action'>[]) => smallestRoles(needs).map(({ name }) => name);
const delegableOf = (needs: readonly Pick<Need, 'plane' | 'action'>[]) => {
  const { roles, never } = smallestDelegable(needs);
  return { roles: roles.map(({ name }) => name), never: never.map(({ action }) => action) };
};
const needsOf = (id: StepId, place: Need['place']) =>
  STEPS.find((step) => step.id === id)?.needs.filter((need) => need.place === place) ?? [];

it('a star stands for any run of characters, and case does not matter', () => {
  const permissions = [{ actions: ['Microsoft.RecoveryServices/Vaults/*/read'] }];
  expect(grantsAction(permissions, 'microsoft.recoveryservices/vaults/backupPolicies/READ')).toBe(true);
  expect(grantsAction(permissions, 'Microsoft.RecoveryServices/Vaults/backupPolicies/write')).toBe(false);
  expect(grantsAction([{ actions: ['Microsoft.Compute/disks/read'] }], 'Microsoft_Compute/disks/read')).toBe(false);
});

it('a pattern of many stars takes no longer than one of few', () => {
  const action = `Microsoft.Compute/${'a'.repeat(5_000)}/read`;
  const hostile = [`${'*'.repeat(5_000)}write`, `${'a*'.repeat(2_000)}b`, `*${'a*'.repeat(2_000)}write`, `${'*a'.repeat(6_000)}*`];
  const began = performance.now();
  expect(grantsAction([{ actions: hostile }], action)).toBe(false);
  expect(grantsAction([{ actions: ['**/*a*a*a*d'] }], action)).toBe(true);
  expect(performance.now() - began).toBeLessThan(5_000);
});

it('what one role leaves out another may give', () => {
  const contributor = { actions: ['*'], notActions: ['Microsoft.Authorization/*/Write'] };
  const assigning = { actions: ['Microsoft.Authorization/roleAssignments/write'] };
  expect(grantsAction([contributor], 'Microsoft.Authorization/roleAssignments/write')).toBe(false);
  expect(grantsAction([contributor, assigning], 'Microsoft.Authorization/roleAssignments/write')).toBe(true);
});

it('managing a key vault gives nothing on what it holds', () => {
  const owner = [{ actions: ['*'] }];
  expect(grantsDataAction(owner, 'Microsoft.KeyVault/vaults/secrets/getSecret/action')).toBe(false);
});

it.each<[StepId, Need['place'], string[]]>([
  ['open-vault', 'vault', ['Backup Reader']],
  ['back-up-now', 'vault', ['Backup Operator']],
  ['enable-backup', 'vault', ['Backup Operator']],
  ['enable-backup', 'machine', ['Virtual Machine Contributor']],
  ['restore-disks', 'vault', ['Backup Operator']],
  ['restore-disks', 'storage-account', ['Storage Account Contributor']],
  ['restore-disks', 'group', ['Contributor']],
  ['restore-in-pair', 'vault', ['Backup Operator']],
  ['restore-in-pair', 'subscription', ['Backup Operator']],
  ['write-policy', 'vault', ['Backup Contributor']],
  ['delete-backup-data', 'guard', ['Backup MUA Operator']],
  ['delete-backup-data', 'guarded-vault', ['Backup Contributor']],
  ['delete-backup-data', 'vault', ['Backup Contributor']],
  ['create-vault', 'group', ['Backup Contributor']],
  ['create-machine', 'group', ['Virtual Machine Contributor']],
  ['create-machine', 'disk-group', ['Virtual Machine Contributor']],
  ['discard-restore', 'disk-group', ['Virtual Machine Contributor']],
  ['grant-access', 'policy-key-vault', ['Key Vault Contributor']],
  ['grant-access', 'role-key-vault', ['Role Based Access Control Administrator']],
  ['restore-keys', 'role-key-vault', ['Key Vault Administrator']],
  ['remove-leftovers', 'storage-account', ['Storage Blob Data Contributor']],
])('for %s at the %s it names the smallest role that suffices', (step, place, roles) => {
  expect(namesOf(needsOf(step, place))).toEqual(roles);
});

it('where no single role suffices it names several', () => {
  expect(namesOf([control('Microsoft.RecoveryServices/Vaults/write'), control('Microsoft.Compute/virtualMachines/write')])).toEqual([
    'Contributor',
  ]);
  const both = [
    control('Microsoft.KeyVault/vaults/deploy/action'),
    { plane: 'data' as const, action: 'Microsoft.KeyVault/vaults/keys/restore/action' },
  ];
  expect(namesOf(both)).toEqual(['Key Vault Contributor', 'Key Vault Crypto Officer']);
});

it('no role gives what access policies give', () => {
  expect(smallestRoles([{ plane: 'access-policy', action: 'secrets/set' }])).toEqual([]);
});

it('a delegation holds neither Owner nor roles with data actions nor those that let somebody give roles', () => {
  expect(BUILT_IN_ROLES.filter((role) => !mayBeDelegated(role)).map(({ name }) => name)).toEqual([
    'Key Vault Reader',
    'Storage Blob Data Contributor',
    'Key Vault Crypto Officer',
    'Key Vault Secrets Officer',
    'Key Vault Administrator',
    'Role Based Access Control Administrator',
    'User Access Administrator',
    'Owner',
  ]);
});

it('of what is missing under a delegation it names the smallest role that can be delegated, and what none of these gives', () => {
  const see = control('Microsoft.KeyVault/vaults/keys/read');
  expect(namesOf([see])).toEqual(['Key Vault Reader']);
  expect(delegableOf([see])).toEqual({ roles: ['Reader'], never: [] });
  expect(delegableOf(needsOf('restore-disks', 'vault'))).toEqual({ roles: ['Backup Operator'], never: [] });
  const assign = control('Microsoft.Authorization/roleAssignments/write');
  const set = { plane: 'access-policy' as const, action: 'secrets/set' };
  const blobs = { plane: 'data' as const, action: 'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read' };
  expect(delegableOf([assign, see, set, blobs])).toEqual({ roles: ['Reader'], never: [assign.action, set.action, blobs.action] });
});

it('every right that a step needs is given by some built-in role', () => {
  for (const { id, needs } of STEPS)
    for (const { plane, action } of needs)
      if (plane !== 'access-policy') expect(smallestRoles([{ plane, action }]), `${id}: ${action}`).not.toEqual([]);
});

it('roles and steps are each named once', () => {
  for (const ids of [BUILT_IN_ROLES.map(({ id }) => id), STEPS.map(({ id }) => id)]) expect(new Set(ids).size).toBe(ids.length);
});

it('the rights for several steps are told once a place', () => {
  const rights = rightsFor(['restore-disks', 'restore-keys', 'remove-leftovers']);
  expect(rights.map(({ place }) => place)).toEqual([...new Set(rights.map(({ place }) => place))]);
  const operator = ['Backup Operator'];
  expect(rights).toContainEqual({ place: 'vault', roles: operator, permissions: [], delegable: { roles: operator, never: [] } });
  const permissions = ['keys/list', 'secrets/list', 'keys/restore', 'secrets/get', 'secrets/set'];
  expect(rights).toContainEqual({ place: 'policy-key-vault', roles: [], permissions, delegable: { roles: [], never: permissions } });
});
