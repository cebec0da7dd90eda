import type { RestoredDisk } from '../../../azure/restores/restored-disks';

interface Merged {
  /** One for each place in the machine, the system's first. */
  disks: RestoredDisk[];
  /** Others of a place that is taken already. No machine uses them. */
  surplus: RestoredDisk[];
}

/** Of what all jobs of a restore brought, one disk for each place: the one a machine has, else the one that came first. */
export function mergeDisks(all: readonly RestoredDisk[]): Merged {
  const attachedFirst = all.toSorted((a, b) => Number(b.managedBy !== null) - Number(a.managedBy !== null));
  const disks = attachedFirst.filter(({ lun }, at) => attachedFirst.findIndex((one) => one.lun === lun) === at);
  return {
    disks: disks.toSorted((a, b) => (a.lun ?? -1) - (b.lun ?? -1)),
    surplus: all.filter((disk) => !disks.includes(disk) && disk.managedBy === null),
  };
}
