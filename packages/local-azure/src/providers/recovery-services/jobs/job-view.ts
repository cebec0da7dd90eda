import type { Job, Task } from '../state/job-store';
import { isoDuration, NEVER, stamp } from '../moments';
import { VAULT_TYPE } from '../names';

/** Kinds that the service calls cancellable, over or not. Those of the paired region too, though it describes no request that cancels one. */
const CANCELLABLE: ReadonlySet<Job['operation']> = new Set(['Backup', 'Restore', 'CrossRegionRestore']);

/** A job as the service answers it; the list leaves `extendedInfo` out. */
export function jobView(job: Job, now: number, expanded: boolean): unknown {
  return {
    id: `${placeOf(job)}/backupJobs/${job.id}`,
    name: job.id,
    type: `${VAULT_TYPE}/backupJobs`,
    properties: {
      // With a capital S, unlike the management type below.
      jobType: 'AzureIaaSVMJob',
      ...(CANCELLABLE.has(job.operation) && { actionsInfo: ['Cancellable'] }),
      containerName: job.part,
      duration: isoDuration((job.endedAt ?? now) - job.startedAt),
      virtualMachineVersion: 'Compute',
      ...(expanded && { extendedInfo: extendedInfo(job, now) }),
      ...(job.errors && {
        errorDetails: job.errors.map(({ errorCode, errorTitle, errorString, recommendations }) => ({
          errorCode,
          errorTitle,
          errorString,
          recommendations,
        })),
      }),
      entityFriendlyName: job.vmName,
      backupManagementType: 'AzureIaasVM',
      operation: job.operation,
      status: job.status,
      startTime: stamp(job.startedAt),
      ...(job.endedAt !== undefined && { endTime: stamp(job.endedAt) }),
      activityId: job.activityId,
    },
  };
}

/** A job of the paired region is not found below its vault. */
const placeOf = ({ vaultId, region }: Job) =>
  region === undefined ? vaultId : `${vaultId.split('/').slice(0, 3).join('/')}/providers/Microsoft.RecoveryServices/locations/${region}`;

function extendedInfo(job: Job, now: number): unknown {
  return {
    tasksList: job.tasks.map((task, place) => taskView(job.operation === 'Backup' && place > 0 ? toldLate(task, now) : task, now)),
    propertyBag: job.propertyBag,
    ...(job.internalPropertyBag && { internalPropertyBag: job.internalPropertyBag }),
    ...(job.tasks.length > 0 && progress(job, now)),
  };
}

/** A backup tells late that its transfer has begun: for a while neither of its tasks is at work. */
const TOLD_AFTER = 15_000;

function toldLate({ startedAt, ...task }: Task, now: number): Task {
  if (startedAt === undefined) return task;
  return task.status === 'InProgress' && now < startedAt + TOLD_AFTER ? { ...task, status: 'NotStarted' } : { ...task, startedAt };
}

function taskView(task: Task, now: number): unknown {
  return {
    taskId: task.id,
    startTime: task.startedAt === undefined ? NEVER : stamp(task.startedAt),
    endTime: task.endedAt === undefined ? NEVER : stamp(task.endedAt),
    duration: task.startedAt === undefined ? 'PT0S' : isoDuration((task.endedAt ?? now) - task.startedAt),
    status: task.status,
    taskType: 'Normal',
    ...(task.gigabytes !== undefined && { taskExecutionDetails: transferred(task, task.gigabytes, now) }),
  };
}

/** `38 GBs / 127 GBs Transferred` */
function transferred({ startedAt, endedAt, status, span }: Task, gigabytes: number, now: number): string {
  const share = startedAt === undefined ? 0 : ((endedAt ?? now) - startedAt) / span;
  const done = status === 'Completed' ? gigabytes : Math.floor(gigabytes * Math.min(1, share));
  return `${done} GBs / ${gigabytes} GBs Transferred`;
}

/** How far a job with tasks is, from the time it takes. */
function progress(job: Job, now: number): Record<string, unknown> {
  if (job.status === 'Completed') return { progressPercentage: 100, estimatedRemainingDuration: 'PT0S' };
  if (job.status !== 'InProgress') return {};
  const done = (now - job.startedAt) / (job.dueAt - job.startedAt);
  const remaining = Math.max(0, Math.ceil((job.dueAt - now) / 60_000)) * 60_000;
  return { progressPercentage: Math.max(1, Math.min(99, Math.floor(done * 100))), estimatedRemainingDuration: isoDuration(remaining) };
}
