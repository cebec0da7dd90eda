import { endOf, pollPathOf } from '../../../arm/poll';
import { ArmError, type Invoke } from '../../../arm/route';
import { at, record, text } from '../../../world/json';
import type { World } from '../../../world/world';
import { evaluate } from '../template/evaluate';
import { bodyOf } from '../template/expand';
import { TemplateError } from '../template/template-error';
import { deleteSurplus, deletionsOf, stuck } from './complete-mode';
import { contextOf } from './context';
import { findDeployment, saveDeployment, type Deployment, type DeploymentError, type DeploymentOperation } from './deployment-store';

/** Time between looks at what a deployment is waiting for, in milliseconds. */
const LOOK_EVERY = 2000;

export const DEPLOYMENT_STEP = 'resources.deployment';

/** Has the deployment looked at again in a while. */
export function planDeploymentStep(world: World, id: string): void {
  world.schedule.plan({
    id: `${DEPLOYMENT_STEP}:${id.toLowerCase()}`,
    dueAt: world.clock.now() + LOOK_EVERY,
    kind: DEPLOYMENT_STEP,
    payload: id,
  });
}

/** Goes on with a deployment: looks at what runs, begins what can begin, ends when nothing is left or something failed. */
export function continueDeployment(world: World, invoke: Invoke, id: string): void {
  const before = findDeployment(world, id);
  if (!before || (before.state !== 'Accepted' && before.state !== 'Running')) return;
  let deployment: Deployment = { ...before, state: 'Running' };
  for (const { operationId } of deployment.operations) {
    const operations = deployment.operations.map((one) =>
      one.operationId === operationId ? advance(world, invoke, deployment, one) : one,
    );
    deployment = { ...deployment, operations };
  }
  const isMade = deployment.operations.every(({ state }) => state === 'Succeeded');
  if (isMade && deployment.mode === 'Complete' && !deployment.operations.some(({ deletes }) => deletes)) {
    deployment = { ...deployment, operations: [...deployment.operations, ...deletionsOf(world, deployment)] };
  } else deployment = { ...deployment, operations: stuck(before.operations, deployment.operations, world.clock.now()) };
  const failed = deployment.operations.flatMap(({ state, error }) => (state === 'Failed' && error ? [error] : []));
  const isRunning = deployment.operations.some(({ state }) => state === 'Running');
  const isDone = deployment.operations.every(({ state }) => state === 'Succeeded');
  if (isDone || (failed.length > 0 && !isRunning)) saveDeployment(world, ended(world, deployment, failed));
  else {
    saveDeployment(world, deployment);
    planDeploymentStep(world, id);
  }
}

/** Ends a deployment that cannot go on. */
export function giveUpDeployment(world: World, id: string): void {
  const deployment = findDeployment(world, id);
  const internal = { code: 'InternalServerError', message: 'Encountered internal server error.' };
  if (deployment && deployment.endedAt === undefined) saveDeployment(world, ended(world, deployment, [internal]));
}

/** Of an output with a secure type nothing is kept but that. */
const withoutSecureValues = (outputs: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(outputs).map(([name, output]) => {
      const type = text(at(output, 'type'));
      return [name, type !== undefined && /^secure/i.test(type) ? { type } : output];
    }),
  );

function ended(world: World, deployment: Deployment, failed: DeploymentError[]): Deployment {
  const endedAt = world.clock.now();
  if (failed.length === 0) {
    try {
      const outputs = record(evaluate(contextOf(world, deployment), record(deployment.template['outputs'])));
      return { ...deployment, endedAt, state: 'Succeeded', outputs: withoutSecureValues(outputs) };
    } catch (error) {
      failed.push(errorOf(error));
    }
  }
  const message =
    'At least one resource deployment operation failed. Please list deployment operations for details. Please see https://aka.ms/arm-deployment-operations for usage details.';
  return { ...deployment, endedAt, state: 'Failed', error: { code: 'DeploymentFailed', message, details: failed } };
}

function advance(world: World, invoke: Invoke, deployment: Deployment, operation: DeploymentOperation): DeploymentOperation {
  if (operation.state === 'Running') return looked(world, invoke, deployment, operation);
  if (operation.state !== 'Waiting' || !isFree(deployment, operation)) return operation;
  if (operation.deletes) return deleteSurplus(world, invoke, deployment, operation);
  const startedAt = world.clock.now();
  try {
    const body = bodyOf(contextOf(world, deployment), operation);
    const answer = invoke(world, deployment.principal, 'PUT', `${encodeURI(operation.id)}?api-version=${operation.apiVersion}`, body);
    const pollPath = pollPathOf(answer);
    if (pollPath === undefined) return { ...operation, startedAt, endedAt: startedAt, state: 'Succeeded' };
    return { ...operation, startedAt, state: 'Running', pollPath };
  } catch (error) {
    return { ...operation, startedAt, endedAt: startedAt, state: 'Failed', error: errorOf(error) };
  }
}

/** Whether everything that must be there first is there. After a failure nothing new begins. */
function isFree({ operations }: Deployment, { dependsOn }: DeploymentOperation): boolean {
  if (operations.some(({ state }) => state === 'Failed')) return false;
  return dependsOn.every((id) => operations.find((one) => one.id === id)?.state === 'Succeeded');
}

function looked(world: World, invoke: Invoke, { principal }: Deployment, operation: DeploymentOperation): DeploymentOperation {
  const endedAt = world.clock.now();
  if (operation.deletes && !world.resources.get(operation.id)) return { ...operation, endedAt, state: 'Succeeded' };
  try {
    const end = endOf(world, invoke, principal, operation.pollPath ?? '');
    if (end === undefined) return operation;
    return end.error ? { ...operation, endedAt, state: 'Failed', error: end.error } : { ...operation, endedAt, state: 'Succeeded' };
  } catch (error) {
    return { ...operation, endedAt, state: 'Failed', error: errorOf(error) };
  }
}

function errorOf(error: unknown): DeploymentError {
  if (error instanceof ArmError) return error.content;
  if (error instanceof TemplateError) return { code: 'InvalidTemplate', message: error.message };
  throw error;
}
