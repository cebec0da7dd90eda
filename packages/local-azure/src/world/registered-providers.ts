import type { World } from './world';

/** Resource providers that are not registered, by subscription and provider in lower case. All others are. */
const unregistered = (world: World) => world.documents<{ namespace: string }>('unregistered-providers');

const keyOf = (subscriptionId: string, namespace: string) => `${subscriptionId}/${namespace}`.toLowerCase();

/** Providers that serve every subscription without being registered (`registrationPolicy` `RegistrationFree`), in lower case. */
const FREE = new Set(['microsoft.authorization', 'microsoft.resources', 'microsoft.resourcegraph']);

/** Whether a resource provider needs no registration. */
export const isRegistrationFree = (namespace: string): boolean => FREE.has(namespace.toLowerCase());

/** Whether a resource provider is registered in a subscription. */
export const isRegistered = (world: World, subscriptionId: string, namespace: string): boolean =>
  unregistered(world).get(keyOf(subscriptionId, namespace)) === undefined;

/** Registers a resource provider in a subscription, or takes it back. */
export function setRegistered(world: World, subscriptionId: string, namespace: string, registered: boolean): void {
  const key = keyOf(subscriptionId, namespace);
  world.write(() => (registered ? unregistered(world).delete(key) : unregistered(world).put(key, { namespace })));
}
