import type { ArmAnswer, ArmCall } from '../../../arm/route';
import { text } from '../../../world/json';
import type { ArmResource } from '../../../world/world';
import { requireApproval } from '../approval';
import { VAULT_TYPE } from '../names';
import { changeVault, softDeleteOf, vaultOfCall } from '../state/vault-store';
import type { SoftDelete } from '../state/vault-store';
import { mergedProperties } from '../state/vault-properties';
import { badRequest, properties } from '../wire';

export function get(call: ArmCall): ArmAnswer {
  return { status: 200, body: view(vaultOfCall(call)) };
}

/** PUT and PATCH alike: what is not named stays. */
export function change(call: ArmCall): ArmAnswer {
  const vault = vaultOfCall(call);
  const given = properties(call);
  const present = softDeleteOf(vault);
  const security = text(given['enhancedSecurityState']);
  const softDeleteSettings = requireSoftDelete(present, {
    softDeleteState: given['softDeleteFeatureState'],
    softDeleteRetentionPeriodInDays: given['softDeleteRetentionPeriodInDays'],
    // What is always on is shown as enabled here, and comes back so.
    enhancedSecurityState: security === 'Enabled' ? present.enhancedSecurity.replace('Disabled', 'Enabled') : security,
  });
  if (isLess(present, softDeleteSettings)) requireApproval(call, vault, 'backupconfig/write', given['resourceGuardOperationRequests']);
  const changed = changeVault(call.world, vault, { properties: mergedProperties(vault, { securitySettings: { softDeleteSettings } }) });
  return { status: 200, body: view(changed) };
}

const spelled = (state: unknown, present: string) => (text(state) ?? present).replace(/^AlwaysOn$/i, 'AlwaysON');

/** Judges soft delete settings in ARM's form, filled up with the present ones: what is always on is never turned off. @throws 400 */
export function requireSoftDelete(present: SoftDelete, given: Record<string, unknown>): Record<string, unknown> {
  const softDeleteState = spelled(given['softDeleteState'], present.state);
  const enhancedSecurityState = spelled(given['enhancedSecurityState'], present.enhancedSecurity);
  const days = Number(given['softDeleteRetentionPeriodInDays'] ?? present.retentionDays);
  for (const [state, before] of [
    [softDeleteState, present.state],
    [enhancedSecurityState, present.enhancedSecurity],
  ] as const) {
    if (!['Enabled', 'Disabled', 'AlwaysON'].includes(state)) throw badRequest('BMSUserErrorInvalidInput', `'${state}' is no state of it.`);
    if (before === 'AlwaysON' && state !== 'AlwaysON') {
      throw badRequest(
        'BMSUserErrorDisablingSoftDeleteStateNotAllowed',
        'Soft delete of this vault is always on and cannot be turned off.',
      );
    }
  }
  if (!(days >= 14 && days <= 180)) throw badRequest('BMSUserErrorInvalidInput', 'Soft-deleted data is kept for 14 to 180 days.');
  return { softDeleteState, softDeleteRetentionPeriodInDays: days, enhancedSecurityState };
}

const turnedOff = (before: string, after: unknown) => before !== 'Disabled' && after === 'Disabled';

/** Whether soft delete or the security features are turned off. */
export function isLess(present: SoftDelete, wanted: Record<string, unknown>): boolean {
  return turnedOff(present.state, wanted['softDeleteState']) || turnedOff(present.enhancedSecurity, wanted['enhancedSecurityState']);
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
