import { FOLLOW, type Followed } from '../../arm/follow';
import type { Invoke } from '../../arm/invoke';
import { planForgetting } from '../../world/activity-log';
import type { World } from '../../world/world';
import { followActivity } from './follow-activity';

const isFollowed = (payload: unknown): payload is Followed => typeof payload === 'object' && payload !== null && 'pollPath' in payload;

/** The activity log learns how what was accepted ended, and forgets day by day. */
export const plan =
  (invoke: Invoke) =>
  (world: World): void => {
    planForgetting(world);
    world.schedule.on(FOLLOW, (payload) => {
      if (isFollowed(payload)) followActivity(world, invoke, payload);
    });
  };
