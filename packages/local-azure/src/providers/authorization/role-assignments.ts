import { ArmError } from '../../arm/route';
import type { ArmCall, ArmHandler } from '../../arm/route';
import { assignmentsTo, holdsFor, isWithin, roleAssignments } from '../../world/authorization/access';
import type { RoleAssignment } from '../../world/authorization/access';
import { findServicePrincipal, findUser, tenant } from '../../world/directory/directory';
import { findGroup } from '../../world/directory/groups';
import { at, record, text } from '../../world/json';
import { giveAssignment, takeAssignment } from '../../world/authorization/role-changes';
import { findRole } from '../../world/authorization/roles';
import { isAssignableAt, roleDefinitionId } from './role-definitions';

const TYPE = 'Microsoft.Authorization/roleAssignments';

/** A role assignment as RoleAssignment in ARM. */
export function roleAssignmentView(assignment: RoleAssignment) {
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
      createdBy: assignment.createdBy ?? '',
      updatedBy: assignment.createdBy ?? '',
      delegatedManagedIdentityResourceId: null,
      description: assignment.description ?? null,
    },
    id: `${assignment.scope}/providers/${TYPE}/${assignment.name}`,
    type: TYPE,
    name: assignment.name,
  };
}

function scopeOf(call: ArmCall): string {
  return call.params['scope'] || '/';
}

/** Names are unique in a directory. */
function byName(call: ArmCall): RoleAssignment | undefined {
  const name = call.params['name']?.toLowerCase();
  return roleAssignments(call.world)
    .list()
    .find((assignment) => assignment.name.toLowerCase() === name);
}

/** An assignment is found at its own scope alone: at no other one has the caller's right been judged. */
function found(call: ArmCall): RoleAssignment | undefined {
  const assignment = byName(call);
  return assignment?.scope.toLowerCase() === scopeOf(call).toLowerCase() ? assignment : undefined;
}

/** `atScope()` leaves out what is assigned below; `principalId eq` names whose own assignments are wanted, `assignedTo()` also those of its groups. */
export const listRoleAssignments: ArmHandler = (call) => {
  const filter = call.query.get('$filter') ?? '';
  const principal = /principalId\s+eq\s+'([^']+)'/i.exec(filter)?.[1];
  const holder = /assignedTo\('([^']+)'/i.exec(filter)?.[1];
  const onlyAtScope = /atScope\(\)/i.test(filter);
  const scope = scopeOf(call);
  const all =
    holder === undefined
      ? roleAssignments(call.world).list(principal === undefined ? '' : `${principal.toLowerCase()}|`)
      : assignmentsTo(call.world, holder);
  const value = all.filter(
    (assignment) => holdsFor(call.world, assignment.scope, scope) || (!onlyAtScope && isWithin(assignment.scope, scope)),
  );
  return { status: 200, body: { value: value.map(roleAssignmentView) } };
};

/** @throws ArmError 404 */
export const getRoleAssignment: ArmHandler = (call) => {
  const assignment = found(call);
  if (assignment) return { status: 200, body: roleAssignmentView(assignment) };
  throw new ArmError(404, 'RoleAssignmentNotFound', `The role assignment '${call.params['name'] ?? ''}' is not found.`);
};

const TYPES = ['User', 'Group', 'ServicePrincipal'] as const;

function wantedAssignment(call: ArmCall): RoleAssignment {
  const properties = record(at(call.body, 'properties'));
  const principalId = text(properties['principalId']);
  const role = findRole(call.world, text(properties['roleDefinitionId']) ?? '');
  if (principalId === undefined) throw new ArmError(400, 'InvalidPrincipalId', 'A principal id is required.');
  if (!role || !isAssignableAt(call.world, role, scopeOf(call))) {
    throw new ArmError(400, 'RoleDefinitionDoesNotExist', 'The specified role definition does not exist.');
  }
  if (text(properties['condition']))
    throw new ArmError(501, 'NotImplemented', 'Local Azure does not judge conditions of role assignments.');
  const description = text(properties['description']);
  return {
    name: call.params['name'] ?? '',
    scope: scopeOf(call),
    role: role.name,
    principalId,
    principalType: principalTypeOf(call, principalId, text(properties['principalType'])),
    createdAt: call.world.clock.now(),
    createdBy: call.principal.objectId,
    ...(description !== undefined && { description }),
  };
}

function foundType({ world }: ArmCall, principalId: string): RoleAssignment['principalType'] | undefined {
  if (findUser(world, principalId)) return 'User';
  if (findServicePrincipal(world, principalId)) return 'ServicePrincipal';
  return findGroup(world, principalId) ? 'Group' : undefined;
}

/** Anyone who names the type of a principal may assign to one that the directory does not know yet, as one that was just made. */
function principalTypeOf(call: ArmCall, principalId: string, given: string | undefined): RoleAssignment['principalType'] {
  const { world } = call;
  const found = foundType(call, principalId);
  if (found && given !== undefined && given.toLowerCase() !== found.toLowerCase()) {
    throw new ArmError(
      400,
      'UnmatchedPrincipalType',
      `The PrincipalId '${principalId.replaceAll('-', '')}' has type '${found}', which is different from specified PrinciaplType '${given}'.`,
    );
  }
  const known = found ?? TYPES.find((type) => type.toLowerCase() === given?.toLowerCase());
  if (known) return known;
  throw new ArmError(
    400,
    'PrincipalNotFound',
    `Principal ${principalId.replaceAll('-', '')} does not exist in the directory ${tenant(world)?.tenantId ?? ''}. Check that you have the correct principal ID.`,
  );
}

/** PUT: 201 for a new assignment; the same once more is 200. */
export const putRoleAssignment: ArmHandler = (call) => {
  const wanted = wantedAssignment(call);
  const same = roleAssignments(call.world)
    .list(`${wanted.principalId.toLowerCase()}|`)
    .find((held) => held.role === wanted.role && held.scope.toLowerCase() === wanted.scope.toLowerCase());
  if (same?.name.toLowerCase() === wanted.name.toLowerCase()) return { status: 200, body: roleAssignmentView(same) };
  if (same) throw new ArmError(409, 'RoleAssignmentExists', 'The role assignment already exists.');
  if (byName(call)) {
    throw new ArmError(
      409,
      'RoleAssignmentUpdateNotPermitted',
      'Tenant ID, application ID, principal ID, and scope are not allowed to be updated.',
    );
  }
  giveAssignment(call.world, wanted);
  return { status: 201, body: roleAssignmentView(wanted) };
};

/** DELETE: the person who holds the last Owner role of a subscription keeps it, for nobody could give it again. */
export const deleteRoleAssignment: ArmHandler = (call) => {
  const assignment = found(call);
  if (!assignment) return { status: 204 };
  if (isLastOwner(call, assignment)) {
    throw new ArmError(400, 'RoleAssignmentDeleteNotPermitted', 'Cannot delete the last RBAC admin assignment.');
  }
  takeAssignment(call.world, assignment);
  return { status: 200, body: roleAssignmentView(assignment) };
};

function isLastOwner({ world }: ArmCall, { role, scope }: RoleAssignment): boolean {
  if (findRole(world, role)?.roleName !== 'Owner' || !/^\/subscriptions\/[^/]+$/i.test(scope)) return false;
  const owners = roleAssignments(world)
    .list()
    .filter((held) => held.role === role && held.scope.toLowerCase() === scope.toLowerCase());
  return owners.length === 1;
}
