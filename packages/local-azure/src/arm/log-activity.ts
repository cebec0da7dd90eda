import { recordActivity, type NewActivity } from '../world/activity-log';
import { follow } from './follow';
import { pollPathOf } from './poll';
import { ArmError } from './route';
import type { ArmAnswer, ArmCall } from './route';
import { subscriptionOf } from './scope';

/** A POST that needs the right to read only is no activity. */
const isActivity = (action: string): boolean => /\/(?:write|delete|action)$/i.test(action);

/**
 * Runs what may change something, in one transaction with its entry in the activity log. What is refused changes nothing and has an
 * entry, too; what is only accepted has another one when it has ended.
 */
export function performLogged(call: ArmCall, action: string | null, scope: string, handle: () => ArmAnswer): ArmAnswer {
  const { world, principal, method, correlationId, clientRequestId } = call;
  const subscriptionId = subscriptionOf(scope.split('/').slice(1));
  if (action === null || subscriptionId === undefined || !isActivity(action)) return world.write(handle);
  const asked = { subscriptionId, principal, action, resourceId: scope, method, correlationId };
  const activity = (status: number): NewActivity => ({ ...asked, ...(clientRequestId !== undefined && { clientRequestId }), status });
  try {
    return world.write(() => {
      const answer = handle();
      const pollPath = pollPathOf(answer);
      recordActivity(world, { ...activity(answer.status), ...(pollPath !== undefined && { lasts: true }) });
      if (pollPath !== undefined) follow(world, activity(answer.status), pollPath);
      return answer;
    });
  } catch (error) {
    if (error instanceof ArmError) world.write(() => recordActivity(world, activity(error.status)));
    throw error;
  }
}
