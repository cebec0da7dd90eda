import type { Job, JobDetails, UsualTime, VaultPath } from '@tresor/contracts';
import pLimit from 'p-limit';
import type { AzureSession } from '../../azure/connection/azure';
import { getJob } from '../../azure/jobs/job-details';
import { listJobs } from '../../azure/jobs/jobs';

const DAYS = 90;
/** The newest tell enough; of each the sizes are a call of its own. */
const MOST = 8;

type Ended = Job & { durationSeconds: number };

/** How long restoring the disks usually takes: as it did for this machine, else for others, in proportion to what the disks hold. */
export async function readUsualTime(session: AzureSession, vault: VaultPath, jobId: string): Promise<UsualTime> {
  const [asked, jobs] = await Promise.all([getJob(session, vault, jobId), listJobs(session, vault, DAYS)]);
  const ended = jobs.filter((job): job is Ended => job.id !== jobId && wentWell(job)).slice(0, MOST);
  const ofMachine = ended.filter(({ workload }) => workload.toLowerCase() === asked.workload.toLowerCase());
  if (ofMachine.length > 0) return { ...plain(ofMachine), basis: 'machine' };
  if (ended.length === 0) return { seconds: null, basis: null, restores: 0, gibibytes: null };
  const gibibytes = sizeOf(asked);
  const sizes = await pLimit(4).map(ended, async ({ id }) => sizeOf(await getJob(session, vault, id)));
  const paces = ended.flatMap(({ durationSeconds }, index) => (sizes[index] ? [durationSeconds / sizes[index]] : []));
  if (gibibytes === null || paces.length < ended.length) return { ...plain(ended), basis: 'vault' };
  return { seconds: Math.round(median(paces) * gibibytes), basis: 'vault', restores: ended.length, gibibytes };
}

const wentWell = ({ operation, status, durationSeconds }: Job) =>
  operation === 'Restore' && status.startsWith('Completed') && durationSeconds !== null;

const plain = (jobs: readonly Ended[]) => ({
  seconds: Math.round(median(jobs.map(({ durationSeconds }) => durationSeconds))),
  restores: jobs.length,
  gibibytes: null,
});

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** `38 GBs / 127 GBs Transferred` is how Azure tells it; null where it does not. */
function sizeOf({ tasks }: JobDetails): number | null {
  const sizes = tasks.flatMap(({ details }) => /\/ (\d+(?:\.\d+)?) GBs?\b/.exec(details ?? '')?.[1] ?? []);
  return sizes.length === 0 ? null : Math.round(sizes.reduce((sum, size) => sum + Number(size), 0));
}
