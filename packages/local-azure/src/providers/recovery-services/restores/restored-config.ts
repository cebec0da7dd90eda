import { at, record } from '../../../world/json';
import { own } from '../../../world/own';
import type { ArmResource } from '../../../world/world';
import type { ServiceEdition } from '../backup-service';
import type { PointContents } from '../state/recovery-point-store';
import type { DiskToRestore } from './restored-disks';
import { settingsOf } from './restored-keys';
import { osTypeOf } from '../state/vm-disks';

/** A restored disk and where it is: an ARM id, or the URL of a VHD. */
export interface PlacedDisk extends DiskToRestore {
  place: string;
}

const NULS = '\0\0';

/** The configuration of a restored machine: JSON in UTF-16 LE with NULs at its end. */
export function configBytes(edition: ServiceEdition, held: PointContents, disks: readonly PlacedDisk[]): Buffer {
  const config = edition === '2017-01' ? configOf2017(held, disks) : configOfToday(held, disks);
  return Buffer.from(JSON.stringify(config) + NULS, 'utf16le');
}

function configOfToday({ vm, keys }: PointContents, disks: readonly PlacedDisk[]) {
  const shown = disks.map(({ name, lun, gib, caching, writeAcceleratorEnabled, place }) => ({
    ...(lun !== undefined && { lun }),
    name,
    createOption: 'Attach',
    caching,
    ...(writeAcceleratorEnabled && { writeAcceleratorEnabled }),
    diskSizeGB: gib,
    ...(place.startsWith('https://') ? { vhd: { uri: place } } : { managedDisk: { id: place } }),
  }));
  const [osDisk, ...dataDisks] = shown;
  const dual = keys?.encryption.mechanism === 'DoublePass' ? { encryptionSettings: { enabled: true, ...settingsOf(keys) } } : {};
  return {
    id: vm.id,
    name: vm.name,
    type: vm.type,
    location: vm.location,
    ...(vm.tags && { tags: vm.tags }),
    ...(vm['plan'] !== undefined && { plan: vm['plan'] }),
    'properties.hardwareProfile': record(vm.properties['hardwareProfile']),
    'properties.storageProfile': { osDisk: { osType: osTypeOf(vm), ...osDisk, ...dual }, dataDisks },
    'properties.networkProfile': record(vm.properties['networkProfile']),
    ...told(vm, [
      'securityProfile',
      'availabilitySet',
      'licenseType',
      'additionalCapabilities',
      'proximityPlacementGroup',
      'host',
      'hostGroup',
    ]),
    ...(vm['identity'] !== undefined && { identity: vm['identity'] }),
  };
}

const told = ({ properties }: ArmResource, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [`properties.${name}`, own(properties, name)]).filter(([, value]) => value !== undefined));

/** The shape that the scripts of January 2017 read. */
function configOf2017({ vm }: PointContents, disks: readonly PlacedDisk[]) {
  const shown = disks.map(({ name, lun, caching, place }) => ({
    ...(lun !== undefined && { Lun: lun }),
    Name: name,
    Caching: caching,
    CreateOption: 'Attach',
    VirtualHardDisk: { Uri: place },
  }));
  const [osDisk, ...dataDisks] = shown;
  return {
    Name: vm.name,
    Location: vm.location,
    HardwareProfile: { VirtualMachineSize: at(vm.properties, 'hardwareProfile', 'vmSize') },
    StorageProfile: { OSDisk: { OperatingSystemType: osTypeOf(vm), ...osDisk }, DataDisks: dataDisks },
  };
}
