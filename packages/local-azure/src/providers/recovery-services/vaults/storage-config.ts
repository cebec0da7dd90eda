import type { ArmAnswer, ArmCall } from '../../../arm/route';
import { text } from '../../../world/json';
import type { ArmResource } from '../../../world/world';
import { VAULT_TYPE } from '../names';
import { isLocked, requireRedundancy } from './redundancy';
import { changeVault, redundancyOf, settingsOf, vaultOfCall, vaultPart } from '../state/vault-store';
import { badRequest, properties } from '../wire';

/** GET {V}/backupstorageconfig/vaultstorageconfig. @throws ArmError 404 without the vault */
export function get(call: ArmCall): ArmAnswer {
  return { status: 200, body: view(call, vaultOfCall(call)) };
}

/** @throws ArmError 400 where the redundancy came with the vault itself, or can be changed no more */
export function put(call: ArmCall): ArmAnswer {
  return { status: 200, body: view(call, change(call)) };
}

/** As `put`, and answers nothing. */
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
  const crossRegionRestore = Boolean(given['crossRegionRestoreFlag'] ?? present.crossRegionRestore);
  const wanted = { standardTierStorageRedundancy: redundancy, crossRegionRestore: crossRegionRestore ? 'Enabled' : 'Disabled' };
  requireRedundancy(call.world, vault, wanted);
  const redundancySettings = { ...vaultPart(vault, 'redundancySettings'), ...wanted };
  return changeVault(call.world, vault, { properties: { ...vault.properties, redundancySettings } });
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
      storageTypeState: isLocked(call.world, vault) ? 'Locked' : 'Unlocked',
      crossRegionRestoreFlag: crossRegionRestore,
      dedupState: 'Disabled',
      xcoolState: 'Disabled',
    },
  };
}
