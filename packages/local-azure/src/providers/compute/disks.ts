import { randomUUID } from 'node:crypto';
import { deleteResource, putResource, resourceOf } from '../../arm/resource-handlers';
import { ArmError, type ArmAnswer, type ArmCall } from '../../arm/route';
import { at, list, record, text } from '../../world/json';
import { groupId, groupOf, subscriptionOf } from '../../world/arm-ids';
import type { ArmResource, World } from '../../world/world';
import { DISK_TYPE } from './types';

const GIB = 1024 ** 3;

/** PUT of a disk; what the caller leaves out comes from the disk it copies, or from before. */
export const putDisk = putResource(DISK_TYPE, ({ properties, body, before }, call) => {
  const source = text(at(properties, 'creationData', 'sourceResourceId'));
  const origin = source === undefined ? undefined : call.world.resources.get(source);
  const size = Number(properties['diskSizeGB'] ?? before?.properties['diskSizeGB'] ?? origin?.properties['diskSizeGB'] ?? 32);
  return {
    sku: { name: text(at(body, 'sku', 'name')) ?? 'Standard_LRS', tier: 'Standard' },
    ...(before?.['managedBy'] !== undefined && { managedBy: before['managedBy'] }),
    properties: {
      ...inherited(origin),
      ...before?.properties,
      ...properties,
      diskSizeGB: size,
      diskSizeBytes: size * GIB,
      diskState: before?.properties['diskState'] ?? 'Unattached',
      timeCreated: before?.properties['timeCreated'] ?? new Date(call.world.clock.now()).toISOString(),
      uniqueId: before?.properties['uniqueId'] ?? randomUUID(),
      provisioningState: 'Succeeded',
    },
  };
});

function inherited(origin: ArmResource | undefined): Record<string, unknown> {
  const { osType, hyperVGeneration, encryptionSettingsCollection } = record(origin?.properties);
  return Object.fromEntries(
    Object.entries({ osType, hyperVGeneration, encryptionSettingsCollection }).filter(([, value]) => value !== undefined),
  );
}

export function deleteDisk(call: ArmCall): ArmAnswer {
  if (!call.world.resources.get(call.path)) return { status: 204 };
  const disk = resourceOf(call, DISK_TYPE);
  const holder = text(disk['managedBy']);
  if (holder !== undefined) throw new ArmError(409, 'OperationNotAllowed', `Disk ${disk.name} is attached to VM ${holder}.`);
  return deleteResource(call);
}

/** The ids of the managed disks in a machine's model. */
export function managedDiskIds(vm: ArmResource): string[] {
  const storage = record(vm.properties['storageProfile']);
  return [storage['osDisk'], ...list(storage['dataDisks'])].flatMap((disk) => text(at(disk, 'managedDisk', 'id')) ?? []);
}

/** Notes on each of a machine's disks who holds it. @throws ArmError 409 when another machine does, 404 when it is not there */
export function attachDisks(world: World, vm: ArmResource): void {
  for (const id of managedDiskIds(vm)) {
    const disk = world.resources.get(id);
    if (!disk) throw new ArmError(404, 'NotFound', `Disk ${id} is not found.`);
    const holder = text(disk['managedBy']);
    if (holder !== undefined && holder.toLowerCase() !== vm.id.toLowerCase()) {
      throw new ArmError(
        409,
        'ConflictingUserInput',
        `Disk '${disk.name}' cannot be attached as the disk is already owned by VM '${holder}'.`,
      );
    }
    world.resources.put({ ...disk, managedBy: vm.id, properties: { ...disk.properties, diskState: 'Attached' } });
  }
}

/** The disks of a machine that goes away stay, held by nobody. */
export function detachDisks(world: World, vmId: string): void {
  const vm = world.resources.get(vmId);
  for (const id of vm ? managedDiskIds(vm) : []) {
    const disk = world.resources.get(id);
    if (!disk) continue;
    const { managedBy: _, ...free } = disk;
    world.resources.put({
      ...free,
      id: disk.id,
      name: disk.name,
      type: disk.type,
      properties: { ...disk.properties, diskState: 'Unattached' },
    });
  }
}

/** Where the disk of a machine's model lies, when the model names no disk yet: in the machine's own group. */
export const newDiskId = (vmId: string, name: string): string =>
  `${groupId(subscriptionOf(vmId), groupOf(vmId))}/providers/${DISK_TYPE}/${name}`;
