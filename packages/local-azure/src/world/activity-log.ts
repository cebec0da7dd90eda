import { randomUUID } from 'node:crypto';
import type { Principal } from './directory/principal';
import type { World } from './world';

/** Something that was asked of Resource Manager and could change a subscription, with what came of it. */
export interface Activity {
  id: string;
  /** Milliseconds since 1970. */
  at: number;
  /** Tells apart what happened in the same millisecond: microseconds of this computer's time. */
  order: number;
  subscriptionId: string;
  principal: Principal;
  /** The right that was needed, for instance `Microsoft.Compute/virtualMachines/write`. */
  action: string;
  /** What it was asked of, as the caller spelled it. */
  resourceId: string;
  method: string;
  /** The HTTP status of the answer. */
  status: number;
  /** It was accepted and goes on. */
  lasts?: boolean;
  /** How what was accepted has ended: such an entry is about that, and no answer. */
  end?: { error: { code: string; message: string } | null };
  correlationId: string;
  clientRequestId?: string;
}

export type NewActivity = Omit<Activity, 'id' | 'at' | 'order'>;

const DAY = 86_400_000;
/** Azure keeps its activity log for ninety days. */
export const KEPT_DAYS = 90;
const FORGET_DAY = 'activity-log.forget';

const activities = (world: World) => world.documents<Activity>('activity-log');
const days = (world: World) => world.documents<string>('activity-log-days');

const dayKey = (subscriptionId: string, moment: number) =>
  `${subscriptionId.toLowerCase()}/${new Date(moment).toISOString().slice(0, 10)}/`;
const keyOf = ({ subscriptionId, at, order, id }: Activity) =>
  [`${dayKey(subscriptionId, at)}${String(at).padStart(15, '0')}`, String(order).padStart(17, '0'), id].join('/');

/** Writes an activity down at the world's present moment; the first one of a day plans when the day is forgotten. */
export function recordActivity(world: World, activity: NewActivity): void {
  const order = Math.round((performance.timeOrigin + performance.now()) * 1000);
  const recorded: Activity = { ...activity, id: randomUUID(), at: world.clock.now(), order };
  const day = dayKey(recorded.subscriptionId, recorded.at);
  activities(world).put(keyOf(recorded), recorded);
  if (days(world).get(day) !== undefined) return;
  days(world).put(day, day);
  const dueAt = Math.floor(recorded.at / DAY + 1 + KEPT_DAYS) * DAY;
  world.schedule.plan({ id: `${FORGET_DAY}:${day}`, dueAt, kind: FORGET_DAY, payload: day });
}

/** The activities of a subscription between two moments, both included, newest first; never older than is kept. */
export function activitiesBetween(world: World, subscriptionId: string, from: number, to: number): Activity[] {
  const now = world.clock.now();
  const first = Math.max(from, now - KEPT_DAYS * DAY);
  const last = Math.min(to, now);
  const found: Activity[] = [];
  for (let day = Math.floor(first / DAY) * DAY; day <= last; day += DAY) {
    found.push(...activities(world).list(dayKey(subscriptionId, day)));
  }
  return found.filter(({ at }) => at >= first && at <= last).toReversed();
}

/** Forgets what is too old to be kept. */
export function planForgetting(world: World): void {
  world.schedule.on(FORGET_DAY, (day) => {
    if (typeof day !== 'string') return;
    for (const activity of activities(world).list(day)) activities(world).delete(keyOf(activity));
    days(world).delete(day);
  });
}
