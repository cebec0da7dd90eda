import { deleteResource, putResource, resourceOf, type View } from '../../arm/resource-handlers';
import { ArmError, type ArmAnswer, type ArmCall } from '../../arm/route';
import { subscriptionOf } from '../../world/arm-ids';
import { at, text } from '../../world/json';
import type { ArmResource, World } from '../../world/world';
import { AVAILABILITY_SET_TYPE, VM_TYPE } from './types';

/** The machines whose model names a set. */
function machinesIn(world: World, set: ArmResource): { id: string }[] {
  const machines = world.resources.list(VM_TYPE, `/subscriptions/${subscriptionOf(set.id)}`);
  return machines
    .filter(({ properties }) => text(at(properties, 'availabilitySet', 'id'))?.toLowerCase() === set.id.toLowerCase())
    .map(({ id }) => ({ id }));
}

/** An availability set with the machines that are in it now. */
export const availabilitySetView: View = (set, { world }) => ({
  ...set,
  properties: { ...set.properties, virtualMachines: machinesIn(world, set) },
});

/** PUT of an availability set: 200 also when it is new. */
export const putAvailabilitySet = putResource(
  AVAILABILITY_SET_TYPE,
  ({ properties, body, before }) => ({
    sku: { name: text(at(body, 'sku', 'name')) ?? text(at(before, 'sku', 'name')) ?? 'Classic' },
    properties: { platformUpdateDomainCount: 5, platformFaultDomainCount: 3, ...before?.properties, ...properties },
  }),
  availabilitySetView,
  200,
);

/** DELETE: 204 where there is none. @throws ArmError 409 while a machine is in it */
export function deleteAvailabilitySet(call: ArmCall): ArmAnswer {
  if (!call.world.resources.get(call.path)) return { status: 204 };
  const set = resourceOf(call, AVAILABILITY_SET_TYPE);
  if (machinesIn(call.world, set).length > 0) {
    throw new ArmError(
      409,
      'OperationNotAllowed',
      `Availability Set '${set.name}' cannot be deleted. Before deleting an Availability Set please ensure that it does not contain any VM.`,
    );
  }
  return deleteResource(call);
}
