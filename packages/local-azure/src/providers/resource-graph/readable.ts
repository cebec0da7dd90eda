import type { Principal } from '../../arm/route';
import { mayDo } from '../../world/access';
import { groupId, groupOf } from '../../world/arm-ids';
import type { ArmResource, World } from '../../world/world';

/** Whether the caller may read a resource of a subscription. What all of it, or a whole group, allows is asked once. */
export function readableIn(world: World, { objectId }: Principal, subscriptionId: string): (resource: ArmResource) => boolean {
  const everywhere = remembering((type) => mayDo(world, objectId, `${type}/read`, `/subscriptions/${subscriptionId}`));
  const inGroup = remembering((typeAndGroup) => {
    const [type = '', group = ''] = typeAndGroup.split(' ');
    return mayDo(world, objectId, `${type}/read`, groupId(subscriptionId, group));
  });
  return ({ type, id }) => everywhere(type) || inGroup(`${type} ${groupOf(id)}`) || mayDo(world, objectId, `${type}/read`, id);
}

function remembering(ask: (question: string) => boolean): (question: string) => boolean {
  const answers = new Map<string, boolean>();
  return (question) => {
    const known = answers.get(question) ?? ask(question);
    answers.set(question, known);
    return known;
  };
}
