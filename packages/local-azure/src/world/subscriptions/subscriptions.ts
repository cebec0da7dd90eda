import { tenant } from '../directory/directory';
import { untilChanged } from '../state/until-changed';
import type { ArmResource, Documents, World, WorldDocuments } from '../world';

export interface Subscription {
  subscriptionId: string;
  displayName: string;
  /** The customer's tenant it belongs to, which has delegated it to the one tenant here by Azure Lighthouse; absent where it belongs to that. */
  customerTenantId?: string;
  /** Absent: enabled. */
  state?: SubscriptionState;
}

/** What a subscription can come to. Source: `SubscriptionState` of Microsoft.Resources, without Deleted. */
export const SUBSCRIPTION_STATES = ['Enabled', 'Warned', 'PastDue', 'Disabled'] as const;
type SubscriptionState = (typeof SUBSCRIPTION_STATES)[number];

/** What a subscription is in now, by its id in any case. */
export const stateOfSubscription = (world: WorldDocuments, subscriptionId: string): SubscriptionState =>
  subscriptions(world).get(subscriptionId.toLowerCase())?.state ?? 'Enabled';

/** Subscriptions by id, lower case. */
export function subscriptions(world: WorldDocuments): Documents<Subscription> {
  return world.documents('subscriptions');
}

/** The tenant a subscription belongs to, by its id in any case. */
export const tenantOfSubscription = (world: World, subscriptionId: string): string | undefined =>
  subscriptions(world).get(subscriptionId.toLowerCase())?.customerTenantId ?? tenant(world)?.tenantId;

/** Whether there is a subscription with this id, in any case. */
export const subscriptionExists: (world: WorldDocuments, subscriptionId: string) => boolean = untilChanged(
  (world, subscriptionId) => subscriptions(world).get(subscriptionId.toLowerCase()) !== undefined,
);

/** Adds or replaces it, by its id in any case. */
export function putSubscription(world: World, subscription: Subscription): void {
  subscriptions(world).put(subscription.subscriptionId.toLowerCase(), subscription);
}

export const RESOURCE_GROUP_TYPE = 'Microsoft.Resources/resourceGroups';

/** Creates or replaces a resource group, which lives in the ARM tree like any resource. */
export function putResourceGroup(
  world: World,
  group: { subscriptionId: string; name: string; location: string; tags?: Record<string, string> },
): ArmResource {
  const resource: ArmResource = {
    id: `/subscriptions/${group.subscriptionId}/resourceGroups/${group.name}`,
    name: group.name,
    type: RESOURCE_GROUP_TYPE,
    location: group.location,
    ...(group.tags && { tags: group.tags }),
    properties: { provisioningState: 'Succeeded' },
  };
  world.resources.put(resource);
  return resource;
}
