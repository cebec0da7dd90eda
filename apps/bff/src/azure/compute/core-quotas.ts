import * as z from 'zod';
import type { AzureSession } from '../connection/azure';
import { pageOf, readPagesAt } from '../connection/pages';
import { listUsages } from '../regions';
import { API_VERSIONS } from '../connection/api-versions';

const capabilities = z.array(z.object({ name: z.string(), value: z.string() })).nullish();

const skuPage = pageOf(
  z.object({
    resourceType: z.string(),
    name: z.string(),
    family: z.string().nullish(),
    capabilities,
    locationInfo: z
      .array(z.object({ zoneDetails: z.array(z.object({ name: z.array(z.string()).nullish(), capabilities })).nullish() }))
      .nullish(),
  }),
);

/** A quota of cores: of all sizes of a region together, or of one family of them. */
export interface CoreQuota {
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

/** Whether sizes of a region can encrypt at host, by their names in lower case. */
export async function readHostSizes(
  session: AzureSession,
  subscriptionId: string,
  location: string,
): Promise<ReadonlyMap<string, boolean>> {
  const sizes = await listMachineSkus(session, subscriptionId, location);
  const canEncrypt = ({ capabilities }: (typeof sizes)[number]) =>
    capabilities?.some(({ name, value }) => name === 'EncryptionAtHostSupported' && value.toLowerCase() === 'true') ?? false;
  return new Map(sizes.map((sku) => [sku.name.toLowerCase(), canEncrypt(sku)]));
}

/** The sizes of machines of a region, each with its family and what it has. */
export async function listMachineSkus(session: AzureSession, subscriptionId: string, location: string) {
  const filter = encodeURIComponent(`location eq '${location}'`);
  const url = `${session.cloud.resourceManager}/subscriptions/${subscriptionId}/providers/Microsoft.Compute/skus?api-version=${API_VERSIONS.skus}&$filter=${filter}`;
  return (await readPagesAt(session, skuPage, url)).filter(({ resourceType }) => resourceType === 'virtualMachines');
}

/** What sizes take of the quotas of a region, and what is taken already. */
export async function readCores(session: AzureSession, subscriptionId: string, location: string): Promise<Cores> {
  const [machines, usages] = await Promise.all([
    listMachineSkus(session, subscriptionId, location),
    listUsages(session, 'Microsoft.Compute', subscriptionId, location),
  ]);
  const coresOf = ({ capabilities }: (typeof machines)[number]) => Number(capabilities?.find(({ name }) => name === 'vCPUs')?.value ?? NaN);
  const sizes = machines
    .filter((sku) => Number.isFinite(coresOf(sku)))
    .map((sku) => [sku.name.toLowerCase(), { cores: coresOf(sku), family: sku.family ?? null }] as const);
  const quotas = usages.map(({ name: { value }, currentValue, limit }) => {
    const family = value === 'cores' ? null : value;
    return [(family ?? '').toLowerCase(), { family, used: currentValue, limit }] as const;
  });
  return { sizes: new Map(sizes), quotas: new Map(quotas) };
}
