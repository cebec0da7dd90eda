import { ArmError, type ArmAnswer, type ArmCall } from '../../arm/route';
import { regionKey, subscriptionOf } from '../../world/arm-ids';
import { STORAGE_TYPE } from '../../world/storage/storage-accounts';
import type { World } from '../../world/world';

/** Accounts of a subscription in a region: learn.microsoft.com/azure/storage/common/scalability-targets-standard-account. */
const DEFAULT_ACCOUNTS = 250;

const quotas = (world: World) => world.documents<{ accounts: number }>('storage-quotas');

/** Sets how many storage accounts a subscription may have in a region. */
export function setAccountQuota(world: World, subscriptionId: string, location: string, accounts: number): void {
  quotas(world).put(regionKey(subscriptionId, location), { accounts });
}

function usageOf(world: World, subscriptionId: string, location: string): { used: number; limit: number } {
  const there = world.resources.list(STORAGE_TYPE, `/subscriptions/${subscriptionId}`).filter((one) => one.location === location);
  return { used: there.length, limit: quotas(world).get(regionKey(subscriptionId, location))?.accounts ?? DEFAULT_ACCOUNTS };
}

/**
 * The code and its status are Azure's (learn.microsoft.com/rest/api/storagerp/srp_error_codes_common); the words are those that it is
 * reported with.
 * @throws ArmError 409 when a region has as many storage accounts as the subscription may have there
 */
export function requireAccountQuota(world: World, { id, location }: { id: string; location: string }): void {
  const subscriptionId = subscriptionOf(id);
  const { used, limit } = usageOf(world, subscriptionId, location);
  if (used < limit) return;
  throw new ArmError(
    409,
    'MaxStorageAccountsCountPerSubscriptionExceeded',
    `Subscription ${subscriptionId} already contains ${used} storage accounts in location ${location} and the maximum allowed is ${limit}.`,
  );
}

/** GET {S}/providers/Microsoft.Storage/locations/{location}/usages: how many accounts there are, and may be. */
export function listUsages({ world, params }: ArmCall): ArmAnswer {
  const { subscriptionId = '', location = '' } = params;
  const { used, limit } = usageOf(world, subscriptionId, location.toLowerCase());
  const name = { value: 'StorageAccounts', localizedValue: 'Storage Accounts' };
  return { status: 200, body: { value: [{ unit: 'Count', currentValue: used, limit, name }] } };
}
