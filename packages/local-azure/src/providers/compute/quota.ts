import { ArmError, type ArmAnswer, type ArmCall } from '../../arm/route';
import { subscriptionOf } from '../../world/arm-ids';
import { at, text } from '../../world/json';
import type { ArmResource, World } from '../../world/world';
import { coresOf } from './sizes';
import { VM_TYPE } from './types';

const DEFAULT_CORES = 350;
const MOST_MACHINES = 25_000;

const quotas = (world: World) => world.documents<{ cores: number }>('compute-quotas');
const keyOf = (subscriptionId: string, location: string) => `${subscriptionId}/${location}`.toLowerCase();

/** Sets how many cores a subscription may use in a region. */
export function setCoreQuota(world: World, subscriptionId: string, location: string, cores: number): void {
  quotas(world).put(keyOf(subscriptionId, location), { cores });
}

function usageOf(world: World, subscriptionId: string, location: string) {
  const machines = world.resources.list(VM_TYPE, `/subscriptions/${subscriptionId}`).filter((vm) => vm.location === location);
  const used = machines.reduce((total, vm) => total + coresOf(sizeOf(vm)), 0);
  return { machines: machines.length, used, limit: quotas(world).get(keyOf(subscriptionId, location))?.cores ?? DEFAULT_CORES };
}

const sizeOf = (vm: ArmResource): string => text(at(vm.properties, 'hardwareProfile', 'vmSize')) ?? '';

/** @throws ArmError 409 when a new machine would take more cores than there are left */
export function requireCores(world: World, vm: ArmResource): void {
  const needed = coresOf(sizeOf(vm));
  const { used, limit } = usageOf(world, subscriptionOf(vm.id), vm.location ?? '');
  if (used + needed <= limit) return;
  throw new ArmError(
    409,
    'OperationNotAllowed',
    `Operation could not be completed as it results in exceeding approved Total Regional Cores quota. Additional details - Deployment Model: Resource Manager, Location: ${vm.location ?? ''}, Current Limit: ${limit}, Current Usage: ${used}, Additional Required: ${needed}, (Minimum) New Limit Required: ${used + needed}.`,
  );
}

/** GET {S}/providers/Microsoft.Compute/locations/{location}/usages */
export function listUsages(call: ArmCall): ArmAnswer {
  const { subscriptionId = '', location = '' } = call.params;
  const { machines, used, limit } = usageOf(call.world, subscriptionId, location.toLowerCase());
  const value = [
    { limit, unit: 'Count', currentValue: used, name: { value: 'cores', localizedValue: 'Total Regional vCPUs' } },
    { limit: MOST_MACHINES, unit: 'Count', currentValue: machines, name: { value: 'virtualMachines', localizedValue: 'Virtual Machines' } },
  ];
  return { status: 200, body: { value } };
}
