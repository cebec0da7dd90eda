import type { Job } from '@tresor/contracts';
import { dayOf } from '../../language/day-of';

/** How the backups of a machine went on one day: the worst of them; `none`: there was none. */
export type DayMark = 'failed' | 'warning' | 'running' | 'done' | 'none';

/** One machine as the map shows it, days oldest first. */
export interface MachineDays {
  key: string;
  machine: string;
  vaultName: string;
  marks: readonly DayMark[];
}

/** Worst first. */
const MARKS: readonly DayMark[] = ['failed', 'warning', 'running', 'done', 'none'];

const MARK_OF: ReadonlyMap<string, DayMark> = new Map([
  ['Failed', 'failed'],
  ['CompletedWithWarnings', 'warning'],
  ['InProgress', 'running'],
  ['Cancelling', 'running'],
  ['Cancelled', 'warning'],
  ['Completed', 'done'],
]);

/** The last so many days, today's last; noon of each, for days are not equally long. */
export function lastDays(now: number, count: number): string[] {
  const today = new Date(now);
  return Array.from({ length: count }, (_, at) =>
    dayOf(new Date(today.getFullYear(), today.getMonth(), today.getDate() - (count - 1 - at), 12).getTime()),
  );
}

interface Machine {
  machine: string;
  vaultName: string;
}

const keyOf = ({ machine, vaultName }: Machine) => `${vaultName}/${machine}`.toLowerCase();

/** A day for each machine that is backed up or was: those with the most failed days first, then those with the most days without a backup. */
export function machineDays(
  jobs: readonly (Pick<Job, 'workload' | 'operation' | 'status' | 'startTime'> & { vaultName: string })[],
  backedUp: readonly Machine[],
  days: readonly string[],
): MachineDays[] {
  const found = new Map<string, Machine & { byDay: Map<string, DayMark> }>();
  const ofMachine = (machine: Machine) => {
    const key = keyOf(machine);
    const known = found.get(key) ?? { ...machine, byDay: new Map<string, DayMark>() };
    found.set(key, known);
    return known;
  };
  for (const machine of backedUp) ofMachine(machine);
  for (const { workload, operation, status, startTime, vaultName } of jobs) {
    if (operation !== 'Backup' || startTime === null) continue;
    const { byDay } = ofMachine({ machine: workload, vaultName });
    const day = dayOf(Date.parse(startTime));
    const mark = MARK_OF.get(status) ?? 'warning';
    const before = byDay.get(day) ?? 'none';
    byDay.set(day, MARKS.indexOf(mark) < MARKS.indexOf(before) ? mark : before);
  }
  const rows = [...found].map(([key, { machine, vaultName, byDay }]) => ({
    key,
    machine,
    vaultName,
    marks: days.map((day) => byDay.get(day) ?? 'none'),
  }));
  const count = ({ marks }: MachineDays, wanted: DayMark) => marks.filter((mark) => mark === wanted).length;
  return rows.toSorted(
    (a, b) => count(b, 'failed') - count(a, 'failed') || count(b, 'none') - count(a, 'none') || a.machine.localeCompare(b.machine),
  );
}
