import { ArmError } from '../../arm/route';
import type { ArmHandler } from '../../arm/route';
import { findRole } from '../../world/access';
import { builtInRoles } from '../../world/role-definitions';
import type { RoleDefinition } from '../../world/role-definitions';

/** Ids of built-in roles are shown below the subscription they were asked in. */
export function roleDefinitionId(scope: string, role: string): string {
  const subscription = /^\/subscriptions\/[^/]+/i.exec(scope)?.[0] ?? '';
  return `${subscription}/providers/Microsoft.Authorization/roleDefinitions/${role}`;
}

export function permissionOf({ actions, notActions, dataActions, notDataActions }: RoleDefinition) {
  return { actions, notActions, dataActions, notDataActions };
}

function view(role: RoleDefinition, scope: string) {
  return {
    properties: {
      roleName: role.roleName,
      type: 'BuiltInRole',
      description: role.description,
      assignableScopes: ['/'],
      permissions: [permissionOf(role)],
    },
    id: roleDefinitionId(scope, role.name),
    type: 'Microsoft.Authorization/roleDefinitions',
    name: role.name,
  };
}

export const listRoleDefinitions: ArmHandler = (call) => {
  const filter = call.query.get('$filter') ?? '';
  const name = /roleName\s+eq\s+'([^']+)'/i.exec(filter)?.[1];
  const onlyCustom = /type\s+eq\s+'CustomRole'/i.test(filter);
  const found = onlyCustom ? [] : builtInRoles.filter((role) => name === undefined || role.roleName.toLowerCase() === name.toLowerCase());
  return { status: 200, body: { value: found.map((role) => view(role, call.params['scope'] ?? '')) } };
};

export const getRoleDefinition: ArmHandler = (call) => {
  const role = findRole(call.params['name'] ?? '');
  if (role) return { status: 200, body: view(role, call.params['scope'] ?? '') };
  throw new ArmError(
    404,
    'RoleDefinitionDoesNotExist',
    `The specified role definition with ID '${call.params['name'] ?? ''}' does not exist.`,
  );
};
