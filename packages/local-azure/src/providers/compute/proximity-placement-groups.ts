import { requireLinked } from '../../arm/authorize';
import { deleteResource, putResource, resourceOf, type View } from '../../arm/resource-handlers';
import { ArmError, type ArmAnswer, type ArmCall } from '../../arm/route';
import { subscriptionOf } from '../../world/arm-ids';
import { at, list, text } from '../../world/json';
import type { ArmResource, World } from '../../world/world';
import type { OperationError } from './operations';
import { PROXIMITY_PLACEMENT_GROUP_TYPE, VM_TYPE } from './types';

const groupIdOf = ({ properties }: ArmResource) => text(at(properties, 'proximityPlacementGroup', 'id'));

function machinesIn(world: World, group: ArmResource): { id: string }[] {
  const machines = world.resources.list(VM_TYPE, `/subscriptions/${subscriptionOf(group.id)}`);
  return machines.filter((vm) => groupIdOf(vm)?.toLowerCase() === group.id.toLowerCase()).map(({ id }) => ({ id }));
}

/** A proximity placement group with the machines that are in it now. */
export const proximityPlacementGroupView: View = (group, { world }) => ({
  ...group,
  properties: { ...group.properties, virtualMachines: machinesIn(world, group) },
});

export const putProximityPlacementGroup = putResource(
  PROXIMITY_PLACEMENT_GROUP_TYPE,
  ({ properties, before }) => ({ properties: { proximityPlacementGroupType: 'Standard', ...before?.properties, ...properties } }),
  proximityPlacementGroupView,
);

/** DELETE: 204 where there is none. @throws ArmError 409 while a machine is in it */
export function deleteProximityPlacementGroup(call: ArmCall): ArmAnswer {
  if (!call.world.resources.get(call.path)) return { status: 204 };
  const group = resourceOf(call, PROXIMITY_PLACEMENT_GROUP_TYPE);
  if (machinesIn(call.world, group).length > 0) {
    throw new ArmError(
      409,
      'OperationNotAllowed',
      `Proximity Placement Group '${group.name}' cannot be deleted. Before deleting a Proximity Placement Group please ensure that it does not contain any resource.`,
    );
  }
  return deleteResource(call);
}

/** The group beside whose machines a machine is to stand is there, in its region, and may be written by its person. @throws ArmError 404, 403 or 400 */
export function requireProximity(call: ArmCall, before: ArmResource | undefined, vm: ArmResource): void {
  const id = groupIdOf(vm);
  if (id === undefined || id.toLowerCase() === (before && groupIdOf(before)?.toLowerCase())) return;
  const group = call.world.resources.get(id);
  if (group?.type !== PROXIMITY_PLACEMENT_GROUP_TYPE) {
    throw new ArmError(404, 'NotFound', `Resource ${id} referenced by resource ${vm.id} was not found.`);
  }
  requireLinked(call, 'Microsoft.Compute/proximityPlacementGroups/write', id);
  if (group.location === vm.location) return;
  throw new ArmError(
    400,
    'BadRequest',
    `Proximity Placement Group '${group.name}' is in '${group.location ?? ''}', the virtual machine in '${vm.location ?? ''}'.`,
  );
}

/** The data center to which a group is bound has the sizes of the group's intent alone; whether there is room in it Azure finds out while it makes or starts a machine. */
export function roomTrouble(world: World, vm: ArmResource): OperationError | undefined {
  const intent = at(world.resources.get(groupIdOf(vm) ?? '')?.properties, 'intent', 'vmSizes');
  const size = text(at(vm.properties, 'hardwareProfile', 'vmSize'))?.toLowerCase();
  if (intent === undefined || list(intent).some((one) => text(one)?.toLowerCase() === size)) return undefined;
  return {
    code: 'OverconstrainedAllocationRequest',
    message:
      'Allocation failed. VM(s) with the following constraints cannot be allocated, because the condition is too restrictive. Please remove some constraints and try again. Constraints applied are:\n  - Proximity Placement Group\n  - VM Size\n',
  };
}
