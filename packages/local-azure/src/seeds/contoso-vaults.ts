import { policiesOfVault, savePolicy } from '../providers/recovery-services/state/policy-store';
import { findItem, saveItem } from '../providers/recovery-services/state/item-store';
import { accessPoliciesOf } from '../world/key-vault/key-vault-access';
import type { World } from '../world/world';
import { PRODUCTION_SUBSCRIPTION_ID, TEST_SUBSCRIPTION_ID } from './company';
import { keyVaults } from './contoso-key-vaults';
import { keyVaultId } from './key-vaults';
import { machineId } from './machines';
import { people } from './people';
import { backUpInThePast, goOnFromNow, keepDataOf, protectInThePast } from './past';
import { eveningPolicy } from './policies';
import { guardVault } from './resource-guard';
import { addVault } from './vaults';

const production = { subscriptionId: PRODUCTION_SUBSCRIPTION_ID, location: 'westeurope' } as const;
const test = { subscriptionId: TEST_SUBSCRIPTION_ID, location: 'westeurope' } as const;

/** Nobody deletes what is in it before its time; that can still be turned off. */
const IMMUTABLE = { securitySettings: { immutabilitySettings: { state: 'Unlocked' } } };

const DAY = 86_400_000;
const FULL = 200;
const MOST_POLICIES = 200;

/** The vaults of the company, their policies and what was backed up before today. */
export function seedVaults(world: World): void {
  addVault(world, { ...production, group: 'IgniteRG' }, 'IgniteDemoVault');
  addVault(world, { ...production, group: 'DemoVaultRG', location: 'southeastasia' }, 'DemoVault');
  fillPolicies(world, addVault(world, { ...production, group: 'NorthRG', location: 'northeurope' }, 'NorthVault'));
  keepLedger(world, addVault(world, { ...test, group: 'TestRG' }, 'TestVault', IMMUTABLE));
  const full = addVault(world, { ...test, group: 'FarmRG' }, 'FullVault');
  fillVault(world, full);
  guardVault(world, full);
  remember(world, addVault(world, { ...production, group: 'OperationsRG' }, 'OperationsVault'));
}

/** A policy for every project there ever was: the vault takes no other. */
function fillPolicies(world: World, vaultId: string): void {
  const own = policiesOfVault(world, vaultId).length;
  for (let i = 1; i <= MOST_POLICIES - own; i += 1) {
    savePolicy(world, { ...eveningPolicy(vaultId), name: `Project-${String(i).padStart(3, '0')}` });
  }
}

function keepLedger(world: World, vaultId: string): void {
  const ledger = protectInThePast(world, vaultId, machineId({ ...test, group: 'TestRG', name: 'LedgerVM1' }), 'DefaultPolicy', 8);
  backUpInThePast(world, ledger, 7, 0);
  goOnFromNow(world, vaultId);
}

/** As many items as a vault of January 2017 may hold: a web farm that was given up. */
function fillVault(world: World, vaultId: string): void {
  for (let i = 1; i <= FULL; i += 1) {
    const name = `FarmVM${String(i).padStart(3, '0')}`;
    keepDataOf(world, vaultId, { id: machineId({ ...test, group: 'FarmRG', name }), name, location: test.location });
  }
}

const RESTORABLE = ['WinSingleVM1', 'LinuxSingleVM1', 'BekSingleVM1', 'WinUnmanagedVM1', 'LinuxUnmanagedVM1', 'DeletedVaultVM1'];

/** Two weeks of nightly backups. */
function remember(world: World, vaultId: string): void {
  const protect = (name: string, policy = 'DefaultPolicy', daysAgo = 15, group = 'OperationsRG') =>
    protectInThePast(world, vaultId, machineId({ ...production, group, name }), policy, daysAgo);

  for (const name of ['ProtectedVM1', 'OtherVaultVM1', 'LostVaultVM1', 'LostKeysVM1', 'FullRestoreVM1', 'AppVM2']) {
    backUpInThePast(world, protect(name), 14, 0);
  }
  for (const name of RESTORABLE) backUpInThePast(world, protect(name, 'DefaultPolicy', 4, 'RestoreRG'), 3, 0);
  backUpInThePast(world, protect('AppVM1', 'LongTermPolicy', 21), 20, 0);

  const revoked = protect('RevokedVM1');
  backUpInThePast(world, revoked, 14, 2);
  removeAccessOfService(world);
  backUpInThePast(world, revoked, 2, 0);

  const retired = protect('RetiredVM1', 'DefaultPolicy', 30);
  backUpInThePast(world, retired, 29, 20);
  changeItem(world, retired, { policyName: '', state: 'ProtectionStopped' });

  const deleted = protect('DeletedItemVM1', 'DefaultPolicy', 30);
  backUpInThePast(world, deleted, 29, 20);
  changeItem(world, deleted, { policyName: '', state: 'ProtectionStopped', deletedAt: world.clock.now() - 7 * DAY });

  goOnFromNow(world, vaultId);
}

/** From some day on the service was not among those whom RevokedKV lets in. */
function removeAccessOfService(world: World): void {
  const keyVault = world.resources.get(keyVaultId(keyVaults.RevokedKV));
  if (!keyVault) return;
  const accessPolicies = accessPoliciesOf(keyVault).filter(({ objectId }) => objectId === people.adele.objectId);
  world.resources.put({ ...keyVault, properties: { ...keyVault.properties, accessPolicies } });
}

function changeItem(world: World, key: string, changes: { policyName: string; state: 'ProtectionStopped'; deletedAt?: number }): void {
  const item = findItem(world, key);
  if (item) saveItem(world, { ...item, ...changes });
}
