import { ArmError } from '../../arm/route';
import type { ArmCall, ArmHandler } from '../../arm/route';
import { mayDo, roleAssignments } from '../../world/authorization/access';
import { at, list, record, text } from '../../world/json';
import { customRoles, findRole, isCustom } from '../../world/authorization/roles';
import type { CustomRole } from '../../world/authorization/roles';
import { roleDefinitionView } from './role-definitions';

const GROUP_SCOPE = /^\/providers\/Microsoft\.Management\/managementGroups\/[^/]+$/i;
const SCOPE = /^\/subscriptions\/[^/]+(?:\/resourceGroups\/[^/]+)?$/i;
const PATTERN = /^(?:\*(?:\/\w+)*|Microsoft\.[\w.]+(?:\/[\w.*-]+)+)$/i;

/** PUT: makes a role or changes one, if the caller may do so at every scope where it can be assigned. */
export const putRoleDefinition: ArmHandler = (call) => {
  const name = call.params['name'] ?? '';
  const before = findRole(call.world, name);
  if (before && !isCustom(before))
    throw refused(400, 'RoleDefinitionCannotBeUpdated', `The built-in role '${before.roleName}' cannot change.`);
  if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(name)) throw invalid('The name of a role definition must be a GUID.');
  const wanted = wantedRole(call, name, before);
  for (const scope of new Set([...wanted.assignableScopes, ...(before?.assignableScopes ?? [])])) requireRight(call, 'write', scope);
  customRoles(call.world).put(name.toLowerCase(), wanted);
  return { status: 201, body: roleDefinitionView(wanted, call.params['scope'] ?? '') };
};

/** DELETE: refused while somebody holds the role. */
export const deleteRoleDefinition: ArmHandler = (call) => {
  const role = findRole(call.world, call.params['name'] ?? '');
  if (!role) return { status: 204 };
  if (!isCustom(role)) throw refused(400, 'RoleDefinitionCannotBeDeleted', `The built-in role '${role.roleName}' cannot be deleted.`);
  for (const scope of role.assignableScopes) requireRight(call, 'delete', scope);
  if (
    roleAssignments(call.world)
      .list()
      .some((held) => held.role === role.name)
  ) {
    throw refused(400, 'RoleDefinitionHasAssignments', 'There are existing role assignments referencing role.');
  }
  customRoles(call.world).delete(role.name.toLowerCase());
  return { status: 200, body: roleDefinitionView(role, call.params['scope'] ?? '') };
};

function wantedRole(call: ArmCall, name: string, before: CustomRole | undefined): CustomRole {
  const given = record(at(call.body, 'properties'));
  const roleName = text(given['roleName'])?.trim() ?? '';
  if (roleName === '' || roleName.length > 512) throw invalid('A role definition needs a name of at most 512 characters.');
  if (/^(?!CustomRole$)./i.test(text(given['type']) ?? '')) throw invalid('Only custom roles can be made or changed.');
  const namesake = findRole(call.world, roleName);
  if (namesake && namesake.name.toLowerCase() !== name.toLowerCase() && namesake.roleName.toLowerCase() === roleName.toLowerCase()) {
    throw refused(
      409,
      'RoleDefinitionWithSameNameExists',
      'A custom role with the same name already exists in this directory. Use a different name',
    );
  }
  const now = call.world.clock.now();
  const by = call.principal.objectId;
  return {
    name: before?.name ?? name,
    roleName,
    description: text(given['description']) ?? '',
    ...permissionsIn(given),
    assignableScopes: scopesIn(given),
    createdAt: before?.createdAt ?? now,
    updatedAt: now,
    createdBy: before?.createdBy ?? by,
    updatedBy: by,
  };
}

function permissionsIn(given: Record<string, unknown>) {
  const patterns = (kind: string) => list(given['permissions']).flatMap((permission) => list(at(permission, kind)).map(requireAction));
  const rights = {
    actions: patterns('actions'),
    notActions: patterns('notActions'),
    dataActions: patterns('dataActions'),
    notDataActions: patterns('notDataActions'),
  };
  if (list(given['permissions']).length === 0) throw invalid('A role definition needs permissions.');
  return rights;
}

function requireAction(given: unknown): string {
  const action = text(given) ?? '';
  if (PATTERN.test(action)) return action;
  throw refused(400, 'InvalidActionOrNotAction', `'${action}' does not match any of the actions supported by the providers.`);
}

function scopesIn(given: Record<string, unknown>): string[] {
  const scopes = list(given['assignableScopes']).map((scope) => (text(scope) ?? '').replace(/(?<!\/)\/+$/, ''));
  if (scopes.length === 0) throw refused(400, 'MissingAssignableScopes', 'A role definition needs at least one assignable scope.');
  const groups = scopes.filter((scope) => GROUP_SCOPE.test(scope));
  // One management group is the most that a custom role may name.
  const wrong = groups[1] ?? scopes.find((scope) => !SCOPE.test(scope) && !groups.includes(scope));
  if (wrong === undefined) return scopes;
  throw refused(400, 'InvalidAssignableScope', `'${wrong}' is not a scope at which a custom role can be assigned.`);
}

function requireRight(call: ArmCall, verb: 'write' | 'delete', linked: string): void {
  const action = `Microsoft.Authorization/roleDefinitions/${verb}`;
  if (mayDo(call.world, call.principal.objectId, action, linked)) return;
  throw refused(
    403,
    'LinkedAuthorizationFailed',
    `The client with object id '${call.principal.objectId}' has permission to perform action '${action}' on scope '${call.path}'; however, it does not have permission to perform action '${action}' on the linked scope(s) '${linked}' or the linked scope(s) are invalid.`,
  );
}

const refused = (status: number, code: string, message: string) => new ArmError(status, code, message);
const invalid = (message: string) => refused(400, 'InvalidRoleDefinitionRequest', message);
