import { forgetGuest, guestOf, putGuest, type PowerState } from '../../world/guests';
import type { ArmResource, World } from '../../world/world';
import { parentOf } from '../../world/arm-ids';
import { detach } from './attachments';
import { boot, keyTrouble } from './boot';
import { isEncryptionExtension } from './disk-encryption';
import { runEncryption } from './encrypt-machine';
import { effectOf, failOperation, OPERATION_STEP, type Effect, type OperationError } from './operations';

/** Says what happens when a compute operation's time has come. */
export function plan(world: World): void {
  world.schedule.on(OPERATION_STEP, (payload) => {
    if (typeof payload !== 'string') return;
    const effect = effectOf(world, payload);
    const error = effect && bringAbout(world, effect);
    if (error) failOperation(world, payload, error);
  });
}

/** Answers why it could not be brought about, if it could not. */
function bringAbout(world: World, effect: Effect): OperationError | undefined {
  const resource = world.resources.get('vmId' in effect ? effect.vmId : effect.id);
  if (!resource) return undefined;
  switch (effect.kind) {
    case 'power':
      return turn(world, resource, effect.power);
    case 'created':
      return create(world, resource);
    case 'provisioned':
      setState(world, resource, 'Succeeded');
      return undefined;
    case 'extension':
      return runExtension(world, resource);
    case 'extension-gone':
      world.resources.delete(resource.id);
      return undefined;
    default:
      remove(world, resource);
      return undefined;
  }
}

function setState(world: World, resource: ArmResource, provisioningState: string): void {
  world.resources.put({ ...resource, properties: { ...resource.properties, provisioningState } });
}

function turn(world: World, vm: ArmResource, power: PowerState): OperationError | undefined {
  if (power !== 'running') {
    putGuest(world, vm.id, { ...guestOf(world, vm.id), power });
    return undefined;
  }
  const error = keyTrouble(world, vm);
  if (error) putGuest(world, vm.id, { ...guestOf(world, vm.id), power: 'deallocated' });
  else boot(world, vm);
  return error;
}

/** A machine whose keys cannot be fetched is there, failed and off. */
function create(world: World, vm: ArmResource): OperationError | undefined {
  const error = turn(world, vm, 'running');
  setState(world, vm, error ? 'Failed' : 'Succeeded');
  return error;
}

function runExtension(world: World, extension: ArmResource): OperationError | undefined {
  const vm = world.resources.get(parentOf(extension.id));
  const error = vm && isEncryptionExtension(extension) ? runEncryption(world, vm, extension) : undefined;
  setState(world, extension, error ? 'Failed' : 'Succeeded');
  return error;
}

function remove(world: World, vm: ArmResource): void {
  for (const child of world.resources.below(vm.id)) world.resources.delete(child.id);
  detach(world, vm);
  world.resources.delete(vm.id);
  forgetGuest(world, vm.id);
}
