import { randomUUID } from 'node:crypto';
import { requireLinked } from '../../arm/authorize';
import { deleteResource, putResource, resourceOf, type View } from '../../arm/resource-handlers';
import { ArmError, type ArmAnswer, type ArmCall } from '../../arm/route';
import { subscriptionOf } from '../../world/arm-ids';
import { at, list, text } from '../../world/json';
import type { ArmResource, World } from '../../world/world';
import { requireProvisioned } from './provisioning';
import { defaultRulesOf, rulesOf } from './security-rules';
import { NIC_TYPE, NSG_TYPE, VNET_TYPE } from './types';

const isFilteredBy = (nsg: ArmResource) => (holder: unknown) =>
  text(at(holder, 'properties', 'networkSecurityGroup', 'id'))?.toLowerCase() === nsg.id.toLowerCase();

const referenceTo = (holder: unknown) => ({ id: text(at(holder, 'id')) ?? '' });

const within = ({ id }: ArmResource): string => `/subscriptions/${subscriptionOf(id)}`;

function interfacesOf(world: World, nsg: ArmResource): { id: string }[] {
  return world.resources.list(NIC_TYPE, within(nsg)).filter(isFilteredBy(nsg)).map(referenceTo);
}

function subnetsOf(world: World, nsg: ArmResource): { id: string }[] {
  const subnets = world.resources.list(VNET_TYPE, within(nsg)).flatMap(({ properties }) => list(properties['subnets']));
  return subnets.filter(isFilteredBy(nsg)).map(referenceTo);
}

/** A network security group with its default rules, and the interfaces and subnets it filters. */
export const securityGroupView: View = (nsg, { world }) => {
  const networkInterfaces = interfacesOf(world, nsg);
  const subnets = subnetsOf(world, nsg);
  return {
    ...nsg,
    properties: {
      ...nsg.properties,
      defaultSecurityRules: defaultRulesOf(nsg.id),
      ...(networkInterfaces.length > 0 && { networkInterfaces }),
      ...(subnets.length > 0 && { subnets }),
    },
  };
};

/** PUT of a network security group with the rules it is to have: they decide whether a machine reaches Azure. @throws ArmError 400 or 501 */
export const putSecurityGroup = putResource(
  NSG_TYPE,
  ({ id, properties, before }) => {
    if (properties['flushConnection'] === true) {
      throw new ArmError(501, 'NotImplemented', 'Local Azure has no connections that could be judged again.');
    }
    return {
      properties: {
        securityRules: rulesOf(id, list(properties['securityRules'])),
        resourceGuid: before?.properties['resourceGuid'] ?? randomUUID(),
        provisioningState: 'Succeeded',
      },
    };
  },
  securityGroupView,
);

/** DELETE: not while an interface or a subnet has it. */
export function deleteSecurityGroup(call: ArmCall): ArmAnswer {
  if (!call.world.resources.get(call.path)) return { status: 204 };
  const nsg = resourceOf(call, NSG_TYPE);
  const [holder] = [...interfacesOf(call.world, nsg), ...subnetsOf(call.world, nsg)];
  if (!holder) return deleteResource(call);
  throw new ArmError(
    400,
    'InUseNetworkSecurityGroupCannotBeDeleted',
    `Network security group ${nsg.id} cannot be deleted because it is in use by the following resources: ${holder.id}.`,
  );
}

/**
 * The group by which an interface or a subnet is filtered: one of its region that is there and that the caller may join. What else the
 * request says of the group is not kept, as in Azure. @throws ArmError 400 or 403
 */
export function securityGroupOf(call: ArmCall, holder: { id: string; location: string | undefined }, properties: Record<string, unknown>) {
  const id = text(at(properties, 'networkSecurityGroup', 'id'));
  if (id === undefined) return {};
  const nsg = call.world.resources.get(id);
  if (!nsg || nsg.location !== holder.location) {
    throw new ArmError(400, 'InvalidResourceReference', `Resource ${id} referenced by resource ${holder.id} was not found.`);
  }
  requireLinked(call, 'Microsoft.Network/networkSecurityGroups/join/action', id);
  requireProvisioned(call.world, id, holder.id);
  return { networkSecurityGroup: { id } };
}
