import { regionKey } from '../arm-ids';
import { at } from '../json';
import type { World } from '../world';

const DISK_TYPE = 'Microsoft.Compute/disks';
const MOST_DISKS = 50_000;

/** Azure's name and title of what is counted of managed disks, by their kind. Source: what `az vm list-usage` prints. */
const COUNTED = [
  ['StandardDiskCount', 'Standard Storage Managed Disks', 'Standard_LRS'],
  ['StandardSSDDiskCount', 'StandardSSD Storage Managed Disks', 'StandardSSD_LRS'],
  ['PremiumDiskCount', 'Premium Storage Managed Disks', 'Premium_LRS'],
] as const;

type DiskQuota = Readonly<Partial<Record<(typeof COUNTED)[number][0], number>>>;

const quotas = (world: World) => world.documents<DiskQuota>('disk-quotas');

/** Sets how many disks of some kinds a subscription may have in a region; of a kind that is not named, 50,000. */
export function setDiskQuota(world: World, subscriptionId: string, location: string, quota: DiskQuota): void {
  quotas(world).put(regionKey(subscriptionId, location), quota);
}

/** How many disks of each kind there are in a region, and may be. `location` as in a resource, in lower case. */
export function diskUsages(world: World, subscriptionId: string, location: string) {
  const quota = quotas(world).get(regionKey(subscriptionId, location)) ?? {};
  const disks = world.resources.list(DISK_TYPE, `/subscriptions/${subscriptionId}`).filter((disk) => disk.location === location);
  return COUNTED.map(([name, title, sku]) => {
    const used = disks.filter((disk) => at(disk, 'sku', 'name') === sku).length;
    return { name, title, sku, used, limit: quota[name] ?? MOST_DISKS };
  });
}

/** Why new disks of these kinds find no room in a region; undefined where they do. That the words are those for cores is assumed. */
export function disksRefusal(world: World, subscriptionId: string, location: string, skus: readonly string[]): string | undefined {
  return diskUsages(world, subscriptionId, location)
    .map((kind) => ({ ...kind, needed: skus.filter((sku) => sku === kind.sku).length }))
    .filter(({ used, limit, needed }) => needed > 0 && used + needed > limit)
    .map(({ name, used, limit, needed }) => quotaExceeded(name, location, { used, limit, needed }))[0];
}

/** Azure's words for a quota that is used up; where it goes on to tell how to ask for more, this ends. */
export const quotaExceeded = (
  what: string,
  location: string,
  { used, limit, needed }: { used: number; limit: number; needed: number },
): string =>
  `Operation could not be completed as it results in exceeding approved ${what} quota. Additional details - Deployment Model: Resource Manager, Location: ${location}, Current Limit: ${limit}, Current Usage: ${used}, Additional Required: ${needed}, (Minimum) New Limit Required: ${used + needed}.`;
