import { ArmError } from '../../arm/route';
import type { ArmCall, ArmHandler } from '../../arm/route';
import { at, list, record, text } from '../../world/json';
import { own } from '../../world/own';
import { assignedBy, everAssigned, policyAssignments } from '../../world/policies/policy-assignments';
import { findPolicy } from '../../world/policies/find-policies';
import { parametersOf, troubleWithParameters } from '../../world/policies/policy-parameters';
import { readRule, resolvedDeep } from '../../world/policies/policy-rules';
import {
  findPolicySet,
  policySetId,
  policySets,
  policySetsDefinedFor,
  POLICY_SET_TYPE,
  type PolicySet,
  type PolicySetMember,
} from '../../world/policies/policy-sets';
import { describedIn, requireDefinitionScope, understood } from './policy-definitions';
import { placeOf } from './named-in-scope';

const view = (set: PolicySet) => ({
  properties: {
    displayName: set.displayName,
    policyType: 'Custom',
    description: set.description,
    metadata: { version: set.version, category: set.category },
    version: set.version,
    parameters: set.parameters,
    policyDefinitions: set.members.map(({ parameters, ...member }) => ({
      ...member,
      parameters: Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, { value }])),
    })),
    policyDefinitionGroups: set.groups,
    versions: [set.version],
  },
  id: policySetId(set),
  type: POLICY_SET_TYPE,
  name: set.name,
});

const found = (call: ArmCall): PolicySet | undefined => findPolicySet(call.world, policySetId(placeOf(call)));

/** GET of the initiatives defined at the scope or above; of those that come with Azure none is known. */
export const listPolicySets: ArmHandler = (call) => ({
  status: 200,
  body: { value: policySetsDefinedFor(call.world, placeOf(call).scope).map(view) },
});

/** @throws ArmError 404 PolicySetDefinitionNotFound */
export const getPolicySet: ArmHandler = (call) => {
  const set = found(call);
  if (set) return { status: 200, body: view(set) };
  throw new ArmError(404, 'PolicySetDefinitionNotFound', `The policy set definition '${placeOf(call).name}' could not be found.`);
};

/**
 * PUT at a subscription or a management group. The rules are those of learn.microsoft.com/azure/governance/policy/concepts/initiative-definition-structure.
 * @throws ArmError 400, 404, or 501 for what would not be followed in full
 */
export const putPolicySet: ArmHandler = (call) => {
  const place = placeOf(call);
  requireDefinitionScope(place.scope);
  const given = record(at(call.body, 'properties'));
  const before = found(call);
  const set: PolicySet = {
    ...describedIn(given, before ?? place, place.name),
    members: list(given['policyDefinitions']).map(memberIn),
    groups: list(given['policyDefinitionGroups']),
  };
  requireMembers(call, set);
  policySets(call.world).put(policySetId(set).toLowerCase(), set);
  requireFit(call, set);
  return { status: before ? 200 : 201, body: view(set) };
};

function memberIn(given: unknown, place: number): PolicySetMember {
  const { policyDefinitionId, policyDefinitionReferenceId, parameters, groupNames, definitionVersion } = record(given);
  if (definitionVersion != null) throw new ArmError(501, 'NotImplemented', "Local Azure makes initiatives without 'definitionVersion'.");
  return {
    policyDefinitionId: text(policyDefinitionId) ?? '',
    policyDefinitionReferenceId: text(policyDefinitionReferenceId) ?? String(place + 1),
    parameters: Object.fromEntries(Object.entries(record(parameters)).map(([name, one]) => [name, at(one, 'value')])),
    groupNames: list(groupNames).flatMap((name) => text(name) ?? []),
  };
}

/** With any values: by those that are missing nothing is understood otherwise. @throws ArmError */
function requireMembers({ world }: ArmCall, { name: setName, parameters, members }: PolicySet): void {
  if (members.length === 0)
    throw new ArmError(400, 'InvalidPolicySetDefinition', `The policy set definition '${setName}' has no policies.`);
  const values = Object.fromEntries(
    Object.entries(parameters).map(([name, { defaultValue, allowedValues }]) => [name, defaultValue ?? allowedValues?.[0] ?? name]),
  );
  const names = new Set<string>();
  for (const { policyDefinitionId, policyDefinitionReferenceId: referenceId, parameters: passed } of members) {
    const definition = findPolicy(world, policyDefinitionId);
    if (!definition) {
      throw new ArmError(404, 'PolicyDefinitionNotFound', `The policy definition '${policyDefinitionId}' could not be found.`);
    }
    if (names.has(referenceId.toLowerCase())) {
      throw new ArmError(400, 'DuplicatePolicyDefinitionReferenceId', `The reference id '${referenceId}' is there more than once.`);
    }
    names.add(referenceId.toLowerCase());
    const given = understood(() => record(resolvedDeep(passed, values)));
    // Of what the initiative is given at its assignment it is not known yet whether it is allowed.
    const fixed = Object.fromEntries(Object.entries(given).filter(([name, value]) => own(passed, name) === value));
    const trouble = troubleWithParameters(setName, { ...definition, parameters: onlyNeeded(definition.parameters, given, fixed) }, fixed);
    if (trouble) throw new ArmError(400, trouble.code, trouble.message);
    understood(() => readRule(definition.policyRule, parametersOf(definition, given)));
  }
}

/** Parameters without those that get their value with the assignment. */
const onlyNeeded = (parameters: PolicySet['parameters'], given: object, fixed: object): PolicySet['parameters'] =>
  Object.fromEntries(Object.entries(parameters).filter(([name]) => !Object.hasOwn(given, name) || Object.hasOwn(fixed, name)));

/** What is assigned already, or still counts, must fit; else the change is taken back with the request. @throws ArmError 400 */
function requireFit({ world }: ArmCall, set: PolicySet): void {
  const id = policySetId(set).toLowerCase();
  for (const assignment of everAssigned(world)) {
    if (assignment.policyDefinitionId.toLowerCase() !== id) continue;
    const trouble = troubleWithParameters(assignment.name, set, assignment.parameters);
    if (trouble) throw new ArmError(400, 'InvalidPolicyParameterUpdate', trouble.message);
    understood(() => assignedBy(world, assignment));
  }
}

/** DELETE: 204 where there is none. @throws ArmError 400 while it is assigned */
export const deletePolicySet: ArmHandler = (call) => {
  const set = found(call);
  if (!set) return { status: 204 };
  const id = policySetId(set).toLowerCase();
  if (policyAssignments(call.world).some((one) => one.policyDefinitionId.toLowerCase() === id)) {
    throw new ArmError(
      400,
      'PolicySetDefinitionInUse',
      `The policy set definition '${set.name}' cannot be deleted because it is assigned.`,
    );
  }
  policySets(call.world).delete(id);
  return { status: 200, body: view(set) };
};
