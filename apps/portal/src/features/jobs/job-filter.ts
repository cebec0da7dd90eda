import type { Job } from '@tresor/contracts';

/** How far back the list reaches, in days. */
export const RANGES = [1, 7, 30] as const;
export type Range = (typeof RANGES)[number];

export const ALL = '';

export interface JobFilter {
  status: string;
  operation: string;
}

/** What Azure's words in these jobs are, each once, in the order of the jobs. */
export const wordsIn = (jobs: readonly Job[], word: 'status' | 'operation'): string[] => [...new Set(jobs.map((job) => job[word]))];

export const matchingJobs = (jobs: readonly Job[], { status, operation }: JobFilter): Job[] =>
  jobs.filter((job) => (status === ALL || job.status === status) && (operation === ALL || job.operation === operation));
