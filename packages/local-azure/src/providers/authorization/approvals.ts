import { ArmError, type ArmCall, type ArmHandler } from '../../arm/route';
import { activeRoles, approveRole, type ActiveRole } from '../../world/authorization/active-roles';
import { at, record, text } from '../../world/json';
import type { World } from '../../world/world';
import { APPROVAL_TYPE, idOf } from './role-schedules';

const notFound = (name: string) => new ArmError(404, 'ResourceNotFound', `The approval '${name}' is not found.`);

/** The one stage of an approval. */
function stageView(call: ArmCall, active: ActiveRole) {
  const { approval, name } = active;
  const isPending = approval?.state === 'pending';
  return {
    id: `${idOf(APPROVAL_TYPE, active)}/stages/${name}`,
    name,
    type: `${APPROVAL_TYPE}/stages`,
    properties: {
      status: isPending ? 'InProgress' : 'Completed',
      assignedToMe: active.eligible.approvers?.includes(call.principal.objectId) ?? false,
      reviewResult: approval?.state === 'approved' ? 'Approve' : approval?.state === 'denied' ? 'Deny' : 'NotReviewed',
      justification: isPending ? '' : (approval?.justification ?? ''),
    },
  };
}

/** The request that somebody must consent to; those alone see it who asked or who may consent. @throws ArmError 404 */
function approvalOf(call: ArmCall): ActiveRole {
  const name = call.params['name'] ?? '';
  const found = activeRoles(call.world).get(name.toLowerCase());
  const { objectId } = call.principal;
  if (!found?.approval || (found.principalId !== objectId && !found.eligible.approvers?.includes(objectId))) throw notFound(name);
  return found;
}

/** GET of what is to be decided about an activation, with its one stage. @throws ArmError 404, also for those whom it does not concern */
export const getApproval: ArmHandler = (call) => {
  const active = approvalOf(call);
  const body = {
    id: idOf(APPROVAL_TYPE, active),
    name: active.name,
    type: APPROVAL_TYPE,
    properties: { stages: [stageView(call, active)] },
  };
  return { status: 200, body };
};

/** PATCH …/stages/{stage}: an approver consents, from which moment the role counts for the time asked for, or denies. */
export const decideStage: ArmHandler = (call) => {
  const active = approvalOf(call);
  const { objectId } = call.principal;
  if (call.params['stage']?.toLowerCase() !== active.name.toLowerCase()) throw notFound(call.params['stage'] ?? '');
  if (!active.eligible.approvers?.includes(objectId) || active.principalId === objectId) {
    throw new ArmError(
      403,
      'InsufficientPermissions',
      'The current user does not have sufficient permissions to decide about this request.',
    );
  }
  if (active.approval?.state !== 'pending')
    throw new ArmError(400, 'ApprovalAlreadyCompleted', 'The request has been decided about before.');
  const given = record(at(call.body, 'properties'));
  const justification = text(given['justification']) ?? '';
  const result = text(given['reviewResult']);
  if (result !== 'Approve' && result !== 'Deny') throw new ArmError(400, 'InvalidReviewResult', 'reviewResult must be Approve or Deny.');
  const { world } = call;
  const decided =
    result === 'Approve' ? approveRole(world, active, objectId, justification) : denyRole(world, active, objectId, justification);
  return { status: 200, body: stageView(call, decided) };
};

function denyRole(world: World, active: ActiveRole, by: string, justification: string): ActiveRole {
  const denied: ActiveRole = { ...active, approval: { state: 'denied', by, justification } };
  activeRoles(world).put(active.name.toLowerCase(), denied);
  return denied;
}
