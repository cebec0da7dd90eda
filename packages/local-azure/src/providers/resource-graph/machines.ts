import { guestsBelow } from '../../world/guests';
import type { ArmResource, World } from '../../world/world';

const VM_TYPE = 'microsoft.compute/virtualmachines';

/**
 * Adds to machines what the graph says of their running: the power state, but nothing about the agent, which the real service does
 * not know either.
 */
export function withPowerState(world: World, scope: string): (resource: ArmResource) => ArmResource {
  const guestOf = guestsBelow(world, scope);
  return (resource) => {
    if (resource.type.toLowerCase() !== VM_TYPE) return resource;
    const { power } = guestOf(resource.id);
    const powerState = { code: `PowerState/${power}`, level: 'Info', displayStatus: `VM ${power}` };
    return { ...resource, properties: { ...resource.properties, extended: { instanceView: { powerState } } } };
  };
}
