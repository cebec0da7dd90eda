import { list, record, text } from './world/json';
import { assignPolicy, findPolicyAssignment, takePolicyAssignment } from './world/policy-assignments';
import { identityWithRoles } from './world/policy-identity';
import { policiesDefinedFor, policyDefinitionId, type PolicyDefinition } from './world/policy-definitions';
import { parametersOf, troubleWithParameters } from './world/policy-parameters';
import { PolicyRuleError, readRule, type Parameters } from './world/policy-rules';
import type { World } from './world/world';

/** Why a policy would not be followed with these values; undefined where it would. */
function unservedIn(definition: PolicyDefinition, parameters: Parameters): string | undefined {
  try {
    readRule(definition.policyRule, parametersOf(definition, parameters));
    return undefined;
  } catch (error) {
    if (error instanceof PolicyRuleError) return error.message;
    throw error;
  }
}

/** Assigns a policy at a scope, or takes it away, without the delay that it has otherwise. Answers what is wrong with what was asked. */
export function changePolicy(world: World, body: Record<string, unknown>): string | undefined {
  const scope = text(body['scope']);
  if (scope === undefined || !/^\/(?:subscriptions|providers)\/./i.test(scope)) {
    return 'scope must be the ARM id of a management group, a subscription, a resource group or a resource.';
  }
  const wanted = (text(body['policy']) ?? '').toLowerCase();
  const definition = policiesDefinedFor(world, scope).find((one) =>
    [one.name, one.displayName, policyDefinitionId(one)].some((name) => name.toLowerCase() === wanted),
  );
  if (!definition) return 'policy must be the name, the display name or the id of one that is defined at the scope.';
  const name = text(body['name']) ?? definition.name;
  if (body['assigned'] === false) {
    const assignment = findPolicyAssignment(world, { scope, name });
    if (!assignment) return 'It is not assigned there.';
    world.write(() => takePolicyAssignment(world, assignment, true));
    return undefined;
  }
  const parameters = record(body['parameters']);
  const trouble = troubleWithParameters(name, definition, parameters);
  if (trouble) return trouble.message;
  const unserved = unservedIn(definition, parameters);
  if (unserved !== undefined) return unserved;
  const message = text(body['message']);
  world.write(() =>
    assignPolicy(
      world,
      {
        name,
        scope,
        policyDefinitionId: policyDefinitionId(definition),
        displayName: text(body['displayName']) ?? definition.displayName,
        notScopes: list(body['notScopes']).flatMap((one) => text(one) ?? []),
        parameters,
        enforcementMode: 'Default',
        nonComplianceMessages: message === undefined ? [] : [{ message }],
        createdAt: world.clock.now(),
        createdBy: '',
        ...identityWithRoles(world, definition, { name, scope, parameters }),
      },
      true,
    ),
  );
  return undefined;
}
