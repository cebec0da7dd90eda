import { forgetGuest, guestOf, putGuest, type PowerState } from '../../world/compute/guests';
import type { ArmResource, World } from '../../world/world';
import { parentOf } from '../../world/arm-ids';
import { forgetDisk } from '../../world/compute/disk-contents';
import { at, list, record, text } from '../../world/json';
import { detach } from './attachments';
import { boot, keyTrouble } from './boot';
import { forgetBootDiagnostics } from './boot-diagnostics';
import { isEncryptionExtension } from './disk-encryption';
import { markChangedHolder } from './disks';
import { runEncryption } from './encrypt-machine';
import { planLooks } from './follow-key';
import { forgetUserData } from './machine-secrets';
import { roomTrouble } from './proximity-placement-groups';
import { ownDiskTrouble } from './own-disks';
import { planTrouble } from './purchase-plan';
import { hardwareTrouble } from './size-offers';
import { effectOf, failOperation, noteFailure, OPERATION_STEP, type Effect, type OperationError } from './operations';

const INTERNAL: OperationError = { code: 'InternalExecutionError', message: 'An internal execution error occurred. Please retry later.' };

/** Says what happens when a compute operation's time has come. */
export function plan(world: World): void {
  planLooks(world);
  const fail = (payload: unknown) => {
    if (typeof payload === 'string') failOperation(world, payload, INTERNAL);
  };
  world.schedule.on(
    OPERATION_STEP,
    (payload) => {
      if (typeof payload !== 'string') return;
      const effect = effectOf(world, payload);
      const error = effect && bringAbout(world, effect);
      if (error) failOperation(world, payload, error);
    },
    fail,
  );
}

/** Answers why it could not be brought about, if it could not. */
function bringAbout(world: World, effect: Effect): OperationError | undefined {
  const resource = world.resources.get('vmId' in effect ? effect.vmId : effect.id);
  if (!resource) return undefined;
  switch (effect.kind) {
    case 'power':
      return effect.power === 'running' ? start(world, resource) : stop(world, resource, effect.power);
    case 'nothing':
      return undefined;
    case 'created':
      return start(world, resource, ownDiskTrouble(world, resource));
    case 'provisioned':
    case 'disk':
      return provisioned(world, resource, undefined);
    case 'extension':
      return runExtension(world, resource);
    case 'extension-gone':
      world.resources.delete(resource.id);
      noteFailure(world, resource.id, undefined);
      return undefined;
    default:
      remove(world, resource);
      return undefined;
  }
}

function provisioned(world: World, resource: ArmResource, error: OperationError | undefined): OperationError | undefined {
  const provisioningState = error ? 'Failed' : 'Succeeded';
  world.resources.put({ ...resource, properties: { ...resource.properties, provisioningState } });
  noteFailure(world, resource.id, error);
  return error;
}

function stop(world: World, vm: ArmResource, power: PowerState): undefined {
  if (power === 'deallocated') markChangedHolder(world, vm);
  putGuest(world, vm.id, { ...guestOf(world, vm.id), power });
}

/** A machine whose disks may not be made, whose keys cannot be fetched, whose plan nobody named, or for which there is no room, is there, failed and off. */
function start(world: World, vm: ArmResource, trouble?: OperationError): OperationError | undefined {
  const error = trouble ?? planTrouble(world, vm) ?? roomTrouble(world, vm) ?? hardwareTrouble(world, vm) ?? keyTrouble(world, vm);
  if (error) stop(world, vm, 'deallocated');
  else boot(world, vm);
  return provisioned(world, vm, error);
}

function runExtension(world: World, extension: ArmResource): OperationError | undefined {
  const vm = world.resources.get(parentOf(extension.id));
  return provisioned(world, extension, vm && isEncryptionExtension(extension) ? runEncryption(world, vm, extension) : undefined);
}

/** What the model says is to go with its machine: disks and interfaces with the option Delete. */
function goingAlong(vm: ArmResource): string[] {
  const { osDisk, dataDisks } = record(vm.properties['storageProfile']);
  const disks = [osDisk, ...list(dataDisks)]
    .filter((disk) => isToGo(at(disk, 'deleteOption')))
    .map((disk) => at(disk, 'managedDisk', 'id'));
  const nics = list(at(vm.properties, 'networkProfile', 'networkInterfaces')).filter((nic) =>
    isToGo(at(nic, 'properties', 'deleteOption')),
  );
  return [...disks, ...nics.map((nic) => at(nic, 'id'))].flatMap((id) => text(id) ?? []);
}

/** The public addresses of an interface that goes are free, or go along. */
function freeAddresses(world: World, nicId: string): void {
  for (const configuration of list(world.resources.get(nicId)?.properties['ipConfigurations'])) {
    const reference = at(configuration, 'properties', 'publicIPAddress');
    const address = world.resources.get(text(at(reference, 'id')) ?? '');
    if (!address) continue;
    const { ipConfiguration: _, ...properties } = address.properties;
    if (isToGo(at(reference, 'properties', 'deleteOption'))) world.resources.delete(address.id);
    else world.resources.put({ ...address, properties });
  }
}

const isToGo = (option: unknown): boolean => text(option)?.toLowerCase() === 'delete';

function remove(world: World, vm: ArmResource): void {
  const children = world.resources.below(vm.id).map(({ id }) => id);
  for (const id of children) world.resources.delete(id);
  for (const id of [vm.id, ...children]) noteFailure(world, id, undefined);
  detach(world, vm);
  world.resources.delete(vm.id);
  forgetGuest(world, vm.id);
  forgetBootDiagnostics(world, vm.id);
  forgetUserData(world, vm.id);
  for (const id of goingAlong(vm)) {
    forgetDisk(world, id);
    freeAddresses(world, id);
    world.resources.delete(id);
  }
}
