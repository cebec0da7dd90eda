import { randomUUID } from 'node:crypto';
import { pollPathOf } from '../../../arm/poll';
import { ArmError, type Invoke } from '../../../arm/route';
import { groupId, groupOf, subscriptionOf } from '../../../world/arm-ids';
import type { ArmResource, World } from '../../../world/world';
import type { Deployment, DeploymentOperation } from './deployment-store';

const VERSION = '2024-03-01';

/** Resources of the group that stand by themselves and are not in the template. Children go with their parents, or stay. */
export function surplus(world: World, { id, operations }: Pick<Deployment, 'id' | 'operations'>): ArmResource[] {
  if (groupOf(id) === '') return [];
  const group = groupId(subscriptionOf(id), groupOf(id));
  const wanted = new Set(operations.map((one) => one.id.toLowerCase()));
  const isOwn = (resource: ArmResource) => resource.id.slice(group.length).split('/').length === 5;
  return world.resources.below(group).filter((resource) => isOwn(resource) && !wanted.has(resource.id.toLowerCase()));
}

/** What a deployment in the complete mode does when everything that its template names is there: it deletes all else in the group. */
export const deletionsOf = (world: World, deployment: Deployment): DeploymentOperation[] =>
  surplus(world, deployment).map(({ id, type, name }) => ({
    operationId: randomUUID().replaceAll('-', '').slice(0, 16).toUpperCase(),
    id,
    type,
    name,
    apiVersion: VERSION,
    source: {},
    loops: {},
    dependsOn: [],
    state: 'Waiting',
    deletes: true,
  }));

/** Deletes a resource with the rights of whom deploys. What is in use or locked waits, with the reason, until the others are gone. */
export function deleteSurplus(
  world: World,
  invoke: Invoke,
  { principal }: Deployment,
  operation: DeploymentOperation,
): DeploymentOperation {
  const now = world.clock.now();
  const { error: _, ...begun } = { ...operation, startedAt: operation.startedAt ?? now };
  if (!world.resources.get(operation.id)) return { ...begun, endedAt: now, state: 'Succeeded' };
  try {
    const answer = invoke(world, principal, 'DELETE', `${encodeURI(operation.id)}?api-version=${operation.apiVersion}`);
    const pollPath = pollPathOf(answer);
    return pollPath === undefined ? { ...begun, endedAt: now, state: 'Succeeded' } : { ...begun, state: 'Running', pollPath };
  } catch (error) {
    if (!(error instanceof ArmError)) throw error;
    return { ...begun, state: 'Waiting', error: { code: error.code, message: error.message } };
  }
}

/** Deletions that wait while nothing else moves any more have failed. */
export function stuck(before: readonly DeploymentOperation[], now: readonly DeploymentOperation[], at: number): DeploymentOperation[] {
  const moves = now.some(({ state }, place) => state === 'Running' || state !== before[place]?.state);
  return now.map((one) => (!moves && one.deletes && one.state === 'Waiting' && one.error ? { ...one, state: 'Failed', endedAt: at } : one));
}
