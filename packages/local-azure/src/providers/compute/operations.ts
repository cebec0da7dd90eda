import { randomUUID } from 'node:crypto';
import { ArmError, type ArmCall, type ArmHandler } from '../../arm/route';
import type { PowerState } from '../../world/compute/guests';
import { keepOperation } from '../../world/kept-operations';
import type { World } from '../../world/world';
import { computeTime } from '../../arm/compute-time';

/** What an operation brings about when its time has come. */
export type Effect =
  | { kind: 'power'; vmId: string; power: PowerState }
  | { kind: 'nothing'; id: string }
  | { kind: 'delete'; id: string }
  | { kind: 'provisioned'; id: string }
  | { kind: 'created'; id: string }
  | { kind: 'disk'; id: string }
  | { kind: 'extension'; id: string }
  | { kind: 'extension-gone'; id: string };

export interface OperationError {
  code: string;
  message: string;
}

interface Operation {
  id: string;
  startedAt: number;
  dueAt: number;
  effect: Effect;
  /** Set when it failed. */
  error?: OperationError;
}

export const OPERATION_STEP = 'compute.operation';

const OPERATIONS = 'compute-operations';

const operations = (world: World) => world.documents<Operation>(OPERATIONS);

/** Begins something that takes a while (milliseconds of the world's time); the effect happens when that is over. */
export function beginOperation(world: World, effect: Effect, takes: number): Operation {
  const startedAt = world.clock.now();
  const operation: Operation = { id: randomUUID(), startedAt, dueAt: startedAt + takes, effect };
  keepOperation(world, OPERATIONS, operation.id, operation);
  world.schedule.plan({ id: `${OPERATION_STEP}:${operation.id}`, dueAt: operation.dueAt, kind: OPERATION_STEP, payload: operation.id });
  return operation;
}

/** What an operation brings about; undefined when there is none with this id. */
export const effectOf = (world: World, operationId: string): Effect | undefined => operations(world).get(operationId)?.effect;

/** Notes that an operation failed. */
export function failOperation(world: World, operationId: string, error: OperationError): void {
  const operation = operations(world).get(operationId);
  if (operation) operations(world).put(operationId, { ...operation, error });
}

const failures = (world: World) => world.documents<OperationError>('compute-failures');

/** Why a machine or an extension stands as failed. */
export const failureOf = (world: World, id: string): OperationError | undefined => failures(world).get(id.toLowerCase());

/** Notes how the last operation on a machine or an extension ended. */
export function noteFailure(world: World, id: string, error: OperationError | undefined): void {
  if (error) failures(world).put(id.toLowerCase(), error);
  else failures(world).delete(id.toLowerCase());
}

/** What is done with a disk takes seconds, anything else longer. */
const lookEvery = ({ effect }: Operation) => (effect.kind === 'disk' ? '2' : '10');

/** The headers that lead a client to an operation; compute repeats a correlation in `p`. */
export function pollHeaders(call: ArmCall, location: string, operation: Operation): Record<string, string> {
  const place = operation.effect.kind === 'disk' ? 'DiskOperations' : 'operations';
  const base = `${call.origin}/subscriptions/${call.params['subscriptionId'] ?? ''}/providers/Microsoft.Compute/locations/${location}/${place}/${operation.id}`;
  const query = `p=${randomUUID()}&api-version=${call.apiVersion}`;
  return {
    'Azure-AsyncOperation': `${base}?${query}`,
    Location: `${base}?${query}&monitor=true`,
    'Azure-AsyncNotification': 'Enabled',
    'Retry-After': lookEvery(operation),
  };
}

/**
 * `AAO` answers the operation's status; `Location` (monitor=true) 202 until it is over. `outcome` is what such an operation shows at its end,
 * if it shows anything.
 */
export const getOperation =
  (outcome: (effect: Effect, call: ArmCall) => unknown = () => undefined): ArmHandler =>
  (call) => {
    const operation = operations(call.world).get((call.params['operationId'] ?? '').toLowerCase());
    if (!operation) throw new ArmError(404, 'NotFound', `The operation '${call.params['operationId'] ?? ''}' was not found.`);
    const done = call.world.clock.now() >= operation.dueAt;
    const output = done ? outcome(operation.effect, call) : undefined;
    const retryAfter = { 'Retry-After': lookEvery(operation) };
    if (call.query.get('monitor') === 'true') {
      return done
        ? { status: 200, body: output }
        : { status: 202, headers: { Location: call.origin + call.path + '?' + call.query.toString(), ...retryAfter } };
    }
    const startTime = computeTime(operation.startedAt);
    const { id: name, error } = operation;
    if (!done) return { status: 200, headers: retryAfter, body: { startTime, status: 'InProgress', name } };
    const status = error ? 'Failed' : 'Succeeded';
    const end = {
      endTime: computeTime(operation.dueAt),
      status,
      ...(error && { error }),
      ...(output !== undefined && { properties: { output } }),
    };
    return { status: 200, body: { startTime, ...end, name } };
  };
