import { FIRST_REPLICATION_SPAN } from '../providers/recovery-services/secondary/replicated-points';
import { saveSettings } from '../providers/recovery-services/state/vault-store';
import { findAccount } from '../world/storage/storage-accounts';
import type { World } from '../world/world';
import { PRODUCTION_SUBSCRIPTION_ID } from './company';
import { seedGroups } from './groups';
import { addBek, addKek, addKeyVault, keyVaultId, type KeyVaultSpec } from './key-vaults';
import { addMachine } from './machines';
import { archiveOldPoints, backUpInThePast, goOnFromNow, protectInThePast } from './past';
import { seedPeople } from './people';
import { addStorageAccount, ensureGroup, ensureNetwork, type Place } from './places';
import { addVault } from './vaults';

const FRANKFURT: Place = { subscriptionId: PRODUCTION_SUBSCRIPTION_ID, group: 'FrankfurtRG', location: 'germanywestcentral' };
const BERLIN: Place = { subscriptionId: PRODUCTION_SUBSCRIPTION_ID, group: 'BerlinRG', location: 'germanynorth' };
const KEY_VAULT: KeyVaultSpec = { ...FRANKFURT, name: 'FrankfurtKV', model: 'access policies', backup: 'complete' };
const WEEK = 7;
const HALF_A_YEAR = 200;

/** What each vault of the company says of its copies in the paired region. */
const VAULTS = [
  { name: 'FrankfurtVault', machine: 'PairedVM1', policy: 'DefaultPolicy', redundancySettings: { crossRegionRestore: 'Enabled' } },
  { name: 'OneRegionVault', machine: 'OneRegionVM1', policy: 'LongTermPolicy', redundancySettings: {} },
  {
    name: 'LocalVault',
    machine: 'LocalVM1',
    policy: 'DefaultPolicy',
    redundancySettings: { standardTierStorageRedundancy: 'LocallyRedundant' },
  },
] as const;

/**
 * The company on the day on which storage of Germany West Central is not available: every restore there would need it. Of the three machines
 * one can be brought back in the paired region, Germany North; the vault of another does not allow that, and the third has no copy there. The second has been backed up for long: its oldest points are in the archive.
 */
export function seedOutage(world: World): void {
  seedPeople(world);
  seedGroups(world);
  addKeyVault(world, KEY_VAULT);
  const keyUrl = addKek(world, KEY_VAULT.name, 'FrankfurtKEK');
  for (const { name, machine, policy, redundancySettings } of VAULTS) {
    const spec = { ...FRANKFURT, name: machine, os: 'Windows' as const, disks: 'managed' as const };
    const keys = { secretUrl: addBek(world, KEY_VAULT.name, spec, keyUrl), secretVaultId: keyVaultId(KEY_VAULT) };
    const encryption = { pass: 'single' as const, ...keys, keyUrl, keyVaultId: keyVaultId(KEY_VAULT) };
    const vmId = addMachine(world, { ...spec, encryption, guest: { power: 'deallocated' } });
    const vaultId = addVault(world, FRANKFURT, name, { redundancySettings });
    if ('crossRegionRestore' in redundancySettings) {
      saveSettings(world, vaultId, { crossRegionSince: world.clock.now() - 5 * FIRST_REPLICATION_SPAN });
    }
    const days = policy === 'DefaultPolicy' ? WEEK : HALF_A_YEAR;
    const item = protectInThePast(world, vaultId, vmId, policy, days + 1);
    backUpInThePast(world, item, days, 0);
    archiveOldPoints(world, item);
    goOnFromNow(world, vaultId);
  }
  addStorageAccount(world, { ...FRANKFURT, group: 'StorageRG' }, 'contosofrankfurt', 'Standard_GRS');
  const account = findAccount(world, 'contosofrankfurt');
  if (account) world.resources.put({ ...account, properties: { ...account.properties, statusOfPrimary: 'unavailable' } });
  ensureGroup(world, BERLIN);
  ensureNetwork(world, BERLIN.subscriptionId, BERLIN.location);
  addStorageAccount(world, { ...BERLIN, group: 'StorageRG' }, 'contosoberlin');
}
