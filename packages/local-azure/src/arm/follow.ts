import { randomUUID } from 'node:crypto';
import type { NewActivity } from '../world/activity-log';
import type { World } from '../world/world';

/** Something that was accepted and goes on. */
export interface Followed {
  activity: NewActivity;
  /** Where one sees how far it is. */
  pollPath: string;
  /** Milliseconds until the next look. */
  gap: number;
}

export const FOLLOW = 'activity-log.follow';

const FIRST_GAP = 5_000;
const LONGEST_GAP = 120_000;

/** Plans a look at what became of it: soon at first, later less often. */
export function follow(world: World, activity: NewActivity, pollPath: string, gap = FIRST_GAP): void {
  const payload: Followed = { activity, pollPath, gap: Math.min(gap * 1.5, LONGEST_GAP) };
  world.schedule.plan({ id: `${FOLLOW}:${randomUUID()}`, dueAt: world.clock.now() + gap, kind: FOLLOW, payload });
}
