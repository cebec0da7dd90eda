import { EVALUATION_STEP, wantedBeside, type Evaluation } from '../../arm/evaluate-later';
import { ArmError, type Invoke } from '../../arm/route';
import { groupId, groupOf, subscriptionOf } from '../../world/arm-ids';
import { findServicePrincipal } from '../../world/directory/directory';
import { policyAssignmentId, type DeployingPolicy } from '../../world/policies/policy-assignments';
import { parametersOf } from '../../world/policies/policy-parameters';
import { aboutResource, deploymentFor } from '../../world/policies/policy-rules';
import { guidOf } from '../../world/stable-ids';
import type { ArmResource, World } from '../../world/world';

/** Whether a vault backs a machine up. */
type IsBackedUp = (world: World, vmId: string) => boolean;

const isEvaluation = (payload: unknown): payload is Evaluation =>
  typeof payload === 'object' && payload !== null && 'apiVersion' in payload;

/** What policies want beside resources is deployed when they come round to it. */
export const plan =
  (invoke: Invoke, isBackedUp: IsBackedUp) =>
  (world: World): void => {
    world.schedule.on(EVALUATION_STEP, (payload) => {
      if (isEvaluation(payload)) deployMissing(world, invoke, isBackedUp, payload);
    });
  };

function deployMissing(world: World, invoke: Invoke, isBackedUp: IsBackedUp, evaluation: Evaluation): void {
  const resource = world.resources.get(evaluation.id);
  if (!resource) return;
  // What the first one deploys is no longer missing for the next.
  for (const policy of wantedBeside(world, evaluation)) {
    if (!isBackedUp(world, resource.id)) deploy(world, invoke, resource, policy);
  }
}

/** With the rights of the assignment's own identity: what these do not suffice for fails, as the activity log tells. */
function deploy(world: World, invoke: Invoke, resource: ArmResource, { assignment, definition, given, missing }: DeployingPolicy): void {
  const { identity } = assignment;
  const principal = identity && findServicePrincipal(world, identity.principalId);
  if (!identity || !principal) return;
  const group = world.resources.get(groupId(subscriptionOf(resource.id), groupOf(resource.id)));
  if (!group) return;
  const properties = deploymentFor(missing, parametersOf(definition, given), aboutResource(resource, { ...group }));
  const name = `PolicyDeployment_${Number.parseInt(guidOf(`${policyAssignmentId(assignment)} ${resource.id}`).slice(0, 8), 16)}`;
  const path = `${group.id}/providers/Microsoft.Resources/deployments/${name}?api-version=2024-03-01`;
  const { objectId, appId } = principal;
  try {
    invoke(world, { objectId, appId, tenantId: identity.tenantId }, 'PUT', encodeURI(path), { properties });
  } catch (error) {
    if (!(error instanceof ArmError)) throw error;
  }
}
