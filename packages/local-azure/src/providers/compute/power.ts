import { resourceOf } from '../../arm/resource-handlers';
import type { ArmCall, ArmHandler } from '../../arm/route';
import { guestOf, putGuest, type PowerState } from '../../world/guests';
import { beginOperation, pollHeaders } from './operations';
import { VM_TYPE } from './types';

const SECOND = 1000;

/** A change of power: the state shown on the way, the state at the end, and how long it takes. */
const change =
  (meanwhile: PowerState, power: PowerState, takes: number): ArmHandler =>
  (call: ArmCall) => {
    const vm = resourceOf(call, VM_TYPE, call.path.replace(/\/[^/]+$/, ''));
    const operation = call.world.write(() => {
      putGuest(call.world, vm.id, { ...guestOf(call.world, vm.id), power: meanwhile });
      return beginOperation(call.world, { kind: 'power', vmId: vm.id, power }, takes);
    });
    return { status: 202, headers: pollHeaders(call, vm.location ?? '', operation) };
  };

export const start = change('starting', 'running', 25 * SECOND);
export const restart = change('starting', 'running', 30 * SECOND);
export const powerOff = change('stopping', 'stopped', 15 * SECOND);
export const deallocate = change('deallocating', 'deallocated', 40 * SECOND);
