import { isRotated } from '../state/backup-keys';
import { hasSnapshot } from '../state/recovery-point-store';
import type { PointContents, RecoveryPoint } from '../state/recovery-point-store';
import type { World } from '../../../world/world';

/**
 * Whether a snapshot no longer opens: without an Entra application its disks carry the settings themselves, and the service cannot make
 * disks of it once the key was rotated. Source: the page on restoring encrypted machines, which sends people to a point in the vault.
 */
export const isOutdated = (world: World, held: PointContents | undefined): boolean =>
  held?.keys?.encryption.mechanism === 'SinglePass' && isRotated(world, held.keys);

/** Whether the disks of a point come from its snapshot, which is faster, and not from the vault. */
export function comesFromSnapshot(world: World, point: RecoveryPoint, held: PointContents | undefined): boolean {
  return point.snapshotOnly === true || (hasSnapshot(world, point) && !isOutdated(world, held));
}
