import type { Invoke } from '../../../arm/route';
import { subscriptionOf } from '../../../world/arm-ids';
import { disksRefusal } from '../../../world/compute/disk-quotas';
import type { ArmResource, World } from '../../../world/world';
import { findItem, release } from '../state/item-store';
import { endJob, planJobStep, saveJob } from '../state/job-store';
import type { Job, JobError, Task } from '../state/job-store';
import { contentsOf } from '../state/recovery-point-store';
import type { PointContents } from '../state/recovery-point-store';
import { leaveRestored } from './restore-outcome';
import { disksToRestore, objectionToDisks, skuOf } from './restored-disks';
import { nextMachineStep } from './restored-machine';
import { isOutdated } from './snapshots';
import { reachRefusal } from './staging-checks';

/** Time between looks at a machine that is being made or changed, in milliseconds. */
const LOOK_EVERY = 5000;

/** The next step of a restore: everything is transferred, a machine is made of it if one is wanted, then the job is over. */
export function continueRestore(world: World, job: Job, invoke: Invoke): void {
  if (job.tasks[0]?.endedAt === undefined) finishTransfer(world, job);
  else if (job.details.machine === undefined) end(world, job, 'Completed');
  else continueMachine(world, job, invoke);
}

/** What can go wrong with a restore that was accepted. Numbers and codes are not published by Azure. */
const stagingGone: JobError = {
  errorCode: 400180,
  errorTitle: 'UserErrorStagingStorageAccountNotAccessible',
  errorString: 'Storage service is not authorized to access resources in your subscription, or the storage account cannot be reached.',
  recommendations: ['Make sure that the storage account exists, is online and lets Azure Backup in, then restore again.'],
};

const targetGone: JobError = {
  errorCode: 400181,
  errorTitle: 'UserErrorTargetResourceGroupNotFound',
  errorString: 'The target resource group of the restore does not exist any more.',
  recommendations: ['Restore again into another resource group.'],
};

/** That it fails is published, its code is not. */
const snapshotOutdated: JobError = {
  errorCode: 400182,
  errorTitle: 'UserErrorSnapshotRestoreAfterKeyRotation',
  errorString: 'The snapshot cannot be restored because the key of the encrypted virtual machine was rotated after it had been taken.',
  recommendations: ['Restore a recovery point that was moved to the vault.'],
};

/** That the quota of the region has no room for the disks. That Compute refuses them is published, what the job says of it is not. */
function noRoomFor(world: World, job: Job, held: PointContents, target: string): JobError | undefined {
  const location = held.vm.location ?? '';
  const skus = disksToRestore(held, job.startedAt, job.details.dataDisks).map(skuOf);
  const errorString = disksRefusal(world, subscriptionOf(target), location, skus);
  if (errorString === undefined) return undefined;
  const recommendations = ['Have the quota of the region raised, or delete disks that are not needed any more, then restore again.'];
  return { errorCode: 400183, errorTitle: 'UserErrorCrpReportedUserError', errorString, recommendations };
}

/** That policies of the target may be in the way is published of restores, the code of backups alone. */
const disallowed = (errorString: string): JobError => ({
  errorCode: 400184,
  errorTitle: 'UserErrorRequestDisallowedByPolicy',
  errorString,
  recommendations: ['Have the policy (Azure Policy) let the disks be made, or restore into another resource group.'],
});

function finishTransfer(world: World, job: Job): void {
  const held = heldBy(world, job);
  const account = world.resources.get(job.details.storageAccountId ?? '');
  const { target, machine } = job.details;
  if (!held || !account || reachRefusal(account)) return end(world, job, 'Failed', stagingGone);
  if (target !== undefined && !world.resources.get(target)) return end(world, job, 'Failed', targetGone);
  if (job.details.fromSnapshot === true && isOutdated(world, held)) return end(world, job, 'Failed', snapshotOutdated);
  const full = target === undefined ? undefined : noRoomFor(world, job, held, target);
  if (full) return end(world, job, 'Failed', full);
  const objection = target === undefined ? undefined : objectionToDisks(world, job, held, target);
  if (objection !== undefined) return end(world, job, 'Failed', disallowed(objection));
  const now = world.clock.now();
  const tasks = job.tasks.map((task, place): Task =>
    place === 0 ? { ...task, status: 'Completed', endedAt: now } : { ...task, status: 'InProgress', startedAt: now },
  );
  const { disks, propertyBag } = leaveRestored(world, job, held, account.name);
  const placed = disks.map(({ name, lun, gib, caching, place }) => ({ name, ...(lun !== undefined && { lun }), gib, caching, place }));
  const atWork = machine && { atWork: { ...machine, step: 'begin' as const, disks: placed } };
  // Once a machine is touched there is no way back.
  saveJob(world, {
    ...job,
    tasks,
    propertyBag,
    details: { ...job.details, ...atWork },
    cancellable: job.cancellable && machine === undefined,
  });
  planJobStep(world, job, machine === undefined ? job.dueAt : now);
}

function heldBy(world: World, job: Job): PointContents | undefined {
  const item = findItem(world, job.itemKey);
  const held = item && contentsOf(world, item, job.details.pointId ?? '');
  return held && job.region !== undefined ? inRegion(held, job.region) : held;
}

/** The same in another region, whose zones are others. */
function inRegion(held: PointContents, location: string): PointContents {
  const moved = (resource: ArmResource): ArmResource => {
    const { zones: _, ...rest } = resource;
    return { ...rest, location };
  };
  return { ...held, vm: moved(held.vm), disks: held.disks.map(moved) };
}

function continueMachine(world: World, job: Job, invoke: Invoke): void {
  const held = heldBy(world, job);
  const { atWork: machine } = job.details;
  if (!held || !machine) return end(world, job, 'Failed', stagingGone);
  const next = nextMachineStep(world, invoke, machine, held);
  if (typeof next !== 'string') return end(world, job, 'Failed', next);
  if (next === 'done') return end(world, job, 'Completed');
  saveJob(world, { ...job, details: { ...job.details, atWork: { ...machine, step: next } } });
  planJobStep(world, job, world.clock.now() + LOOK_EVERY);
}

/** Ends a restore that was cancelled; its item is released. */
export function abandonRestore(world: World, job: Job): void {
  end(world, job, 'Cancelled');
}

function end(world: World, job: Job, status: 'Completed' | 'Failed' | 'Cancelled', error?: JobError): void {
  endJob(world, job, status, error && [error]);
  if (job.region === undefined) release(world, job.itemKey, job.vmId);
}
