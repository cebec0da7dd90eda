import { type ArmAnswer, type ArmCall, ArmError } from '../../../arm/route';
import { keepOperation } from '../../../world/kept-operations';
import { at } from '../../../world/json';
import type { World } from '../../../world/world';
import { NEVER, stamp } from '../moments';
import { pollUrl, queuedAt } from '../operations';
import { requireRestorable } from '../restores/restore-checks';
import { readRestoreRequest } from '../restores/restore-request';
import { requireTarget } from '../restores/restores';
import { startRestore } from '../restores/start-restore';
import { findItem } from '../state/item-store';
import { requireStaying } from '../state/vault-store';
import { badRequest, param } from '../wire';
import { accessOf } from './access-token';
import { requireReplicated } from './paired-region';
import { replicatedPoints } from './replicated-points';

/** An accepted restore, by its id, which is the job's too. */
interface Begun {
  location: string;
  startedAt: number;
  queuedAt: number;
}

const OPERATIONS = 'cross-region-operations';

const begun = (world: World) => world.documents<Begun>(OPERATIONS);

/** POST {L}/backupCrossRegionRestore: brings disks of a replicated point back in the paired region. */
export function trigger(call: ArmCall): ArmAnswer {
  const { world } = call;
  const access = accessOf(call, at(call.body, 'crossRegionRestoreAccessDetails'));
  const request = readRestoreRequest(at(call.body, 'restoreRequest'));
  const stored = world.resources.get(access.vaultId);
  const item = findItem(world, access.itemKey);
  if (!stored || !item) throw new ArmError(404, 'BMSUserErrorContainerObjectNotFound', 'The specified item was not found in the vault.');
  const { vault, region } = requireReplicated(requireStaying(stored));
  const point = replicatedPoints(world, vault, item).find(({ id }) => id === access.pointId);
  if (!point || at(call.body, 'restoreRequest', 'recoveryPointId') !== point.id) {
    throw badRequest('BMSUserErrorRecoveryPointNotFound', 'The specified recovery point was not found.');
  }
  const { targetResourceGroupId: targetGroupId } = request;
  if (targetGroupId === undefined || !point.managedDisks) {
    throw badRequest('BMSUserErrorInvalidInput', 'In the paired region disks are restored as managed disks, into a resource group.');
  }
  // Staging account and disks are of the region in which the restore runs.
  requireRestorable(world, { ...vault, location: region }, item, point, request);
  if (request.recoveryType !== 'RestoreDisks') {
    throw new ArmError(501, 'NotImplemented', 'Local Azure restores disks alone in the paired region.');
  }
  requireTarget(call, request);
  const id = startRestore(call, item, point, request, { targetGroupId, region });
  keepOperation(world, OPERATIONS, id, { location: region, startedAt: world.clock.now(), queuedAt: queuedAt(world, item) } satisfies Begun);
  const of = `/subscriptions/${param(call, 'subscriptionId')}/providers/Microsoft.RecoveryServices/locations/${region}`;
  return {
    status: 202,
    headers: {
      'Azure-AsyncOperation': pollUrl(call, `${of}/backupCrrOperationsStatus/${id}`),
      Location: pollUrl(call, `${of}/backupCrrOperationResults/${id}`),
      'Retry-After': '60',
    },
  };
}

/** The operation a path names. @throws 404 BMSUserErrorOperationNotFound */
function operationOf(call: ArmCall): Begun & { id: string } {
  const id = param(call, 'operationId').toLowerCase();
  const found = begun(call.world).get(id);
  if (found?.location === param(call, 'location').toLowerCase()) return { ...found, id };
  throw new ArmError(404, 'BMSUserErrorOperationNotFound', 'The specified operation was not found.');
}

/** GET {L}/backupCrrOperationsStatus/{id}: done once the job has begun, which it names. */
export function status(call: ArmCall): ArmAnswer {
  const { id, startedAt, queuedAt: until } = operationOf(call);
  const startTime = stamp(startedAt);
  if (call.world.clock.now() < until) return { status: 200, body: { id, name: id, status: 'InProgress', startTime, endTime: NEVER } };
  const properties = { objectType: 'OperationStatusJobExtendedInfo', jobId: id };
  return { status: 200, body: { id, name: id, status: 'Succeeded', startTime, endTime: startTime, properties } };
}

/** GET {L}/backupCrrOperationResults/{id} */
export function result(call: ArmCall): ArmAnswer {
  return { status: call.world.clock.now() < operationOf(call).queuedAt ? 202 : 200 };
}
