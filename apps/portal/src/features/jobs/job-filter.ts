import type { Job } from '@tresor/contracts';

/** How far back a vault’s list reaches, in days, and that of all vaults: Resource Graph keeps jobs for 14. */
export const VAULT_RANGES = [1, 7, 30] as const;
export const ESTATE_RANGES = [1, 7, 14] as const;

export const ALL = '';

export interface JobFilter {
  days: number;
  status: string;
  operation: string;
}

export const FIRST_FILTER: JobFilter = { days: 1, status: ALL, operation: ALL };

/** What Azure's words in these jobs are, each once, in the order of the jobs. */
export const wordsIn = (jobs: readonly Job[], word: 'status' | 'operation'): string[] => [...new Set(jobs.map((job) => job[word]))];

export const matchingJobs = <T extends Job>(jobs: readonly T[], { status, operation }: JobFilter): T[] =>
  jobs.filter((job) => (status === ALL || job.status === status) && (operation === ALL || job.operation === operation));

/** The filter that an address carries after its question mark; what it does not name, or not rightly, is as at first. */
export function filterIn(search: URLSearchParams, ranges: readonly number[]): JobFilter {
  const days = Number(search.get('days'));
  return {
    days: ranges.includes(days) ? days : FIRST_FILTER.days,
    status: search.get('status') ?? ALL,
    operation: search.get('operation') ?? ALL,
  };
}

/** The same as an address carries it: only what differs from the first. */
export function searchOf({ days, status, operation }: JobFilter): Record<string, string> {
  return {
    ...(days !== FIRST_FILTER.days && { days: String(days) }),
    ...(status !== ALL && { status }),
    ...(operation !== ALL && { operation }),
  };
}
