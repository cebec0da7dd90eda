import { MILLISECONDS_A_DAY } from './calendar';
import { runsAfter, type Recurrence, type Run } from './recurrence';
import { keptUntil, type Level, type Retention } from './retention';

/** When backups run and how long their points are kept. */
export interface Plan {
  recurrence: Recurrence;
  retention: Retention;
  /** Days for which the snapshot of every backup is kept. Where several run a day, the last one alone is kept longer. */
  snapshotDays: number;
}

/** Why a point exists: a level keeps it, or its snapshot is still there, or it is the newest, which is never given up. */
export type Keeper = Level | 'snapshot' | 'newest';

/** A point that a plan would make if every backup succeeds. Moments are milliseconds since 1970. */
export interface Point {
  at: number;
  /** From then on it is gone. */
  until: number;
  keeper: Keeper;
}

/** When a point ends that the plan made, and why not earlier, be there a newer one or not. */
function endOf({ recurrence, retention, snapshotDays }: Plan, { at, isLast }: Run): Omit<Point, 'at'> {
  const kept = isLast ? keptUntil(retention, recurrence.zone, at) : undefined;
  return kept ? { until: kept.until, keeper: kept.level } : { until: at + snapshotDays * MILLISECONDS_A_DAY, keeper: 'snapshot' };
}

/** The points that a plan makes after a moment, in order and without end. */
export function* pointsAfter(plan: Plan, after: number): Generator<Point, void> {
  let newest: Point | undefined;
  for (const run of runsAfter(plan.recurrence, after)) {
    if (newest) yield run.at > newest.until ? { ...newest, until: run.at, keeper: 'newest' } : newest;
    newest = { at: run.at, ...endOf(plan, run) };
  }
}

/** Those of the points that exist at a moment. */
export function existingAt(points: readonly Point[], moment: number): Point[] {
  return points.filter(({ at, until }) => at <= moment && moment < until);
}
