import { guidFor } from '../../../guid-for';
import type { RestoreJob } from '../../../azure/jobs/jobs';

type Known = Pick<RestoreJob, 'id' | 'requestId'>;

/** The id of the request that restores again what is gone of a restore: by it everybody who reads the jobs knows what its job completes. */
export const completingRequest = (jobId: string) => guidFor(`restore again what is gone of ${jobId.toLowerCase()}`);

/** The jobs that restored again what was gone of a restore, each what was gone after the one before. */
export function completingJobs<Job extends Known>(jobs: readonly Job[], jobId: string): Job[] {
  const wanted = completingRequest(jobId);
  const next = jobs.find(({ requestId }) => requestId === wanted);
  return next ? [next, ...completingJobs(jobs, next.id)] : [];
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
