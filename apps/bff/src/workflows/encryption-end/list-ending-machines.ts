import type { EndingMachine } from '@tresor/contracts';
import pLimit from 'p-limit';
import { readHostFeature } from '../../azure/compute/host-feature';
import { readHostSizes } from '../../azure/compute/core-quotas';
import { idKey } from '../../azure/connection/arm-id';
import type { AzureSession } from '../../azure/connection/azure';
import { isStatus } from '../../azure/connection/upstream-failure';
import { listPointsOfMachines } from '../../azure/items/points-of-machines';
import { listSeenMachines, type SeenMachine } from '../../azure/machines/ending-machines';

const PARALLEL = 6;

const isLeaving = ({ machine }: SeenMachine) => machine.encryption.kind !== 'none';

/** What the end of Azure Disk Encryption depends on, of every machine the user may see. */
export async function listEndingMachines(session: AzureSession): Promise<EndingMachine[]> {
  const [machines, points] = await Promise.all([listSeenMachines(session), listPointsOfMachines(session)]);
  const leaving = machines.filter(isLeaving);
  const [features, sizes] = await Promise.all([readFeatures(session, leaving), readSizes(session, leaving)]);
  return machines.map((one) => {
    const { machine, size } = one;
    const concerns = isLeaving(one);
    return {
      ...one,
      hostSize: concerns ? (sizes.get(machine.location)?.get((size ?? '').toLowerCase()) ?? null) : null,
      hostFeature: concerns ? (features.get(idKey(machine.subscriptionId)) ?? null) : null,
      points: points.get(idKey(machine.id)) ?? null,
    };
  });
}

async function readFeatures(session: AzureSession, machines: readonly SeenMachine[]): Promise<ReadonlyMap<string, boolean | null>> {
  const ids = [...new Set(machines.map(({ machine }) => idKey(machine.subscriptionId)))];
  return new Map(await pLimit(PARALLEL).map(ids, async (id) => [id, await readHostFeature(session, id)] as const));
}

type Sizes = ReadonlyMap<string, boolean>;

/** What a size can do is the same in every subscription: each region is asked for once. */
async function readSizes(session: AzureSession, machines: readonly SeenMachine[]): Promise<ReadonlyMap<string, Sizes>> {
  const places = new Map(machines.map(({ machine }) => [machine.location, machine.subscriptionId]));
  return new Map(
    await pLimit(PARALLEL).map([...places], async ([location, subscriptionId]) => {
      const sizes = await readHostSizes(session, subscriptionId, location).catch(unlessHidden);
      return [location, sizes] as const;
    }),
  );
}

/** Who may not read the sizes is told of none. */
function unlessHidden(error: unknown): Sizes {
  if (isStatus(error, 403)) return new Map();
  throw error;
}
