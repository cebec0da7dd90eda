import { setCoreQuota } from '../../providers/compute/quota';
import { setAddressQuota } from '../../providers/network/usages';
import { groupId } from '../../world/arm-ids';
import type { World } from '../../world/world';
import { PRODUCTION_SUBSCRIPTION_ID, TEST_SUBSCRIPTION_ID } from '../company';
import { giveHelpdeskRoles } from '../contoso-roles';
import { groups, seedGroups } from '../groups';
import { addKeyVault } from '../key-vaults';
import { assignRole } from '../../world/authorization/access';
import { users } from '../../world/directory/directory';
import { people, seedPeople } from '../people';
import { addStorageAccount, ensureGroup } from '../places';
import { addVault } from '../vaults';
import { rememberBackups } from './backups';
import { estate } from './estate';
import { addEstateMachines } from './estate-machines';
import { keyVaults, vaults } from './estate-vaults';
import { strike } from './night';

const subscriptions = [PRODUCTION_SUBSCRIPTION_ID, TEST_SUBSCRIPTION_ID] as const;

/**
 * The demo company on its worst morning: of 200 protected machines nearly all are gone, and half of the key vaults with their keys.
 * `estate.ts` says of every row of machines what happened to it and how it ends, `estate-vaults.ts` of every key vault.
 */
export function seedCatastrophe(world: World): void {
  seedPeople(world);
  seedGroups(world);
  addStorage(world);
  for (const [name, place] of Object.entries(vaults)) addVault(world, place, name, scanned);
  for (const keyVault of Object.values(keyVaults)) addKeyVault(world, keyVault);
  for (const row of estate) addEstateMachines(world, row);
  letHelpdeskRestore(world);
  limitNorth(world);
  rememberBackups(world);
  strike(world);
}

/** The company has Microsoft Defender for Cloud. */
const scanned = { securitySettings: { sourceScanConfiguration: { state: 'Enabled' } } };

/** In North Europe the company may use few cores, of the sizes with much memory no more than run there, and few addresses. */
function limitNorth(world: World): void {
  const { subscriptionId, location } = vaults.EstateNorthVault;
  setCoreQuota(world, subscriptionId, location, { cores: 96, families: { standardESv3Family: 4 } });
  setAddressQuota(world, subscriptionId, location, 10);
}

function addStorage(world: World): void {
  const [production, test] = subscriptions;
  addStorageAccount(world, { subscriptionId: production, group: 'StorageRG', location: 'westeurope' }, 'contosostaging');
  addStorageAccount(
    world,
    { subscriptionId: production, group: 'StorageRG', location: 'westeurope' },
    'ignitedisks',
    'Premium_LRS',
    'Storage',
  );
  addStorageAccount(world, { subscriptionId: production, group: 'StorageRG', location: 'northeurope' }, 'contosonorth');
  addStorageAccount(world, { subscriptionId: test, group: 'StorageRG', location: 'westeurope' }, 'contosotest');
}

const helpdesk = {
  de: 'Helpdesk: darf sichern, wiederherstellen und in den Ressourcengruppen des Bestands VMs zurückbringen, aber keine Sicherungsrichtlinien ändern.',
  en: 'Helpdesk: may back up, restore and bring VMs back in the resource groups of the estate, but not change backup policies.',
};

/** In the groups of the estate and of its key vaults; in a group for trying it out also a network and key vaults, which it may remove again. */
function letHelpdeskRestore(world: World): void {
  users(world).put(people.alex.objectId, { ...people.alex, does: helpdesk });
  const places = [...estate.map(({ vault, group }) => ({ ...vaults[vault], group })), ...Object.values(keyVaults)];
  for (const subscriptionId of subscriptions) {
    ensureGroup(world, { subscriptionId, group: 'RehearsalRG', location: 'westeurope' });
    const scope = groupId(subscriptionId, 'RehearsalRG');
    assignRole(world, { principalId: groups.helpdesk.objectId, principalType: 'Group', role: 'Contributor', scope });
  }
  for (const place of places) ensureGroup(world, place);
  giveHelpdeskRoles(world, {
    machines: [...new Set(places.map(({ subscriptionId, group }) => groupId(subscriptionId, group)))],
    subnets: subscriptions.map((id) => `/subscriptions/${id}`),
    blobs: subscriptions.map((id) => groupId(id, 'StorageRG')),
  });
}
