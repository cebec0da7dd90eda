import type { ArmAnswer, ArmCall } from '../../arm/route';
import { text } from '../../world/json';
import type { ArmResource } from '../../world/world';
import { itemsOfVault } from './item-store';
import { VAULT_TYPE } from './names';
import { changeVault, redundancyOf, settingsOf, vaultOfCall, vaultPart } from './vault-store';
import { badRequest, properties } from './wire';

const REDUNDANCIES = ['GeoRedundant', 'LocallyRedundant', 'ZoneRedundant', 'ReadAccessGeoZoneRedundant'];

export function get(call: ArmCall): ArmAnswer {
  return { status: 200, body: view(call, vaultOfCall(call)) };
}

export function put(call: ArmCall): ArmAnswer {
  return { status: 200, body: view(call, change(call)) };
}

export function patch(call: ArmCall): ArmAnswer {
  change(call);
  return { status: 204 };
}

function change(call: ArmCall): ArmResource {
  const vault = vaultOfCall(call);
  if (settingsOf(call.world, vault.id).redundancyFromVault) {
    throw badRequest('BMSUserErrorRedundancySettingsUseVaultApi', 'The redundancy of this vault is set through the vault itself.');
  }
  const given = properties(call);
  const present = redundancyOf(vault);
  const redundancy = text(given['storageModelType']) ?? text(given['storageType']) ?? present.redundancy;
  if (!REDUNDANCIES.includes(redundancy)) throw badRequest('BMSUserErrorInvalidInput', `'${redundancy}' is not a storage redundancy.`);
  const crossRegionRestore = Boolean(given['crossRegionRestoreFlag'] ?? present.crossRegionRestore);
  if (redundancy !== present.redundancy && isLocked(call, vault)) {
    throw badRequest('BMSUserErrorStorageTypeLocked', 'The storage redundancy cannot change once an item has been protected in the vault.');
  }
  const redundancySettings = {
    ...vaultPart(vault, 'redundancySettings'),
    standardTierStorageRedundancy: redundancy,
    crossRegionRestore: crossRegionRestore ? 'Enabled' : 'Disabled',
  };
  return changeVault(call.world, vault, { properties: { ...vault.properties, redundancySettings } });
}

function isLocked(call: ArmCall, vault: ArmResource): boolean {
  return itemsOfVault(call.world, vault.id).length > 0;
}

function view(call: ArmCall, vault: ArmResource): unknown {
  const { redundancy, crossRegionRestore } = redundancyOf(vault);
  return {
    id: `${vault.id}/backupstorageconfig/vaultstorageconfig`,
    name: 'vaultstorageconfig',
    type: `${VAULT_TYPE}/backupstorageconfig`,
    properties: {
      storageModelType: redundancy,
      storageType: redundancy,
      storageTypeState: isLocked(call, vault) ? 'Locked' : 'Unlocked',
      crossRegionRestoreFlag: crossRegionRestore,
      dedupState: 'Disabled',
      xcoolState: 'Disabled',
    },
  };
}
