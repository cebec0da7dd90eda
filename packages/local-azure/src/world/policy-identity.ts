import { randomUUID } from 'node:crypto';
import { assignRole } from './access';
import { servicePrincipals, tenant } from './directory';
import type { PolicyAssignment } from './policy-assignments';
import type { PolicyDefinition } from './policy-definitions';
import { parametersOf } from './policy-parameters';
import { readRule } from './policy-rules';
import type { World } from './world';

/**
 * The identity of an assignment that deploys, with the roles that its policy names: Azure's portal makes both together, at the scope; here the
 * roles hold in the whole subscription, where the vault is. Nothing for a policy that deploys nothing.
 */
export function identityWithRoles(
  world: World,
  definition: PolicyDefinition,
  { name, scope, parameters }: Pick<PolicyAssignment, 'name' | 'scope' | 'parameters'>,
): Pick<PolicyAssignment, 'identity' | 'location'> {
  const { deployment } = readRule(definition.policyRule, parametersOf(definition, parameters));
  if (!deployment) return {};
  const principal = { objectId: randomUUID(), appId: randomUUID(), displayName: name };
  servicePrincipals(world).put(principal.appId, principal);
  const subscription = /^\/subscriptions\/[^/]+/i.exec(scope)?.[0] ?? scope;
  for (const role of deployment.roles) {
    assignRole(world, { principalId: principal.objectId, role, scope: subscription, principalType: 'ServicePrincipal' });
  }
  const identity = { type: 'SystemAssigned' as const, principalId: principal.objectId, tenantId: tenant(world)?.tenantId ?? '' };
  return { identity, location: 'westeurope' };
}
