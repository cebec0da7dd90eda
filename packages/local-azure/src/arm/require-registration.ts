import { isRegistered, isRegistrationFree } from '../world/subscriptions/registered-providers';
import type { World } from '../world/world';
import { missingRegistration } from './refusals';

/** What registers a provider is asked of one that is not. */
const REGISTERING = /^(?:un)?register$/i;

/**
 * Refuses a write to a resource provider that is not registered in the subscription: the last one that the path names, since resources of
 * one provider can stand below those of another. The words are those that were recorded of a vault that was created. @throws ArmError 409
 */
export function requireRegistration(world: World, subscriptionId: string, segments: readonly string[]): void {
  const at = segments.findLastIndex((segment) => segment.toLowerCase() === 'providers');
  const namespace = segments[at + 1];
  if (at < 0 || namespace === undefined || REGISTERING.test(segments[at + 2] ?? '')) return;
  if (!isRegistrationFree(namespace) && !isRegistered(world, subscriptionId, namespace)) throw missingRegistration(namespace);
}
