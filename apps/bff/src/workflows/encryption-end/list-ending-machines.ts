import type { EndingMachine, ManagementGroupName } from '@tresor/contracts';
import pLimit from 'p-limit';
import { readMachineSkus, type MachineSkus } from '../../azure/compute/machine-skus';
import { idKey } from '../../azure/connection/arm-id';
import type { AzureSession } from '../../azure/connection/azure';
import { unlessHidden } from '../../azure/connection/upstream-failure';
import { listPointsOfMachines } from '../../azure/items/points-of-machines';
import { scopeOf } from '../../azure/machines/resource-graph';
import { listSeenMachines, type SeenMachine } from '../../azure/machines/ending-machines';

const PARALLEL = 6;

const isLeaving = ({ machine }: SeenMachine) => machine.encryption.kind !== 'none';

/** What the end of Azure Disk Encryption depends on, of every machine the user may see, in all subscriptions or those of one management group. */
export async function listEndingMachines(session: AzureSession, managementGroup?: ManagementGroupName): Promise<EndingMachine[]> {
  const scope = scopeOf(managementGroup);
  const [machines, points] = await Promise.all([listSeenMachines(session, scope), listPointsOfMachines(session, scope)]);
  const leaving = machines.filter(isLeaving);
  const sizes = await readSizes(session, leaving);
  return machines.map((one) => {
    const { machine, size } = one;
    const concerns = isLeaving(one);
    return {
      ...one,
      hostSize: concerns ? (sizes.get(machine.location)?.get((size ?? '').toLowerCase())?.hostEncryption ?? null) : null,
      points: points.get(idKey(machine.id)) ?? null,
    };
  });
}

/** What a size can do is the same in every subscription: each region is asked for once. */
async function readSizes(session: AzureSession, machines: readonly SeenMachine[]): Promise<ReadonlyMap<string, MachineSkus>> {
  const places = new Map(machines.map(({ machine }) => [machine.location, machine.subscriptionId]));
  return new Map(
    await pLimit(PARALLEL).map([...places], async ([location, subscriptionId]) => {
      const sizes = await unlessHidden(readMachineSkus(session, subscriptionId, location), NONE);
      return [location, sizes] as const;
    }),
  );
}

/** Who may not read the sizes is told of none. */
const NONE: MachineSkus = new Map();
