import { deleteResource, resourceOf, type View } from '../../arm/resource-handlers';
import { computeTime } from '../../arm/compute-time';
import { ArmError, type ArmAnswer, type ArmCall } from '../../arm/route';
import { at, list, record, recordOrNone, text } from '../../world/json';
import { forgetDisk } from '../../world/compute/disk-contents';
import { groupId, groupOf, subscriptionOf } from '../../world/arm-ids';
import type { ArmResource, World } from '../../world/world';
import { diskSku } from './disk-skus';
import { atRest, requireIdle, requireUsableSet } from './at-rest';
import { OF_DISKS } from './unserved-members';
import { refuseMembers } from '../../arm/refuse-members';
import { GIB, requireOneHolder, requireOpenNetwork, requireUsableCollection, storeDisk } from './create-disk';
import { beginOperation, pollHeaders, type Effect } from './operations';
import { DISK_TYPE } from './types';
import { guidOf } from '../../world/stable-ids';

/** A disk without what only we need to know. */
export const diskView: View = (disk) => {
  const { accessAccount: _, ...properties } = disk.properties;
  const { diskSizeGB } = properties;
  const usual = { networkAccessPolicy: 'AllowAll', publicNetworkAccess: 'Enabled', uniqueId: guidOf(disk.id.toLowerCase()) };
  const bytes = typeof diskSizeGB === 'number' && { diskSizeBytes: diskSizeGB * GIB };
  return { ...disk, properties: { ...usual, ...bytes, ...properties, encryption: atRest(properties) } };
};

/** PATCH of a disk: its size may grow, its encryption settings may change. */
export function patchDisk(call: ArmCall): ArmAnswer {
  const disk = resourceOf(call, DISK_TYPE);
  const body = record(call.body);
  const changes = record(body['properties']);
  if (Number(changes['diskSizeGB'] ?? Infinity) < Number(disk.properties['diskSizeGB'])) {
    throw new ArmError(400, 'ResizeDiskError', 'A disk can only grow.');
  }
  refuseMembers(body, OF_DISKS);
  const sku = text(at(body, 'sku', 'name'));
  const skuAfter = sku === undefined ? body['sku'] : { ...record(body['sku']), name: diskSku(sku) };
  requireOneHolder(changes);
  requireOpenNetwork(changes);
  requireUsableCollection(call, changes, disk.location ?? '');
  const encryption = atRest(changes);
  if (changes['encryption'] !== undefined) {
    requireUsableSet(call, encryption, disk.location ?? '');
    requireIdle(call, disk);
  }
  const tags = recordOrNone(body['tags']);
  const changed: ArmResource = {
    ...disk,
    ...(skuAfter !== undefined && { sku: skuAfter }),
    ...(tags && { tags: Object.fromEntries(Object.entries(tags).map(([name, value]) => [name, String(value)])) }),
    properties: { ...disk.properties, ...changes, ...(changes['encryption'] !== undefined && { encryption }) },
  };
  return changing(call, changed);
}

/** PUT of a disk: made, or changed as by PATCH. */
export function putDisk(call: ArmCall): ArmAnswer {
  storeDisk(call);
  return changing(call, resourceOf(call, DISK_TYPE));
}

/** What a change of a disk was recorded to take. A clock that only somebody's hand turns would let a client poll for ever. */
const takesFor = ({ clockMode }: World) => (clockMode.mode === 'standing' ? 0 : 1_000);

/** The service accepts what is to become of a disk, and is done with it a moment later. */
function changing(call: ArmCall, disk: ArmResource): ArmAnswer {
  const { world } = call;
  const takes = takesFor(world);
  const updating = { ...disk, properties: { ...disk.properties, provisioningState: 'Updating' } };
  world.resources.put(takes === 0 ? disk : updating);
  const operation = beginOperation(world, { kind: 'disk', id: disk.id }, takes);
  return { status: 202, headers: pollHeaders(call, disk.location ?? '', operation), body: updating };
}

/** What an operation of a disk shows at its end. */
export function changedDisk(effect: Effect, call: ArmCall): unknown {
  const disk = effect.kind === 'disk' ? call.world.resources.get(effect.id) : undefined;
  return disk && diskView(disk, call);
}

function refuseWhileChanged({ name, managedBy, properties }: ArmResource): void {
  if (managedBy !== undefined || properties['provisioningState'] !== 'Updating') return;
  throw new ArmError(409, 'Conflict', `Disk ${name} is being changed. Wait for the end of that operation.`);
}

function refuseWhileDownloaded({ name, properties }: ArmResource): void {
  if (properties['diskState'] !== 'ActiveSAS') return;
  throw new ArmError(
    409,
    'OperationNotAllowed',
    `There is an active shared access signature outstanding for disk ${name}. Call EndGetAccess first.`,
  );
}

function refuseWhileEmpty({ name, properties }: ArmResource): void {
  const state = text(properties['diskState']) ?? '';
  if (!state.endsWith('Upload')) return;
  throw new ArmError(409, 'OperationNotAllowed', `Disk ${name} is in state ${state}: its upload has not ended. Call EndGetAccess first.`);
}

const zoneOf = (resource: ArmResource) => text(list(resource['zones'])[0]) ?? '';

/** A disk of a zone has machines of that zone alone. */
function requireSameZone(vm: ArmResource, disk: ArmResource): void {
  const [ofMachine, ofDisk] = [zoneOf(vm), zoneOf(disk)];
  if (ofDisk === ofMachine || text(at(disk, 'sku', 'name'))?.endsWith('ZRS')) return;
  const why = `because it is not in the same zone as the VM. VM zone: '${ofMachine}'. Disk zone: '${ofDisk}'.`;
  throw new ArmError(400, 'BadRequest', `Disk ${disk.id} cannot be attached to the VM ${why}`);
}

/** 204 where there is none. @throws ArmError 409 while a machine has it or it is being downloaded */
export function deleteDisk(call: ArmCall): ArmAnswer {
  if (!call.world.resources.get(call.path)) return { status: 204 };
  const disk = resourceOf(call, DISK_TYPE);
  refuseWhileDownloaded(disk);
  const holder = text(disk['managedBy']);
  if (holder !== undefined) throw new ArmError(409, 'OperationNotAllowed', `Disk ${disk.name} is attached to VM ${holder}.`);
  forgetDisk(call.world, disk.id);
  return deleteResource(call);
}

/** The ids of the managed disks in a machine's model. */
export function managedDiskIds(vm: ArmResource): string[] {
  const storage = record(vm.properties['storageProfile']);
  return [storage['osDisk'], ...list(storage['dataDisks'])].flatMap((disk) => text(at(disk, 'managedDisk', 'id')) ?? []);
}

/** When it was last attached or detached, or its machine deallocated or started. */
const ownedSince = ({ clock }: World) => ({ LastOwnershipUpdateTime: computeTime(clock.now()) });

/** A machine that was deallocated or started counts as another holder of its disks from then on. */
export function markChangedHolder(world: World, vm: ArmResource): void {
  for (const disk of managedDiskIds(vm).flatMap((id) => world.resources.get(id) ?? []))
    world.resources.put({ ...disk, properties: { ...disk.properties, ...ownedSince(world) } });
}

/** Notes on each of a machine's disks who holds it. @throws ArmError 409 when another machine does, 404 when it is not there */
export function attachDisks(world: World, vm: ArmResource): void {
  for (const id of managedDiskIds(vm)) {
    const disk = world.resources.get(id);
    if (!disk) throw new ArmError(404, 'NotFound', `Disk ${id} is not found.`);
    refuseWhileChanged(disk);
    refuseWhileDownloaded(disk);
    refuseWhileEmpty(disk);
    requireSameZone(vm, disk);
    const holder = text(disk['managedBy']);
    if (holder !== undefined && holder.toLowerCase() !== vm.id.toLowerCase()) {
      throw new ArmError(
        409,
        'ConflictingUserInput',
        `Disk '${disk.name}' cannot be attached as the disk is already owned by VM '${holder}'.`,
      );
    }
    const since = holder === undefined ? ownedSince(world) : {};
    world.resources.put({ ...disk, managedBy: vm.id, properties: { ...disk.properties, ...since, diskState: 'Attached' } });
  }
}

/** What a machine had stays when the machine goes or takes others, held by nobody. */
export function freeDisks(world: World, ids: readonly string[]): void {
  for (const id of ids) {
    const disk = world.resources.get(id);
    if (!disk) continue;
    const { managedBy: _, ...free } = disk;
    world.resources.put({
      ...free,
      id: disk.id,
      name: disk.name,
      type: disk.type,
      properties: { ...disk.properties, ...ownedSince(world), diskState: 'Unattached' },
    });
  }
}

/** Where the disk of a machine's model lies, when the model names no disk yet: in the machine's own group. */
export const newDiskId = (vmId: string, name: string): string =>
  `${groupId(subscriptionOf(vmId), groupOf(vmId))}/providers/${DISK_TYPE}/${name}`;
