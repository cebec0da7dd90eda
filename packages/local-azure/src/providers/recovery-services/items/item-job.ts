import { ArmError } from '../../../arm/route';
import type { ArmAnswer, ArmCall } from '../../../arm/route';
import type { World } from '../../../world/world';
import { itemPath } from '../names';
import { accepted, beginOperation } from '../operations';
import { claim, claimOf, itemKey, keyOfItem, partOfCall } from '../state/item-store';
import type { Item } from '../state/item-store';
import { startJob } from '../state/job-store';
import type { Job, JobOperation, NewJob } from '../state/job-store';

/** A job about an item, to be filled in further. */
export function jobOf(item: Item, operation: JobOperation): Omit<NewJob, 'activityId'> {
  return {
    vaultId: item.vaultId,
    operation,
    itemKey: keyOfItem(item),
    vmId: item.vmId,
    vmName: item.vmName,
    part: item.part,
    cancellable: false,
    tasks: [],
    propertyBag: { 'VM Name': item.vmName },
    details: {},
  };
}

/** Starts a job that has the item to itself until it ends. */
export function startItemJob(world: World, item: Item, span: number, job: NewJob): Job {
  return world.write(() => {
    const started = startJob(world, job, span);
    claim(world, keyOfItem(item), item.vmId, { vaultId: item.vaultId, jobId: started.id });
    return started;
  });
}

/** @throws 409 while another job has the item */
export function refuseWhileBusy(call: ArmCall, vaultId: string): void {
  if (!claimOf(call.world, itemKey(vaultId, partOfCall(call)))) return;
  throw new ArmError(
    409,
    'BMSUserErrorConflictingProtectionOperation',
    'Another configure protection operation is in progress for this item. Wait until it is over.',
  );
}

/** 202 for an operation that lasts as long as its job, at the item's own paths. */
export function beginOnItem(call: ArmCall, item: Item, job: Job): ArmAnswer {
  const { id } = beginOperation(call.world, item.vaultId, { jobIds: [job.id], lastsAsLongAsJobs: true, itemKey: keyOfItem(item) });
  const path = itemPath(item.vaultId, item.part);
  return accepted(call, `${path}/operationsStatus/${id}`, `${path}/operationResults/${id}`, { 'Retry-After': '60' });
}
