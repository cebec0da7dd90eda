import { contentsOn, putContents, type DiskContents } from '../../world/disk-contents';
import { osDiskOf } from '../../providers/recovery-services/state/vm-disks';
import type { World } from '../../world/world';

function change(world: World, vmId: string, system: DiskContents): void {
  const vm = world.resources.get(vmId);
  if (!vm) return;
  const osDisk = osDiskOf(vm);
  putContents(world, osDisk, { ...contentsOn(world, osDisk), ...system });
}

/** Ransomware is at work in a machine from a moment on, and Defender has seen it. */
export const infect = (world: World, vmId: string, since: number): void =>
  change(world, vmId, {
    threats: [
      { title: 'Ransomware indicators detected', description: 'Files are being encrypted in large numbers.', severity: 'High', since },
      { title: 'Suspicious deletion of shadow copies', description: 'Shadow copies were deleted.', severity: 'Medium', since },
    ],
  });

/** What starts a machine is damaged, which nobody sees until it is started. */
export const damageSystem = (world: World, vmId: string): void => change(world, vmId, { damaged: true });
