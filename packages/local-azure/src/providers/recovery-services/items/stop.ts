import type { ArmAnswer, ArmCall } from '../../../arm/route';
import type { World } from '../../../world/world';
import { planNext } from '../backups/scheduling';
import { DISABLE_SPAN } from '../state/durations';
import { findItem, release, saveItem } from '../state/item-store';
import type { Item } from '../state/item-store';
import { itemView } from '../state/item-view';
import { endJob } from '../state/job-store';
import type { Job } from '../state/job-store';
import { beginOnItem, jobOf, startItemJob } from './item-job';

/** Stops the backups of an item and keeps what there is; one that is stopped stays so. */
export function stop(call: ArmCall, item: Item): ArmAnswer {
  if (!item.policyName) return { status: 200, body: itemView(call, item) };
  return beginOnItem(call, item, startDisable(call.world, item, call.clientRequestId));
}

/** Stops backups and keeps what there is. */
function startDisable(world: World, item: Item, activityId: string | undefined): Job {
  const job = jobOf(item, 'DisableBackup');
  return startItemJob(world, item, DISABLE_SPAN, { ...job, activityId, propertyBag: { ...job.propertyBag, 'Policy Name': '' } });
}

/** The end of a DisableBackup job. */
export function finishDisable(world: World, job: Job): void {
  leaveStopped(world, job, {});
}

/** Ends a job after which its item is backed up no more. */
export function leaveStopped(world: World, job: Job, changes: Partial<Item>): void {
  const item = findItem(world, job.itemKey);
  const stopped: Item | undefined = item && { ...item, ...changes, state: 'ProtectionStopped', policyName: '' };
  if (stopped) {
    saveItem(world, stopped);
    planNext(world, stopped);
  }
  endJob(world, job, 'Completed');
  release(world, job.itemKey, job.vmId);
}
