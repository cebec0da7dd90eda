import type { ArmCall } from '../../arm/route';
import type { RoleAssignment } from '../../world/authorization/access';
import { findServicePrincipal, findUser } from '../../world/directory/directory';
import type { ActiveRole } from '../../world/authorization/active-roles';
import { findGroup } from '../../world/directory/groups';
import { findRole } from '../../world/authorization/roles';
import { roleDefinitionId } from './role-definitions';

const REQUEST_TYPE = 'Microsoft.Authorization/roleAssignmentScheduleRequests';
const INSTANCE_TYPE = 'Microsoft.Authorization/roleAssignmentScheduleInstances';
export const APPROVAL_TYPE = 'Microsoft.Authorization/roleAssignmentApprovals';

interface Held {
  scope: string;
  role: string;
  principalId: string;
  principalType: RoleAssignment['principalType'];
}

/** The names behind the ids of a role that is eligible or active. */
export function expandedProperties({ world }: ArmCall, { scope, role, principalId, principalType }: Held) {
  return {
    scope: { id: scope, displayName: scope.split('/').at(-1), type: scope.split('/').length === 3 ? 'subscription' : 'resource' },
    roleDefinition: { id: roleDefinitionId(scope, role), displayName: findRole(world, role)?.roleName ?? '', type: 'BuiltInRole' },
    principal: {
      id: principalId,
      displayName:
        (findUser(world, principalId) ?? findGroup(world, principalId) ?? findServicePrincipal(world, principalId))?.displayName ?? '',
      type: principalType,
    },
  };
}

const iso = (milliseconds: number) => new Date(milliseconds).toISOString();

function common(call: ArmCall, { eligible: { scope, role }, principalId, startedAt }: ActiveRole) {
  return {
    scope,
    roleDefinitionId: roleDefinitionId(scope, role),
    principalId,
    principalType: 'User',
    createdOn: iso(startedAt),
    condition: null,
    conditionVersion: null,
    expandedProperties: expandedProperties(call, { scope, role, principalId, principalType: 'User' }),
  };
}

/** ARM id of what belongs to an activation; `type` with its namespace. */
export const idOf = (type: string, { eligible, name }: ActiveRole) => `${eligible.scope}/providers/${type}/${name}`;
const scheduleOf = (active: ActiveRole) => idOf('Microsoft.Authorization/roleAssignmentSchedules', active);
const eligibilityOf = ({ eligible: { scope, name } }: ActiveRole) =>
  `${scope}/providers/Microsoft.Authorization/roleEligibilitySchedules/${name}`;

const statusOf = (approval: ActiveRole['approval']) =>
  approval?.state === 'pending' ? 'PendingApproval' : approval?.state === 'denied' ? 'Denied' : 'Provisioned';

/** A request to activate a role, or to give one back under a name of its own. */
export function requestView(call: ArmCall, active: ActiveRole, asked = { name: active.name, requestType: 'SelfActivate' }) {
  const { duration, startedAt, justification, hasEnded, principalId, approval } = active;
  return {
    properties: {
      ...common(call, active),
      targetRoleAssignmentScheduleId: scheduleOf(active),
      targetRoleAssignmentScheduleInstanceId: null,
      linkedRoleEligibilityScheduleId: eligibilityOf(active),
      requestType: asked.requestType,
      status: hasEnded ? 'Revoked' : statusOf(approval),
      approvalId: approval ? idOf(APPROVAL_TYPE, active) : null,
      scheduleInfo: { startDateTime: iso(startedAt), expiration: { type: 'AfterDuration', endDateTime: null, duration } },
      ticketInfo: { ticketNumber: null, ticketSystem: null },
      justification,
      requestorId: principalId,
    },
    name: asked.name,
    id: `${active.eligible.scope}/providers/${REQUEST_TYPE}/${asked.name}`,
    type: REQUEST_TYPE,
  };
}

/** A role that somebody holds without having activated it, and without end. */
export function assignedView(call: ArmCall, { name, scope, role, principalId, principalType, createdAt }: RoleAssignment) {
  return {
    properties: {
      scope,
      roleDefinitionId: roleDefinitionId(scope, role),
      principalId,
      principalType,
      createdOn: iso(createdAt),
      condition: null,
      conditionVersion: null,
      expandedProperties: expandedProperties(call, { scope, role, principalId, principalType }),
      roleAssignmentScheduleId: `${scope}/providers/Microsoft.Authorization/roleAssignmentSchedules/${name}`,
      originRoleAssignmentId: `${scope}/providers/Microsoft.Authorization/roleAssignments/${name}`,
      linkedRoleEligibilityScheduleId: null,
      status: 'Accepted',
      startDateTime: iso(createdAt),
      endDateTime: null,
      memberType: 'Direct',
      assignmentType: 'Assigned',
    },
    name,
    id: `${scope}/providers/${INSTANCE_TYPE}/${name}`,
    type: INSTANCE_TYPE,
  };
}

/** A role while it is active. */
export function instanceView(call: ArmCall, active: ActiveRole) {
  return {
    properties: {
      ...common(call, active),
      roleAssignmentScheduleId: scheduleOf(active),
      originRoleAssignmentId: idOf('Microsoft.Authorization/roleAssignments', active),
      linkedRoleEligibilityScheduleId: eligibilityOf(active),
      status: 'Provisioned',
      startDateTime: iso(active.startedAt),
      endDateTime: iso(active.endsAt),
      memberType: 'Direct',
      assignmentType: 'Activated',
    },
    name: active.name,
    id: idOf(INSTANCE_TYPE, active),
    type: INSTANCE_TYPE,
  };
}
