import { record, text } from '../../../world/json';
import { own } from '../../../world/own';
import type { ArmResource } from '../../../world/world';

/** `AlwaysOn` comes in and `AlwaysON` goes out. */
export const spelled = (value: unknown, other: string) => (text(value) ?? other).replace(/^AlwaysOn$/i, 'AlwaysON');

/** The properties of a vault in the service's order, filled up where the caller said nothing; whether it has a Resource Guard nobody says. */
export function vaultProperties(given: Record<string, unknown>, multiUserAuthorization: unknown = 'Disabled'): Record<string, unknown> {
  const softDelete = record(record(given['securitySettings'])['softDeleteSettings']);
  const sourceScan = record(record(given['securitySettings'])['sourceScanConfiguration']);
  const immutability = record(given['securitySettings'])['immutabilitySettings'];
  return {
    provisioningState: 'Succeeded',
    privateEndpointStateForBackup: 'None',
    privateEndpointStateForSiteRecovery: 'None',
    monitoringSettings: given['monitoringSettings'] ?? {
      azureMonitorAlertSettings: {
        alertsForAllJobFailures: 'Enabled',
        alertsForAllReplicationIssues: 'Enabled',
        alertsForAllFailoverIssues: 'Enabled',
      },
      classicAlertSettings: { alertsForCriticalOperations: 'Enabled', emailNotificationsForSiteRecovery: 'Enabled' },
    },
    securitySettings: {
      ...(immutability !== undefined && { immutabilitySettings: immutability }),
      softDeleteSettings: {
        softDeleteRetentionPeriodInDays: Number(softDelete['softDeleteRetentionPeriodInDays'] ?? 14),
        softDeleteState: spelled(softDelete['softDeleteState'], 'Enabled'),
        enhancedSecurityState: spelled(softDelete['enhancedSecurityState'], 'Enabled'),
      },
      multiUserAuthorization,
      sourceScanConfiguration: { state: sourceScan['state'] === 'Enabled' ? 'Enabled' : 'Disabled' },
    },
    redundancySettings: {
      standardTierStorageRedundancy: 'GeoRedundant',
      crossRegionRestore: 'Disabled',
      ...record(given['redundancySettings']),
    },
    secureScore: 'Adequate',
    bcdrSecurityLevel: 'Good',
    publicNetworkAccess: given['publicNetworkAccess'] ?? 'Enabled',
    restoreSettings: given['restoreSettings'] ?? { crossSubscriptionRestoreSettings: { crossSubscriptionRestoreState: 'Enabled' } },
  };
}

/** Settings of two levels with those that are given in their place. */
function filledUp(present: unknown, given: unknown): Record<string, unknown> {
  const groups = Object.entries(record(given)).map(([name, value]) => [name, { ...record(own(record(present), name)), ...record(value) }]);
  return { ...record(present), ...Object.fromEntries(groups) };
}

/** Merges given vault properties into the present ones, both in ARM's form. */
export function mergedProperties(vault: ArmResource, given: Record<string, unknown>): Record<string, unknown> {
  const security = record(given['securitySettings']);
  const present = record(vault.properties['securitySettings']);
  const { resourceGuardOperationRequests: _, ...settings } = given;
  const merged = {
    ...vault.properties,
    ...settings,
    redundancySettings: { ...record(vault.properties['redundancySettings']), ...record(given['redundancySettings']) },
    securitySettings: {
      ...present,
      ...security,
      softDeleteSettings: { ...record(present['softDeleteSettings']), ...record(security['softDeleteSettings']) },
    },
    monitoringSettings: filledUp(vault.properties['monitoringSettings'], given['monitoringSettings']),
    restoreSettings: filledUp(vault.properties['restoreSettings'], given['restoreSettings']),
  };
  const { backupStorageVersion, ...filled } = {
    ...vault.properties,
    ...vaultProperties(merged, present['multiUserAuthorization']),
  } as Record<string, unknown>;
  const version = backupStorageVersion === undefined ? {} : { backupStorageVersion };
  return { ...filled, provisioningState: vault.properties['provisioningState'], ...version };
}
