import { randomUUID } from 'node:crypto';
import type { ArmAnswer, ArmCall } from '../../arm/route';
import { ArmError } from '../../arm/route';
import { keepOperation } from '../../world/kept-operations';
import { queueingPace } from '../../world/time/pace';
import type { World } from '../../world/world';
import { findItem, keyOfItem, type Item } from './state/item-store';
import { itemView } from './state/item-view';
import { findJob } from './state/job-store';
import { NEVER, stamp } from './moments';
import { vaultKey } from './names';
import { vaultOfCall } from './state/vault-store';
import { param } from './wire';

/** A long-running operation. It ends with its job, or at a moment of its own. */
export interface Operation {
  id: string;
  startedAt: number;
  doneAt?: number;
  jobIds: string[];
  /** True when it goes on until its jobs are over, as enabling, deleting and undeleting do. */
  lastsAsLongAsJobs: boolean;
  itemKey?: string;
}

/** How long after its job an operation says that it is done. */
const AFTER_JOB = 3000;

const OPERATIONS = 'backup-operations';

const operations = (world: World) => world.documents<Operation>(OPERATIONS);

/** Begins an operation in a vault and remembers it. */
export function beginOperation(world: World, vaultId: string, about: Partial<Operation>): Operation {
  const operation = { id: randomUUID(), startedAt: world.clock.now(), jobIds: [], lastsAsLongAsJobs: false, ...about };
  keepOperation(world, OPERATIONS, vaultKey(vaultId) + operation.id, operation);
  return operation;
}

/** The same for what is done as soon as its job is queued. */
export const beginQueueing = (world: World, item: Item, about: Partial<Operation>): Operation =>
  beginOperation(world, item.vaultId, { ...about, doneAt: queuedAt(world, item) });

/** When a job of an item is queued that the service accepts now. */
export const queuedAt = (world: World, item: Item): number => world.clock.now() + queueingPace.of(world, keyOfItem(item));

/** 202 with the absolute poll URLs of an operation; paths begin with `/subscriptions`. */
export function accepted(call: ArmCall, statusPath: string, resultPath: string, headers: Record<string, string> = {}): ArmAnswer {
  return {
    status: 202,
    headers: { 'Azure-AsyncOperation': pollUrl(call, statusPath), Location: pollUrl(call, resultPath), ...headers },
  };
}

/** A path as the caller reaches it. */
export function pollUrl(call: ArmCall, path: string, apiVersion: string = call.apiVersion): string {
  return `${call.origin}${path}?api-version=${apiVersion}`;
}

interface Outcome {
  status: 'InProgress' | 'Succeeded' | 'Failed';
  error?: { code: string; message: string };
}

function outcomeOf(world: World, vaultId: string, operation: Operation): Outcome {
  const now = world.clock.now();
  if (!operation.lastsAsLongAsJobs) return { status: now >= (operation.doneAt ?? operation.startedAt) ? 'Succeeded' : 'InProgress' };
  const jobs = operation.jobIds.flatMap((id) => findJob(world, vaultId, id) ?? []);
  if (jobs.some((job) => job.endedAt === undefined || now < job.endedAt + AFTER_JOB)) return { status: 'InProgress' };
  const error = jobs.find((job) => job.status === 'Failed')?.errors?.[0];
  return error ? { status: 'Failed', error: { code: error.errorTitle, message: error.errorString } } : { status: 'Succeeded' };
}

/** The operation a path names. @throws 404 BMSUserErrorOperationNotFound */
export function operationOfCall(call: ArmCall): { vaultId: string; operation: Operation } {
  const vaultId = vaultOfCall(call).id;
  const operation = operations(call.world).get(vaultKey(vaultId) + param(call, 'operationId').toLowerCase());
  if (!operation) throw new ArmError(404, 'BMSUserErrorOperationNotFound', 'The specified operation was not found in the vault.');
  return { vaultId, operation };
}

/** GET …/operationsStatus/{id}, {V}/backupOperations/{id}, …/backupPolicies/{p}/operations/{id} */
export function getStatus(call: ArmCall): ArmAnswer {
  const { vaultId, operation } = operationOfCall(call);
  const { status, error } = outcomeOf(call.world, vaultId, operation);
  const started = stamp(operation.startedAt);
  const done = status !== 'InProgress';
  return {
    status: 200,
    body: {
      id: operation.id,
      name: operation.id,
      status,
      startTime: started,
      // The service repeats the start here, whatever the real end was.
      endTime: done ? started : NEVER,
      ...(error && { error }),
      ...(done &&
        operation.jobIds.length > 0 && { properties: { objectType: 'OperationStatusJobExtendedInfo', jobId: operation.jobIds[0] } }),
    },
  };
}

/** GET …/backupPolicies/{p}/operations/{id}: as `getStatus`, with every job. */
export function getPolicyStatus(call: ArmCall): ArmAnswer {
  const { operation } = operationOfCall(call);
  const answer = getStatus(call);
  const properties = { objectType: 'OperationStatusJobsExtendedInfo', jobIds: operation.jobIds };
  return { ...answer, body: { ...Object(answer.body), properties } };
}

/** GET …/operationResults/{id}: 202 while running, then the item or nothing. */
export function getResult(call: ArmCall): ArmAnswer {
  const { vaultId, operation } = operationOfCall(call);
  const { status, error } = outcomeOf(call.world, vaultId, operation);
  if (status === 'InProgress') return { status: 202, headers: { Location: pollUrl(call, call.path) } };
  if (error) throw new ArmError(400, error.code, error.message);
  const item = operation.itemKey === undefined ? undefined : findItem(call.world, operation.itemKey);
  return item ? { status: 200, body: itemView(call, item) } : { status: 204 };
}

/** GET {V}/backupOperationResults/{id}: 202 while running, then nothing. */
export function getVaultResult(call: ArmCall): ArmAnswer {
  const answer = getResult(call);
  return answer.status === 202 ? answer : { status: 204 };
}
