import type { ArmAnswer, ArmCall } from '../../../arm/route';
import { ArmError } from '../../../arm/route';
import { text } from '../../../world/json';
import type { World } from '../../../world/world';
import { serviceEdition } from '../backup-service';
import { startBackup } from './backup-run';
import { claimOf, itemOfCall, keyOfItem, type Item } from '../state/item-store';
import { jobsBetween } from '../state/job-store';
import { itemPath } from '../names';
import { accepted, beginQueueing } from '../operations';
import { vaultOfCall } from '../state/vault-store';
import { badRequest, properties } from '../wire';

/** Days for which a backup is kept whose end nobody named. */
const DEFAULT_DAYS = 30;
const DAY = 86_400_000;

/** POST {I}/backup: the operation is done as soon as its job is queued. */
export function trigger(call: ArmCall): ArmAnswer {
  const vault = vaultOfCall(call);
  const item = itemOfCall(call, vault.id);
  if (item.deletedAt !== undefined) throw badRequest('UserErrorItemInSoftDeletedState', 'The item is soft deleted. Undelete it first.');
  if (!item.policyName) throw badRequest('UserErrorProtectionStopped', 'The protection of the item is stopped. Resume it first.');
  if (claimOf(call.world, keyOfItem(item))) {
    throw new ArmError(409, 'BMSUserErrorObjectLocked', 'Another operation is in progress on the selected item. Wait until it is over.');
  }
  const now = call.world.clock.now();
  const asked = text(properties(call)['recoveryPointExpiryTimeInUTC']);
  const expiresAt = asked === undefined ? now + DEFAULT_DAYS * DAY : Date.parse(asked);
  if (!(expiresAt > now)) throw badRequest('BMSUserErrorInvalidInput', 'The expiry time of the recovery point must lie in the future.');
  requireAttempt(call.world, item);
  const request = { activityId: call.clientRequestId, ranAt: now, expiresAt, isExpiryAsked: asked !== undefined };
  return call.world.write(() => {
    const job = startBackup(call.world, item, request);
    const { id } = beginQueueing(call.world, item, { jobIds: [job.id] });
    const path = itemPath(item.vaultId, item.part);
    return accepted(call, `${path}/operationsStatus/${id}`, `${path}/operationResults/${id}`, { 'Retry-After': '60' });
  });
}

const MOST_A_DAY = 9;

/**
 * Source: learn.microsoft.com/azure/backup/backup-support-matrix-iaas, of 28 January 2026; that it is this code is assumed. Before, no number was
 * published. @throws 400 after nine attempts on a day of UTC
 */
function requireAttempt(world: World, item: Item): void {
  if (serviceEdition(world) === '2017-01') return;
  const now = world.clock.now();
  const today = jobsBetween(world, item.vaultId, Math.floor(now / DAY) * DAY, now);
  const asked = today.filter((job) => job.operation === 'Backup' && job.itemKey === keyOfItem(item) && job.details.expiresAt !== undefined);
  if (asked.length < MOST_A_DAY) return;
  throw badRequest(
    'CloudDosAbsoluteLimitReached',
    'Operation is blocked as you have reached the limit on number of operations permitted in 24 hours.',
  );
}
