import type { ArmResource } from '../../../world/world';
import type { PolicyProperties } from '../state/policy-model';
import { immutabilityOf } from '../state/vault-store';
import { badRequest } from '../wire';

const LEVELS = ['dailySchedule', 'weeklySchedule', 'monthlySchedule', 'yearlySchedule'] as const;

/** Whether a policy gives points up that another one keeps. */
export function keepsLess({ retentionPolicy: wanted }: PolicyProperties, { retentionPolicy: before }: PolicyProperties): boolean {
  return LEVELS.some((level) => (wanted[level]?.retentionDuration.count ?? 0) < (before[level]?.retentionDuration.count ?? 0));
}

const notAllowed = (what: string) =>
  badRequest('UserErrorImmutableVaultOperationNotAllowed', `The vault is immutable, unlocked or locked: ${what} is not allowed.`);

/** @throws 400 when the vault is immutable and points would be kept for less time */
export function requireNoLessRetention(vault: ArmResource, wanted: PolicyProperties, before: PolicyProperties | undefined): void {
  if (immutabilityOf(vault) === 'Disabled' || !before || !keepsLess(wanted, before)) return;
  throw notAllowed('keeping recovery points for less time');
}

/**
 * Where points can end before their time by deletion, none is kept by the policy alone. Source: learn.microsoft.com/azure/backup/backup-azure-immutable-vault-concept;
 * the code is assumed. @throws 400 when the vault is not immutable
 */
export function requireImmutable(vault: ArmResource): void {
  if (immutabilityOf(vault) !== 'Disabled') return;
  throw badRequest('BMSUserErrorInvalidInput', 'Backups can be suspended only in a vault whose immutability is enabled.');
}

/** @throws 400 when the vault is immutable */
export function requireDeletable(vault: ArmResource): void {
  if (immutabilityOf(vault) !== 'Disabled') throw notAllowed('deleting backup data before its time');
}
