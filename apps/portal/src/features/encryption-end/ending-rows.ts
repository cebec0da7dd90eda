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
