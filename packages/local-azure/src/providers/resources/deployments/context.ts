import { groupId, groupOf, subscriptionOf } from '../../../world/arm-ids';
import { record } from '../../../world/json';
import type { World } from '../../../world/world';
import { TEMPLATE_ROOM, type TemplateContext } from '../template/evaluate';
import { TemplateError } from '../template/template-error';
import type { Deployment } from './deployment-store';

/** What the expressions of a deployment can speak of at this moment. */
export function contextOf(world: World, deployment: Deployment): TemplateContext {
  const subscriptionId = subscriptionOf(deployment.id);
  const group = groupOf(deployment.id);
  return {
    subscriptionId,
    group,
    location: group === '' ? deployment.location : (world.resources.get(groupId(subscriptionId, group))?.location ?? ''),
    deploymentName: deployment.name,
    parameters: deployment.parameters,
    variables: record(deployment.template['variables']),
    loops: {},
    within: [],
    room: { left: TEMPLATE_ROOM },
    reference: (idOrName) => {
      const known = deployment.operations.find(({ name }) => name.toLowerCase() === idOrName.toLowerCase())?.id ?? idOrName;
      const resource = world.resources.get(known);
      if (resource) return resource.properties;
      throw new TemplateError(`The resource '${idOrName}' is not there to be referred to.`);
    },
  };
}
