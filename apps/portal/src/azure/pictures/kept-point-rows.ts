import type { RecoveryPoint } from '@tresor/contracts';
import { keptUntil, type Level, type Plan } from '@tresor/retention';

/** A recovery point and how long it stays; moments in milliseconds. */
export interface KeptPoint {
  id: string;
  at: number;
  /** Null where neither Azure nor the policy says. */
  until: number | null;
  /** The rule of today’s policy that keeps it longest; null where its end is another: it was made by hand, or the policy was changed. */
  level: Level | null;
}

/** Azure counts some ends from the hour of the backup, others from its day. */
const SAME_MS = 86_400_000;

/** Points with the ends that Azure tells, or those of the policy where it tells none. */
export function keptPoints(points: readonly Pick<RecoveryPoint, 'id' | 'time' | 'expires'>[], plan: Plan | null): KeptPoint[] {
  return points.map(({ id, time, expires }) => {
    const at = Date.parse(time);
    const byPlan = plan && keptUntil(plan.retention, plan.recurrence.zone, at);
    const told = expires === null ? null : Date.parse(expires);
    const agrees = byPlan != null && (told === null || Math.abs(told - byPlan.until) < SAME_MS);
    return { id, at, until: told ?? byPlan?.until ?? null, level: agrees ? byPlan.level : null };
  });
}
