import { randomUUID } from 'node:crypto';
import type { ArmAnswer, ArmCall } from '../../arm/route';
import { ArmError } from '../../arm/route';
import { nameOf, resourceId } from '../../world/arm-ids';
import { at } from '../../world/json';
import type { ArmResource, World } from '../../world/world';
import { restoreSpan } from './durations';
import { claim, claimOf, findItem, itemOfCall, keyOfItem, release } from './item-store';
import type { Item } from './item-store';
import { endJob, startJob } from './job-store';
import type { Job } from './job-store';
import { usDate } from './moments';
import { itemPath } from './names';
import { accepted, beginOperation } from './operations';
import { contentsOf, hasSnapshot } from './recovery-point-store';
import { pointOfCall } from './recovery-points';
import { readRestoreRequest, refusalsToRestore } from './restore-checks';
import type { RestoreRequest } from './restore-checks';
import { vaultOfCall } from './vault-store';
import { badRequest, properties } from './wire';

/** POST {I}/recoveryPoints/{rp}/restore: brings managed disks back into a resource group. Here the operation's id is the job's. */
export function trigger(call: ArmCall): ArmAnswer {
  const vault = vaultOfCall(call);
  const item = itemOfCall(call, vault.id);
  const point = pointOfCall(call, item);
  const request = readRestoreRequest(properties(call));
  const [refusal] = refusalsToRestore(call.world, vault, item, point, request);
  if (refusal) throw badRequest(refusal.code, `${refusal.message} ${refusal.recommendation}`);
  if (request.recoveryType !== 'RestoreDisks' || request.targetResourceGroupId === undefined || !point.managedDisks) {
    throw new ArmError(501, 'NotImplemented', 'Local Azure restores managed disks into a target resource group, nothing else yet.');
  }
  if (claimOf(call.world, keyOfItem(item))) {
    throw new ArmError(409, 'BMSUserErrorObjectLocked', 'Another operation is in progress on the selected item. Wait until it is over.');
  }
  const held = contentsOf(call.world, item, point.id);
  const span = restoreSpan(held?.disks ?? [], hasSnapshot(call.world, point));
  const id = randomUUID();
  startRestore(call.world, item, { id, activityId: call.clientRequestId, request, pointId: point.id, takenAt: point.takenAt, span });
  beginOperation(call.world, vault.id, { id, jobIds: [id] });
  const path = itemPath(item.vaultId, item.part);
  return accepted(call, `${path}/operationsStatus/${id}`, `${path}/operationResults/${id}`);
}

interface NewRestore {
  id: string;
  activityId: string | undefined;
  request: RestoreRequest;
  pointId: string;
  takenAt: number;
  span: number;
}

function startRestore(world: World, item: Item, { id, activityId, request, pointId, takenAt, span }: NewRestore): void {
  const target = request.targetResourceGroupId ?? '';
  startJob(
    world,
    {
      id,
      vaultId: item.vaultId,
      operation: 'Restore',
      itemKey: keyOfItem(item),
      vmId: item.vmId,
      vmName: item.vmName,
      part: item.part,
      activityId,
      cancellable: true,
      tasks: [{ id: 'Transfer data from vault', status: 'InProgress', startedAt: world.clock.now(), span }],
      propertyBag: {
        'Job Type': 'Recover disks',
        'Target VM Name': 'vmName',
        'Target Storage Account Name': nameOf(request.storageAccountId),
        // The blank at the end is the service's.
        'Recovery point time ': usDate(takenAt),
        'Target resource group': nameOf(target),
      },
      internalPropertyBag: { restoreLocationType: 'RestoreDisks' },
      details: { pointId, target },
    },
    span,
  );
  claim(world, keyOfItem(item), item.vmId, { vaultId: item.vaultId, jobId: id });
}

/** The end of a restore: the disks appear, encrypted as they were. */
export function finishRestore(world: World, job: Job): void {
  const item = findItem(world, job.itemKey);
  const held = item && contentsOf(world, item, job.details['pointId'] ?? '');
  for (const [place, disk] of (held?.disks ?? []).entries()) {
    world.resources.put(restoredDisk(disk, place, job, world.clock.now()));
  }
  endJob(world, job, 'Completed');
  release(world, job.itemKey, job.vmId);
}

export function abandonRestore(world: World, job: Job): void {
  endJob(world, job, 'Cancelled');
  release(world, job.itemKey, job.vmId);
}

function restoredDisk(disk: ArmResource, place: number, job: Job, now: number): ArmResource {
  const [, , subscription = '', , group = ''] = (job.details['target'] ?? '').split('/');
  const stamp = new Date(job.startedAt)
    .toISOString()
    .replaceAll(/[-:]|\..*/g, '')
    .replace('T', '-');
  const name = `${job.vmName.toLowerCase()}-${place === 0 ? 'osdisk' : `datadisk-${String(place - 1).padStart(3, '0')}`}-${stamp}`;
  const { managedBy: _, ...free } = disk;
  return {
    ...free,
    id: resourceId(subscription, group, `Microsoft.Compute/disks/${name}`),
    name,
    properties: {
      ...disk.properties,
      timeCreated: new Date(now).toISOString(),
      diskState: 'Unattached',
      creationData: { createOption: 'Restore', sourceResourceId: at(disk, 'id') },
    },
  };
}
