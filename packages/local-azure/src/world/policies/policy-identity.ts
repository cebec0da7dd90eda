import { randomUUID } from 'node:crypto';
import { assignRole } from '../authorization/access';
import { servicePrincipals, tenant } from '../directory/directory';
import { assignedBy, type PolicyAssignment } from './policy-assignments';
import type { World } from '../world';

/**
 * An assignment with the identity that it needs to deploy or to remedy, and with the roles that its policies name: Azure's portal makes both together, at the
 * scope; here the roles hold in the whole subscription, where the vault is. One that changes nothing by itself is left as it is.
 */
export function withIdentity(world: World, assignment: PolicyAssignment): PolicyAssignment {
  const roles = new Set(assignedBy(world, assignment).flatMap(({ rule }) => rule.roles ?? []));
  if (roles.size === 0) return assignment;
  const principal = { objectId: randomUUID(), appId: randomUUID(), displayName: assignment.name };
  servicePrincipals(world).put(principal.appId, principal);
  const subscription = /^\/subscriptions\/[^/]+/i.exec(assignment.scope)?.[0] ?? assignment.scope;
  for (const role of roles) {
    assignRole(world, { principalId: principal.objectId, role, scope: subscription, principalType: 'ServicePrincipal' });
  }
  const identity = { type: 'SystemAssigned' as const, principalId: principal.objectId, tenantId: tenant(world)?.tenantId ?? '' };
  return { ...assignment, identity, location: 'westeurope' };
}
