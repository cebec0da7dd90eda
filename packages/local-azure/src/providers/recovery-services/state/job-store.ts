import { randomUUID } from 'node:crypto';
import type { World } from '../../../world/world';
import { claimsOfVault, release } from './item-store';
import { vaultKey } from '../names';
import type { JobDetails } from './job-details';

export type JobOperation =
  | 'ConfigureBackup'
  | 'Backup'
  | 'Restore'
  | 'CrossRegionRestore'
  | 'DisableBackup'
  | 'DeleteBackupData'
  | 'Undelete';
type JobStatus = 'InProgress' | 'Completed' | 'Failed' | 'Cancelling' | 'Cancelled';

export interface Task {
  id: string;
  status: 'NotStarted' | 'InProgress' | 'Completed' | 'Failed' | 'Cancelling' | 'Cancelled' | 'Skipped';
  startedAt?: number;
  endedAt?: number;
  /** How long it is going to take, in milliseconds. */
  span: number;
  /** What it transfers, where the service says so. */
  gigabytes?: number;
}

export interface JobError {
  errorCode: number;
  errorTitle: string;
  errorString: string;
  recommendations: string[];
}

/** A job of Azure Backup. Moments are milliseconds since 1970. */
export interface Job {
  id: string;
  vaultId: string;
  operation: JobOperation;
  status: JobStatus;
  itemKey: string;
  vmId: string;
  vmName: string;
  part: string;
  /** Set when it runs in the paired region, which alone lists it, and has no item to itself. */
  region?: string;
  startedAt: number;
  /** When it will end if nothing comes between. */
  dueAt: number;
  endedAt?: number;
  activityId: string;
  cancellable: boolean;
  tasks: Task[];
  propertyBag: Record<string, string>;
  internalPropertyBag?: Record<string, string>;
  errors?: JobError[];
  details: JobDetails;
}

const jobs = (world: World) => world.documents<Job>('backup-jobs');
const days = (world: World) => world.documents<string>('backup-job-days');

const dayOf = (moment: number) => new Date(moment).toISOString().slice(0, 10);
const idKey = (vaultId: string, jobId: string) => `${vaultKey(vaultId)}${jobId.toLowerCase()}`;

/** Stores a job below the day on which it started, so that a list reads only the days it is asked for. */
export function saveJob(world: World, job: Job): void {
  const day = dayOf(job.startedAt);
  jobs(world).put(`${vaultKey(job.vaultId)}${day}/${job.id}`, job);
  days(world).put(idKey(job.vaultId, job.id), day);
}

/** By its id in any case. */
export function findJob(world: World, vaultId: string, jobId: string): Job | undefined {
  const day = days(world).get(idKey(vaultId, jobId));
  return day === undefined ? undefined : jobs(world).get(`${vaultKey(vaultId)}${day}/${jobId.toLowerCase()}`);
}

/** Jobs that have an item of the vault to themselves. */
export function jobsAtWork(world: World, vaultId: string): Job[] {
  return claimsOfVault(world, vaultId).flatMap(({ jobId }) => findJob(world, vaultId, jobId) ?? []);
}

const DAY = 86_400_000;
const AFTER_ALL_DAYS = ':';
/** Older jobs are not listed. */
const LONGEST_LIST = 190 * DAY;

/** Jobs that started in a span of time, newest first. */
export function jobsBetween(world: World, vaultId: string, from: number, to: number): Job[] {
  const first = Math.max(from, to - LONGEST_LIST);
  const found: Job[] = [];
  for (let day = Math.floor(first / DAY) * DAY; day <= to; day += DAY) {
    found.push(...jobs(world).list(`${vaultKey(vaultId)}${dayOf(day)}/`));
  }
  return found.filter((job) => job.startedAt >= first && job.startedAt <= to).toSorted((a, b) => (sortKey(a) < sortKey(b) ? 1 : -1));
}

/** Sorts jobs by when they began, and those of one moment by their ids. */
export function sortKey(job: Job): string {
  return `${String(job.startedAt).padStart(15, '0')}/${job.id}`;
}

export type NewJob = Omit<Job, 'id' | 'status' | 'startedAt' | 'dueAt' | 'activityId'> & { id?: string; activityId: string | undefined };

/** Starts a job whose next step comes after a span of milliseconds. */
export function startJob(world: World, job: NewJob, span: number, firstStep: number = span): Job {
  const startedAt = world.clock.now();
  const started: Job = {
    ...job,
    id: job.id ?? randomUUID(),
    activityId: job.activityId ?? randomUUID(),
    status: 'InProgress',
    startedAt,
    dueAt: startedAt + span,
  };
  saveJob(world, started);
  forgetOldJobs(world, job.vaultId);
  planJobStep(world, started, startedAt + firstStep);
  return started;
}

export const JOB_STEP = 'recovery-services.job';

/** Plans the moment at which a job goes on. */
export function planJobStep(world: World, job: Job, dueAt: number): void {
  world.schedule.plan({ id: `${JOB_STEP}:${job.id}`, dueAt, kind: JOB_STEP, payload: { vaultId: job.vaultId, jobId: job.id } });
}

/** Ends a job at the world's present moment; open tasks end with it. */
export function endJob(world: World, job: Job, status: 'Completed' | 'Failed' | 'Cancelled', errors?: JobError[]): Job {
  const now = world.clock.now();
  const tasks = job.tasks.map((task): Task => {
    if (task.endedAt !== undefined) return task;
    if (task.startedAt === undefined) return { ...task, status: status === 'Cancelled' ? status : 'NotStarted' };
    return { ...task, status, endedAt: now };
  });
  const ended: Job = { ...job, status, endedAt: now, tasks, ...(errors && { errors }) };
  saveJob(world, ended);
  return ended;
}

/** Ends a job whose next step could not be taken, and gives back what it had to itself. */
export function giveUpJob(world: World, job: Job): void {
  endJob(world, job, 'Failed', [unexpected]);
  if (job.region === undefined) release(world, job.itemKey, job.vmId);
}

const unexpected: JobError = {
  errorCode: 400_000,
  errorTitle: 'InternalServerError',
  errorString: 'The Backup service encountered an unexpected error.',
  recommendations: ['Wait some minutes, then try the operation again.'],
};

const forgotten = (world: World) => world.documents<string>('backup-jobs-forgotten');
/** Jobs that are forgotten at once. */
const AT_ONCE = 1_000;

/** Forgets jobs of the vault that started before the day; answers whether none are left. */
function forgetBefore(world: World, vaultId: string, day: string, most: number): boolean {
  const vault = vaultKey(vaultId);
  const keys = jobs(world).keys(vault, `${vault}${day}`, most);
  for (const key of keys) {
    jobs(world).delete(key);
    days(world).delete(idKey(vaultId, key.slice(key.lastIndexOf('/') + 1)));
  }
  return keys.length < most;
}

/** Forgets what is too old to be listed, when a job starts and until nothing of the day is left. */
function forgetOldJobs(world: World, vaultId: string): void {
  const day = dayOf(world.clock.now() - LONGEST_LIST);
  if (forgotten(world).get(vaultKey(vaultId)) === day) return;
  if (forgetBefore(world, vaultId, day, AT_ONCE)) forgotten(world).put(vaultKey(vaultId), day);
}

/** Forgets the jobs of a vault that is gone, however old they are. */
export function forgetJobs(world: World, vaultId: string): void {
  while (!forgetBefore(world, vaultId, AFTER_ALL_DAYS, AT_ONCE));
  forgotten(world).delete(vaultKey(vaultId));
}
