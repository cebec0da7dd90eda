import { ArmError } from '../../../arm/route';
import { at, recordOrNone, text } from '../../../world/json';
import type { ArmResource } from '../../../world/world';
import { crossSubscriptionRestoreOf, immutabilityOf } from '../state/vault-store';
import { badRequest } from '../wire';

const immutability = ['securitySettings', 'immutabilitySettings', 'state'] as const;
const crossSubscription = ['restoreSettings', 'crossSubscriptionRestoreSettings', 'crossSubscriptionRestoreState'] as const;
const jobAlerts = ['monitoringSettings', 'azureMonitorAlertSettings', 'alertsForAllJobFailures'] as const;
/** Of Site Recovery, which is not here. */
const alerts = ['alertsForAllReplicationIssues', 'alertsForAllFailoverIssues'];
const classicAlerts = ['alertsForCriticalOperations', 'emailNotificationsForSiteRecovery'];

interface Setting {
  /** Its place in the properties of a vault. */
  path: readonly string[];
  words: readonly string[];
  /** The only word that is true here. */
  only?: string;
}

const settings: readonly Setting[] = [
  { path: immutability, words: ['Disabled', 'Unlocked', 'Locked'] },
  { path: crossSubscription, words: ['Enabled', 'Disabled', 'PermanentlyDisabled'] },
  { path: jobAlerts, words: ['Enabled', 'Disabled'] },
  { path: ['publicNetworkAccess'], words: ['Enabled', 'Disabled'], only: 'Enabled' },
  { path: ['securitySettings', 'sourceScanConfiguration', 'state'], words: ['Enabled', 'Disabled', 'Invalid'], only: 'Disabled' },
  ...[
    ...alerts.map((name) => ['monitoringSettings', 'azureMonitorAlertSettings', name]),
    ...classicAlerts.map((name) => ['monitoringSettings', 'classicAlertSettings', name]),
  ].map((path) => ({ path, words: ['Enabled', 'Disabled'], only: 'Enabled' })),
];

/** Parts of a vault that it has not here, whatever they say. */
const absent = ['encryption', 'moveDetails', 'upgradeDetails'];

const notServed = (what: string) => new ArmError(501, 'NotImplemented', `Local Azure does not serve ${what} of a vault.`);

/** Judges settings of which each is one of a few words: what would have no effect is not taken. @throws 400 or 501 */
export function requireSettings(vault: ArmResource | undefined, given: Record<string, unknown>): void {
  for (const name of absent) if (recordOrNone(at(given, name))) throw notServed(`the property ${name}`);
  for (const { path, words, only } of settings) {
    const value = at(given, ...path) ?? only ?? words[0];
    const name = path.join('.');
    if (!words.some((word) => word === value)) throw badRequest('BMSUserErrorInvalidInput', `${name} must be one of ${words.join(', ')}.`);
    if (only !== undefined && value !== only) throw notServed(`any ${name} but ${only}`);
  }
  if (vault) requireForGood(vault, given);
}

/** Whether a vault would no longer be immutable. */
export function isUnbound(vault: ArmResource, given: Record<string, unknown>): boolean {
  return immutabilityOf(vault) !== 'Disabled' && text(at(given, ...immutability)) === 'Disabled';
}

/** What was settled for good stays. The codes are assumed. @throws 400 */
function requireForGood(vault: ArmResource, given: Record<string, unknown>): void {
  const wanted = text(at(given, ...crossSubscription)) ?? 'PermanentlyDisabled';
  if (crossSubscriptionRestoreOf(vault) === 'PermanentlyDisabled' && wanted !== 'PermanentlyDisabled') {
    throw badRequest(
      'UserErrorCrossSubscriptionRestorePermanentlyDisabled',
      'Restoring into another subscription was turned off for good and cannot be turned on again.',
    );
  }
  if (immutabilityOf(vault) === 'Locked' && (text(at(given, ...immutability)) ?? 'Locked') !== 'Locked') {
    throw badRequest('UserErrorImmutabilityLocked', 'The immutability of this vault is locked and cannot be unlocked or turned off.');
  }
}
