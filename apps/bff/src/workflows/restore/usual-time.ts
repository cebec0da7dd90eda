import type { UsualTime, VaultPath } from '@tresor/contracts';
import pLimit from 'p-limit';
import type { AzureSession } from '../../azure/connection/azure';
import { getJob } from '../../azure/jobs/job-details';
import { listJobs } from '../../azure/jobs/jobs';
import { endedWell, gibibytesOf, MOST_OF_PAST, PAST_DAYS, type Ended } from './past-jobs';

/** How long restoring the disks usually takes: as it did for this machine, else for others, in proportion to what the disks hold. */
export async function readUsualTime(session: AzureSession, vault: VaultPath, jobId: string): Promise<UsualTime> {
  const [asked, jobs] = await Promise.all([getJob(session, vault, jobId), listJobs(session, vault, PAST_DAYS)]);
  const ended = endedWell(jobs, 'Restore')
    .filter(({ id }) => id !== jobId)
    .slice(0, MOST_OF_PAST);
  const ofMachine = ended.filter(({ workload }) => workload.toLowerCase() === asked.workload.toLowerCase());
  if (ofMachine.length > 0) return { ...plain(ofMachine), basis: 'machine' };
  if (ended.length === 0) return { seconds: null, basis: null, restores: 0, gibibytes: null };
  const gibibytes = gibibytesOf(asked);
  const sizes = await pLimit(4).map(ended, async ({ id }) => gibibytesOf(await getJob(session, vault, id)));
  const paces = ended.flatMap(({ durationSeconds }, index) => (sizes[index] ? [durationSeconds / sizes[index]] : []));
  if (gibibytes === null || paces.length < ended.length) return { ...plain(ended), basis: 'vault' };
  return { seconds: Math.round(median(paces) * gibibytes), basis: 'vault', restores: ended.length, gibibytes };
}

const plain = (jobs: readonly Ended[]) => ({
  seconds: Math.round(median(jobs.map(({ durationSeconds }) => durationSeconds))),
  restores: jobs.length,
  gibibytes: null,
});

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
