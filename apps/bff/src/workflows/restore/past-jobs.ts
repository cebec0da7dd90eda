import type { Job, JobDetails, UsualTime, VaultPath } from '@tresor/contracts';
import { sameName } from '@tresor/support-matrix';
import pLimit from 'p-limit';
import type { AzureSession } from '../../azure/connection/azure';
import { getJob } from '../../azure/jobs/job-details';
import { listJobs } from '../../azure/jobs/jobs';

/** How far back jobs are looked for that tell how long something takes. */
export const PAST_DAYS = 90;
/** The newest tell enough; of each the sizes are a call of its own. */
export const MOST_OF_PAST = 8;

/** A job that is over, with what it took. */
type Ended<Kept extends Job = Job> = Kept & { durationSeconds: number };

/** The jobs of an operation that did what they were to do, in their order. */
export const endedWell = <Kept extends Job>(jobs: readonly Kept[], operation: string): Ended<Kept>[] =>
  jobs.filter(
    (job): job is Ended<Kept> => job.operation === operation && job.status.startsWith('Completed') && job.durationSeconds !== null,
  );

/** What the disks of a restore hold: `38 GBs / 127 GBs Transferred` is how Azure tells it; null where it does not. */
export function gibibytesOf({ tasks }: Pick<JobDetails, 'tasks'>): number | null {
  const sizes = tasks.flatMap(({ details }) => /\/ (\d+(?:\.\d+)?) GBs?\b/.exec(details ?? '')?.[1] ?? []);
  return sizes.length === 0 ? null : Math.round(sizes.reduce((sum, size) => sum + Number(size), 0));
}

/** What a backup moved in GiB: `8128 MB` is how Azure tells it; null where it does not. */
export function movedGibibytes({ properties }: Pick<JobDetails, 'properties'>): number | null {
  const megabytes = /^(\d+(?:\.\d+)?) MB$/.exec(properties.find(({ name }) => name === 'Backup Size')?.value ?? '')?.[1];
  return megabytes === undefined ? null : Math.round((Number(megabytes) / 1024) * 10) / 10;
}

/** How long restoring the disks usually takes: as it did for this machine, else for others, in proportion to what the disks hold. */
export async function readUsualTime(session: AzureSession, vault: VaultPath, jobId: string): Promise<UsualTime> {
  const [asked, jobs] = await Promise.all([getJob(session, vault, jobId), listJobs(session, vault, PAST_DAYS)]);
  const ended = endedWell(jobs, 'Restore')
    .filter(({ id }) => id !== jobId)
    .slice(0, MOST_OF_PAST);
  const ofMachine = ended.filter(({ workload }) => sameName(workload, asked.workload));
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
