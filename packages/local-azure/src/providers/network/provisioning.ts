import { randomUUID } from 'node:crypto';
import { ArmError, type ArmAnswer, type ArmCall, type ArmHandler } from '../../arm/route';
import { keepOperation } from '../../world/kept-operations';
import { nameOf } from '../../world/arm-ids';
import { recordOrNone } from '../../world/json';
import { networkPace } from '../../world/time/pace';
import { own } from '../../world/own';
import type { World } from '../../world/world';

interface Operation {
  id: string;
  /** What it changes. */
  resourceId: string;
  dueAt: number;
  /** The operation that came after it. */
  supersededBy?: string;
}

const STEP = 'network.operation';
const OPERATIONS = 'network-operations';

const operations = (world: World) => world.documents<Operation>(OPERATIONS);
/** The newest operation on a resource, by the id of that. */
const newest = (world: World) => world.documents<string>('network-newest-operations');

/** A PUT that the service has accepted and is at for a while. `ofChangesOnly`: what is new is there at once. */
export const provisioned =
  (put: ArmHandler, { ofChangesOnly = false } = {}): ArmHandler =>
  (call) => {
    const isNew = call.world.resources.get(call.path) === undefined;
    const answer = put(call);
    const takes = ofChangesOnly && isNew ? 0 : networkPace.of(call.world, call.path);
    return takes === 0 ? answer : begun(call, answer, takes);
  };

function begun(call: ArmCall, answer: ArmAnswer, takes: number): ArmAnswer {
  const { world } = call;
  const made = world.resources.get(call.path);
  if (!made) return answer;
  const updating = { provisioningState: 'Updating' };
  const operation: Operation = { id: randomUUID(), resourceId: made.id, dueAt: world.clock.now() + takes };
  const before = operations(world).get(newest(world).get(made.id.toLowerCase()) ?? '');
  world.write(() => {
    world.resources.put({ ...made, properties: { ...made.properties, ...updating } });
    if (before && before.dueAt > world.clock.now()) operations(world).put(before.id, { ...before, supersededBy: operation.id });
    keepOperation(world, OPERATIONS, operation.id, operation);
    newest(world).put(made.id.toLowerCase(), operation.id);
    world.schedule.plan({ id: `${STEP}:${operation.id}`, dueAt: operation.dueAt, kind: STEP, payload: operation.id });
  });
  const body = recordOrNone(answer.body);
  const place = `${call.origin}/subscriptions/${call.params['subscriptionId'] ?? ''}/providers/Microsoft.Network/locations/${made.location ?? ''}/operations/${operation.id}`;
  return {
    ...answer,
    headers: { ...answer.headers, 'Azure-AsyncOperation': `${place}?api-version=${call.apiVersion}` },
    body: body && { ...body, properties: { ...recordOrNone(body['properties']), ...updating } },
  };
}

/** What happens when the time of an operation has come. */
export function planProvisioning(world: World): void {
  world.schedule.on(STEP, (payload) => {
    const operation = typeof payload === 'string' ? operations(world).get(payload) : undefined;
    const resource = operation && world.resources.get(operation.resourceId);
    if (!resource || operation.supersededBy !== undefined) return;
    world.resources.put({ ...resource, properties: { ...resource.properties, provisioningState: 'Succeeded' } });
    newest(world).delete(resource.id.toLowerCase());
  });
}

/** How an operation stands; one that another came after is called off, as was recorded. */
export function getOperation({ world, params }: ArmCall): ArmAnswer {
  const operation = operations(world).get((params['operationId'] ?? '').toLowerCase());
  if (!operation) throw new ArmError(404, 'OperationNotFound', `The operation '${params['operationId'] ?? ''}' was not found.`);
  const { id, supersededBy, dueAt } = operation;
  if (supersededBy !== undefined) {
    const message = `Operation ${id} was canceled and superseded by operation ${supersededBy}.`;
    const details = [{ code: 'CanceledAndSupersededDueToAnotherOperation', message }];
    return { status: 200, body: { status: 'Canceled', error: { code: 'Canceled', message: 'Operation was canceled.', details } } };
  }
  if (world.clock.now() >= dueAt) return { status: 200, body: { status: 'Succeeded' } };
  return { status: 200, headers: { 'Retry-After': '10' }, body: { status: 'InProgress' } };
}

/** What names something that the service is still at comes too early. @throws ArmError 429 RetryableError */
export function requireProvisioned(world: World, id: string, by: string): void {
  const resource = world.resources.get(id);
  if (resource?.properties['provisioningState'] !== 'Updating') return;
  const { dueAt = 0 } = operations(world).get(newest(world).get(resource.id.toLowerCase()) ?? '') ?? {};
  const seconds = Math.min(Math.max(1, Math.ceil((dueAt - world.clock.now()) / 1000)), 10);
  const message = `Cannot proceed with operation because resource ${id} used by resource ${by} is not in Succeeded state. Resource is in Updating state and the last operation that updated/is updating the resource is Put${own(WORDS, nameOf(resource.type)) ?? 'Resource'}Operation.`;
  throw new ArmError(
    429,
    'RetryableError',
    'A retryable error occurred.',
    { 'Retry-After': String(seconds) },
    {
      details: [{ code: 'ReferencedResourceNotProvisioned', message }],
    },
  );
}

const WORDS: Readonly<Record<string, string>> = {
  publicIPAddresses: 'PublicIpAddress',
  virtualNetworks: 'VirtualNetwork',
  networkSecurityGroups: 'NetworkSecurityGroup',
};
