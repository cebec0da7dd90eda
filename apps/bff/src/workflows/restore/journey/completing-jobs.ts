import { guidFor } from '../../../guid-for';
import type { RestoreJob } from '../../../azure/jobs/jobs';

type Known = Pick<RestoreJob, 'id' | 'requestId'>;

/** The id of the request that restores again what is gone of a restore: by it everybody who reads the jobs knows what its job completes. */
export const completingRequest = (jobId: string) => guidFor(`restore again what is gone of ${jobId.toLowerCase()}`);

/** The jobs that restored again what was gone of a restore, out of a list with the newest first: the oldest first, and each that did so of the same. */
export function completingJobs<Job extends Known>(jobs: readonly Job[], jobId: string): Job[] {
  const wanted = completingRequest(jobId);
  const found = jobs.filter(({ requestId }) => requestId === wanted);
  const all = found.flatMap((job) => [job, ...completingJobs(jobs, job.id)]);
  return all.toSorted((a, b) => jobs.indexOf(b) - jobs.indexOf(a));
}

/** The restore that a job completes; null where it is one of its own. */
export function completedBy(jobs: readonly Known[], { requestId }: Pick<Known, 'requestId'>): string | null {
  const before = jobs.find(({ id }) => completingRequest(id) === requestId);
  return before ? (completedBy(jobs, before) ?? before.id) : null;
}

/** The restores of their own, without what completes them. */
export function withoutCompleting<Job extends Known>(jobs: readonly Job[]): Job[] {
  const requests = new Set(jobs.map(({ id }) => completingRequest(id)));
  return jobs.filter(({ requestId }) => !requests.has(requestId));
}
