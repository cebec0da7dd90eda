import { randomUUID } from 'node:crypto';
import { wanted } from '../../arm/resource-handlers';
import { ArmError, type ArmAnswer, type ArmCall } from '../../arm/route';
import { nameOf } from '../../world/arm-ids';
import { HEALTHY_GUEST, putGuest } from '../../world/guests';
import { at, list, record, text } from '../../world/json';
import type { ArmResource, World } from '../../world/world';
import { atRest, requireUsableSet } from './at-rest';
import { attach } from './attachments';
import { newDiskId } from './disks';
import { beginOperation, pollHeaders } from './operations';
import { requireHostEncryption } from './other-encryption';
import { DISK_TYPE, VM_TYPE } from './types';
import { refuseOtherDisk, requireCreatable } from './vm-checks';

const CREATE_TAKES = 45_000;
const UPDATE_TAKES = 10_000;
const DEFAULT_GIB = 127;

/** PUT of a machine: 201 when new, 200 when not, long-running. Disks that the model only names are created with it. */
export function putVirtualMachine(call: ArmCall): ArmAnswer {
  const { world } = call;
  const { id, name, location, tags, properties, before, body } = wanted(call, VM_TYPE);
  if (!before && text(at(properties, 'storageProfile', 'osDisk', 'createOption')) === undefined) {
    throw new ArmError(400, 'InvalidParameter', "Required parameter 'storageProfile.osDisk.createOption' is missing (null).");
  }
  if (before) refuseOtherDisk(before, properties);
  const operation = world.write(() => {
    const vm: ArmResource = {
      id,
      name,
      type: VM_TYPE,
      location,
      ...(tags && { tags }),
      ...(body['zones'] !== undefined && { zones: body['zones'] }),
      properties: {
        ...before?.properties,
        ...withoutPassword(properties),
        vmId: before?.properties['vmId'] ?? randomUUID(),
        timeCreated: before?.properties['timeCreated'] ?? new Date(world.clock.now()).toISOString(),
        provisioningState: before ? 'Updating' : 'Creating',
      },
    };
    const model = { ...vm, properties: { ...vm.properties, storageProfile: withDisks(call, vm) } };
    requireHostEncryption(call, before, model);
    if (!before) requireCreatable(call, model);
    attach(world, model);
    world.resources.put(model);
    if (before) return beginOperation(world, { kind: 'provisioned', id }, UPDATE_TAKES);
    putGuest(world, id, { ...HEALTHY_GUEST, power: 'starting' });
    return beginOperation(world, { kind: 'created', id }, CREATE_TAKES);
  });
  const { Location: _, ...headers } = pollHeaders(call, location, operation);
  return { status: before ? 200 : 201, headers, body: world.resources.get(id) };
}

/** Passwords are taken and never shown. */
function withoutPassword(properties: Record<string, unknown>): Record<string, unknown> {
  if (properties['osProfile'] === undefined) return properties;
  const { adminPassword: _, ...osProfile } = record(properties['osProfile']);
  return { ...properties, osProfile };
}

/** The storage profile with an id for every managed disk; new disks are put into the tree. */
function withDisks(call: ArmCall, vm: ArmResource): Record<string, unknown> {
  const profile = record(vm.properties['storageProfile']);
  const osDisk = withId(call, vm, spelled(record(profile['osDisk'])), `${vm.name}_OsDisk_1_${randomUUID().replaceAll('-', '')}`);
  const dataDisks = list(profile['dataDisks']).map((disk, i) =>
    withId(call, vm, spelled(record(disk)), `${vm.name}_DataDisk_${String(i)}`),
  );
  return { ...profile, osDisk, dataDisks };
}

/** What a model need not say of a disk that is there. */
function attached(world: World, id: string): Record<string, unknown> {
  const { osType, diskSizeGB } = record(world.resources.get(id)?.properties);
  return { name: nameOf(id), ...(osType !== undefined && { osType }), ...(diskSizeGB !== undefined && { diskSizeGB }) };
}

/** Some clients write words of the model in lower case; they are kept as Azure spells them. */
function spelled(disk: Record<string, unknown>): Record<string, unknown> {
  const spell = (name: string) => {
    const word = text(disk[name]);
    return word === undefined ? {} : { [name]: word.charAt(0).toUpperCase() + word.slice(1) };
  };
  return { ...disk, ...spell('osType'), ...spell('createOption') };
}

function withId(call: ArmCall, vm: ArmResource, disk: Record<string, unknown>, freshName: string): Record<string, unknown> {
  const managed = record(disk['managedDisk']);
  if (disk['vhd'] !== undefined) return disk;
  if (text(managed['id']) !== undefined) return { ...attached(call.world, text(managed['id']) ?? ''), ...disk };
  const name = text(disk['name']) ?? freshName;
  const id = newDiskId(vm.id, name);
  const storageAccountType = text(managed['storageAccountType']) ?? 'Standard_LRS';
  const { osType } = disk;
  const diskSizeGB = Number(disk['diskSizeGB'] ?? DEFAULT_GIB);
  const encryption = atRest({ encryption: { diskEncryptionSetId: at(managed, 'diskEncryptionSet', 'id') } });
  requireUsableSet(call, encryption, vm.location ?? '');
  call.world.resources.put({
    id,
    name,
    type: DISK_TYPE,
    ...(vm.location !== undefined && { location: vm.location }),
    sku: { name: storageAccountType },
    properties: {
      ...(osType !== undefined && { osType }),
      diskSizeGB,
      diskState: 'Unattached',
      creationData: { createOption: disk['createOption'] },
      encryption,
      provisioningState: 'Succeeded',
    },
  });
  return { ...disk, name, diskSizeGB, managedDisk: { ...managed, storageAccountType, id } };
}
