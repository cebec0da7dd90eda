import { ArmError } from '../../arm/route';
import type { ArmCall, ArmHandler } from '../../arm/route';
import { at, record, text } from '../../world/json';
import { everyPolicyAssigned, policyAssignments } from '../../world/policies/policy-assignments';
import { customPolicies, findPolicy, policiesDefinedFor } from '../../world/policies/find-policies';
import {
  policyDefinitionId,
  POLICY_DEFINITION_TYPE,
  type PolicyDefinition,
  type PolicyParameter,
} from '../../world/policies/policy-definitions';
import { parametersOf, troubleWithParameters } from '../../world/policies/policy-parameters';
import { PolicyRuleError, readRule } from '../../world/policies/policy-rules';
import { policySets } from '../../world/policies/policy-sets';
import { placeOf } from './named-in-scope';

const isBuiltIn = ({ scope }: PolicyDefinition): boolean => scope === '';

const policyDefinitionView = (definition: PolicyDefinition) => {
  const { name, displayName, description, category, version, mode, parameters, policyRule } = definition;
  return {
    properties: {
      displayName,
      policyType: isBuiltIn(definition) ? 'BuiltIn' : 'Custom',
      mode,
      description,
      metadata: { version, category },
      version,
      parameters,
      policyRule,
      versions: [version],
    },
    id: policyDefinitionId(definition),
    type: POLICY_DEFINITION_TYPE,
    name,
  };
};

const found = (call: ArmCall): PolicyDefinition | undefined => findPolicy(call.world, policyDefinitionId(placeOf(call)));

/** GET of those that come with Azure and of those defined at the scope or above; `policyType eq 'BuiltIn'` names one kind. */
export const listPolicyDefinitions: ArmHandler = (call) => {
  const wanted = /policyType\s+eq\s+'(\w+)'/i.exec(call.query.get('$filter') ?? '')?.[1]?.toLowerCase();
  const value = policiesDefinedFor(call.world, placeOf(call).scope)
    .map(policyDefinitionView)
    .filter(({ properties }) => wanted === undefined || properties.policyType.toLowerCase() === wanted);
  return { status: 200, body: { value } };
};

/** @throws ArmError 404 PolicyDefinitionNotFound */
export const getPolicyDefinition: ArmHandler = (call) => {
  const definition = found(call);
  if (definition) return { status: 200, body: policyDefinitionView(definition) };
  throw new ArmError(404, 'PolicyDefinitionNotFound', `The policy definition '${placeOf(call).name}' could not be found.`);
};

const SCOPE = /^(?:\/subscriptions\/[^/]+|\/providers\/Microsoft\.Management\/managementGroups\/[^/]+)$/i;

/** PUT at a subscription or a management group. @throws ArmError 400, or 501 for a rule that would not be followed in full */
export const putPolicyDefinition: ArmHandler = (call) => {
  const place = placeOf(call);
  requireDefinitionScope(place.scope);
  const given = record(at(call.body, 'properties'));
  const before = found(call);
  const definition: PolicyDefinition = {
    ...describedIn(given, before ?? place, place.name),
    mode: modeOf(given['mode']),
    policyRule: given['policyRule'],
  };
  requireServed(definition);
  requireFit(call, definition);
  customPolicies(call.world).put(policyDefinitionId(definition).toLowerCase(), definition);
  return { status: 201, body: policyDefinitionView(definition) };
};

/** What definitions and initiatives have alike. `name`: as it is written now. */
export const describedIn = (given: Record<string, unknown>, place: { name: string; scope: string }, name: string) => ({
  name: place.name,
  scope: place.scope,
  displayName: text(given['displayName']) ?? name,
  description: text(given['description']) ?? '',
  category: text(at(given, 'metadata', 'category')) ?? 'Custom',
  version: text(given['version']) ?? '1.0.0',
  parameters: parametersIn(given['parameters']),
});

/** @throws ArmError 400 for what is neither a subscription nor a management group */
export function requireDefinitionScope(scope: string): void {
  if (SCOPE.test(scope)) return;
  throw new ArmError(400, 'InvalidPolicyDefinitionScope', 'Policies are defined at a subscription or a management group.');
}

function modeOf(given: unknown): PolicyDefinition['mode'] {
  const mode = text(given)?.toLowerCase() ?? 'indexed';
  if (mode === 'all') return 'All';
  if (mode === 'indexed') return 'Indexed';
  throw new ArmError(501, 'NotImplemented', `Local Azure does not serve the mode '${mode}' of policies.`);
}

const parametersIn = (given: unknown): Record<string, PolicyParameter> =>
  Object.fromEntries(
    Object.entries(record(given)).map(([name, one]) => {
      const { defaultValue, allowedValues, metadata } = record(one);
      const parameter: PolicyParameter = {
        type: text(at(one, 'type')) ?? 'String',
        ...(defaultValue !== undefined && { defaultValue }),
        ...(Array.isArray(allowedValues) && { allowedValues: allowedValues as unknown[] }),
        ...(metadata !== undefined && { metadata: record(metadata) }),
      };
      return [name, parameter];
    }),
  );

/** With any values: by those that are missing nothing is understood otherwise, but for a name that stands in a field or an effect. */
function requireServed({ policyRule, parameters }: PolicyDefinition): void {
  const values = Object.entries(parameters).map(([name, { defaultValue, allowedValues }]) => [
    name,
    defaultValue ?? allowedValues?.[0] ?? name,
  ]);
  understood(() => readRule(policyRule, Object.fromEntries(values)));
}

/** What is assigned already, or still counts, must fit. @throws ArmError 400 */
function requireFit({ world }: ArmCall, definition: PolicyDefinition): void {
  const id = policyDefinitionId(definition).toLowerCase();
  for (const { assignment, definition: assigned, given } of everyPolicyAssigned(world)) {
    if (policyDefinitionId(assigned).toLowerCase() !== id) continue;
    const trouble = troubleWithParameters(assignment.name, definition, given);
    if (trouble) throw new ArmError(400, 'InvalidPolicyParameterUpdate', trouble.message);
    understood(() => readRule(definition.policyRule, parametersOf(definition, given)));
  }
}

/** @throws ArmError 501 for a rule that would not be followed in full */
export function understood<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof PolicyRuleError)
      throw new ArmError(501, 'NotImplemented', `Local Azure does not follow this policy. ${error.message}`);
    throw error;
  }
}

/** DELETE: 204 where there is none. @throws ArmError 400 while it is assigned, or part of an initiative */
export const deletePolicyDefinition: ArmHandler = (call) => {
  const definition = found(call);
  if (!definition) return { status: 204 };
  const id = policyDefinitionId(definition);
  const isIt = (one: { policyDefinitionId: string }) => one.policyDefinitionId.toLowerCase() === id.toLowerCase();
  const isPart = policySets(call.world)
    .list()
    .some(({ members }) => members.some(isIt));
  if (isPart)
    throw new ArmError(
      400,
      'PolicyDefinitionInUse',
      `The policy definition '${definition.name}' cannot be deleted because an initiative has it.`,
    );
  if (policyAssignments(call.world).some(isIt)) {
    throw new ArmError(
      400,
      'PolicyDefinitionInUse',
      `The policy definition '${definition.name}' cannot be deleted because it is assigned.`,
    );
  }
  customPolicies(call.world).delete(id.toLowerCase());
  return { status: 200, body: policyDefinitionView(definition) };
};
