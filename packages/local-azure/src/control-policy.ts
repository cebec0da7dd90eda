import { list, record, text } from './world/json';
import { assignPolicy, findPolicyAssignment, takePolicyAssignment } from './world/policy-assignments';
import { policiesDefinedFor, policyDefinitionId } from './world/policy-definitions';
import { troubleWithParameters } from './world/policy-parameters';
import type { World } from './world/world';

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
      },
      true,
    ),
  );
  return undefined;
}
