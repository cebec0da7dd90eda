import type { EncryptionEndClass } from './encryption-end';
import { ENCRYPTION_END_MS } from './encryption-end-points';

/** What the order of leaving Azure Disk Encryption looks at. */
export interface LeavingMachine {
  id: string;
  class: EncryptionEndClass;
  /** Of all its disks together; null where Azure does not say. */
  totalGiB: number | null;
}

/** A machine with its turn. */
export interface PlannedLeave<T> {
  machine: T;
  /** Monday 00:00 UTC of its week, in milliseconds. */
  week: number;
  /** Its week ends before Azure Disk Encryption does. */
  inTime: boolean;
}

const DAY = 86_400_000;
const WEEK = 7 * DAY;
/** The first Monday of the clock. */
const FIRST_MONDAY = 4 * DAY;

/** The Monday, 00:00 UTC, on or after a moment; milliseconds. */
export const mondayFrom = (moment: number): number => Math.ceil((moment - FIRST_MONDAY) / WEEK) * WEEK + FIRST_MONDAY;

const RANK: Partial<Record<EncryptionEndClass, number>> = { movable: 0, rebuild: 1, untold: 2 };

/** What a standard HDD disk delivers at most, in MiB a second: with it a copy takes longest. Source: Azure managed disk types. */
const SLOWEST_DISK_MIB_PER_SECOND = 60;

/** How long it takes to copy so many GiB from the slowest disks, one after another, in seconds. */
export const copySeconds = (gib: number): number => Math.round((gib * 1024) / SLOWEST_DISK_MIB_PER_SECOND);

/**
 * The order by effort: first what can be moved, the least data first, so that the way is practised where it is short; then what has to be
 * rebuilt; last what nobody can tell yet. Machines that the end does not concern are left out.
 */
function inLeavingOrder<T extends LeavingMachine>(machines: readonly T[]): T[] {
  const rank = (one: T) => RANK[one.class] ?? Infinity;
  return machines
    .filter((one) => rank(one) < Infinity)
    .toSorted((a, b) => rank(a) - rank(b) || (a.totalGiB ?? Infinity) - (b.totalGiB ?? Infinity) || a.id.localeCompare(b.id));
}

/** Gives each machine its week from a moment on (milliseconds), so many a week (at least one). */
export function planLeaving<T extends LeavingMachine>(machines: readonly T[], from: number, perWeek: number): PlannedLeave<T>[] {
  const first = mondayFrom(from);
  return inLeavingOrder(machines).map((machine, at) => {
    const week = first + Math.floor(at / Math.max(1, perWeek)) * WEEK;
    return { machine, week, inTime: week + WEEK <= ENCRYPTION_END_MS };
  });
}

/** How many machines a week it takes to be done before the end; null where no whole week is left. */
export function neededPerWeek(count: number, from: number): number | null {
  const weeks = Math.floor((ENCRYPTION_END_MS - mondayFrom(from)) / WEEK);
  return weeks < 1 ? null : Math.max(1, Math.ceil(count / weeks));
}
