import { nameOf } from '../../world/arm-ids';
import type { World } from '../../world/world';
import { AFTER_TRANSFER } from './durations';
import { claim, findItem, keyOfItem, release } from './item-store';
import type { Item } from './item-store';
import { endJob, planJobStep, saveJob, startJob } from './job-store';
import type { Job, JobError } from './job-store';
import { usDate } from './moments';
import { contentsOf } from './recovery-point-store';
import { stagingGone, targetGone } from './restore-failures';
import { leaveRestored } from './restore-outcome';
import { reachRefusal } from './staging-checks';

export interface NewRestore {
  /** Of the job and of its operation. */
  id: string;
  activityId: string | undefined;
  pointId: string;
  takenAt: number;
  storageAccountId: string;
  /** Where managed disks go; without it VHDs are put into the storage account. */
  targetGroupId?: string;
  luns: readonly number[];
  gib: number;
  /** Milliseconds. */
  span: number;
}

/** Starts a job that brings disks back. It has the item to itself until it ends. */
export function startRestore(world: World, item: Item, asked: NewRestore): void {
  const { id, activityId, pointId, takenAt, storageAccountId, targetGroupId, luns, gib, span } = asked;
  startJob(
    world,
    {
      id,
      vaultId: item.vaultId,
      operation: 'Restore',
      itemKey: keyOfItem(item),
      vmId: item.vmId,
      vmName: item.vmName,
      part: item.part,
      activityId,
      cancellable: true,
      tasks: [{ id: 'Transfer data from vault', status: 'InProgress', startedAt: world.clock.now(), span, gigabytes: gib }],
      propertyBag: {
        'Job Type': 'Recover disks',
        'Target VM Name': 'vmName',
        'Target Storage Account Name': nameOf(storageAccountId),
        // The blank at the end is the service's.
        'Recovery point time ': usDate(takenAt),
        ...(targetGroupId !== undefined && { 'Target resource group': nameOf(targetGroupId) }),
      },
      internalPropertyBag: { restoreLocationType: 'RestoreDisks' },
      details: { pointId, storageAccountId, luns: luns.join(','), ...(targetGroupId !== undefined && { target: targetGroupId }) },
    },
    span + AFTER_TRANSFER,
    span,
  );
  claim(world, keyOfItem(item), item.vmId, { vaultId: item.vaultId, jobId: id });
}

/** The next step of a restore: everything is transferred, then the job is over. */
export function continueRestore(world: World, job: Job): void {
  if (job.tasks.some((task) => task.endedAt === undefined)) finishTransfer(world, job);
  else end(world, job, 'Completed');
}

function finishTransfer(world: World, job: Job): void {
  const item = findItem(world, job.itemKey);
  const held = item && contentsOf(world, item, job.details['pointId'] ?? '');
  const account = world.resources.get(job.details['storageAccountId'] ?? '');
  const { target } = job.details;
  if (!held || !account || reachRefusal(account)) return end(world, job, 'Failed', stagingGone);
  if (target !== undefined && !world.resources.get(target)) return end(world, job, 'Failed', targetGone);
  const now = world.clock.now();
  const tasks = job.tasks.map((task) => ({ ...task, status: 'Completed' as const, endedAt: now }));
  saveJob(world, { ...job, tasks, propertyBag: leaveRestored(world, job, held, account.name) });
  planJobStep(world, job, job.dueAt);
}

export function abandonRestore(world: World, job: Job): void {
  end(world, job, 'Cancelled');
}

function end(world: World, job: Job, status: 'Completed' | 'Failed' | 'Cancelled', error?: JobError): void {
  endJob(world, job, status, error && [error]);
  release(world, job.itemKey, job.vmId);
}
