import { ArmError, type ArmCall, type ArmHandler } from '../../arm/route';
import { assignmentsTo, holdsFor, isWithin, roleAssignments } from '../../world/authorization/access';
import { activateRole, activeRoles, endRole, requestRole, type ActiveRole } from '../../world/authorization/active-roles';
import { eligibleRolesOf, type EligibleRole } from '../../world/authorization/eligible-roles';
import { at, record, text } from '../../world/json';
import type { World } from '../../world/world';
import { assignedView, instanceView, requestView } from './role-schedules';
import { requireRead } from './eligible-roles';

const MINUTE = 60_000;
/** What a role can be activated for, where nobody has changed its settings. */
const LONGEST_HOURS = 8;
const SHORTEST_MINUTES = 5;

const refused = (code: string, message: string) => new ArmError(400, code, message);

/** PUT: anyone who is eligible for a role activates it for some hours, or gives it back before. */
export const putScheduleRequest: ArmHandler = (call) => {
  const asked = record(at(call.body, 'properties'));
  const requestType = text(asked['requestType']) ?? '';
  if (requestType !== 'SelfActivate' && requestType !== 'SelfDeactivate') {
    throw new ArmError(501, 'NotImplemented', `Local Azure does not serve the request '${requestType}' for a role.`);
  }
  if (text(asked['principalId'])?.toLowerCase() !== call.principal.objectId.toLowerCase()) {
    throw refused('InvalidPrincipalId', 'A role is activated by the one who is eligible for it.');
  }
  const body = requestType === 'SelfActivate' ? activated(call, asked) : givenBack(call, asked);
  return { status: 201, body };
};

function activated(call: ArmCall, asked: Record<string, unknown>) {
  const name = call.params['name'] ?? '';
  const known = activeRoles(call.world).get(name.toLowerCase());
  if (known) throw new ArmError(409, 'RoleAssignmentRequestExists', `The request '${name}' was made before.`);
  const eligible = eligibleIn(call, asked);
  const { principal, world } = call;
  if (activesOf(call).some((one) => isWaiting(one) && one.eligible.name === eligible.name)) {
    throw refused('PendingRoleAssignmentRequest', 'There is an existing pending Role assignment request.');
  }
  const isHeld = assignmentsTo(world, principal.objectId).some(
    (held) => held.role === eligible.role && held.scope.toLowerCase() === eligible.scope.toLowerCase(),
  );
  if (isHeld) throw refused('RoleAssignmentExists', 'The Role assignment already exists.');
  const justification = text(asked['justification'])?.trim() ?? '';
  if (justification === '') throw againstRule('JustificationRule');
  const duration = text(at(asked, 'scheduleInfo', 'expiration', 'duration')) ?? `PT${LONGEST_HOURS}H`;
  const minutes = minutesIn(duration);
  if (minutes === undefined || minutes < SHORTEST_MINUTES || minutes > LONGEST_HOURS * 60) throw againstRule('ExpirationRule');
  const startedAt = world.clock.now();
  const endsAt = startedAt + minutes * MINUTE;
  const active: ActiveRole = { name, eligible, principalId: principal.objectId, justification, duration, startedAt, endsAt };
  if (!eligible.approvers) {
    activateRole(world, active);
    return requestView(call, active);
  }
  requestRole(world, active);
  return requestView(call, { ...active, approval: { state: 'pending' } });
}

function givenBack(call: ArmCall, asked: Record<string, unknown>) {
  const { role, scope } = eligibleIn(call, asked);
  const active = activesOf(call).find((one) => isActive(one) && one.eligible.role === role && one.eligible.scope === scope);
  if (!active) throw refused('RoleAssignmentDoesNotExist', 'The Role assignment does not exist.');
  if (call.world.clock.now() < active.startedAt + SHORTEST_MINUTES * MINUTE) {
    throw refused('ActiveDurationTooShort', 'The active duration is too short. Minimum Required is 5 minutes.');
  }
  endRole(call.world, active.name);
  return requestView(call, { ...active, hasEnded: true }, { name: call.params['name'] ?? '', requestType: 'SelfDeactivate' });
}

/** @throws ArmError 400 where the caller is not eligible for the role at the scope */
function eligibleIn(call: ArmCall, asked: Record<string, unknown>): EligibleRole {
  const scope = (call.params['scope'] ?? '').toLowerCase();
  const role = text(asked['roleDefinitionId'])?.split('/').at(-1)?.toLowerCase();
  const found = eligibleRolesOf(call.world, call.principal.objectId).find(
    (eligible) => eligible.role.toLowerCase() === role && eligible.scope.toLowerCase() === scope,
  );
  if (found) return found;
  throw refused('RoleAssignmentDoesNotExist', 'The Role assignment does not exist.');
}

const againstRule = (rule: string) =>
  refused('RoleAssignmentRequestPolicyValidationFailed', `The following policy rules failed: ["${rule}"]`);

/** Whole minutes of a duration in hours and minutes, such as PT1H30M. */
function minutesIn(duration: string): number | undefined {
  const [, hours, minutes] = /^PT(?:(\d{1,3})H)?(?:(\d{1,4})M)?$/.exec(duration) ?? [];
  return hours === undefined && minutes === undefined ? undefined : Number(hours ?? 0) * 60 + Number(minutes ?? 0);
}

const activesOf = ({ world, principal }: ArmCall): ActiveRole[] =>
  activeRoles(world)
    .list()
    .filter(({ principalId }) => principalId === principal.objectId);

const isWaiting = ({ approval }: ActiveRole) => approval?.state === 'pending';

const waitingFor = (world: World, objectId: string) =>
  activeRoles(world)
    .list()
    .filter((one) => isWaiting(one) && one.eligible.approvers?.includes(objectId));

const isActive = ({ hasEnded, approval }: ActiveRole) => !hasEnded && (approval === undefined || approval.state === 'approved');

const isBelow = ({ params }: ArmCall, { eligible: { scope } }: ActiveRole) => {
  const asked = params['scope'] ?? '';
  return isWithin(scope, asked) || isWithin(asked, scope);
};

/** GET of a request by its name, at the very scope it was made for. @throws ArmError 404 */
export const getScheduleRequest: ArmHandler = (call) => {
  const name = call.params['name'] ?? '';
  const scope = (call.params['scope'] ?? '').toLowerCase();
  const active = activesOf(call).find((one) => one.name.toLowerCase() === name.toLowerCase() && one.eligible.scope.toLowerCase() === scope);
  if (active) return { status: 200, body: requestView(call, active) };
  throw new ArmError(404, 'RoleAssignmentRequestNotFound', `The request '${name}' is not found.`);
};

/** Everybody’s own: what others have asked for is listed by nobody here; `asApprover()`: what waits for the caller's consent. */
export const listScheduleRequests: ArmHandler = (call) => {
  const isForApprover = /asApprover\(\)/i.test(call.query.get('$filter') ?? '');
  const listed = isForApprover ? waitingFor(call.world, call.principal.objectId) : activesOf(call);
  return { status: 200, body: { value: listed.flatMap((one) => (isBelow(call, one) ? [requestView(call, one)] : [])) } };
};

/** `asTarget()`: what the caller holds, activated or assigned, which everybody may ask; else what everybody holds; `atScope()` leaves out what lies below. */
export const listScheduleInstances: ArmHandler = (call) => {
  const filter = call.query.get('$filter') ?? '';
  const isForTarget = /asTarget\(\)/i.test(filter);
  const scope = call.params['scope'] ?? '';
  if (!isForTarget) requireRead(call, 'Microsoft.Authorization/roleAssignmentScheduleInstances/read', scope);
  const held = isForTarget ? assignmentsTo(call.world, call.principal.objectId) : roleAssignments(call.world).list();
  const onlyAtScope = /atScope\(\)/i.test(filter);
  const there = held.filter((one) => holdsFor(call.world, one.scope, scope) || (!onlyAtScope && isWithin(one.scope, scope)));
  const value = there.map((one) => {
    const active = activeRoles(call.world).get(one.name.toLowerCase());
    return active ? instanceView(call, active) : assignedView(call, one);
  });
  return { status: 200, body: { value } };
};
