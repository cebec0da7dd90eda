import { ArmError } from '../../arm/route';
import type { ArmCall, ArmHandler } from '../../arm/route';
import { findRole, isWithin, roleAssignmentKey, roleAssignments } from '../../world/access';
import type { RoleAssignment } from '../../world/access';
import { findUser } from '../../world/directory';
import { at, record, text } from '../../world/json';
import { roleDefinitionId } from './role-definitions';

const TYPE = 'Microsoft.Authorization/roleAssignments';

function view(assignment: RoleAssignment) {
  const created = new Date(assignment.createdAt).toISOString();
  return {
    properties: {
      roleDefinitionId: roleDefinitionId(assignment.scope, assignment.role),
      principalId: assignment.principalId,
      principalType: assignment.principalType,
      scope: assignment.scope,
      condition: null,
      conditionVersion: null,
      createdOn: created,
      updatedOn: created,
      createdBy: '',
      updatedBy: '',
      delegatedManagedIdentityResourceId: null,
      description: null,
    },
    id: `${assignment.scope}/providers/${TYPE}/${assignment.name}`,
    type: TYPE,
    name: assignment.name,
  };
}

function scopeOf(call: ArmCall): string {
  return call.params['scope'] || '/';
}

function byName(call: ArmCall): RoleAssignment | undefined {
  const name = call.params['name']?.toLowerCase();
  return roleAssignments(call.world)
    .list()
    .find((assignment) => assignment.name.toLowerCase() === name);
}

/** `atScope()` leaves out what is assigned below; `principalId eq` and `assignedTo()` name whose assignments are wanted. */
export const listRoleAssignments: ArmHandler = (call) => {
  const filter = call.query.get('$filter') ?? '';
  const principal = /(?:principalId\s+eq\s+|assignedTo\()'([^']+)'/i.exec(filter)?.[1];
  const onlyAtScope = /atScope\(\)/i.test(filter);
  const scope = scopeOf(call);
  const value = roleAssignments(call.world)
    .list(principal === undefined ? '' : `${principal.toLowerCase()}|`)
    .filter((assignment) => isWithin(scope, assignment.scope) || (!onlyAtScope && isWithin(assignment.scope, scope)));
  return { status: 200, body: { value: value.map(view) } };
};

export const getRoleAssignment: ArmHandler = (call) => {
  const assignment = byName(call);
  if (assignment) return { status: 200, body: view(assignment) };
  throw new ArmError(404, 'RoleAssignmentNotFound', `The role assignment '${call.params['name'] ?? ''}' is not found.`);
};

export const putRoleAssignment: ArmHandler = (call) => {
  const properties = record(at(call.body, 'properties'));
  const principalId = text(properties['principalId']);
  const role = findRole(text(properties['roleDefinitionId']) ?? '');
  if (principalId === undefined) throw new ArmError(400, 'InvalidPrincipalId', 'A principal id is required.');
  if (!role) throw new ArmError(400, 'RoleDefinitionDoesNotExist', 'The specified role definition does not exist.');
  const wanted: RoleAssignment = {
    name: call.params['name'] ?? '',
    scope: scopeOf(call),
    role: role.name,
    principalId,
    principalType: findUser(call.world, principalId) ? 'User' : 'ServicePrincipal',
    createdAt: call.world.clock.now(),
  };
  const same = roleAssignments(call.world)
    .list(`${principalId.toLowerCase()}|`)
    .find((held) => held.role === wanted.role && held.scope.toLowerCase() === wanted.scope.toLowerCase());
  if (same?.name.toLowerCase() === wanted.name.toLowerCase()) return { status: 200, body: view(same) };
  if (same) throw new ArmError(409, 'RoleAssignmentExists', 'The role assignment already exists.');
  if (byName(call)) {
    throw new ArmError(
      409,
      'RoleAssignmentUpdateNotPermitted',
      'Tenant ID, application ID, principal ID, and scope are not allowed to be updated.',
    );
  }
  roleAssignments(call.world).put(roleAssignmentKey(wanted), wanted);
  return { status: 201, body: view(wanted) };
};

export const deleteRoleAssignment: ArmHandler = (call) => {
  const assignment = byName(call);
  if (!assignment) return { status: 204 };
  roleAssignments(call.world).delete(roleAssignmentKey(assignment));
  return { status: 200, body: view(assignment) };
};
