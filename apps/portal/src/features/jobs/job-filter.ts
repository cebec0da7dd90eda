import type { Job } from '@tresor/contracts';
import { sameName } from '@tresor/support-matrix';
import { dayOf } from '../../language/day-of';

/** How far back a vault’s list reaches, in days, and that of all vaults: Resource Graph keeps jobs for 14. */
export const VAULT_RANGES = [1, 7, 30] as const;
export const ESTATE_RANGES = [1, 7, 14] as const;

export const ALL = '';

export interface JobFilter {
  days: number;
  status: string;
  operation: string;
  /** The one machine, and the one day where the reader is, as 2017-02-17. */
  machine: string;
  day: string;
}

export const FIRST_FILTER: JobFilter = { days: 1, status: ALL, operation: ALL, machine: ALL, day: ALL };

/** What Azure's words in these jobs are, each once, in the order of the jobs. */
export const wordsIn = (jobs: readonly Job[], word: 'status' | 'operation'): string[] => [...new Set(jobs.map((job) => job[word]))];

export function matchingJobs<T extends Job>(jobs: readonly T[], { status, operation, machine, day }: JobFilter): T[] {
  const isOfMachine = ({ workload }: T) => machine === ALL || sameName(workload, machine);
  const isOfDay = ({ startTime }: T) => day === ALL || (startTime !== null && dayOf(Date.parse(startTime)) === day);
  const isKind = (job: T) => (status === ALL || job.status === status) && (operation === ALL || job.operation === operation);
  return jobs.filter((job) => isKind(job) && isOfMachine(job) && isOfDay(job));
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The filter that an address carries after its question mark; what it does not name, or not rightly, is as at first. */
export function filterIn(search: URLSearchParams, ranges: readonly number[]): JobFilter {
  const days = Number(search.get('days'));
  return {
    days: ranges.includes(days) ? days : FIRST_FILTER.days,
    status: search.get('status') ?? ALL,
    operation: search.get('operation') ?? ALL,
    machine: search.get('machine') ?? ALL,
    day: DAY.test(search.get('day') ?? ALL) ? (search.get('day') ?? ALL) : ALL,
  };
}

/** The same as an address carries it: only what differs from the first. */
export function searchOf({ days, status, operation, machine, day }: JobFilter): Record<string, string> {
  return {
    ...(days !== FIRST_FILTER.days && { days: String(days) }),
    ...(status !== ALL && { status }),
    ...(operation !== ALL && { operation }),
    ...(machine !== ALL && { machine }),
    ...(day !== ALL && { day }),
  };
}
