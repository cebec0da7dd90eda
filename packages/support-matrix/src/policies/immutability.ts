import type { PolicyDraftShape } from './policy-draft';

/**
 * Whether a vault in this state, in Azure's word, deletes no backup data before its time and takes no policy that keeps points for less
 * time: `Unlocked` until somebody turns that off, `Locked` for good. Source: learn.microsoft.com/azure/backup/backup-azure-immutable-vault-concept,
 * of 19 June 2025.
 */
export const isImmutable = (state: string | null): boolean => state === 'Unlocked' || state === 'Locked';

const LEVELS = ['daily', 'weekly', 'monthly', 'yearly'] as const;

type Kept = Pick<PolicyDraftShape, 'retention'>;

/** Whether a policy keeps the points of any level for less time than another one did; schedules and snapshots do not count. */
export const keepsPointsForLess = (after: Kept, before: Kept): boolean =>
  LEVELS.some((level) => (after.retention[level]?.count ?? 0) < (before.retention[level]?.count ?? 0));
