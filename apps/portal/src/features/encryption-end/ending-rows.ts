import type { EndingMachine } from '@tresor/contracts';
import {
  concernsEnd,
  ENCRYPTION_END_CLASSES,
  judgeEncryptionEnd,
  planLeaving,
  pointsAtEnd,
  type EncryptionEnd,
  type EncryptionEndClass,
  type PlannedLeave,
  type PointsAtEnd,
} from '@tresor/support-matrix';

/** A machine with what the end means for it, and the week in which it has its turn; null where nothing is to be done. */
export interface EndingRow extends EndingMachine {
  id: string;
  end: EncryptionEnd;
  /** Null where the end does not touch its recovery points, or none is seen. */
  pointsAtEnd: PointsAtEnd | null;
  planned: Omit<PlannedLeave<unknown>, 'machine'> | null;
}

/** All machines, judged, with a plan from a moment on (milliseconds) of so many machines a week. */
export function endingRows(machines: readonly EndingMachine[], from: number, perWeek: number): EndingRow[] {
  const judged = machines.map((one) => ({ ...one, id: one.machine.id, end: judgeEncryptionEnd(one) }));
  const leaving = judged.map(({ id, end, totalGiB }) => ({ id, class: end.class, totalGiB }));
  const weeks = new Map(planLeaving(leaving, from, perWeek).map(({ machine, week, inTime }) => [machine.id, { week, inTime }]));
  return judged.map((one) => ({
    ...one,
    pointsAtEnd: concernsEnd(one.end.class) && one.points ? pointsOf(one.points) : null,
    planned: weeks.get(one.id) ?? null,
  }));
}

const pointsOf = ({ newest, retention }: NonNullable<EndingMachine['points']>) =>
  pointsAtEnd(newest === null ? null : Date.parse(newest), retention);

/** Those of the plan, in its order. */
export function inPlan(rows: readonly EndingRow[], from: number, perWeek: number): EndingRow[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const leaving = rows.map(({ id, end, totalGiB }) => ({ id, class: end.class, totalGiB }));
  return planLeaving(leaving, from, perWeek).flatMap(({ machine }) => byId.get(machine.id) ?? []);
}

/** How many machines are in each class, in the order of the classes. */
export function countClasses(rows: readonly EndingRow[]): { class: EncryptionEndClass; count: number }[] {
  return ENCRYPTION_END_CLASSES.map((one) => ({ class: one, count: rows.filter(({ end }) => end.class === one).length }));
}

/** A month of the time until the end. */
export interface EndingMonth {
  /** Its first moment, milliseconds UTC. */
  month: number;
  /** Machines at host today that were made in it. */
  made: number;
  /** Machines whose week of the plan begins in it. */
  planned: number;
  /** Machines that are left at its end, by the plan. Before now the past is not known: null. */
  left: number | null;
}

const monthOf = (moment: number) => Date.UTC(new Date(moment).getUTCFullYear(), new Date(moment).getUTCMonth());
const monthAfter = (month: number) => Date.UTC(new Date(month).getUTCFullYear(), new Date(month).getUTCMonth() + 1);

/** How many there are of each month; those of none are not counted. */
function countBy<Row>(rows: readonly Row[], monthOfRow: (row: Row) => number | null): Map<number, number> {
  const counts = new Map<number, number>();
  for (const row of rows) {
    const month = monthOfRow(row);
    if (month !== null) counts.set(month, (counts.get(month) ?? 0) + 1);
  }
  return counts;
}

/** Months that are shown of what was made. */
const MONTHS_BACK = 5;

/**
 * What came month by month until now, and what is to come until the last machine has its turn or the end is reached, whichever is later. A machine that
 * moved is a new one, so that the month it was made in is the month it moved in.
 */
export function endingMonths(rows: readonly EndingRow[], now: number, end: number): EndingMonth[] {
  const thisMonth = monthOf(now);
  const last = Math.max(monthOf(end), thisMonth, ...rows.flatMap(({ planned }) => (planned ? [monthOf(planned.week)] : [])));
  const first = new Date(thisMonth);
  first.setUTCMonth(first.getUTCMonth() - MONTHS_BACK);
  const months: EndingMonth[] = [];
  const made = countBy(rows, ({ end, createdAt }) =>
    end.class === 'at-host' && createdAt !== null ? monthOf(Date.parse(createdAt)) : null,
  );
  const planned = countBy(rows, (row) => (row.planned === null ? null : monthOf(row.planned.week)));
  let left = rows.filter((row) => row.planned !== null).length;
  for (let month = first.getTime(); month <= last; month = monthAfter(month)) {
    const ofMonth = { made: made.get(month) ?? 0, planned: planned.get(month) ?? 0 };
    left -= ofMonth.planned;
    months.push({ month, ...ofMonth, left: month < thisMonth ? null : left });
  }
  return months;
}
