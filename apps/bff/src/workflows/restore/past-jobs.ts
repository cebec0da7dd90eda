import type { Job, JobDetails } from '@tresor/contracts';

/** How far back jobs are looked for that tell how long something takes. */
export const PAST_DAYS = 90;
/** The newest tell enough; of each the sizes are a call of its own. */
export const MOST_OF_PAST = 8;

/** A job that is over, with what it took. */
export type Ended<Kept extends Job = Job> = Kept & { durationSeconds: number };

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
  const told = /^(\d+(?:\.\d+)?) MB$/.exec(properties.find(({ name }) => name === 'Backup Size')?.value ?? '')?.[1];
  return told === undefined ? null : Math.round((Number(told) / 1024) * 10) / 10;
}
