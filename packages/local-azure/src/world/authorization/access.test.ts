import { beforeEach, expect, it } from 'vitest';
import { assignRole, mayDo, mayDoData, mayDoSomewhereBelow } from './access';
import { keyVaultPermits } from '../key-vault/key-vault-access';
import { openWorld } from '../open-world';
import type { OpenWorld } from '../open-world';
import { wildcards } from './wildcards';

const subscription = '/subscriptions/S1';
const group = `${subscription}/resourceGroups/RG`;
const vm = `${group}/providers/Microsoft.Compute/virtualMachines/vm1`;
let world: OpenWorld;

beforeEach(() => {
  world = openWorld({ file: ':memory:' });
});

function give(role: string, scope: string): void {
  assignRole(world, { principalId: 'P1', role, scope });
}

it('a reader reads everything below and changes nothing', () => {
  give('Reader', subscription);
  expect(mayDo(world, 'p1', 'Microsoft.Compute/virtualMachines/read', vm.toUpperCase())).toBe(true);
  expect(mayDo(world, 'p1', 'Microsoft.Compute/virtualMachines/write', vm)).toBe(false);
  expect(mayDo(world, 'p1', 'Microsoft.Compute/virtualMachines/read', '/subscriptions/S10/resourceGroups/RG')).toBe(false);
  expect(mayDo(world, 'p2', 'Microsoft.Compute/virtualMachines/read', vm)).toBe(false);
});

it('a contributor does everything but give access', () => {
  give('Contributor', group);
  expect(mayDo(world, 'P1', 'Microsoft.RecoveryServices/vaults/write', group)).toBe(true);
  expect(mayDo(world, 'P1', 'Microsoft.Authorization/roleAssignments/write', group)).toBe(false);
  expect(mayDo(world, 'P1', 'Microsoft.Authorization/roleAssignments/read', group)).toBe(true);
});

it('a backup operator protects a machine but changes no policy', () => {
  give('Backup Operator', subscription);
  const item = 'Microsoft.RecoveryServices/vaults/backupFabrics/protectionContainers/protectedItems';
  expect(mayDo(world, 'P1', `${item}/write`, group)).toBe(true);
  expect(mayDo(world, 'P1', `${item}/delete`, group)).toBe(false);
  expect(mayDo(world, 'P1', 'Microsoft.RecoveryServices/vaults/backupPolicies/write', group)).toBe(false);
});

it('what is held in one group opens lists of the subscription, narrowed', () => {
  give('Virtual Machine Contributor', group);
  expect(mayDo(world, 'P1', 'Microsoft.Compute/virtualMachines/read', subscription)).toBe(false);
  expect(mayDoSomewhereBelow(world, 'P1', 'Microsoft.Compute/virtualMachines/read', subscription)).toBe(true);
  expect(mayDoSomewhereBelow(world, 'P1', 'Microsoft.KeyVault/vaults/read', subscription)).toBe(false);
});

it('a role taken away counts from the next question on', () => {
  give('Owner', group);
  expect(mayDo(world, 'P1', 'Microsoft.Compute/virtualMachines/read', vm)).toBe(true);
  world.clear();
  expect(mayDo(world, 'P1', 'Microsoft.Compute/virtualMachines/read', vm)).toBe(false);
});

it('managing key vaults does not open them', () => {
  give('Owner', subscription);
  expect(mayDoData(world, 'P1', 'Microsoft.KeyVault/vaults/secrets/getSecret/action', group)).toBe(false);
  give('Key Vault Secrets User', group);
  expect(mayDoData(world, 'P1', 'Microsoft.KeyVault/vaults/secrets/getSecret/action', group)).toBe(true);
});

it('a key vault listens to its access policies or to roles, never to both', () => {
  const keyVault = (properties: Record<string, unknown>) => ({
    id: `${group}/providers/Microsoft.KeyVault/vaults/kv`,
    name: 'kv',
    type: 'Microsoft.KeyVault/vaults',
    properties,
  });
  const accessPolicies = [{ tenantId: 'T', objectId: 'p1', permissions: { keys: ['Get', 'backup'], secrets: ['all'] } }];
  const byPolicy = keyVault({ accessPolicies });
  const byRole = keyVault({ accessPolicies, enableRbacAuthorization: true });
  expect(keyVaultPermits(world, byPolicy, 'P1', 'keys', 'get')).toBe(true);
  expect(keyVaultPermits(world, byPolicy, 'P1', 'keys', 'list')).toBe(false);
  expect(keyVaultPermits(world, byPolicy, 'P1', 'secrets', 'set')).toBe(true);
  expect(keyVaultPermits(world, byRole, 'P1', 'keys', 'get')).toBe(false);
  give('Key Vault Crypto User', group);
  expect(keyVaultPermits(world, byRole, 'P1', 'keys', 'backup')).toBe(true);
  expect(keyVaultPermits(world, byRole, 'P1', 'secrets', 'get')).toBe(false);
});

it('a pattern of many stars takes no longer than one of few', () => {
  const action = `Microsoft.Compute/${'a'.repeat(5_000)}/read`;
  const began = performance.now();
  for (const pattern of [`${'*'.repeat(5_000)}write`, `*${'a*'.repeat(2_000)}write`, `${'*a'.repeat(6_000)}*`])
    expect(wildcards(pattern.toLowerCase())(action.toLowerCase())).toBe(false);
  expect(performance.now() - began).toBeLessThan(5_000);
  expect(
    ['a*c', '*', '*c', 'a*', 'a*b*c', '**b**', 'abc', 'ab*bc', 'a*d', 'abc*abc'].filter((pattern) => wildcards(pattern)('abc')),
  ).toEqual(['a*c', '*', '*c', 'a*', 'a*b*c', '**b**', 'abc']);
});
