import { type ArmAnswer, type ArmCall, ArmError } from '../../../arm/route';
import type { ArmResource, World } from '../../../world/world';
import { pointBetween, viewOf } from '../backups/recovery-points';
import { cutPage } from '../paging';
import { itemOfCall, itemsOfVault, keyOfItem, type Item } from '../state/item-store';
import { itemView } from '../state/item-view';
import { expiries, livePoints, type RecoveryPoint } from '../state/recovery-point-store';
import { settingsOf } from '../state/vault-store';
import { param } from '../wire';
import { replicatedVaultOf } from './paired-region';

const HOUR = 3_600_000;

/**
 * "It can take up to 12 hours to replicate the backup data from the primary to the secondary region", and up to 48 hours until the first items
 * are there: learn.microsoft.com/azure/backup/backup-azure-arm-restore-vms and backup-create-recovery-services-vault, 2025. Milliseconds.
 */
export const REPLICATION_SPAN = 12 * HOUR;
export const FIRST_REPLICATION_SPAN = 48 * HOUR;

/** The points of an item that the paired region has, newest first: of those in the vault, neither snapshots nor archived ones, and later than in the vault. */
export function replicatedPoints(world: World, vault: ArmResource, item: Item): RecoveryPoint[] {
  const now = world.clock.now();
  const since = settingsOf(world, vault.id).crossRegionSince ?? now;
  if (now < since + FIRST_REPLICATION_SPAN) return [];
  return livePoints(world, item).filter(
    ({ snapshotOnly, archived, takenAt }) => snapshotOnly !== true && archived !== true && takenAt + REPLICATION_SPAN <= now,
  );
}

/** The replicated point a path names. @throws 404 BMSUserErrorRecoveryPointNotFound, also while it is not there yet */
export function replicatedPointOfCall(call: ArmCall): { vault: ArmResource; region: string; item: Item; point: RecoveryPoint } {
  const { vault, region } = replicatedVaultOf(call);
  const item = itemOfCall(call, vault.id);
  const point = replicatedPoints(call.world, vault, item).find(({ id }) => id === param(call, 'recoveryPointId'));
  if (!point) throw new ArmError(404, 'BMSUserErrorRecoveryPointNotFound', 'The specified recovery point was not found.');
  return { vault, region, item, point };
}

/** GET {I}/recoveryPoints in a version of the paired region: newest first, without keys. */
export function listPoints(call: ArmCall): ArmAnswer {
  const { vault } = replicatedVaultOf(call);
  const item = itemOfCall(call, vault.id);
  const expiryOf = expiries(call.world, item);
  const points = replicatedPoints(call.world, vault, item).filter(pointBetween(call));
  return { status: 200, body: { value: points.map((point) => viewOf(call, item, point, expiryOf(point), { replicated: true })) } };
}

/** GET {I}/recoveryPoints/{rp} in a version of the paired region: with the keys and secrets of its moment. */
export function getPoint(call: ArmCall): ArmAnswer {
  const { item, point } = replicatedPointOfCall(call);
  const expiry = expiries(call.world, item)(point);
  return { status: 200, body: viewOf(call, item, point, expiry, { replicated: true, withKeys: true }) };
}

/** GET {V}/backupProtectedItems in a version of the paired region: the items of which it has points. */
export function listItems(call: ArmCall): ArmAnswer {
  const { vault } = replicatedVaultOf(call);
  const items = itemsOfVault(call.world, vault.id).filter((item) => replicatedPoints(call.world, vault, item).length > 0);
  return cutPage(call, items, keyOfItem, (item) => itemView(call, item));
}
