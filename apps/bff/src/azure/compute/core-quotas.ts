import type { AzureSession } from '../connection/azure';
import { listUsages } from '../regions';
import { readMachineSkus } from './machine-skus';

/** A quota of cores: of all sizes of a region together, or of one family of them. */
interface CoreQuota {
  /** Azure's name of the family; null: all together. */
  family: string | null;
  used: number;
  limit: number;
}

export interface Cores {
  /** Cores and family of a size, by its name in lower case. */
  sizes: ReadonlyMap<string, { cores: number; family: string | null }>;
  /** By Azure's name in lower case: of a family of cores, of a kind of disks; the one of all cores together under an empty name. */
  quotas: ReadonlyMap<string, CoreQuota>;
}

/** What sizes take of the quotas of a region, and what is taken already. */
export async function readCores(session: AzureSession, subscriptionId: string, location: string): Promise<Cores> {
  const [skus, usages] = await Promise.all([
    readMachineSkus(session, subscriptionId, location),
    listUsages(session, 'Microsoft.Compute', subscriptionId, location),
  ]);
  const sizes = [...skus].flatMap(([name, { cores, family }]) => (cores === null ? [] : [[name, { cores, family }] as const]));
  const quotas = usages.map(({ name: { value }, currentValue, limit }) => {
    const family = value === 'cores' ? null : value;
    return [(family ?? '').toLowerCase(), { family, used: currentValue, limit }] as const;
  });
  return { sizes: new Map(sizes), quotas: new Map(quotas) };
}
