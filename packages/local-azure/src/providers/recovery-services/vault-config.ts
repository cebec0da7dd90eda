import type { ArmAnswer, ArmCall } from '../../arm/route';
import { text } from '../../world/json';
import type { ArmResource } from '../../world/world';
import { VAULT_TYPE } from './names';
import { changeVault, softDeleteOf, vaultOfCall } from './vault-store';
import { mergedProperties } from './vault-properties';
import { badRequest, properties } from './wire';

export function get(call: ArmCall): ArmAnswer {
  return { status: 200, body: view(vaultOfCall(call)) };
}

/** PUT and PATCH alike: what is not named stays. */
export function change(call: ArmCall): ArmAnswer {
  const vault = vaultOfCall(call);
  const present = softDeleteOf(vault);
  const given = properties(call);
  const state = (text(given['softDeleteFeatureState']) ?? present.state).replace(/^AlwaysOn$/i, 'AlwaysON');
  if (!['Enabled', 'Disabled', 'AlwaysON'].includes(state))
    throw badRequest('BMSUserErrorInvalidInput', `'${state}' is not a soft delete state.`);
  if (present.state === 'AlwaysON' && state !== 'AlwaysON') {
    throw badRequest('BMSUserErrorDisablingSoftDeleteStateNotAllowed', 'Soft delete of this vault is always on and cannot be turned off.');
  }
  const days = Number(given['softDeleteRetentionPeriodInDays'] ?? present.retentionDays);
  if (!(days >= 14 && days <= 180)) throw badRequest('BMSUserErrorInvalidInput', 'Soft-deleted data is kept for 14 to 180 days.');
  const softDeleteSettings = {
    softDeleteRetentionPeriodInDays: days,
    softDeleteState: state,
    enhancedSecurityState: text(given['enhancedSecurityState']) ?? present.enhancedSecurity,
  };
  const changed = changeVault(call.world, vault, { properties: mergedProperties(vault, { securitySettings: { softDeleteSettings } }) });
  return { status: 200, body: view(changed) };
}

function view(vault: ArmResource): unknown {
  const { state, retentionDays, enhancedSecurity } = softDeleteOf(vault);
  return {
    id: `${vault.id}/backupconfig/vaultconfig`,
    name: 'vaultconfig',
    type: `${VAULT_TYPE}/backupconfig`,
    properties: {
      enhancedSecurityState: enhancedSecurity === 'Disabled' ? 'Disabled' : 'Enabled',
      softDeleteFeatureState: state,
      softDeleteRetentionPeriodInDays: retentionDays,
      isSoftDeleteFeatureStateEditable: state !== 'AlwaysON',
    },
  };
}
