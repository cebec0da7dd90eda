import { ArmError, type ArmAnswer, type ArmCall } from '../../arm/route';
import { regionKey, subscriptionOf } from '../../world/arm-ids';
import { disksRefusal, diskUsages, quotaExceeded } from '../../world/compute/disk-quotas';
import { at, text } from '../../world/json';
import type { ArmResource, World } from '../../world/world';
import { coresOf, FAMILIES, familyOf, type Family } from './sizes';
import { AVAILABILITY_SET_TYPE, VM_TYPE } from './types';

const DEFAULT_CORES = 350;
const MOST_MACHINES = 25_000;
const MOST_SETS = 2500;

/** How many cores may be used in a region, in all and of the families that are named. */
interface CoreQuota {
  cores: number;
  families?: Readonly<Partial<Record<Family['name'], number>>>;
}

const quotas = (world: World) => world.documents<CoreQuota>('compute-quotas');

/** Sets how many cores a subscription may use in a region; a family that is not named may use as many as the region. */
export function setCoreQuota(world: World, subscriptionId: string, location: string, quota: CoreQuota): void {
  quotas(world).put(regionKey(subscriptionId, location), quota);
}

const sizeOf = (vm: ArmResource): string => text(at(vm.properties, 'hardwareProfile', 'vmSize')) ?? '';

/** Machines count whether they run or not, as in Azure. */
function usageOf(world: World, subscriptionId: string, location: string) {
  const there = (type: string) => world.resources.list(type, `/subscriptions/${subscriptionId}`).filter((one) => one.location === location);
  const machines = there(VM_TYPE);
  const { cores, families = {} } = quotas(world).get(regionKey(subscriptionId, location)) ?? { cores: DEFAULT_CORES };
  const used = (family?: string) =>
    machines.reduce((total, vm) => total + (family === undefined || familyOf(sizeOf(vm)) === family ? coresOf(sizeOf(vm)) : 0), 0);
  return { there, machines, used, limit: cores, limitOf: (family: Family['name']) => families[family] ?? cores };
}

/** @throws ArmError 409 when a new machine would take more cores than the region, or the family of its size there, has left */
export function requireCores(world: World, vm: ArmResource): void {
  const location = vm.location ?? '';
  const size = sizeOf(vm);
  const needed = coresOf(size);
  const { used, limit, limitOf } = usageOf(world, subscriptionOf(vm.id), location);
  requireRoom('Total Regional', location, used(), limit, needed);
  const family = familyOf(size);
  if (family !== undefined) requireRoom(family, location, used(family), limitOf(family), needed);
}

/** @throws ArmError 409 when a new disk would be one more of its kind than the subscription may have in the region */
export function requireDisk(world: World, id: string, location: string, sku: string): void {
  const refusal = disksRefusal(world, subscriptionOf(id), location, [sku]);
  if (refusal !== undefined) throw new ArmError(409, 'OperationNotAllowed', refusal);
}

function requireRoom(what: string, location: string, used: number, limit: number, needed: number): void {
  if (used + needed <= limit) return;
  throw new ArmError(409, 'OperationNotAllowed', quotaExceeded(`${what} Cores`, location, { used, limit, needed }));
}

const usage = (value: string, localizedValue: string, currentValue: number, limit: number) => ({
  unit: 'Count',
  currentValue,
  limit,
  name: { value, localizedValue },
});

/** GET {S}/providers/Microsoft.Compute/locations/{location}/usages: sets, cores, machines, cores of each family of sizes, disks. */
export function listUsages(call: ArmCall): ArmAnswer {
  const { subscriptionId = '', location = '' } = call.params;
  const { there, machines, used, limit, limitOf } = usageOf(call.world, subscriptionId, location.toLowerCase());
  const value = [
    usage('availabilitySets', 'Availability Sets', there(AVAILABILITY_SET_TYPE).length, MOST_SETS),
    usage('cores', 'Total Regional vCPUs', used(), limit),
    usage('virtualMachines', 'Virtual Machines', machines.length, MOST_MACHINES),
    ...FAMILIES.map(({ name, title }) => usage(name, `${title} Family vCPUs`, used(name), limitOf(name))),
    ...diskUsages(call.world, subscriptionId, location.toLowerCase()).map((kind) => usage(kind.name, kind.title, kind.used, kind.limit)),
  ];
  return { status: 200, body: { value } };
}
