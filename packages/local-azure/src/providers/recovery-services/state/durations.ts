const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** Time that each job takes, in milliseconds; those without a size were observed at the service. */
export const CONFIGURE_SPAN = 92 * SECOND;
export const DISABLE_SPAN = 20 * SECOND;
export const SOFT_DELETE_SPAN = 12 * SECOND;
export const HARD_DELETE_SPAN = 112 * SECOND;
export const UNDELETE_SPAN = 11 * SECOND;
export const CANCEL_SPAN = 20 * SECOND;

/** Time from the start of a backup to the moment its recovery point stands for. */
export const POINT_AFTER_START = 4 * SECOND;

/** A 127 GiB Windows machine was seen to take a little more than four minutes. */
export function snapshotSpan(diskCount: number): number {
  return 4 * MINUTE + Math.max(1, diskCount) * 20 * SECOND;
}

/** Disks are sparse, so the time grows slower than their size; a later backup moves only what has changed. */
export function transferSpan(sizeGiB: number, isFirst: boolean): number {
  const minutes = isFirst ? 28 + 0.75 * Math.sqrt(sizeGiB) : 12 + 0.25 * Math.sqrt(sizeGiB);
  return Math.round(minutes * 60) * SECOND;
}

/** What a backup is taken to move, in MB. */
export function transferredMegabytes(sizeGiB: number, isFirst: boolean): number {
  return Math.round(sizeGiB * 1024 * (isFirst ? 0.25 : 0.01));
}

/** From the snapshot, disks are back in about a minute; from the vault it takes as long as their size. */
export function restoreSpan(sizeGiB: number, fromSnapshot: boolean): number {
  return fromSnapshot ? 67 * SECOND : transferSpan(sizeGiB, true);
}

/** What a restore still does after its transfer. */
export const AFTER_TRANSFER = 5 * SECOND;

/** What making a machine of restored disks, or giving them to a machine, is reckoned to take. */
export const MACHINE_SPAN = 90 * SECOND;
