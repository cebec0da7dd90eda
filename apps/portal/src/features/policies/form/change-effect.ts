import type { PolicyPoints } from '@tresor/contracts';
import { keptUntil, MILLISECONDS_A_DAY, type Plan } from '@tresor/retention';

type Points = PolicyPoints['items'][number]['points'];

export interface Effect {
  total: number;
  /** Given up as soon as the change holds. */
  lost: number;
  shorter: number;
  longer: number;
}

/** When a point of the vault ends by a plan. Those that no level applies to end with their snapshot. */
function endBy({ retention, recurrence, snapshotDays }: Plan, at: number): number {
  return keptUntil(retention, recurrence.zone, at)?.until ?? at + snapshotDays * MILLISECONDS_A_DAY;
}

/**
 * What becomes of the points of an item when its policy changes. Points that somebody asked for, and snapshots, keep the end they have;
 * the newest is never given up.
 */
export function effectOf(points: Points, before: Plan, after: Plan, now: number): Effect {
  const newest = points.reduce((latest, { time }) => Math.max(latest, Date.parse(time)), 0);
  const changes = points.map(({ time, keeper }) => {
    if (keeper !== 'policy') return 'same';
    const at = Date.parse(time);
    const [old, next] = [endBy(before, at), endBy(after, at)];
    if (next <= now && old > now && at !== newest) return 'lost';
    return next === old ? 'same' : next < old ? 'shorter' : 'longer';
  });
  const count = (change: string) => changes.filter((each) => each === change).length;
  return { total: points.length, lost: count('lost'), shorter: count('shorter'), longer: count('longer') };
}
