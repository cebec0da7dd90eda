import type { ArmCall } from '../../arm/route';
import { isWithin, roleAssignments } from '../../world/authorization/access';
import { list, record } from '../../world/json';
import { rolesOf } from '../../world/authorization/roles';
import { subscriptions } from '../../world/subscriptions/subscriptions';
import type { ArmResource } from '../../world/world';
import { roleAssignmentView } from './role-assignments';
import { isAssignableAt, roleDefinitionView } from './role-definitions';

/** The graph names roles without a subscription. */
const roleId = (name: string): string => `/providers/Microsoft.Authorization/RoleDefinitions/${name}`;

/** Roles belong to the tenant: they are told with the first subscription that a query is about. */
function isFirst({ body, world }: ArmCall, subscriptionId: string): boolean {
  const [first] = list(record(body)['subscriptions']);
  return subscriptionId === (first ?? subscriptions(world).list()[0]?.subscriptionId);
}

/** The table `authorizationresources` of Resource Graph: who holds which role in a subscription, and which roles there are. */
export function* authorizationResources(call: ArmCall, subscriptionId: string): Iterable<ArmResource> {
  const scope = `/subscriptions/${subscriptionId}`;
  for (const assignment of roleAssignments(call.world).list()) {
    if (!isWithin(assignment.scope, scope)) continue;
    const { id, name, type, properties } = roleAssignmentView(assignment);
    yield { id, name, type, properties: { ...properties, roleDefinitionId: roleId(assignment.role) } };
  }
  if (!isFirst(call, subscriptionId)) return;
  for (const role of rolesOf(call.world)) {
    if (!isAssignableAt(call.world, role, scope)) continue;
    const { name, type, properties } = roleDefinitionView(role, scope);
    yield { id: roleId(name), name, type, properties };
  }
}
