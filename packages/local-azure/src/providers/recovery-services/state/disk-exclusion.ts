import { list, record, recordOrNone } from '../../../world/json';
import type { ArmResource } from '../../../world/world';
import { badRequest } from '../wire';

/** Which data disks of a machine are backed up; the disk of its operating system always is. */
export interface DiskExclusion {
  diskLunList: number[];
  /** Whether the list names the disks that are backed up, and not those that are left out. */
  isInclusionList: boolean;
}

/**
 * What a request says of the disks that an item leaves out: null when it asks for all of them again, undefined when it says nothing.
 * @throws 400 BMSUserErrorInvalidInput
 */
export function readDiskExclusion(given: Record<string, unknown>): DiskExclusion | null | undefined {
  const extended = recordOrNone(given['extendedProperties']);
  if (!extended) return undefined;
  const exclusion = recordOrNone(extended['diskExclusionProperties']);
  if (!exclusion) return null;
  const diskLunList = list(exclusion['diskLunList']).map(Number);
  if (diskLunList.every((lun) => Number.isInteger(lun) && lun >= 0)) {
    return { diskLunList, isInclusionList: exclusion['isInclusionList'] === true };
  }
  throw badRequest('BMSUserErrorInvalidInput', 'The LUNs of the disks to leave out must be whole numbers from 0 on.');
}

const lunOf = (disk: unknown, place: number): number => Number(record(disk)['lun'] ?? place);

/** A machine without the data disks that its backup leaves out. */
export function withoutExcluded(vm: ArmResource, exclusion: DiskExclusion | undefined): ArmResource {
  if (!exclusion) return vm;
  const { diskLunList, isInclusionList } = exclusion;
  const profile = record(vm.properties['storageProfile']);
  const dataDisks = list(profile['dataDisks']).filter((disk, place) => diskLunList.includes(lunOf(disk, place)) === isInclusionList);
  return { ...vm, properties: { ...vm.properties, storageProfile: { ...profile, dataDisks } } };
}

/** Which disks of a machine a recovery point holds, and which it does not. */
export interface DiskConfiguration {
  includedDiskList: { lun: number; name: unknown }[];
  excludedDiskList: { lun: number; name: unknown }[];
}

const dataDisksOf = (one: ArmResource) =>
  list(record(one.properties['storageProfile'])['dataDisks']).map((disk, place) => ({
    lun: lunOf(disk, place),
    name: record(disk)['name'],
  }));

/** What a point tells of disks that were left out; -1 stands for the disk of the operating system. */
export function diskConfigurationOf(vm: ArmResource, backedUp: ArmResource): DiskConfiguration {
  const included = dataDisksOf(backedUp);
  const osDisk = record(record(vm.properties['storageProfile'])['osDisk']);
  return {
    includedDiskList: [{ lun: -1, name: osDisk['name'] }, ...included],
    excludedDiskList: dataDisksOf(vm).filter(({ lun }) => !included.some((one) => one.lun === lun)),
  };
}
