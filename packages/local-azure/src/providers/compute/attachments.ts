import type { ArmResource, World } from '../../world/world';
import { vhdsOf } from './boot';
import { attachDisks, detachDisks } from './disks';
import { holdVhds, releaseVhds } from './vhd-holders';
import { nicIdsOf } from './vm-checks';

/** Notes on disks, VHDs and network interfaces that a machine has them. @throws ArmError when another one has a disk */
export function attach(world: World, vm: ArmResource): void {
  attachDisks(world, vm);
  holdVhds(world, vm.id, vhdsOf(vm));
  changeNics(world, vm, { virtualMachine: { id: vm.id } });
}

/** What a machine had stays when it goes, and is free. */
export function detach(world: World, vm: ArmResource): void {
  detachDisks(world, vm.id);
  releaseVhds(world, vhdsOf(vm));
  changeNics(world, vm, {});
}

function changeNics(world: World, vm: ArmResource, changes: Record<string, unknown>): void {
  for (const id of nicIdsOf(vm)) {
    const nic = world.resources.get(id);
    if (!nic) continue;
    const { virtualMachine: _, ...properties } = nic.properties;
    world.resources.put({ ...nic, properties: { ...properties, ...changes } });
  }
}
