import type { ArmAnswer, ArmCall } from '../../../arm/route';
import type { World } from '../../../world/world';
import { planNext } from '../backups/scheduling';
import { UNDELETE_SPAN } from '../state/durations';
import { findItem, release, saveItem } from '../state/item-store';
import type { Item } from '../state/item-store';
import { endJob } from '../state/job-store';
import type { Job } from '../state/job-store';
import { badRequest } from '../wire';
import { beginOnItem, jobOf, startItemJob } from './item-job';

/** Takes back the deletion of an item: all that one can ask of it while it is deleted. */
export function undelete(call: ArmCall, item: Item, given: Readonly<Record<string, unknown>>): ArmAnswer {
  if (given['isRehydrate'] !== true) throw badRequest('UserErrorItemInSoftDeletedState', 'The item is soft deleted. Undelete it first.');
  return beginOnItem(call, item, startUndelete(call.world, item, call.clientRequestId));
}

function startUndelete(world: World, item: Item, activityId: string | undefined): Job {
  const propertyBag = { 'VM Name': item.vmName, 'Undelete flag': 'True' };
  return startItemJob(world, item, UNDELETE_SPAN, { ...jobOf(item, 'Undelete'), activityId, propertyBag });
}

/** The end of an Undelete job. */
export function finishUndelete(world: World, job: Job): void {
  const item = findItem(world, job.itemKey);
  if (item) {
    const { deletedAt: _, ...kept } = item;
    saveItem(world, kept);
    planNext(world, kept);
  }
  endJob(world, job, 'Completed');
  release(world, job.itemKey, job.vmId);
}
