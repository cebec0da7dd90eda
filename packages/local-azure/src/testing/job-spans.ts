import { CREATE_TAKES } from '../providers/compute/put-virtual-machine';
import { AFTER_TRANSFER, restoreSpan, snapshotSpan, transferSpan } from '../providers/recovery-services/state/durations';

const DAY = 86_400_000;

/** How long jobs take, in milliseconds, by the tables from which Local Azure takes it. */
export const jobSpans = {
  /** Disks of so many GiB are restored, from their snapshots or from the vault. */
  restore: (gib: number, fromSnapshot: boolean): number => restoreSpan(gib, fromSnapshot) + AFTER_TRANSFER,
  /** So long a snapshot is kept by the policies of the company; what is older comes from the vault. */
  snapshotKept: 2 * DAY,
  /** A machine is made of disks that are there. */
  machine: CREATE_TAKES,
  /** A machine of so many disks and GiB is backed up that was backed up before. */
  backup: (disks: number, gib: number): number => snapshotSpan(disks) + transferSpan(gib, false),
} as const;
