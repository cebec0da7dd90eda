import { FOLLOW, follow, type Followed } from '../../arm/follow';
import { endOf, errorOf, type OperationEnd } from '../../arm/poll';
import { ArmError, type Invoke } from '../../arm/route';
import { planForgetting, recordActivity } from '../../world/activity-log';
import type { World } from '../../world/world';

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

/** Writes the end of what was accepted into the activity log, once Resource Manager, which looks after it, sees it ended. */
function followActivity(world: World, invoke: Invoke, { activity, pollPath, gap }: Followed): void {
  const end = look(world, invoke, activity, pollPath);
  if (end === undefined) follow(world, activity, pollPath, gap);
  else recordActivity(world, { ...activity, end });
}

function look(world: World, invoke: Invoke, { principal, method }: Followed['activity'], pollPath: string): OperationEnd | undefined {
  try {
    return endOf(world, invoke, principal, pollPath);
  } catch (error) {
    if (!(error instanceof ArmError)) throw error;
    // What was to be deleted took its operation with it.
    return { error: method === 'DELETE' && error.status === 404 ? null : errorOf(error) };
  }
}
