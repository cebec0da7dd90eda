import { stateOfSubscription } from '../world/subscriptions/subscriptions';
import type { World } from '../world/world';
import { subscriptionDisabled } from './refusals';

/**
 * In a subscription that is disabled, or about to be, nothing is made or changed and no action is taken; it can be read, and what is in it deleted.
 * Source: github.com/Azure/azure-resource-manager-rpc, v1.0/subscription-lifecycle-api-reference.md. @throws ArmError 409 ReadOnlyDisabledSubscription
 */
export function requireEnabled(world: World, method: string, action: string | null, subscriptionId: string | undefined): void {
  if (subscriptionId === undefined || method === 'DELETE' || action === null || /\/read$/i.test(action)) return;
  const state = stateOfSubscription(world, subscriptionId);
  if (state === 'Disabled' || state === 'Warned') throw subscriptionDisabled(subscriptionId);
}
