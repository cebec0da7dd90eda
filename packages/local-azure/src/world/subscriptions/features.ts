import { delayOf } from '../time/delays';
import type { World } from '../world';

/** Features of resource providers that a subscription was registered for, or is to be from a moment on. */
const registered = (world: World) => world.documents<{ from: number }>('registered-features');

/** Without it no confidential VM of a subscription is backed up. */
export const CONFIDENTIAL_BACKUP = { namespace: 'Microsoft.Compute', feature: 'RestorePointSupportForConfidentialVMV2' } as const;

/** Features that can be registered, by their provider. */
export const FEATURES = [{ namespace: 'Microsoft.Compute', feature: 'EncryptionAtHost' }, CONFIDENTIAL_BACKUP] as const;

export type Feature = (typeof FEATURES)[number];

const keyOf = (subscriptionId: string, { namespace, feature }: Feature) => `${subscriptionId}/${namespace}/${feature}`.toLowerCase();

/** How far a feature is in a subscription, in Azure's words. */
export function featureState(world: World, subscriptionId: string, feature: Feature): 'Registered' | 'Registering' | 'NotRegistered' {
  const found = registered(world).get(keyOf(subscriptionId, feature));
  if (!found) return 'NotRegistered';
  return world.clock.now() < found.from ? 'Registering' : 'Registered';
}

/** Registers a subscription for a feature, which takes a while. */
export function beginFeature(world: World, subscriptionId: string, feature: Feature): void {
  if (featureState(world, subscriptionId, feature) !== 'NotRegistered') return;
  const key = keyOf(subscriptionId, feature);
  const from = world.clock.now() + delayOf(world, 'provider-registration', key);
  world.write(() => registered(world).put(key, { from }));
}

/** Registers a subscription for a feature at once, or takes that back. */
export function setFeature(world: World, subscriptionId: string, feature: Feature, isRegistered: boolean): void {
  const key = keyOf(subscriptionId, feature);
  world.write(() => (isRegistered ? registered(world).put(key, { from: 0 }) : registered(world).delete(key)));
}
