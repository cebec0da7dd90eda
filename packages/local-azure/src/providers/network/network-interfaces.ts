import { randomUUID } from 'node:crypto';
import { requireLinked } from '../../arm/authorize';
import { refuseMembers } from '../../arm/refuse-members';
import { deleteResource, putResource, resourceOf } from '../../arm/resource-handlers';
import { ArmError, type ArmAnswer, type ArmCall } from '../../arm/route';
import { nameOf } from '../../world/arm-ids';
import { reservedFor, reservedWords } from '../../world/network/interface-reservations';
import { at, list, record, text } from '../../world/json';
import type { ArmResource, World } from '../../world/world';
import { allocate, heldIn } from './addresses';
import { requireProvisioned } from './provisioning';
import { hold } from './public-ip-addresses';
import { securityGroupOf } from './security-groups';
import { NIC_TYPE } from './types';
import { OF_INTERFACES } from './unserved-members';
import { findSubnet } from './virtual-networks';

const notFound = (id: string, by: string) =>
  new ArmError(404, 'InvalidResourceReference', `Resource ${id} referenced by resource ${by} was not found.`);

const AT_WORK: ReadonlySet<unknown> = new Set(['Creating', 'Deleting']);

/** An interface is not changed while its machine is being made or deleted. @throws ArmError 429 AnotherOperationInProgress */
function requireIdleMachine({ world }: ArmCall, nic: ArmResource): void {
  const vm = world.resources.get(text(at(nic.properties, 'virtualMachine', 'id')) ?? '');
  if (!AT_WORK.has(vm?.properties['provisioningState'])) return;
  throw new ArmError(429, 'AnotherOperationInProgress', 'Another operation on this or dependent resource is in progress.', {
    'Retry-After': '10',
  });
}

/** PUT of a network interface: every configuration lies in a subnet of its region and gets an address there. */
export const putNetworkInterface = putResource(NIC_TYPE, ({ id, location, properties, before }, call) => {
  refuseMembers(call.body, OF_INTERFACES);
  if (before) requireIdleMachine(call, before);
  const { networkSecurityGroup: _, ...others } = properties;
  const filtered = securityGroupOf(call, { id, location }, properties);
  const known = new Map(list(before?.properties['ipConfigurations']).map((one) => [text(at(one, 'name')), one]));
  const ipConfigurations = list(properties['ipConfigurations']).map((given, i) => {
    requireLinked(call, 'Microsoft.Network/virtualNetworks/subnets/join/action', text(at(given, 'properties', 'subnet', 'id')) ?? '');
    const name = text(at(given, 'name')) ?? `ipconfig${i + 1}`;
    const publicId = publicIdOf(given);
    if (publicId !== undefined && !isHeldBy(before, publicId))
      requireLinked(call, 'Microsoft.Network/publicIPAddresses/join/action', publicId);
    return configuration(call.world, { id, location, primary: i === 0 }, name, record(at(given, 'properties')), known.get(name));
  });
  if (ipConfigurations.length === 0) throw new ArmError(400, 'InvalidRequestFormat', 'A network interface needs an IP configuration.');
  release(call.world, before, ipConfigurations);
  return {
    properties: {
      ...others,
      ...filtered,
      ipConfigurations,
      ...(before?.properties['virtualMachine'] !== undefined && { virtualMachine: before.properties['virtualMachine'] }),
      resourceGuid: before?.properties['resourceGuid'] ?? randomUUID(),
      dnsSettings: {
        ...record(properties['dnsSettings']),
        dnsServers: list(at(properties, 'dnsSettings', 'dnsServers')),
        appliedDnsServers: [],
      },
      enableAcceleratedNetworking: properties['enableAcceleratedNetworking'] ?? false,
      enableIPForwarding: properties['enableIPForwarding'] ?? false,
      provisioningState: 'Succeeded',
    },
  };
});

const publicIdOf = (configuration: unknown) => text(at(configuration, 'properties', 'publicIPAddress', 'id'));

const publicIdsOf = (nic: ArmResource | undefined) => list(nic?.properties['ipConfigurations']).flatMap((one) => publicIdOf(one) ?? []);

const isHeldBy = (nic: ArmResource | undefined, publicId: string) =>
  publicIdsOf(nic).some((id) => id.toLowerCase() === publicId.toLowerCase());

/** Public addresses that an interface has no longer are free. */
function release(world: World, before: ArmResource | undefined, now: readonly unknown[]): void {
  const kept = new Set(now.flatMap((one) => publicIdOf(one)?.toLowerCase() ?? []));
  for (const id of publicIdsOf(before)) if (!kept.has(id.toLowerCase())) hold(world, id, undefined);
}

function configuration(
  world: World,
  nic: { id: string; location: string; primary: boolean },
  name: string,
  given: Record<string, unknown>,
  before: unknown,
) {
  const subnetId = text(at(given, 'subnet', 'id')) ?? '';
  const found = findSubnet(world, subnetId);
  if (!found) throw notFound(subnetId, nic.id);
  if (found.vnet.location !== nic.location) {
    throw new ArmError(400, 'InvalidResourceReference', `The virtual network of ${subnetId} is not in the region of ${nic.id}.`);
  }
  requireProvisioned(world, found.vnet.id, nic.id);
  const id = `${nic.id}/ipConfigurations/${name}`;
  const publicId = publicIdOf({ properties: given });
  if (publicId !== undefined) requireProvisioned(world, publicId, nic.id);
  if (publicId !== undefined && !hold(world, publicId, id)) throw notFound(publicId, nic.id);
  const held = heldIn(world, subnetId);
  held.delete(nic.id.toLowerCase());
  const isStatic = text(given['privateIPAllocationMethod'])?.toLowerCase() === 'static';
  const sameSubnet = text(at(before, 'properties', 'subnet', 'id'))?.toLowerCase() === subnetId.toLowerCase();
  const kept = sameSubnet ? text(at(before, 'properties', 'privateIPAddress')) : undefined;
  const asked = (isStatic ? text(given['privateIPAddress']) : undefined) ?? kept;
  const privateIPAddress =
    asked !== undefined && asked === kept
      ? kept
      : allocate({ name: nameOf(subnetId), prefix: found.prefix }, [...held.values()].flat(), asked);
  return {
    name,
    id,
    type: `${NIC_TYPE}/ipConfigurations`,
    properties: {
      privateIPAllocationMethod: 'Dynamic',
      privateIPAddressVersion: 'IPv4',
      primary: nic.primary,
      ...given,
      ...references(given),
      privateIPAddress,
      provisioningState: 'Succeeded',
    },
  };
}

/** Of the subnet and the address that a configuration names their ids alone are kept, and whether the address goes with its interface. */
function references({ subnet, publicIPAddress }: Record<string, unknown>) {
  const deleteOption = at(publicIPAddress, 'properties', 'deleteOption');
  const address = { id: at(publicIPAddress, 'id'), ...(deleteOption !== undefined && { properties: { deleteOption } }) };
  return { subnet: { id: at(subnet, 'id') }, ...(publicIPAddress !== undefined && { publicIPAddress: address }) };
}

/** DELETE: not while a machine has it. */
export function deleteNetworkInterface(call: ArmCall): ArmAnswer {
  if (!call.world.resources.get(call.path)) return { status: 204 };
  const nic = resourceOf(call, NIC_TYPE);
  requireIdleMachine(call, nic);
  const keptFor = reservedFor(call.world, nic.id);
  if (keptFor !== undefined) throw new ArmError(400, 'NicReservedForAnotherVm', reservedWords(keptFor));
  const holder = text(at(nic.properties, 'virtualMachine', 'id'));
  if (holder !== undefined) {
    throw new ArmError(
      400,
      'NicInUse',
      `Network Interface ${nic.id} is used by existing resource ${holder}. In order to delete the network interface, it must be dissociated from the resource.`,
    );
  }
  release(call.world, nic, []);
  return deleteResource(call);
}
