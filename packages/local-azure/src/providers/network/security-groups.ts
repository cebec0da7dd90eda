import { randomUUID } from 'node:crypto';
import { deleteResource, putResource, resourceOf, type View } from '../../arm/resource-handlers';
import { requireLinked } from '../../arm/linked-access';
import { ArmError, type ArmAnswer, type ArmCall } from '../../arm/route';
import { subscriptionOf } from '../../world/arm-ids';
import { at, list, text } from '../../world/json';
import type { ArmResource, World } from '../../world/world';
import { NIC_TYPE, NSG_TYPE } from './types';

function interfacesOf(world: World, nsg: ArmResource): { id: string }[] {
  const nics = world.resources.list(NIC_TYPE, `/subscriptions/${subscriptionOf(nsg.id)}`);
  return nics
    .filter(({ properties }) => text(at(properties, 'networkSecurityGroup', 'id'))?.toLowerCase() === nsg.id.toLowerCase())
    .map(({ id }) => ({ id }));
}

/** A network security group with the interfaces it filters. */
export const securityGroupView: View = (nsg, { world }) => {
  const networkInterfaces = interfacesOf(world, nsg);
  return { ...nsg, properties: { ...nsg.properties, ...(networkInterfaces.length > 0 && { networkInterfaces }) } };
};

/** PUT of a network security group with the rules it is to have. */
export const putSecurityGroup = putResource(
  NSG_TYPE,
  ({ properties, before }) => ({
    properties: {
      securityRules: list(properties['securityRules']),
      resourceGuid: before?.properties['resourceGuid'] ?? randomUUID(),
      provisioningState: 'Succeeded',
    },
  }),
  securityGroupView,
);

/** DELETE: not while an interface has it. */
export function deleteSecurityGroup(call: ArmCall): ArmAnswer {
  if (!call.world.resources.get(call.path)) return { status: 204 };
  const nsg = resourceOf(call, NSG_TYPE);
  const [holder] = interfacesOf(call.world, nsg);
  if (!holder) return deleteResource(call);
  throw new ArmError(
    400,
    'InUseNetworkSecurityGroupCannotBeDeleted',
    `Network security group ${nsg.id} cannot be deleted because it is in use by the following resources: ${holder.id}.`,
  );
}

/** An interface may be filtered by a group of its region that is there and that the caller may join. @throws ArmError 400 or 403 */
export function requireSecurityGroup(call: ArmCall, nic: { id: string; location: string }, properties: Record<string, unknown>): void {
  const id = text(at(properties, 'networkSecurityGroup', 'id'));
  if (id === undefined) return;
  const nsg = call.world.resources.get(id);
  if (nsg?.location !== nic.location) {
    throw new ArmError(400, 'InvalidResourceReference', `Resource ${id} referenced by resource ${nic.id} was not found.`);
  }
  requireLinked(call, 'Microsoft.Network/networkSecurityGroups/join/action', id);
}
