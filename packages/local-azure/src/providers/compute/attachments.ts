import type { ArmResource, World } from '../../world/world';
import { vhdsOf } from './boot';
import { attachDisks, freeDisks, managedDiskIds } from './disks';
import { holdVhds, releaseVhds } from '../../world/compute/vhd-holders';
import { nicIdsOf, without } from './vm-checks';

/** Notes on disks, VHDs and network interfaces that a machine has them. @throws ArmError when another one has a disk */
export function attach(world: World, vm: ArmResource): void {
  attachDisks(world, vm);
  holdVhds(world, vm.id, vhdsOf(vm));
  changeNics(world, nicIdsOf(vm), { virtualMachine: { id: vm.id } });
}

/** Notes that a machine has others than before. @throws ArmError when another one has a disk */
export function attachInstead(world: World, before: ArmResource, after: ArmResource): void {
  freeDisks(world, without(managedDiskIds(before), managedDiskIds(after)));
  releaseVhds(world, without(vhdsOf(before), vhdsOf(after)));
  changeNics(world, without(nicIdsOf(before), nicIdsOf(after)), {});
  attach(world, after);
}

/** What a machine had stays when it goes, and is free. */
export function detach(world: World, vm: ArmResource): void {
  freeDisks(world, managedDiskIds(vm));
  releaseVhds(world, vhdsOf(vm));
  changeNics(world, nicIdsOf(vm), {});
}

function changeNics(world: World, ids: readonly string[], changes: Record<string, unknown>): void {
  for (const id of ids) {
    const nic = world.resources.get(id);
    if (!nic) continue;
    const { virtualMachine: _, ...properties } = nic.properties;
    world.resources.put({ ...nic, properties: { ...properties, ...changes } });
  }
}
