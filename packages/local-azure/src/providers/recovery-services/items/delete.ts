import type { ArmAnswer, ArmCall } from '../../../arm/route';
import { at, text } from '../../../world/json';
import type { ArmResource, World } from '../../../world/world';
import { requireUnlocked } from '../approval';
import { itemPath } from '../names';
import { accepted, beginOperation } from '../operations';
import { requireDeletable } from '../policies/immutability';
import { HARD_DELETE_SPAN, SOFT_DELETE_SPAN } from '../state/durations';
import { findItem, itemKey, partOfCall, release, removeItem } from '../state/item-store';
import type { Item } from '../state/item-store';
import { endJob } from '../state/job-store';
import type { Job } from '../state/job-store';
import { allPoints, removePoint } from '../state/recovery-point-store';
import { softDeleteOf, vaultOfCall, vaultPart } from '../state/vault-store';
import { badRequest } from '../wire';
import { jobOf, refuseWhileBusy, startItemJob } from './item-job';
import { leaveStopped } from './stop';

/** DELETE {I}: stops protection and deletes the data, at the vault's paths. */
export function remove(call: ArmCall): ArmAnswer {
  const vault = vaultOfCall(call);
  const item = findItem(call.world, itemKey(vault.id, partOfCall(call)));
  if (!item) return { status: 204 };
  refuseWhileBusy(call, vault.id);
  if (item.deletedAt !== undefined && vaultPart(vault, 'securitySettings', 'softDeleteSettings')['softDeleteState'] !== 'Disabled') {
    throw badRequest('UserErrorItemInSoftDeletedState', 'The item is soft deleted already.');
  }
  requireDeletable(vault);
  requireUnlocked(call, vault, 'protectedItems/delete', itemPath(vault.id, item.part));
  const job = startDelete(call.world, vault, item, call.clientRequestId);
  const { id } = beginOperation(call.world, vault.id, { jobIds: [job.id], lastsAsLongAsJobs: true });
  return accepted(call, `${vault.id}/backupOperations/${id}`, `${vault.id}/backupOperationResults/${id}`, { 'Retry-After': '60' });
}

/** Stops backups and deletes what there is, softly unless the vault says otherwise. */
function startDelete(world: World, vault: ArmResource, item: Item, activityId: string | undefined): Job {
  const isSoft = softDeleteOf(vault).state !== 'Disabled';
  const propertyBag = { 'VM Name': item.vmName, 'Number of Recovery Points': String(allPoints(world, item).length) };
  const details = { isSoft };
  const span = isSoft ? SOFT_DELETE_SPAN : HARD_DELETE_SPAN;
  return startItemJob(world, item, span, { ...jobOf(item, 'DeleteBackupData'), activityId, propertyBag, details });
}

/** The end of a DeleteBackupData job. */
export function finishDelete(world: World, job: Job): void {
  if (job.details.isSoft !== true) {
    const item = findItem(world, job.itemKey);
    endJob(world, job, 'Completed');
    if (item) purge(world, item);
    release(world, job.itemKey, job.vmId);
    return;
  }
  leaveStopped(world, job, { deletedAt: job.startedAt });
}

/** The soft-delete period is over. */
export function runPurge(world: World, payload: unknown): void {
  const item = findItem(world, text(at(payload, 'itemKey')) ?? '');
  if (item?.deletedAt !== undefined) purge(world, item);
}

function purge(world: World, item: Item): void {
  for (const { id } of allPoints(world, item)) removePoint(world, item, id);
  removeItem(world, item);
}
