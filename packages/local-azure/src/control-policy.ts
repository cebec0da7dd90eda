import { list, record, text } from './world/json';
import {
  assignedBy,
  assignPolicy,
  findPolicyAssignment,
  takePolicyAssignment,
  type PolicyAssignment,
} from './world/policies/policy-assignments';
import { policiesDefinedFor } from './world/policies/find-policies';
import { policyDefinitionId } from './world/policies/policy-definitions';
import { withIdentity } from './world/policies/policy-identity';
import { troubleWithParameters } from './world/policies/policy-parameters';
import { PolicyRuleError } from './world/policies/policy-rules';
import { policySetId, policySetsDefinedFor } from './world/policies/policy-sets';
import type { World } from './world/world';

/** Why an assignment would not be followed; undefined where it would. */
function unservedIn(world: World, assignment: PolicyAssignment): string | undefined {
  try {
    assignedBy(world, assignment);
    return undefined;
  } catch (error) {
    if (error instanceof PolicyRuleError) return error.message;
    throw error;
  }
}

/** A policy or an initiative that is defined for a scope, by name, display name or id. */
function findDefined(world: World, scope: string, wanted: string) {
  const policies = policiesDefinedFor(world, scope).map((one) => ({ ...one, id: policyDefinitionId(one) }));
  const sets = policySetsDefinedFor(world, scope).map((one) => ({ ...one, id: policySetId(one) }));
  return [...policies, ...sets].find((one) =>
    [one.name, one.displayName, one.id].some((name) => name.toLowerCase() === wanted.toLowerCase()),
  );
}

/** Assigns a policy or an initiative at a scope, or takes it away, without the delay that it has otherwise. Answers what is wrong with what was asked. */
export function changePolicy(world: World, body: Record<string, unknown>): string | undefined {
  const scope = text(body['scope']);
  if (scope === undefined || !/^\/(?:subscriptions|providers)\/./i.test(scope)) {
    return 'scope must be the ARM id of a management group, a subscription, a resource group or a resource.';
  }
  const defined = findDefined(world, scope, text(body['policy']) ?? '');
  if (!defined) return 'policy must be the name, the display name or the id of one that is defined at the scope.';
  const name = text(body['name']) ?? defined.name;
  if (body['assigned'] === false) {
    const assignment = findPolicyAssignment(world, { scope, name });
    if (!assignment) return 'It is not assigned there.';
    world.write(() => takePolicyAssignment(world, assignment, true));
    return undefined;
  }
  const parameters = record(body['parameters']);
  const trouble = troubleWithParameters(name, defined, parameters);
  if (trouble) return trouble.message;
  const message = text(body['message']);
  const assignment: PolicyAssignment = {
    name,
    scope,
    policyDefinitionId: defined.id,
    displayName: text(body['displayName']) ?? defined.displayName,
    notScopes: list(body['notScopes']).flatMap((one) => text(one) ?? []),
    parameters,
    enforcementMode: 'Default',
    nonComplianceMessages: message === undefined ? [] : [{ message }],
    createdAt: world.clock.now(),
    createdBy: '',
  };
  const unserved = unservedIn(world, assignment);
  if (unserved !== undefined) return unserved;
  world.write(() => assignPolicy(world, withIdentity(world, assignment), true));
  return undefined;
}
