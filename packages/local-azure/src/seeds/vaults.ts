import { savePolicy } from '../providers/recovery-services/state/policy-store';
import { createVault } from '../providers/recovery-services/state/vault-store';
import { resourceId } from '../world/arm-ids';
import type { World } from '../world/world';
import { ensureGroup, type Place } from './places';
import { defaultPolicy, eveningPolicy, longTermPolicy } from './policies';

/** A Recovery Services vault with the company's policies. `properties` as in ARM's form. Answers its id. */
export function addVault(world: World, place: Place, name: string, properties: Record<string, unknown> = {}): string {
  ensureGroup(world, place);
  const id = resourceId(place.subscriptionId, place.group, `Microsoft.RecoveryServices/vaults/${name}`);
  createVault(world, { id, location: place.location, properties });
  for (const policy of [defaultPolicy, eveningPolicy, longTermPolicy]) savePolicy(world, policy(id));
  return id;
}
