import type { World } from '../world/world';
import * as refusals from './refusals';
import type { Principal } from './route';

/** What creates, updates or deletes; actions (POST) are let through. */
const CHANGES: ReadonlySet<string> = new Set(['PUT', 'PATCH', 'DELETE']);

/**
 * People change nothing through Resource Manager with a password alone. The rule is Microsoft's, for all tenants since October 2025:
 * learn.microsoft.com/entra/identity/authentication/concept-mandatory-multifactor-authentication. @throws ArmError 401 RequestDisallowedByAzure
 */
export function requireSecondFactor(world: World, { singleFactor }: Principal, method: string, scope: string): void {
  if (singleFactor === true && CHANGES.has(method)) throw refusals.withoutSecondFactor(world, scope.split('/').at(-1) ?? '');
}
