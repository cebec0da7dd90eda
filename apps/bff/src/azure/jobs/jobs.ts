import type { Job, VaultPath } from '@tresor/contracts';
import * as z from 'zod';
import type { AzureSession } from '../connection/azure';
import { clients } from '../connection/clients';
import { azureMoment, momentOf, secondsOf } from '../moments';
import { pageOf, readPages } from '../connection/pages';
import { readWindow } from '../connection/time-window';

const text = z.string().nullish();

export const jobBody = z.object({
  name: z.string(),
  properties: z.object({
    entityFriendlyName: text,
    containerName: text,
    operation: text,
    status: text,
    startTime: text,
    endTime: text,
    duration: text,
    activityId: text,
  }),
});

const jobPage = pageOf(jobBody);

type JobBody = z.infer<typeof jobBody>;

/** After so long, by Azure's clock, each list of jobs shows what has begun. */
export const LONGEST_LIST_LAG_MS = 10 * 60_000;

/** After so long a list shows for certain what has begun: Azure tells its time in whole seconds, ours may be one behind. */
export const LISTED_AFTER_MS = LONGEST_LIST_LAG_MS + 2_000;

export const VM_JOBS = "backupManagementType eq 'AzureIaasVM'";

/** Whether Azure is still at a job: one that is being cancelled may still do its work. */
export const isRunning = (status: string | null | undefined): boolean => status === 'InProgress' || status === 'Cancelling';

/** Without times in the filter Azure answers the last 24 hours. */
function readJobs(session: AzureSession, path: VaultPath, which: string, days = 1): Promise<JobBody[]> {
  const { subscriptionId, resourceGroup, vaultName } = path;
  const read = (filter: string) =>
    readPages(session, jobPage, (options) =>
      clients.backup(session, subscriptionId).backupJobs.list(vaultName, resourceGroup, { ...options, filter }),
    );
  return days <= 1 ? read(which) : readWindow(session, (now) => read(which + since(now, days)));
}

/** Jobs of so many days, newest first, those of one moment by machine. */
export async function listJobs(session: AzureSession, path: VaultPath, days = 1): Promise<Job[]> {
  return (await readJobs(session, path, VM_JOBS, days)).map(toJob).toSorted(newestFirst);
}

export interface MachineJob extends Job {
  /** `iaasvmcontainerv2;<group>;<machine>`, in lower case. */
  container: string;
}

/** Jobs of so many days with the container of their machine, newest first. */
export async function listMachineJobs(session: AzureSession, path: VaultPath, days: number): Promise<MachineJob[]> {
  const found = await readJobs(session, path, VM_JOBS, days);
  return found.map((body) => ({ ...toJob(body), container: (body.properties.containerName ?? '').toLowerCase() })).toSorted(newestFirst);
}

export const newestFirst = (a: Job, b: Job) =>
  (b.startTime ?? '').localeCompare(a.startTime ?? '') || a.workload.localeCompare(b.workload, 'en');

const DAY = 86_400_000;

/** Azure wants both ends of a span; the end lies ahead, so that what is new is never cut off. */
export const since = (now: number, days: number): string => startedFrom(now - days * DAY, now);

const startedFrom = (start: number, now: number) =>
  ` and startTime eq '${azureMoment(start)}' and endTime eq '${azureMoment(now + 365 * DAY)}'`;

type ContainerJob = Pick<Job, 'id' | 'status' | 'startTime'> & { endTime: string | null };

/** What became jobs of one kind for one container within a day, newest first. */
export async function listContainerJobs(
  session: AzureSession,
  path: VaultPath,
  operation: string,
  container: string,
): Promise<ContainerJob[]> {
  const found = await readJobs(session, path, `${VM_JOBS} and operation eq '${operation}'`);
  return found
    .filter(({ properties }) => properties.containerName?.toLowerCase() === container.toLowerCase())
    .map(({ name, properties: { status, startTime, endTime } }) => ({
      id: name,
      status: status ?? 'Invalid',
      startTime: momentOf(startTime),
      endTime: momentOf(endTime),
    }));
}

/** The job that a request started, which bears the request's id as its activity; null where the list does not show it. */
export async function findJobOfRequest(
  session: AzureSession,
  path: VaultPath,
  operation: string,
  { requestId, sentAt }: SentRequest,
): Promise<string | null> {
  const days = Math.floor((session.now().getTime() - sentAt.getTime()) / DAY) + 1;
  const found = await readJobs(session, path, `${VM_JOBS} and operation eq '${operation}'`, days);
  return found.find(({ properties }) => properties.activityId?.toLowerCase() === requestId.toLowerCase())?.name ?? null;
}

export interface RestoreJob extends Job {
  /** Of the request that started it. */
  requestId: string;
}

/** The restores of so many days, newest first, each with the request that started it. */
export async function listRestoreJobs(session: AzureSession, path: VaultPath, days: number): Promise<RestoreJob[]> {
  const found = await readJobs(session, path, `${VM_JOBS} and operation eq 'Restore'`, days);
  return found.map(toRestoreJob).toSorted(newestFirst);
}

export const toRestoreJob = (body: JobBody): RestoreJob => ({
  ...toJob(body),
  requestId: (body.properties.activityId ?? '').toLowerCase(),
});

/** A request to Azure by the id it bore, and when it left, by Azure's clock. */
export interface SentRequest {
  requestId: string;
  sentAt: Date;
}

export interface ConfigureBackupJob {
  id: string;
  status: string;
  /** `iaasvmcontainerv2;<group>;<machine>`, in lower case. */
  container: string;
  /** Of the request that started it. */
  requestId: string;
}

/** By so much two clocks of Azure, that of the Backup service among them, may differ. */
const SLACK_MS = 120_000;

/**
 * The jobs that enable protection, newest first: those of the last day, or what requests have started that were sent at a moment, by Azure's
 * clock, or later.
 */
export async function listConfigureBackupJobs(session: AzureSession, path: VaultPath, sentFrom?: number): Promise<ConfigureBackupJob[]> {
  const when = sentFrom === undefined ? '' : startedFrom(sentFrom - SLACK_MS, session.now().getTime());
  const found = await readJobs(session, path, `${VM_JOBS} and operation eq 'ConfigureBackup'${when}`);
  return found.map(({ name, properties: { status, containerName, activityId } }) => ({
    id: name,
    status: status ?? 'Invalid',
    container: (containerName ?? '').toLowerCase(),
    requestId: (activityId ?? '').toLowerCase(),
  }));
}

export function toJob({ name, properties: job }: JobBody): Job {
  return {
    id: name,
    workload: job.entityFriendlyName ?? '',
    operation: job.operation ?? 'Invalid',
    status: job.status ?? 'Invalid',
    startTime: momentOf(job.startTime),
    endTime: momentOf(job.endTime),
    durationSeconds: secondsOf(job.duration),
  };
}
