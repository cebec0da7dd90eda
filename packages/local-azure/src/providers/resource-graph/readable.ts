import type { Principal } from '../../arm/route';
import { mayDo } from '../../world/access';
import { groupId, groupOf, subscriptionOf } from '../../world/arm-ids';
import type { World } from '../../world/world';

/** Whether the caller may read a resource. What a whole subscription or group allows is asked once for all that lies in it. */
export function readableBy(world: World, principal: Principal): (type: string, id: string) => boolean {
  const known = new Map<string, boolean>();
  const may = (type: string, scope: string): boolean => {
    const key = `${type} ${scope}`.toLowerCase();
    const before = known.get(key);
    if (before !== undefined) return before;
    const answer = mayDo(world, principal.objectId, `${type}/read`, scope);
    known.set(key, answer);
    return answer;
  };
  return (type, id) => {
    const subscription = subscriptionOf(id);
    const group = groupOf(id);
    if (may(type, `/subscriptions/${subscription}`)) return true;
    if (group !== '' && may(type, groupId(subscription, group))) return true;
    return mayDo(world, principal.objectId, `${type}/read`, id);
  };
}
