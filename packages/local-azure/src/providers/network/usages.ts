import { ArmError, type ArmAnswer, type ArmCall } from '../../arm/route';
import { regionKey, subscriptionOf } from '../../world/arm-ids';
import type { ArmResource, World } from '../../world/world';
import { NIC_TYPE, NSG_TYPE, PUBLIC_IP_TYPE, VNET_TYPE } from './types';

/** As many as the block that public addresses are taken from gives to a subscription. */
const DEFAULT_ADDRESSES = 250;

const quotas = (world: World) => world.documents<{ addresses: number }>('network-quotas');

/** Sets how many public addresses a subscription may have in a region. */
export function setAddressQuota(world: World, subscriptionId: string, location: string, addresses: number): void {
  quotas(world).put(regionKey(subscriptionId, location), { addresses });
}

const limitOf = (world: World, subscriptionId: string, location: string): number =>
  quotas(world).get(regionKey(subscriptionId, location))?.addresses ?? DEFAULT_ADDRESSES;

const inRegion = (world: World, type: string, subscriptionId: string, location: string): ArmResource[] =>
  world.resources.list(type, `/subscriptions/${subscriptionId}`).filter((one) => one.location === location);

/** @throws ArmError 400 when a region has as many public addresses as the subscription may have there */
export function requireAddressQuota(world: World, { id, location = '' }: { id: string; location?: string | undefined }): void {
  const subscriptionId = subscriptionOf(id);
  const limit = limitOf(world, subscriptionId, location);
  if (inRegion(world, PUBLIC_IP_TYPE, subscriptionId, location).length < limit) return;
  throw new ArmError(
    400,
    'PublicIPCountLimitReached',
    `Cannot create more than ${limit} public IP addresses for this subscription in this region.`,
  );
}

/** Type, name and title of what is counted, with Azure's own limits. */
const COUNTED = [
  [VNET_TYPE, 'VirtualNetworks', 'Virtual Networks', 1000],
  [NIC_TYPE, 'NetworkInterfaces', 'Network Interfaces', 65_536],
  [NSG_TYPE, 'NetworkSecurityGroups', 'Network Security Groups', 5000],
] as const;

/** GET {S}/providers/Microsoft.Network/locations/{location}/usages: networks, interfaces, security groups, public addresses. */
export function listUsages({ world, params }: ArmCall): ArmAnswer {
  const { subscriptionId = '', location: given = '' } = params;
  const location = given.toLowerCase();
  const count = (type: string) => inRegion(world, type, subscriptionId, location).length;
  const usage = (value: string, localizedValue: string, currentValue: number, limit: number) => ({
    currentValue,
    id: `/subscriptions/${subscriptionId}/providers/Microsoft.Network/locations/${location}/usages/${value}`,
    limit,
    name: { localizedValue, value },
    unit: 'Count',
  });
  const value = [
    ...COUNTED.map(([type, name, title, limit]) => usage(name, title, count(type), limit)),
    usage('PublicIPAddresses', 'Public IP Addresses', count(PUBLIC_IP_TYPE), limitOf(world, subscriptionId, location)),
  ];
  return { status: 200, body: { value } };
}
