import { ArmError } from '../../arm/route';
import type { ArmCall, ArmHandler } from '../../arm/route';
import { holdsFor, isWithin } from '../../world/authorization/access';
import type { World } from '../../world/world';
import type { RoleDefinition } from '../../world/authorization/role-definitions';
import { findRole, isCustom, rolesOf } from '../../world/authorization/roles';

const TYPE = 'Microsoft.Authorization/roleDefinitions';

/** Role definitions are shown below the subscription they were asked in. */
export function roleDefinitionId(scope: string, role: string): string {
  const subscription = /^\/subscriptions\/[^/]+/i.exec(scope)?.[0] ?? '';
  return `${subscription}/providers/${TYPE}/${role}`;
}

/** The four lists that Azure shows as one permission of a role. */
export function permissionOf({ actions, notActions, dataActions, notDataActions }: RoleDefinition) {
  return { actions, notActions, dataActions, notDataActions };
}

/** A role as RoleDefinition in ARM, under an id within the scope that was asked for. */
export function roleDefinitionView(role: RoleDefinition, scope: string) {
  return {
    properties: {
      roleName: role.roleName,
      type: isCustom(role) ? 'CustomRole' : 'BuiltInRole',
      description: role.description,
      assignableScopes: isCustom(role) ? role.assignableScopes : ['/'],
      permissions: [permissionOf(role)],
      ...(isCustom(role) && {
        createdOn: new Date(role.createdAt).toISOString(),
        updatedOn: new Date(role.updatedAt).toISOString(),
        createdBy: role.createdBy,
        updatedBy: role.updatedBy,
      }),
    },
    id: roleDefinitionId(scope, role.name),
    type: TYPE,
    name: role.name,
  };
}

/** A role can be assigned at a scope: built-in ones everywhere, custom ones at and below the scopes they name. */
export function isAssignableAt(world: World, role: RoleDefinition, scope: string): boolean {
  return !isCustom(role) || role.assignableScopes.some((assignable) => holdsFor(world, assignable, scope));
}

const isAssignableBelow = (role: RoleDefinition, scope: string) =>
  isCustom(role) && role.assignableScopes.some((assignable) => isWithin(assignable, scope));

/** Understands `roleName eq '…'`, `type eq 'BuiltInRole'` or `'CustomRole'`, and `atScopeAndBelow()`. */
export const listRoleDefinitions: ArmHandler = (call) => {
  const filter = call.query.get('$filter') ?? '';
  const scope = call.params['scope'] ?? '';
  const name = /roleName\s+eq\s+'([^']+)'/i.exec(filter)?.[1]?.toLowerCase();
  const type = /type\s+eq\s+'([^']+)'/i.exec(filter)?.[1]?.toLowerCase();
  const isBelowToo = /atScopeAndBelow\(\)/i.test(filter);
  const value = rolesOf(call.world)
    .filter((role) => isAssignableAt(call.world, role, scope) || (isBelowToo && isAssignableBelow(role, scope)))
    .filter((role) => name === undefined || role.roleName.toLowerCase() === name)
    .filter((role) => type === undefined || type === (isCustom(role) ? 'customrole' : 'builtinrole'));
  return { status: 200, body: { value: value.map((role) => roleDefinitionView(role, scope)) } };
};

/** The role a path names, by the last segment of its id. @throws ArmError 404 */
function roleOfCall(call: ArmCall): RoleDefinition {
  const id = call.params['name'] ?? '';
  const role = findRole(call.world, id);
  if (role?.name.toLowerCase() === id.toLowerCase()) return role;
  throw new ArmError(404, 'RoleDefinitionDoesNotExist', `The specified role definition with ID '${id}' does not exist.`);
}

/** Its id is shown at the scope it was asked for at. @throws ArmError 404 */
export const getRoleDefinition: ArmHandler = (call) => ({
  status: 200,
  body: roleDefinitionView(roleOfCall(call), call.params['scope'] ?? ''),
});
