import { identityAfter } from '../../arm/identity';
import { ArmError } from '../../arm/route';
import type { ArmCall, ArmHandler } from '../../arm/route';
import { holdsFor, isWithin } from '../../world/authorization/access';
import { at, list, record, text } from '../../world/json';
import { findManagementGroup } from '../../world/subscriptions/management-groups';
import { own } from '../../world/own';
import {
  assignedBy,
  assignPolicy,
  findPolicyAssignment,
  policyAssignmentId,
  policyAssignments,
  POLICY_ASSIGNMENT_TYPE,
  takePolicyAssignment,
  type PolicyAssignment,
  type PolicyInForce,
} from '../../world/policies/policy-assignments';
import { findPolicy } from '../../world/policies/find-policies';
import type { PolicyDefinition } from '../../world/policies/policy-definitions';
import { troubleWithParameters } from '../../world/policies/policy-parameters';
import type { Parameters } from '../../world/policies/policy-rules';
import { findPolicySet } from '../../world/policies/policy-sets';
import { understood } from './policy-definitions';
import { placeOf } from './named-in-scope';

const view = (assignment: PolicyAssignment) => {
  const { name, scope, policyDefinitionId, displayName, description, notScopes, parameters, enforcementMode } = assignment;
  return {
    properties: {
      ...(displayName !== undefined && { displayName }),
      ...(description !== undefined && { description }),
      policyDefinitionId,
      scope,
      notScopes,
      parameters: Object.fromEntries(Object.entries(parameters).map(([parameter, value]) => [parameter, { value }])),
      enforcementMode,
      nonComplianceMessages: assignment.nonComplianceMessages,
    },
    ...(assignment.identity && { identity: assignment.identity }),
    ...(assignment.location !== undefined && { location: assignment.location }),
    id: policyAssignmentId(assignment),
    type: POLICY_ASSIGNMENT_TYPE,
    name,
    systemData: { createdBy: assignment.createdBy, createdByType: 'User', createdAt: new Date(assignment.createdAt).toISOString() },
  };
};

/** GET of what holds at a scope and, unless `atScope()` is asked for, below it; `atExactScope()` names what was assigned right there. */
export const listPolicyAssignments: ArmHandler = (call) => {
  const { scope } = placeOf(call);
  const filter = call.query.get('$filter') ?? '';
  const onlyExact = /atExactScope\(\)/i.test(filter);
  const onlyAtScope = onlyExact || /atScope\(\)/i.test(filter);
  const definition = /policyDefinitionId\s+eq\s+'([^']+)'/i.exec(filter)?.[1]?.toLowerCase();
  const value = policyAssignments(call.world).filter((one) => {
    if (definition !== undefined && one.policyDefinitionId.toLowerCase() !== definition) return false;
    if (onlyExact) return one.scope.toLowerCase() === scope.toLowerCase();
    return holdsFor(call.world, one.scope, scope) || (!onlyAtScope && isWithin(one.scope, scope));
  });
  return { status: 200, body: { value: value.map(view) } };
};

/** GET of an assignment at the scope it was made at. @throws ArmError 404 PolicyAssignmentNotFound */
export const getPolicyAssignment: ArmHandler = (call) => {
  const assignment = findPolicyAssignment(call.world, placeOf(call));
  if (assignment) return { status: 200, body: view(assignment) };
  throw new ArmError(404, 'PolicyAssignmentNotFound', `The policy assignment '${placeOf(call).name}' is not found.`);
};

/** What an assignment may say in Azure and must not be passed over here. */
const UNSERVED = ['definitionVersion', 'overrides', 'resourceSelectors'];

/** PUT: 201, whether it is new or changed. @throws ArmError 400, 404, or 501 for what would not be followed */
export const putPolicyAssignment: ArmHandler = (call) => {
  const { world, principal } = call;
  const place = placeOf(call);
  const given = record(at(call.body, 'properties'));
  const unserved = UNSERVED.find((name) => own(given, name) != null);
  if (unserved !== undefined) throw new ArmError(501, 'NotImplemented', `Local Azure assigns policies without '${unserved}'.`);
  requirePolicyScope(call, place.scope);
  const assigned = assignableWith(call, text(given['policyDefinitionId']) ?? '');
  const parameters = parametersIn(place.name, assigned, given['parameters']);
  const before = findPolicyAssignment(world, place);
  const [displayName, description] = [text(given['displayName']), text(given['description'])];
  const assignment: PolicyAssignment = {
    name: before?.name ?? place.name,
    scope: before?.scope ?? place.scope,
    policyDefinitionId: text(given['policyDefinitionId']) ?? '',
    ...(displayName !== undefined && { displayName }),
    ...(description !== undefined && { description }),
    notScopes: list(given['notScopes']).flatMap((one) => text(one) ?? []),
    parameters,
    enforcementMode: modeOf(given['enforcementMode']),
    nonComplianceMessages: list(given['nonComplianceMessages']).map(messageIn),
    createdAt: before?.createdAt ?? world.clock.now(),
    createdBy: before?.createdBy ?? principal.objectId,
    ...actingAs(call, before),
  };
  requireIdentity(
    assignment,
    understood(() => assignedBy(world, assignment)),
  );
  assignPolicy(world, assignment);
  return { status: 201, body: view(assignment) };
};

function messageIn(given: unknown): PolicyAssignment['nonComplianceMessages'][number] {
  const referenceId = text(at(given, 'policyDefinitionReferenceId'));
  return { message: text(at(given, 'message')) ?? '', ...(referenceId !== undefined && { policyDefinitionReferenceId: referenceId }) };
}

/** @throws ArmError 400 where something is to be deployed, or remedied, with nobody's rights */
function requireIdentity({ name, identity }: PolicyAssignment, policies: readonly PolicyInForce[]): void {
  const needing = policies.find(({ rule }) => rule.deployment ?? rule.changes);
  if (!needing || identity) return;
  const message = `The policy assignment '${name}' request is invalid. Policy assignments must include a resource identity when assigning '${needing.rule.effect}' policy definitions.`;
  throw new ArmError(400, 'ResourceIdentityRequired', message);
}

/**
 * The identity with whose rights it deploys. Roles are given to it afterwards, by the one who assigns. The rules are those of
 * learn.microsoft.com/azure/governance/policy/how-to/remediate-resources. @throws ArmError 400 without a region, 501 for identities of users
 */
function actingAs(call: ArmCall, before: PolicyAssignment | undefined): Pick<PolicyAssignment, 'identity' | 'location'> {
  const asked = text(at(call.body, 'identity', 'type'));
  if (asked !== undefined && /user/i.test(asked)) {
    throw new ArmError(501, 'NotImplemented', 'Local Azure assigns policies without identities of users.');
  }
  const identity = record(identityAfter(call, before && { identity: before.identity }, at(call.body, 'identity')).identity);
  const [principalId, tenantId] = [text(identity['principalId']), text(identity['tenantId'])];
  if (principalId === undefined || tenantId === undefined) return {};
  const location = text(at(call.body, 'location')) ?? before?.location;
  if (location === undefined) throw new ArmError(400, 'LocationRequired', 'The location property is required for this definition.');
  return { identity: { type: 'SystemAssigned', principalId, tenantId }, location };
}

const MANAGEMENT_GROUP = /^\/providers\/Microsoft\.Management\/managementGroups\/([^/]+)$/i;

/** @throws ArmError 404 where nothing stands at which a policy could hold */
export function requirePolicyScope({ world }: ArmCall, scope: string): void {
  const group = MANAGEMENT_GROUP.exec(scope)?.[1];
  const isThere =
    group === undefined ? /^\/subscriptions\/[^/]+$/i.test(scope) || world.resources.get(scope) : findManagementGroup(world, group);
  if (!isThere) throw new ArmError(404, 'ResourceNotFound', `The scope '${scope}' was not found.`);
}

/** The policy or the initiative with an id. @throws ArmError 404 */
function assignableWith({ world }: ArmCall, id: string): Pick<PolicyDefinition, 'name' | 'parameters'> {
  const found = findPolicy(world, id) ?? findPolicySet(world, id);
  if (found) return found;
  if (/\/policySetDefinitions\//i.test(id)) {
    throw new ArmError(404, 'PolicySetDefinitionNotFound', `The policy set definition '${id}' could not be found.`);
  }
  throw new ArmError(404, 'PolicyDefinitionNotFound', `The policy definition '${id}' could not be found.`);
}

function modeOf(given: unknown): PolicyAssignment['enforcementMode'] {
  const mode = text(given)?.toLowerCase() ?? 'default';
  if (mode === 'default') return 'Default';
  if (mode === 'donotenforce') return 'DoNotEnforce';
  throw new ArmError(400, 'InvalidPolicyAssignmentEnforcementMode', `The enforcement mode '${mode}' is not one of Default, DoNotEnforce.`);
}

/** The values that an assignment gives. @throws ArmError 400 for one that is missing, not defined or not allowed */
function parametersIn(assignment: string, definition: Pick<PolicyDefinition, 'name' | 'parameters'>, given: unknown): Parameters {
  const values = Object.fromEntries(Object.entries(record(given)).map(([parameter, one]) => [parameter, at(one, 'value')]));
  const trouble = troubleWithParameters(assignment, definition, values);
  if (trouble) throw new ArmError(400, trouble.code, trouble.message);
  return values;
}

/** DELETE: 200 with what was taken away, 204 where there is none. */
export const deletePolicyAssignment: ArmHandler = (call) => {
  const assignment = findPolicyAssignment(call.world, placeOf(call));
  if (!assignment) return { status: 204 };
  takePolicyAssignment(call.world, assignment);
  return { status: 200, body: view(assignment) };
};
