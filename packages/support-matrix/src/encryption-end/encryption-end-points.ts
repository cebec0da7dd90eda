import type { Source } from '../rule';
import { ENCRYPTED_BACKUP_END } from '../sources';
import { DISK_ENCRYPTION_RETIRES } from '../support-cases';

/** How long recovery points of a machine are kept: days by the longest level of its policy; for as long as nobody deletes them; not seen. */
type PointRetention = { kind: 'policy'; days: number } | { kind: 'kept' } | { kind: 'unseen' };

/**
 * What becomes of the recovery points of a machine with Azure Disk Encryption: `none`: there are none; `gone-before`: those of today are
 * given up before the end; `outlast`: some may be kept beyond it, when a restore is no longer to be relied on; `unseen`: nothing tells.
 */
export interface PointsAtEnd {
  state: 'none' | 'gone-before' | 'outlast' | 'unseen';
  /** The last moment (milliseconds) at which the newest point can still be kept; null: for as long as nobody deletes it, or not known. */
  keptUntil: number | null;
  /** Until when (milliseconds) the points are of use at the latest: until they are given up, or until the end; null where nothing tells. */
  usefulUntil: number | null;
}

/** The text that says what becomes of backups. */
export const POINTS_AT_END_SOURCE: Source = ENCRYPTED_BACKUP_END;

/** The beginning of the day on which Azure Disk Encryption ends, in milliseconds. */
export const ENCRYPTION_END_MS = Date.parse(`${DISK_ENCRYPTION_RETIRES}T00:00:00Z`);

/** Whether Azure Disk Encryption has come to its end at a moment, in milliseconds. */
export const hasDiskEncryptionEnded = (now: number): boolean => now >= ENCRYPTION_END_MS;

const DAY = 86_400_000;

/**
 * What becomes of the points of a machine. `newest`: when its newest point was made, in milliseconds; null: it has none.
 * Source: Troubleshoot backup failures on encrypted Azure virtual machines.
 */
export function pointsAtEnd(newest: number | null, retention: PointRetention): PointsAtEnd {
  if (newest === null) return { state: 'none', keptUntil: null, usefulUntil: null };
  if (retention.kind === 'unseen') return { state: 'unseen', keptUntil: null, usefulUntil: null };
  if (retention.kind === 'kept') return { state: 'outlast', keptUntil: null, usefulUntil: ENCRYPTION_END_MS };
  const keptUntil = newest + retention.days * DAY;
  const outlasts = keptUntil > ENCRYPTION_END_MS;
  return { state: outlasts ? 'outlast' : 'gone-before', keptUntil, usefulUntil: Math.min(keptUntil, ENCRYPTION_END_MS) };
}
