import { ArmError, type ArmAnswer, type ArmCall } from '../../../arm/route';
import { groupId, groupOf, subscriptionOf } from '../../../world/arm-ids';
import { deploymentsOf, findDeployment, removeDeployment, saveDeployment, type Deployment } from './deployment-store';
import { deploymentView, operationView } from './deployment-view';
import { readDeployment } from './read-deployment';
import { requirePolicies } from './require-policies';
import { planDeploymentStep } from './run-deployment';

/** The group or the subscription that a path speaks of. */
function scopeOf({ path }: ArmCall): string {
  const [subscriptionId, group] = [subscriptionOf(path), groupOf(path)];
  return group === '' ? `/subscriptions/${subscriptionId}` : groupId(subscriptionId, group);
}

/** The id of the deployment that a path speaks of; some paths leave the provider out. */
export const idOf = (call: ArmCall): string =>
  `${scopeOf(call)}/providers/Microsoft.Resources/deployments/${call.params['deployment'] ?? ''}`;

function deploymentOf(call: ArmCall): Deployment {
  const found = findDeployment(call.world, idOf(call));
  if (found) return found;
  throw new ArmError(404, 'DeploymentNotFound', `Deployment '${call.params['deployment'] ?? ''}' could not be found.`);
}

/** PUT: 201 for a new deployment, 200 for one of a known name; it runs with the caller's rights. */
export function putDeployment(call: ArmCall): ArmAnswer {
  const id = idOf(call);
  const before = findDeployment(call.world, id);
  if (before && before.endedAt === undefined) {
    throw new ArmError(
      409,
      'DeploymentActive',
      `Unable to edit or replace deployment '${before.name}': previous deployment is still active.`,
    );
  }
  const deployment = readDeployment(call, id);
  requireSameRegion(before, deployment);
  requirePolicies(call, deployment);
  saveDeployment(call.world, deployment);
  planDeploymentStep(call.world, deployment.id);
  const status = `${call.origin}${deployment.id}/operationStatuses/${deployment.statusId}?api-version=${call.apiVersion}`;
  return {
    status: before ? 200 : 201,
    headers: { 'Azure-AsyncOperation': status, 'Retry-After': '1' },
    body: deploymentView(deployment, call.world.clock.now()),
  };
}

/** At a subscription a deployment keeps its region. @throws ArmError 409 */
function requireSameRegion(before: Deployment | undefined, { id, name, location }: Deployment): void {
  if (!before || groupOf(id) !== '' || before.location === location) return;
  throw new ArmError(
    409,
    'InvalidDeploymentLocation',
    `Invalid deployment location '${location}'. The deployment '${name}' already exists in location '${before.location}'.`,
  );
}

/** POST validate: the deployment as it would be, or why it cannot be. */
export function validateDeployment(call: ArmCall): ArmAnswer {
  const deployment = readDeployment(call, idOf(call));
  requirePolicies(call, deployment);
  const view = deploymentView({ ...deployment, state: 'Succeeded' }, call.world.clock.now());
  return { status: 200, body: view };
}

/** @throws ArmError 404 */
export function getDeployment(call: ArmCall): ArmAnswer {
  return { status: 200, body: deploymentView(deploymentOf(call), call.world.clock.now()) };
}

/** 204 where it is there, 404 where not; both without a body. */
export function headDeployment(call: ArmCall): ArmAnswer {
  return { status: findDeployment(call.world, idOf(call)) ? 204 : 404 };
}

/** Those of a scope, newest first. */
export function listDeployments(call: ArmCall): ArmAnswer {
  const now = call.world.clock.now();
  const found = deploymentsOf(call.world, scopeOf(call));
  const newestFirst = found.toSorted((a, b) => b.startedAt - a.startedAt);
  return { status: 200, body: { value: newestFirst.map((deployment) => deploymentView(deployment, now)) } };
}

/** Forgets the deployment; what it made stays. 204 where there was none. */
export function deleteDeployment(call: ArmCall): ArmAnswer {
  return { status: removeDeployment(call.world, idOf(call)) ? 200 : 204 };
}

/** Begins nothing more; what was begun goes on. @throws ArmError 404, 409 where it is over */
export function cancelDeployment(call: ArmCall): ArmAnswer {
  const deployment = deploymentOf(call);
  if (deployment.endedAt !== undefined) {
    throw new ArmError(409, 'DeploymentCannotBeCancelled', `The deployment '${deployment.name}' is not running.`);
  }
  saveDeployment(call.world, { ...deployment, state: 'Canceled', endedAt: call.world.clock.now() });
  return { status: 204 };
}

/** The template as it was given. @throws ArmError 404 */
export function exportTemplate(call: ArmCall): ArmAnswer {
  return { status: 200, body: { template: deploymentOf(call).template } };
}

/** One for each resource that was begun. @throws ArmError 404 */
export function listOperations(call: ArmCall): ArmAnswer {
  const deployment = deploymentOf(call);
  const now = call.world.clock.now();
  const begun = deployment.operations.filter(({ state }) => state !== 'Waiting');
  return { status: 200, body: { value: begun.map((operation) => operationView(deployment, operation, now)) } };
}

/** GET …/operations/{operationId}. @throws ArmError 404 */
export function getOperation(call: ArmCall): ArmAnswer {
  const deployment = deploymentOf(call);
  const wanted = call.params['operationId'] ?? '';
  const found = deployment.operations.find(({ operationId, state }) => operationId === wanted && state !== 'Waiting');
  if (found) return { status: 200, body: operationView(deployment, found, call.world.clock.now()) };
  throw new ArmError(404, 'DeploymentOperationNotFound', `The deployment operation '${wanted}' could not be found.`);
}

/** GET …/operationStatuses/{id}: a word while it runs, the error when it failed. */
export function getOperationStatus(call: ArmCall): ArmAnswer {
  const { state, error } = deploymentOf(call);
  const status = state === 'Accepted' ? 'Running' : state;
  return { status: 200, ...(status === 'Running' && { headers: { 'Retry-After': '1' } }), body: { status, ...(error && { error }) } };
}
