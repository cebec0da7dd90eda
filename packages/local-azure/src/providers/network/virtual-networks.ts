import { refuseMembers } from '../../arm/refuse-members';
import { deleteResource, putResource, resourceOf } from '../../arm/resource-handlers';
import { ArmError, type ArmAnswer, type ArmCall } from '../../arm/route';
import { at, list, record, text } from '../../world/json';
import type { ArmResource, World } from '../../world/world';
import { nameOf } from '../../world/arm-ids';
import { isWithin } from '../../world/network/addresses';
import { heldIn, roomOf } from './addresses';
import { securityGroupOf } from './security-groups';
import { VNET_TYPE } from './types';
import { OF_NETWORKS, OF_SUBNETS } from './unserved-members';

type Subnet = Record<string, unknown>;

/** A subnet in the form in which its network holds it. */
export function subnetOf(vnetId: string, given: unknown): Subnet {
  const { name, properties } = record(given);
  const settings = { privateEndpointNetworkPolicies: 'Disabled', ...record(properties), provisioningState: 'Succeeded' };
  return { name, id: `${vnetId}/subnets/${text(name) ?? ''}`, type: `${VNET_TYPE}/subnets`, properties: settings };
}

/** The same of what a caller asks for, filtered by a security group that he may use. @throws ArmError 400 or 403 */
function askedSubnet(call: ArmCall, vnet: { id: string; location: string | undefined }, given: unknown): Subnet {
  const { networkSecurityGroup: _, ...others } = record(at(given, 'properties'));
  const holder = { id: `${vnet.id}/subnets/${text(at(given, 'name')) ?? ''}`, location: vnet.location };
  return subnetOf(vnet.id, {
    ...record(given),
    properties: { ...others, ...securityGroupOf(call, holder, record(at(given, 'properties'))) },
  });
}

/** PUT of a network with the subnets it is to have. */
export const putVirtualNetwork = putResource(VNET_TYPE, ({ id, location, properties, before }, call) => {
  refuseMembers(call.body, OF_NETWORKS);
  const subnets = list(properties['subnets']).map((subnet) => askedSubnet(call, { id, location }, subnet));
  requireWithin(id, properties['addressSpace'], subnets);
  requireApart(id, subnets);
  const isLeftOut = ({ name }: Subnet) => !subnets.some(isCalled(text(name) ?? ''));
  if (before) refuseInUse(call.world, before, subnetsOf(before).filter(isLeftOut));
  return { properties: { ...properties, subnets, enableDdosProtection: false, provisioningState: 'Succeeded' } };
});

/** Subnets lie in the address space of their network, where it has one. @throws ArmError 400 */
function requireWithin(vnetId: string, addressSpace: unknown, subnets: readonly Subnet[]): void {
  const spaces = list(at(addressSpace, 'addressPrefixes')).flatMap((prefix) => text(prefix) ?? []);
  if (spaces.length === 0) return;
  for (const { name, properties } of subnets) {
    if (prefixesOf({ properties }).every((prefix) => spaces.some((space) => isWithin(prefix, space)))) continue;
    throw new ArmError(400, 'NetcfgInvalidSubnet', `Subnet '${String(name)}' is not valid in virtual network '${nameOf(vnetId)}'.`);
  }
}

const prefixesOf = ({ properties }: Subnet): string[] =>
  [at(properties, 'addressPrefix'), ...list(at(properties, 'addressPrefixes'))].flatMap((prefix) => text(prefix) ?? []);

/** Subnets share no address. @throws ArmError 400 */
function requireApart(vnetId: string, subnets: readonly Subnet[]): void {
  for (const [i, one] of subnets.entries()) {
    const other = subnets.slice(0, i).find((before) => overlaps(prefixesOf(one), prefixesOf(before)));
    if (!other) continue;
    throw new ArmError(
      400,
      'NetcfgSubnetRangesOverlap',
      `Subnet '${text(one['name']) ?? ''}' is not valid because its IP address range overlaps with that of an existing subnet in virtual network '${nameOf(vnetId)}'.`,
    );
  }
}

/** Of two ranges that share an address one lies in the other. */
const overlaps = (some: readonly string[], others: readonly string[]): boolean =>
  some.some((one) => others.some((other) => isWithin(one, other) || isWithin(other, one)));

/** A subnet by its id, with the network it is in and its (first) address prefix; undefined when there is none. */
export function findSubnet(world: World, id: string): { vnet: ArmResource; prefix: string } | undefined {
  const [, vnetId = '', name = ''] = /^(.+)\/subnets\/([^/]+)$/i.exec(id) ?? [];
  const vnet = world.resources.get(vnetId);
  const subnet = vnet && subnetsOf(vnet).find(isCalled(name));
  const properties = at(subnet, 'properties');
  const prefix = text(at(properties, 'addressPrefix')) ?? text(list(at(properties, 'addressPrefixes'))[0]);
  return vnet && subnet && { vnet, prefix: prefix ?? '' };
}

/** @throws ArmError 400 when an interface lies in a subnet */
function refuseInUse(world: World, vnet: ArmResource, subnets: readonly Subnet[]): void {
  for (const { id } of subnets) {
    const [holder] = heldIn(world, text(id) ?? '').keys();
    if (holder === undefined) continue;
    throw new ArmError(
      400,
      'InUseSubnetCannotBeDeleted',
      `Subnet ${text(id) ?? ''} of ${vnet.name} is in use by ${holder} and cannot be deleted.`,
    );
  }
}

/** DELETE of a network: not while something is in it. */
export function deleteVirtualNetwork(call: ArmCall): ArmAnswer {
  const vnet = call.world.resources.get(call.path);
  if (vnet) refuseInUse(call.world, vnet, subnetsOf(vnet));
  return deleteResource(call);
}

const networkOf = (call: ArmCall): ArmResource => resourceOf(call, VNET_TYPE, call.path.replace(/\/(?:subnets(?:\/[^/]+)?|usages)$/i, ''));
const subnetsOf = (vnet: ArmResource): Subnet[] => list(vnet.properties['subnets']).map(record);
const isCalled = (name: string) => (subnet: Subnet) => text(subnet['name'])?.toLowerCase() === name.toLowerCase();

/** @throws ArmError 404 without their network */
export function listSubnets(call: ArmCall): ArmAnswer {
  return { status: 200, body: { value: subnetsOf(networkOf(call)) } };
}

/** GET {vnet}/usages: how many addresses of each subnet are taken, of those that it has for others than Azure. Source: `VirtualNetworkUsage`. */
export function listSubnetUsages(call: ArmCall): ArmAnswer {
  const { world } = call;
  const value = subnetsOf(networkOf(call)).map((subnet) => {
    const id = text(subnet['id']) ?? '';
    return {
      currentValue: [...heldIn(world, id).values()].flat().length,
      id,
      limit: prefixesOf({ properties: subnet['properties'] }).reduce((sum, prefix) => sum + (roomOf(prefix) ?? 0), 0),
      name: { localizedValue: 'Subnet size and usage', value: 'SubnetSpace' },
      unit: 'Count',
    };
  });
  return { status: 200, body: { value } };
}

/** @throws ArmError 404 */
export function getSubnet(call: ArmCall): ArmAnswer {
  const name = call.params['subnet'] ?? '';
  const subnet = subnetsOf(networkOf(call)).find(isCalled(name));
  if (!subnet) throw new ArmError(404, 'NotFound', `Resource ${call.path} not found.`);
  return { status: 200, body: subnet };
}

/** PUT of a subnet: 201 when new. @throws ArmError 400 outside the address space of its network, or over another subnet */
export function putSubnet(call: ArmCall): ArmAnswer {
  refuseMembers(call.body, OF_SUBNETS);
  const vnet = networkOf(call);
  const name = call.params['subnet'] ?? '';
  const before = subnetsOf(vnet);
  const subnet = askedSubnet(call, { id: vnet.id, location: vnet.location }, { ...record(call.body), name });
  requireWithin(vnet.id, vnet.properties['addressSpace'], [subnet]);
  const after = [...before.filter((one) => !isCalled(name)(one)), subnet];
  requireApart(vnet.id, after);
  replaceSubnets(call, vnet, after);
  return { status: before.some(isCalled(name)) ? 200 : 201, body: subnet };
}

/** 204 where there was none. @throws ArmError 400 while something stands in it, 404 without its network */
export function deleteSubnet(call: ArmCall): ArmAnswer {
  const vnet = networkOf(call);
  const before = subnetsOf(vnet);
  refuseInUse(call.world, vnet, before.filter(isCalled(call.params['subnet'] ?? '')));
  const after = before.filter((one) => !isCalled(call.params['subnet'] ?? '')(one));
  replaceSubnets(call, vnet, after);
  return { status: after.length < before.length ? 200 : 204 };
}

function replaceSubnets(call: ArmCall, vnet: ArmResource, subnets: Subnet[]): void {
  call.world.write(() => {
    call.world.resources.put({ ...vnet, properties: { ...vnet.properties, subnets } });
  });
}
