import { randomInt } from 'node:crypto';
import type { World } from '../../../world/world';
import { disallowed, failureOf, healthDetailOf, vmGone } from './backup-failures';
import { withoutExcluded } from '../state/disk-exclusion';
import type { DiskConfiguration } from '../state/disk-exclusion';
import { POINT_AFTER_START, snapshotSpan, transferredMegabytes, transferSpan } from '../state/durations';
import { claim, findItem, keyOfItem, release, saveItem } from '../state/item-store';
import type { Item } from '../state/item-store';
import { endJob, planJobStep, saveJob, startJob } from '../state/job-store';
import type { Job, JobError } from '../state/job-store';
import { usDate } from '../moments';
import { contentsOf, dropExpiredPoints, removePoint, type RecoveryPoint } from '../state/recovery-point-store';
import { objectionToSnapshots } from './snapshot-place';
import { addPoint, consistencyOf, holdContents } from './take-point';
import { managedDisksOf, totalSizeGiB } from '../state/vm-disks';

interface BackupRequest {
  activityId?: string | undefined;
  /** The moment of the schedule, or of the request. */
  ranAt: number;
  /** Set for a backup that somebody asked for. */
  expiresAt?: number;
  /** Whether the backup ends with its snapshot and moves nothing to the vault. */
  snapshotOnly?: boolean;
  /** Whether the caller named the end himself. */
  isExpiryAsked?: boolean;
}

/** Starts a backup of an item that no other operation holds. */
export function startBackup(world: World, item: Item, request: BackupRequest): Job {
  const whole = world.resources.get(item.vmId);
  const vm = whole && withoutExcluded(whole, item.exclusion);
  const diskCount = vm ? managedDisksOf(world, vm).length : 1;
  const size = vm ? totalSizeGiB(world, vm) : 0;
  const isFirst = item.lastPointAt === undefined;
  const { ranAt, expiresAt, isExpiryAsked, snapshotOnly = false } = request;
  const spans = { snapshot: snapshotSpan(diskCount), transfer: snapshotOnly ? 0 : transferSpan(size, isFirst) };
  const job = startJob(
    world,
    {
      vaultId: item.vaultId,
      operation: 'Backup',
      itemKey: keyOfItem(item),
      vmId: item.vmId,
      vmName: item.vmName,
      part: item.part,
      activityId: request.activityId,
      cancellable: true,
      tasks: [
        { id: 'Take Snapshot', status: 'InProgress', startedAt: world.clock.now(), span: spans.snapshot },
        ...(snapshotOnly ? [] : [{ id: 'Transfer data to vault', status: 'NotStarted' as const, span: spans.transfer }]),
      ],
      propertyBag: {
        'VM Name': item.vmName,
        ...(isExpiryAsked && expiresAt !== undefined && { 'Recovery Point Expiry Time in UTC': usDate(expiresAt) }),
      },
      internalPropertyBag: { IsInstantRpJob: 'True' },
      details: {
        ranAt,
        pointId: String(randomInt(10 ** 14, 2 ** 48 - 1)),
        megabytes: snapshotOnly ? 0 : transferredMegabytes(size, isFirst),
        ...(expiresAt !== undefined && { expiresAt }),
      },
    },
    spans.snapshot + spans.transfer,
    spans.snapshot,
  );
  claim(world, keyOfItem(item), item.vmId, { vaultId: item.vaultId, jobId: job.id });
  return job;
}

/** The next step of a backup: the snapshot is taken, or the transfer is over. */
export function continueBackup(world: World, job: Job): void {
  const item = findItem(world, job.itemKey);
  if (!item) return;
  if (job.tasks[0]?.endedAt === undefined) takeSnapshot(world, job, item);
  else finish(world, job, item);
}

function takeSnapshot(world: World, job: Job, item: Item): void {
  const vm = world.resources.get(item.vmId);
  const error = vm ? failureOf(world, vm.id, item.exclusion) : vmGone;
  if (!vm || error) return fail(world, job, item, error ?? vmGone);
  if (objectionToSnapshots(world, vm, item) !== undefined) return fail(world, job, item, disallowed);
  holdContents(world, item, vm, job.details.pointId ?? '');
  const now = world.clock.now();
  const tasks = job.tasks.map((task, index) =>
    index === 0 ? { ...task, status: 'Completed' as const, endedAt: now } : { ...task, status: 'InProgress' as const, startedAt: now },
  );
  const taken = { ...job, tasks, details: { ...job.details, consistency: consistencyOf(world, vm, item) } };
  saveJob(world, taken);
  if (tasks.length === 1) return finish(world, taken, item);
  const takenAt = takePoint(world, taken, item, { bytes: 0, snapshotOnly: true });
  saveItem(world, { ...item, lastPointAt: takenAt });
  planJobStep(world, job, job.dueAt);
}

/** Makes the point of a backup, or one that is complete of what was a snapshot alone. Answers its moment. */
function takePoint(world: World, { startedAt, details }: Job, item: Item, held: Pick<RecoveryPoint, 'bytes' | 'snapshotOnly'>): number {
  const { pointId = '', ranAt = startedAt, expiresAt, consistency = 'CrashConsistent' } = details;
  const takenAt = startedAt + POINT_AFTER_START;
  addPoint(world, item, pointId, { takenAt, ranAt, type: consistency, ...held, ...(expiresAt !== undefined && { expiresAt }) });
  return takenAt;
}

function fail(world: World, job: Job, item: Item, error: JobError): void {
  endJob(world, job, 'Failed', [error]);
  saveItem(world, {
    ...item,
    lastBackup: { status: 'Failed', startedAt: job.startedAt, error: healthDetailOf(error) },
  });
  release(world, job.itemKey, job.vmId);
}

function finish(world: World, job: Job, item: Item): void {
  const { megabytes = 0 } = job.details;
  const takenAt = takePoint(world, job, item, { bytes: megabytes * 2 ** 20, ...(job.tasks.length === 1 && { snapshotOnly: true }) });
  endJob(
    world,
    { ...job, propertyBag: { ...job.propertyBag, 'Backup Size': `${megabytes} MB`, ...disksOf(world, item, job) } },
    'Completed',
  );
  const storedBytes = dropExpiredPoints(world, item);
  const lastBackup = { status: 'Completed' as const, startedAt: job.startedAt };
  saveItem(world, { ...item, state: 'Protected', lastPointAt: takenAt, lastBackup, storedBytes });
  release(world, job.itemKey, job.vmId);
}

const names = (disks: DiskConfiguration['includedDiskList']) => disks.map(({ name }) => String(name)).join('; ');

/** Which disks a backup took and which it left out, told where something was left out. */
function disksOf(world: World, item: Item, { details }: Job): Record<string, string> {
  const configuration = contentsOf(world, item, details.pointId ?? '')?.diskConfiguration;
  if (!configuration) return {};
  const { includedDiskList, excludedDiskList } = configuration;
  return {
    'Backed-up disk(s)': names(includedDiskList),
    ...(excludedDiskList.length > 0 && { 'Excluded disk(s)': names(excludedDiskList) }),
  };
}

/** A cancelled backup leaves its snapshot behind, once that is taken, and nothing before. */
export function abandonBackup(world: World, job: Job): void {
  const item = findItem(world, job.itemKey);
  if (item && job.details.consistency === undefined) removePoint(world, item, job.details.pointId ?? '');
  endJob(world, job, 'Cancelled');
  release(world, job.itemKey, job.vmId);
}
