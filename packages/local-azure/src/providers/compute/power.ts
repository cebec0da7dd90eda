import { resourceOf } from '../../arm/resource-handlers';
import { ArmError, type ArmCall, type ArmHandler } from '../../arm/route';
import { guestOf, putGuest, type PowerState } from '../../world/compute/guests';
import type { ArmResource, World } from '../../world/world';
import { markChangedHolder } from './disks';
import { beginOperation, pollHeaders } from './operations';
import { VM_TYPE } from './types';

const SECOND = 1000;

/** A change of power: the state shown on the way, the state at the end, and how long it takes. */
interface PowerChange {
  meanwhile: PowerState;
  power: PowerState;
  takes: number;
}

export const POWER_CHANGES = {
  start: { meanwhile: 'starting', power: 'running', takes: 25 * SECOND },
  restart: { meanwhile: 'starting', power: 'running', takes: 30 * SECOND },
  powerOff: { meanwhile: 'stopping', power: 'stopped', takes: 15 * SECOND },
  deallocate: { meanwhile: 'deallocating', power: 'deallocated', takes: 40 * SECOND },
} as const satisfies Record<string, PowerChange>;

/** Begins a change of a machine's power, no matter who wants it. */
export const changePower = (world: World, vmId: string, { meanwhile, power, takes }: PowerChange) =>
  world.write(() => {
    const before = guestOf(world, vmId);
    const vm = world.resources.get(vmId);
    if (vm && before.power === 'deallocated') markChangedHolder(world, vm);
    putGuest(world, vmId, { ...before, power: meanwhile });
    return beginOperation(world, { kind: 'power', vmId, power }, takes);
  });

/** Of two operations on one machine the service takes the second when the first is done. */
function requireUnchanging({ properties }: ArmResource): void {
  if (properties['provisioningState'] !== 'Updating') return;
  const more = 'To resolve it, please refer to https://aka.ms/activitylog to get more details on the conflicting requests.';
  throw new ArmError(409, 'Conflict', `The request failed due to conflict with a concurrent request. ${more}`);
}

const handlerOf =
  (change: PowerChange, isDone: readonly PowerState[], refusedIn: readonly PowerState[] = []): ArmHandler =>
  (call: ArmCall) => {
    const { world } = call;
    const vm = resourceOf(call, VM_TYPE, call.path.replace(/\/[^/]+$/, ''));
    requireUnchanging(vm);
    const { power } = guestOf(world, vm.id);
    if (refusedIn.includes(power)) {
      throw new ArmError(409, 'OperationNotAllowed', `The operation is not allowed on VM '${vm.name}' since the VM is ${power}.`);
    }
    const operation = isDone.includes(power) ? beginOperation(world, { kind: 'nothing', id: vm.id }, 0) : changePower(world, vm.id, change);
    return { status: 202, headers: pollHeaders(call, vm.location ?? '', operation) };
  };

/** What a machine already is, Azure leaves alone; what is not on hardware is neither restarted nor put back on it by being stopped. */
export const start = handlerOf(POWER_CHANGES.start, ['running', 'starting']);
export const restart = handlerOf(POWER_CHANGES.restart, [], ['deallocated', 'deallocating']);
export const powerOff = handlerOf(POWER_CHANGES.powerOff, ['stopped', 'deallocated', 'deallocating']);
export const deallocate = handlerOf(POWER_CHANGES.deallocate, ['deallocated', 'deallocating']);
