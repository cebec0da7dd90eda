import type { ArmAnswer, ArmCall } from '../../../arm/route';
import { record, text } from '../../../world/json';
import type { ArmResource, World } from '../../../world/world';
import { requireApproval } from '../approval';
import { serviceEdition } from '../backup-service';
import { VAULT_TYPE } from '../names';
import { changeVault, softDeleteOf, vaultOfCall } from '../state/vault-store';
import type { SoftDelete } from '../state/vault-store';
import { mergedProperties, spelled } from '../state/vault-properties';
import { badRequest, properties } from '../wire';

/** GET {V}/backupconfig/vaultconfig. @throws ArmError 404 without the vault */
export function get(call: ArmCall): ArmAnswer {
  return { status: 200, body: view(vaultOfCall(call)) };
}

/** PUT and PATCH alike: what is not named stays. */
export function change(call: ArmCall): ArmAnswer {
  const vault = vaultOfCall(call);
  const given = properties(call);
  const present = softDeleteOf(vault);
  const security = text(given['enhancedSecurityState']);
  const softDeleteSettings = requireSoftDelete(call.world, present, {
    softDeleteState: given['softDeleteFeatureState'],
    softDeleteRetentionPeriodInDays: given['softDeleteRetentionPeriodInDays'],
    // What is always on is shown as enabled here, and comes back so.
    enhancedSecurityState: security === 'Enabled' ? present.enhancedSecurity.replace('Disabled', 'Enabled') : security,
  });
  if (isLess(present, softDeleteSettings)) requireApproval(call, vault, 'backupconfig/write', given['resourceGuardOperationRequests']);
  const changed = changeVault(call.world, vault, { properties: mergedProperties(vault, { securitySettings: { softDeleteSettings } }) });
  return { status: 200, body: view(changed) };
}

/**
 * Judges soft delete settings in ARM's form, filled up with the present ones. Today's service turns neither soft delete nor the security
 * features off: learn.microsoft.com/azure/backup/secure-by-default, 10 November 2025; the refusal as github.com/Azure/azure-cli/issues/32383
 * quotes it. Before, what was always on alone stayed on. @throws 400
 */
export function requireSoftDelete(world: World, present: SoftDelete, given: Record<string, unknown>): Record<string, unknown> {
  const softDeleteState = spelled(given['softDeleteState'], present.state);
  const enhancedSecurityState = spelled(given['enhancedSecurityState'], present.enhancedSecurity);
  const days = Number(given['softDeleteRetentionPeriodInDays'] ?? present.retentionDays);
  for (const [state, before] of [
    [softDeleteState, present.state],
    [enhancedSecurityState, present.enhancedSecurity],
  ] as const) {
    if (!['Enabled', 'Disabled', 'AlwaysON'].includes(state)) throw badRequest('BMSUserErrorInvalidInput', `'${state}' is no state of it.`);
    const staysOn = turnedOff(before, state) && serviceEdition(world) === 'current';
    if (staysOn || (before === 'AlwaysON' && state !== 'AlwaysON')) {
      throw badRequest(
        'BMSUserErrorDisablingSoftDeleteStateNotAllowed',
        'Disabling soft delete or enhanced security state is not allowed for this vault. Please contact Microsoft Support if this is not expected.',
      );
    }
  }
  if (!(days >= 14 && days <= 180)) throw badRequest('BMSUserErrorInvalidInput', 'Soft-deleted data is kept for 14 to 180 days.');
  return { softDeleteState, softDeleteRetentionPeriodInDays: days, enhancedSecurityState };
}

/**
 * What a new vault is asked to be, with what today's service gives it where nothing is said: local redundancy and soft delete that is always on
 * (a vault made without settings on 9 September 2026 answered so). To be without soft delete nobody is asked any more.
 */
export function withDefaults(world: World, given: Record<string, unknown>): Record<string, unknown> {
  if (serviceEdition(world) !== 'current') return given;
  const security = record(given['securitySettings']);
  const wanted = Object.entries(record(security['softDeleteSettings']));
  const softDeleteSettings = {
    softDeleteState: 'AlwaysON',
    enhancedSecurityState: 'AlwaysON',
    ...Object.fromEntries(wanted.map(([name, value]) => [name, value === 'Disabled' ? 'Enabled' : value])),
  };
  return {
    ...given,
    redundancySettings: { standardTierStorageRedundancy: 'LocallyRedundant', ...record(given['redundancySettings']) },
    securitySettings: { ...security, softDeleteSettings },
  };
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
