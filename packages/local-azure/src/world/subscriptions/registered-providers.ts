import { delayOf } from '../time/delays';
import type { World } from '../world';

/** Resource providers that are not registered, by subscription and provider in lower case, or only lately. All others are. */
const unregistered = (world: World) => world.documents<{ namespace: string; registeredFrom?: number }>('unregistered-providers');

const keyOf = (subscriptionId: string, namespace: string) => `${subscriptionId}/${namespace}`.toLowerCase();

/** How far a resource provider is in a subscription, in Azure's words. */
export function registrationState(world: World, subscriptionId: string, namespace: string): 'Registered' | 'Registering' | 'NotRegistered' {
  const found = unregistered(world).get(keyOf(subscriptionId, namespace));
  if (!found) return 'Registered';
  if (found.registeredFrom === undefined) return 'NotRegistered';
  return world.clock.now() < found.registeredFrom ? 'Registering' : 'Registered';
}

/** Providers that serve every subscription without being registered (`registrationPolicy` `RegistrationFree`), in lower case. */
const FREE = new Set(['microsoft.authorization', 'microsoft.resources', 'microsoft.resourcegraph']);

/** Whether a resource provider needs no registration. */
export const isRegistrationFree = (namespace: string): boolean => FREE.has(namespace.toLowerCase());

/** Whether a resource provider is registered in a subscription. */
export const isRegistered = (world: World, subscriptionId: string, namespace: string): boolean =>
  registrationState(world, subscriptionId, namespace) === 'Registered';

/** Takes the registration of a resource provider in a subscription back, or gives it at once. */
export function setRegistered(world: World, subscriptionId: string, namespace: string, registered: boolean): void {
  const key = keyOf(subscriptionId, namespace);
  world.write(() => (registered ? unregistered(world).delete(key) : unregistered(world).put(key, { namespace })));
}

/** Registers a resource provider in a subscription, which takes a while. */
export function beginRegistration(world: World, subscriptionId: string, namespace: string): void {
  if (registrationState(world, subscriptionId, namespace) !== 'NotRegistered') return;
  const key = keyOf(subscriptionId, namespace);
  const registeredFrom = world.clock.now() + delayOf(world, 'provider-registration', key);
  world.write(() => unregistered(world).put(key, { namespace, registeredFrom }));
}
