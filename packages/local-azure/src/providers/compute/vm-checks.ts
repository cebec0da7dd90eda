import { requireLinked } from '../../arm/authorize';
import { ArmError, type ArmCall } from '../../arm/route';
import { blobAt } from '../../world/storage/blobs';
import { guestOf } from '../../world/compute/guests';
import { reservedFor, reservedWords } from '../../world/network/interface-reservations';
import { at, list, record, text } from '../../world/json';
import type { ArmResource, World } from '../../world/world';
import { vhdsOf } from './boot';
import { managedDiskIds } from './disks';
import { disksOf } from './disk-encryption';
import { requireDiskFeatures, requireOffForUltra } from './disk-features';
import { requireUsableSettings } from './encryption-checks';
import { requireProximity } from './proximity-placement-groups';
import { requireCores } from './quota';
import { requireOffForFirmware, requireSameSecurity } from './security-type';
import { requireHardware, requireOffered } from './size-offers';
import { mostDataDisks, requireSize } from './sizes';
import { AVAILABILITY_SET_TYPE } from './types';
import { holderOf } from '../../world/compute/vhd-holders';

/** Everything that Azure looks at before it takes a new machine. Codes are partly assumed. @throws ArmError */
export function requireCreatable(call: ArmCall, vm: ArmResource): void {
  requireKnownSize(vm);
  requireOffered(call.world, vm);
  requireSet(call, vm);
  requireProximity(call, undefined, vm);
  requireDisks(call, vm, []);
  requireDiskFeatures(call.world, vm);
  requireSameSecurity(call.world, vm);
  if (nicIdsOf(vm).length === 0) throw new ArmError(400, 'InvalidParameter', "Required parameter 'networkProfile' is missing (null).");
  requireInterfaces(call, vm, nicIdsOf(vm));
}

/** What Azure looks at when it has kept the interfaces for the machine. @throws ArmError */
export function requireRoom(call: ArmCall, vm: ArmResource): void {
  requireEncryption(call, vm);
  requireCores(call.world, vm);
  requireHardware(call.world, vm);
}

/** What Azure looks at before a machine gets other disks or network interfaces than it has. @throws ArmError */
export function requireChangeable(call: ArmCall, before: ArmResource, after: ArmResource): void {
  if (sizeOf(after) !== sizeOf(before)) {
    requireKnownSize(after);
    requireOffered(call.world, after);
    requireHardware(call.world, after);
  }
  requireOffForFirmware(call.world, before, after);
  requireOffForUltra(call.world, before, after);
  requireProximity(call, before, after);
  requireDisks(call, after, [...managedDiskIds(before), ...vhdsOf(before)]);
  requireDiskFeatures(call.world, after);
  if (managedDiskIds(after)[0]?.toLowerCase() !== managedDiskIds(before)[0]?.toLowerCase()) requireSameSecurity(call.world, after);
  const added = without(nicIdsOf(after), nicIdsOf(before));
  const dropped = without(nicIdsOf(before), nicIdsOf(after));
  if (added.length === 0 && dropped.length === 0) return;
  if (nicIdsOf(after).length === 0) throw new ArmError(400, 'InvalidParameter', "Required parameter 'networkProfile' is missing (null).");
  requireInterfaces(call, after, added);
  if (guestOf(call.world, before.id).power === 'deallocated') return;
  throw new ArmError(
    400,
    'AddingOrDeletingNetworkInterfacesOnARunningVirtualMachineNotSupported',
    `Virtual machine ${before.id} must be stop-deallocated before its network interfaces can be changed.`,
  );
}

const sizeOf = ({ properties }: ArmResource) => text(at(properties, 'hardwareProfile', 'vmSize'));

function requireKnownSize(vm: ArmResource): void {
  const size = sizeOf(vm);
  if (size !== undefined) requireSize(size);
}

/** The availability set that a new machine is to be in. @throws ArmError 404 */
function requireSet({ world }: ArmCall, vm: ArmResource): void {
  const id = text(at(vm.properties, 'availabilitySet', 'id'));
  if (id === undefined || world.resources.get(id)?.type === AVAILABILITY_SET_TYPE) return;
  throw new ArmError(404, 'NotFound', `Resource ${id} referenced by resource ${vm.id} was not found.`);
}

/** Ids or URLs that are not among others, in any case. */
export function without(places: readonly string[], others: readonly string[]): string[] {
  const known = new Set(others.map((one) => one.toLowerCase()));
  return places.filter((place) => !known.has(place.toLowerCase()));
}

function requireDisks(call: ArmCall, vm: ArmResource, had: readonly string[]): void {
  const { world } = call;
  const managed = managedDiskIds(vm);
  const vhds = vhdsOf(vm);
  if (managed.length > 0 && vhds.length > 0) {
    throw new ArmError(409, 'OperationNotAllowed', 'Addition of a managed disk to a VM with blob based disks is not supported.');
  }
  requirePlaces(vm);
  for (const id of without(managed, had)) {
    requireLinked(call, 'Microsoft.Compute/disks/write', id);
    const disk = world.resources.get(id);
    if (disk && disk.location !== vm.location) {
      throw new ArmError(
        400,
        'BadRequest',
        `Disk '${disk.name}' is in '${disk.location ?? ''}', the virtual machine in '${vm.location ?? ''}'.`,
      );
    }
  }
  for (const url of without(vhds, had)) {
    if (!blobAt(world, url)) throw new ArmError(400, 'InvalidParameter', `The disk blob ${url} does not exist.`);
    if (holderOf(world, url) !== undefined) {
      throw new ArmError(409, 'DiskBlobAlreadyInUseByAnotherDisk', `Blob ${url} is already in use by another disk.`);
    }
  }
}

/** Each data disk has a place of its own, and a size has only so many. @throws ArmError */
function requirePlaces({ properties }: ArmResource): void {
  const luns = list(record(properties['storageProfile'])['dataDisks']).map((disk) => Number(at(disk, 'lun')));
  const twice = luns.find((lun, i) => luns.indexOf(lun) !== i);
  if (twice !== undefined) {
    throw new ArmError(400, 'InvalidParameter', `A disk at LUN ${twice} already exists.`);
  }
  const most = mostDataDisks(text(at(properties, 'hardwareProfile', 'vmSize')) ?? '');
  if (luns.length <= most) return;
  throw new ArmError(
    409,
    'OperationNotAllowed',
    `The maximum number of data disks allowed to be attached to a VM of this size is ${most}.`,
  );
}

function requireInterfaces(call: ArmCall, vm: ArmResource, ids: readonly string[]): void {
  for (const id of ids) {
    const nic = call.world.resources.get(id);
    if (!nic) throw new ArmError(404, 'NotFound', `Resource ${id} referenced by resource ${vm.id} was not found.`);
    requireLinked(call, 'Microsoft.Network/networkInterfaces/join/action', id);
    if (nic.location !== vm.location) {
      throw new ArmError(400, 'InvalidResourceReference', `Network interface ${id} must be in the region of the virtual machine.`);
    }
    const keptFor = reservedFor(call.world, id);
    if (keptFor !== undefined && keptFor.toLowerCase() !== vm.id.toLowerCase()) {
      throw new ArmError(400, 'NicReservedForAnotherVm', reservedWords(keptFor));
    }
    const holder = text(at(nic.properties, 'virtualMachine', 'id'));
    if (holder !== undefined) throw new ArmError(400, 'NicInUse', `Network Interface ${id} is used by existing resource ${holder}.`);
  }
}

/** The network interfaces in a machine's model. */
export const nicIdsOf = (vm: ArmResource): string[] =>
  list(record(vm.properties['networkProfile'])['networkInterfaces']).flatMap((nic) => text(at(nic, 'id')) ?? []);

/** @throws ArmError when the encryption settings of a machine or of its disks cannot be used by the caller */
export function requireEncryption(call: ArmCall, vm: ArmResource): void {
  for (const { encryption } of disksOf(call.world, vm)) if (encryption) requireUsableSettings(call, encryption, vm.location ?? '');
}

/** A machine keeps the disk of its operating system; a managed one can be swapped while it is deallocated. @throws ArmError 409 */
export function refuseOtherDisk(world: World, before: ArmResource, properties: Record<string, unknown>): void {
  const fixed = guestOf(world, before.id).power === 'deallocated' ? ['vhd'] : ['managedDisk', 'vhd'];
  for (const path of [
    ['managedDisk', 'id'],
    ['vhd', 'uri'],
  ]) {
    const wanted = text(at(properties, 'storageProfile', 'osDisk', ...path));
    const present = text(at(before.properties, 'storageProfile', 'osDisk', ...path));
    if (wanted === undefined || wanted.toLowerCase() === present?.toLowerCase()) continue;
    if (present !== undefined && !fixed.includes(path[0] ?? '')) continue;
    throw new ArmError(409, 'PropertyChangeNotAllowed', `Changing property 'osDisk.${path.join('.')}' is not allowed.`);
  }
}
