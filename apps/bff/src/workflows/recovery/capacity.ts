import type { ItemPath, RecoveryCapacity } from '@tresor/contracts';
import { readCores, type Cores } from '../../azure/compute/core-quotas';
import type { AzureSession } from '../../azure/connection/azure';
import { isStatus } from '../../azure/connection/upstream-failure';
import { vaultLocation } from '../../azure/vaults/vaults';
import { vaultKeyOf, vaultOf } from './machine-key';

interface Sized {
  item: ItemPath;
  size: string;
}

/** How many cores machines of these sizes would take of the quotas of their regions, what comes nearest to its limit first. */
export async function readCapacity(session: AzureSession, machines: readonly Sized[]): Promise<RecoveryCapacity> {
  const vaults = new Map(machines.map(({ item }) => [vaultKeyOf(item), vaultOf(item)]));
  const located = [...vaults].map(async ([key, vault]) => [key, await vaultLocation(session, vault)] as const);
  const locations = new Map(await Promise.all(located));
  const regionOf = ({ item }: Sized) => `${item.subscriptionId.toLowerCase()} ${locations.get(vaultKeyOf(item)) ?? ''}`;
  const regions = [...new Set(machines.map(regionOf))].map((region) => machines.filter((one) => regionOf(one) === region));
  const judged = await Promise.all(regions.map((some) => ofRegion(session, some, locations)));
  const quotas = judged.flatMap(({ quotas: own }) => own).toSorted((a, b) => roomOf(a) - roomOf(b));
  return { quotas, unknown: judged.reduce((sum, { unknown }) => sum + unknown, 0) };
}

const roomOf = ({ used, needed, limit }: RecoveryCapacity['quotas'][number]) => limit - used - needed;

async function ofRegion(
  session: AzureSession,
  machines: readonly Sized[],
  locations: ReadonlyMap<string, string>,
): Promise<RecoveryCapacity> {
  const [first] = machines;
  if (!first) return { quotas: [], unknown: 0 };
  const { subscriptionId } = first.item;
  const location = locations.get(vaultKeyOf(first.item)) ?? '';
  const cores = await inSight(() => readCores(session, subscriptionId, location));
  if (cores === null) return { quotas: [], unknown: machines.length };
  const sized = machines.flatMap(({ size }) => cores.sizes.get(size.toLowerCase()) ?? []);
  const needed = new Map<string, number>();
  for (const { cores: some, family } of sized)
    for (const key of family === null ? [''] : ['', family.toLowerCase()]) needed.set(key, (needed.get(key) ?? 0) + some);
  const quotas = [...needed].flatMap(([key, count]) => {
    const quota = cores.quotas.get(key);
    return quota ? [{ subscriptionId, location, ...quota, needed: count }] : [];
  });
  return { quotas, unknown: machines.length - sized.length };
}

async function inSight(read: () => Promise<Cores>): Promise<Cores | null> {
  try {
    return await read();
  } catch (error) {
    if (isStatus(error, 403)) return null;
    throw error;
  }
}
