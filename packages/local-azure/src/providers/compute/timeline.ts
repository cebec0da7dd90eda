import { forgetGuest, guestOf, putGuest } from '../../world/guests';
import type { World } from '../../world/world';
import { detachDisks } from './disks';
import { effectOf, OPERATION_STEP, type Effect } from './operations';

/** Says what happens when a compute operation's time has come. */
export function plan(world: World): void {
  world.schedule.on(OPERATION_STEP, (payload) => {
    const effect = typeof payload === 'string' ? effectOf(world, payload) : undefined;
    if (effect) bringAbout(world, effect);
  });
}

function bringAbout(world: World, effect: Effect): void {
  switch (effect.kind) {
    case 'power':
      if (world.resources.get(effect.vmId)) putGuest(world, effect.vmId, { ...guestOf(world, effect.vmId), power: effect.power });
      return;
    case 'provisioned':
      provision(world, effect.id);
      return;
    default:
      remove(world, effect.id);
  }
}

function provision(world: World, id: string): void {
  const resource = world.resources.get(id);
  if (resource) world.resources.put({ ...resource, properties: { ...resource.properties, provisioningState: 'Succeeded' } });
}

function remove(world: World, vmId: string): void {
  for (const child of world.resources.below(vmId)) world.resources.delete(child.id);
  detachDisks(world, vmId);
  world.resources.delete(vmId);
  forgetGuest(world, vmId);
}
