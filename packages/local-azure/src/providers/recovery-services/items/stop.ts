import type { ArmAnswer, ArmCall } from '../../../arm/route';
import type { ArmResource, World } from '../../../world/world';
import { planNext } from '../backups/scheduling';
import { requireImmutable } from '../policies/immutability';
import { DISABLE_SPAN } from '../state/durations';
import { findItem, release, saveItem, withoutKeeper } from '../state/item-store';
import type { Item } from '../state/item-store';
import { itemView } from '../state/item-view';
import type { JobDetails } from '../state/job-details';
import { endJob } from '../state/job-store';
import type { Job } from '../state/job-store';
import { beginOnItem, jobOf, startItemJob } from './item-job';

/** Stops the backups of an item and keeps what there is for good; one that is stopped stays so. */
export function stop(call: ArmCall, item: Item): ArmAnswer {
  if (item.state === 'ProtectionStopped') return { status: 200, body: itemView(call, item) };
  return beginOnItem(call, item, startDisable(call, item, {}));
}

/** Stops the backups of an item whose points go on to end by its policy. @throws 400 where the vault is not immutable */
export function suspend(call: ArmCall, vault: ArmResource, item: Item): ArmAnswer {
  requireImmutable(vault);
  if (!item.policyName) return { status: 200, body: itemView(call, item) };
  return beginOnItem(call, item, startDisable(call, item, { keptByPolicy: item.policyName }));
}

function startDisable({ world, clientRequestId: activityId }: ArmCall, item: Item, details: JobDetails): Job {
  const job = jobOf(item, 'DisableBackup');
  return startItemJob(world, item, DISABLE_SPAN, { ...job, activityId, propertyBag: { ...job.propertyBag, 'Policy Name': '' }, details });
}

/** The end of a DisableBackup job. */
export function finishDisable(world: World, job: Job): void {
  const { keptByPolicy } = job.details;
  leaveStopped(world, job, keptByPolicy === undefined ? {} : { state: 'BackupsSuspended', keptByPolicy });
}

/** Ends a job after which its item is backed up no more. */
export function leaveStopped(world: World, job: Job, changes: Partial<Item>): void {
  const item = findItem(world, job.itemKey);
  const stopped: Item | undefined = item && { ...withoutKeeper(item), state: 'ProtectionStopped', policyName: '', ...changes };
  if (stopped) {
    saveItem(world, stopped);
    planNext(world, stopped);
  }
  endJob(world, job, 'Completed');
  release(world, job.itemKey, job.vmId);
}
