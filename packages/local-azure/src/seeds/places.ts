import { resourceId } from '../world/arm-ids';
import { putBlobService } from '../world/storage/blob-services';
import { putResourceGroup } from '../world/subscriptions/subscriptions';
import type { World } from '../world/world';
import { accountShape } from '../providers/storage/storage-accounts';
import { subnetOf } from '../providers/network/virtual-networks';

/** Where something of the company lies. */
export interface Place {
  subscriptionId: string;
  group: string;
  location: string;
}

const NETWORK_GROUP = 'NetworkRG';

/** Makes the resource group of a place when it is not there yet. */
export function ensureGroup(world: World, { subscriptionId, group, location }: Place): void {
  const id = `/subscriptions/${subscriptionId}/resourceGroups/${group}`;
  if (!world.resources.get(id)) putResourceGroup(world, { subscriptionId, name: group, location });
}

/** ARM id of the company’s network in a region; it lies in `NetworkRG`. */
export const networkId = (subscriptionId: string, location: string): string =>
  resourceId(subscriptionId, NETWORK_GROUP, `Microsoft.Network/virtualNetworks/contoso-${location}`);

/** The company's network in a region, with one subnet; made when it is not there yet. */
export function ensureNetwork(world: World, subscriptionId: string, location: string): string {
  const id = networkId(subscriptionId, location);
  if (world.resources.get(id)) return id;
  ensureGroup(world, { subscriptionId, group: NETWORK_GROUP, location });
  const addressPrefix = '10.0.0.0/16';
  world.resources.put({
    id,
    name: `contoso-${location}`,
    type: 'Microsoft.Network/virtualNetworks',
    location,
    properties: {
      addressSpace: { addressPrefixes: [addressPrefix] },
      subnets: [subnetOf(id, { name: 'default', properties: { addressPrefix } })],
      enableDdosProtection: false,
      provisioningState: 'Succeeded',
    },
  });
  return id;
}

/** Puts a storage account into the world, as the Azure portal makes them: what is deleted is kept for a week. */
export function addStorageAccount(world: World, place: Place, name: string, sku = 'Standard_LRS', kind = 'StorageV2'): void {
  ensureGroup(world, place);
  const shape = accountShape(world, name, sku, kind, world.clock.now());
  world.resources.put({
    id: resourceId(place.subscriptionId, place.group, `Microsoft.Storage/storageAccounts/${name}`),
    name,
    type: 'Microsoft.Storage/storageAccounts',
    location: place.location,
    ...shape,
    properties: { ...shape.properties, primaryLocation: place.location },
  });
  // As the Azure portal makes them.
  const keeping = { enabled: true, days: 7 };
  putBlobService(world, name, {
    deleteRetentionPolicy: { ...keeping, allowPermanentDelete: false },
    containerDeleteRetentionPolicy: keeping,
  });
}
