import { text } from '../../../world/json';
import type { ArmResource, World } from '../../../world/world';
import { claimsOfVault, itemsOfVault } from '../state/item-store';
import { redundancyOf } from '../state/vault-store';
import { badRequest } from '../wire';

const REDUNDANCIES = ['GeoRedundant', 'LocallyRedundant', 'ZoneRedundant', 'ReadAccessGeoZoneRedundant'];

/** Redundancy is settled once the vault protects something, or is about to. */
export function isLocked(world: World, vault: ArmResource): boolean {
  return itemsOfVault(world, vault.id).length > 0 || claimsOfVault(world, vault.id).length > 0;
}

/** Judges redundancy settings in ARM's form, of a new vault or for one that is there. @throws 400 */
export function requireRedundancy(world: World, vault: ArmResource | undefined, given: Record<string, unknown>): void {
  const present = vault ? redundancyOf(vault) : { redundancy: 'GeoRedundant', crossRegionRestore: false };
  const redundancy = text(given['standardTierStorageRedundancy']) ?? present.redundancy;
  const crossRegionRestore =
    given['crossRegionRestore'] === undefined ? present.crossRegionRestore : given['crossRegionRestore'] === 'Enabled';
  if (!REDUNDANCIES.includes(redundancy)) throw badRequest('BMSUserErrorInvalidInput', `'${redundancy}' is not a storage redundancy.`);
  if (crossRegionRestore && !/Geo/.test(redundancy)) {
    throw badRequest('BMSUserErrorInvalidInput', 'Restoring in another region needs a redundancy that keeps copies there.');
  }
  if (!vault || !isLocked(world, vault)) return;
  if (redundancy !== present.redundancy) {
    throw badRequest('BMSUserErrorStorageTypeLocked', 'The storage redundancy cannot change once an item has been protected in the vault.');
  }
  if (present.crossRegionRestore && !crossRegionRestore) {
    throw badRequest('BMSUserErrorStorageTypeLocked', 'Restoring in another region cannot be turned off once an item has been protected.');
  }
}
