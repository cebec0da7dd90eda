import { randomUUID } from 'node:crypto';
import { ArmError } from '../../arm/route';
import type { ArmAnswer, ArmCall, Invoke } from '../../arm/route';
import { keepOperation } from '../../world/kept-operations';
import type { Principal } from '../../world/directory/principal';
import type { ArmResource, World } from '../../world/world';
import { forgetDeployments } from './deployments/deployment-store';

/** A resource group on its way out. */
interface GroupDeletion {
  id: string;
  groupId: string;
  /** Whose rights everything is done with. */
  principal: Principal;
  state: 'Running' | 'Succeeded' | 'Failed';
  /** Resources that refused to go. */
  left?: string[];
}

/** Time between looks at what is left of a group, in milliseconds. */
const LOOK_EVERY = 2000;
const VERSION = '2024-03-01';

export const GROUP_DELETION_STEP = 'resources.group-deletion';

const DELETIONS = 'group-deletions';

const deletions = (world: World) => world.documents<GroupDeletion>(DELETIONS);

function plan(world: World, id: string, dueAt: number): void {
  world.schedule.plan({ id: `${GROUP_DELETION_STEP}:${id}`, dueAt, kind: GROUP_DELETION_STEP, payload: id });
}

function setState(world: World, group: ArmResource, provisioningState: string): void {
  world.resources.put({ ...group, properties: { ...group.properties, provisioningState } });
}

/** Begins to delete a group and everything in it. Answers where to ask how far it is. */
export function beginDeletion({ world, principal }: ArmCall, group: ArmResource): string {
  const id = randomUUID();
  setState(world, group, 'Deleting');
  keepOperation(world, DELETIONS, id, { id, groupId: group.id, principal, state: 'Running' } satisfies GroupDeletion);
  plan(world, id, world.clock.now());
  return id;
}

/** Goes on with it: what can go goes, each resource as its provider deletes it. It fails when nothing moves any more. */
export function continueDeletion(world: World, invoke: Invoke, id: string): void {
  const deletion = deletions(world).get(id);
  const group = deletion && world.resources.get(deletion.groupId);
  if (!deletion || !group) return;
  for (const resource of resourcesIn(world, group)) if (!isGoing(resource)) remove(world, invoke, deletion, resource);
  const left = resourcesIn(world, group);
  if (left.length === 0) {
    forgetDeployments(world, group.id);
    world.resources.delete(group.id);
    deletions(world).put(id, { ...deletion, state: 'Succeeded' });
    return;
  }
  if (left.some(isGoing) || left.length !== deletion.left?.length) {
    deletions(world).put(id, { ...deletion, left: left.map((resource) => resource.id) });
    plan(world, id, world.clock.now() + LOOK_EVERY);
    return;
  }
  giveUpDeletion(world, id);
}

/** What is left of the group stays, and can be deleted again. */
export function giveUpDeletion(world: World, id: string): void {
  const deletion = deletions(world).get(id);
  const group = deletion && world.resources.get(deletion.groupId);
  if (!deletion || !group) return;
  setState(world, group, 'Succeeded');
  deletions(world).put(id, { ...deletion, state: 'Failed', left: resourcesIn(world, group).map((resource) => resource.id) });
}

/** Whatever is in the group itself; children go with their parents. */
function resourcesIn(world: World, group: ArmResource): ArmResource[] {
  return world.resources.below(group.id).filter(({ id }) => id.slice(group.id.length).split('/').length === 5);
}

const isGoing = ({ properties }: ArmResource): boolean => properties['provisioningState'] === 'Deleting';

/** What is still in use refuses, and is asked again once more has gone. What nobody serves has nobody to refuse. */
function remove(world: World, invoke: Invoke, { principal }: GroupDeletion, { id }: ArmResource): void {
  try {
    invoke(world, principal, 'DELETE', `${encodeURI(id)}?api-version=${VERSION}`);
  } catch (error) {
    if (!(error instanceof ArmError)) throw error;
    if (error.status === 501 || error.code === 'InvalidResourceNamespace') world.resources.delete(id);
  }
}

/** GET …/operationresults/{id}: 202 while it runs, 200 when the group is gone, 409 when something in it would not go. */
export function deletionResult(call: ArmCall): ArmAnswer {
  const deletion = deletions(call.world).get((call.params['operation'] ?? '').toLowerCase());
  if (!deletion) throw new ArmError(404, 'ResourceNotFound', `The operation '${call.params['operation'] ?? ''}' was not found.`);
  if (deletion.state === 'Succeeded') return { status: 200 };
  if (deletion.state === 'Running') return { status: 202, headers: pollHeaders(call, deletion.id) };
  const name = deletion.groupId.slice(deletion.groupId.lastIndexOf('/') + 1);
  throw new ArmError(
    409,
    'ResourceGroupDeletionBlocked',
    `Deletion of resource group '${name}' failed as resources with identifiers '${(deletion.left ?? []).join(',')}' could not be deleted. The provisioning state of the resource group will be rolled back.`,
  );
}

/** Where to ask how far the deletion is. */
export function pollHeaders(call: ArmCall, id: string): Record<string, string> {
  const subscription = call.params['subscriptionId'] ?? '';
  return {
    Location: `${call.origin}/subscriptions/${subscription}/operationresults/${id}?api-version=${call.apiVersion}`,
    'Retry-After': '1',
  };
}
