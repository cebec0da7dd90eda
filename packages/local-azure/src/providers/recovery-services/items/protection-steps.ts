import { at, text } from '../../../world/json';
import type { World } from '../../../world/world';
import type { DiskExclusion } from '../state/disk-exclusion';
import { findItem, release, removeItem, saveItem } from '../state/item-store';
import type { Item } from '../state/item-store';
import { endJob } from '../state/job-store';
import type { Job } from '../state/job-store';
import { newItem } from './protection';
import { allPoints, removePoint } from '../state/recovery-point-store';
import { planNext } from '../backups/scheduling';

/** The end of a ConfigureBackup job: only now the item exists. */
export function finishConfigure(world: World, job: Job): void {
  if (job.details.isUpdate === true) {
    endJob(world, job, 'Completed');
    return;
  }
  const policyName = job.details.policyName ?? '';
  const vault = world.resources.get(job.vaultId);
  const vm = world.resources.get(job.vmId);
  const existing = findItem(world, job.itemKey);
  const item = existing ?? (vault && vm && newItem(vault, vm, policyName));
  if (item) {
    const state = item.lastPointAt === undefined ? 'IRPending' : 'Protected';
    const configured: Item = { ...withExclusion(item, job.details.exclusion), policyName, state };
    saveItem(world, configured);
    planNext(world, configured);
    endJob(world, job, 'Completed');
  } else {
    const message = `The virtual machine '${job.vmName}' was deleted while its backup was being enabled.`;
    endJob(world, job, 'Failed', [{ errorCode: 400094, errorTitle: 'UserErrorVmNotFoundV2', errorString: message, recommendations: [] }]);
  }
  release(world, job.itemKey, job.vmId);
}

/** An item with the disks that its job named. */
function withExclusion(item: Item, exclusion: DiskExclusion | null | undefined): Item {
  if (exclusion === undefined) return item;
  const { exclusion: _, ...all } = item;
  return exclusion ? { ...all, exclusion } : all;
}

export function finishDisable(world: World, job: Job): void {
  stop(world, job, {});
}

export function finishDelete(world: World, job: Job): void {
  if (job.details.isSoft !== true) {
    const item = findItem(world, job.itemKey);
    endJob(world, job, 'Completed');
    if (item) purge(world, item);
    release(world, job.itemKey, job.vmId);
    return;
  }
  stop(world, job, { deletedAt: job.startedAt });
}

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

function stop(world: World, job: Job, changes: Partial<Item>): void {
  const item = findItem(world, job.itemKey);
  const stopped: Item | undefined = item && { ...item, ...changes, state: 'ProtectionStopped', policyName: '' };
  if (stopped) {
    saveItem(world, stopped);
    planNext(world, stopped);
  }
  endJob(world, job, 'Completed');
  release(world, job.itemKey, job.vmId);
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
