import { planForgetting } from '../../world/activity-log';
import type { World } from '../../world/world';

/** The activity log forgets day by day. */
export function plan(world: World): void {
  planForgetting(world);
}
