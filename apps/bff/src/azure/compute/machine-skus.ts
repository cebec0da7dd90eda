import * as z from 'zod';
import { atMost, timedCache } from '../../caches';
import { API_VERSIONS } from '../connection/api-versions';
import type { AzureSession } from '../connection/azure';
import { onePerServer } from '../connection/kept';
import { pageOf, readPagesAt } from '../connection/pages';
import { unlessHidden } from '../connection/upstream-failure';

const capabilities = z.array(z.object({ name: z.string(), value: z.string() })).nullish();

const sku = z.object({
  resourceType: z.string(),
  name: z.string(),
  family: z.string().nullish(),
  capabilities,
  restrictions: z
    .array(z.object({ type: z.string().nullish(), restrictionInfo: z.object({ zones: z.array(z.string()).nullish() }).nullish() }))
    .nullish(),
  locationInfo: z
    .array(z.object({ zoneDetails: z.array(z.object({ name: z.array(z.string()).nullish(), capabilities })).nullish() }))
    .nullish(),
});
const skuPage = pageOf(sku);

/** What a size of machines has and can do. */
export interface MachineSku {
  /** As Azure writes it. */
  name: string;
  family: string | null;
  /** Null where Azure tells nothing of it. */
  cores: number | null;
  memoryGib: number | null;
  /** How many data disks it takes. */
  dataDisks: number | null;
  premiumDisks: boolean;
  /** Whether disks are attached to it as they always were; younger sizes know nothing but NVMe, with which a system of before does not start. */
  scsi: boolean;
  architecture: string;
  /** Where Azure does not offer it to the subscription. */
  restricted: { everywhere: boolean; zones: string[] };
  /** Generations of disks that it starts; undefined where Azure tells nothing of it. */
  generations: string[] | undefined;
  noTrustedLaunch: boolean;
  hostEncryption: boolean;
  /** How many of its disks may have Write Accelerator. */
  accelerators: number;
  ultraDisks: boolean;
  /** Zones in which it takes Ultra Disks. */
  ultraZones: string[];
}

/** By the names of sizes in lower case. */
export type MachineSkus = ReadonlyMap<string, MachineSku>;

const FRESH_MS = 60_000;
const keptSkus = onePerServer(() => timedCache<string, MachineSkus>(FRESH_MS, atMost(100)));

/** A list of megabytes for a few words of each: these are kept a minute for the user, for a form asks again and again. */
export async function readMachineSkus(session: AzureSession, subscriptionId: string, location: string): Promise<MachineSkus> {
  const known = keptSkus(session);
  const key = [session.user, subscriptionId, location].join(' ').toLowerCase();
  const kept = known.get(key);
  if (kept) return kept;
  const read = await listMachineSkus(session, subscriptionId, location);
  const found = new Map(read.map((one) => [one.name.toLowerCase(), toSku(one)]));
  known.set(key, found);
  return found;
}

/** The sizes of machines of a region, as Azure tells them. */
export async function listMachineSkus(session: AzureSession, subscriptionId: string, location: string) {
  const filter = encodeURIComponent(`location eq '${location}'`);
  const url = `${session.cloud.resourceManager}/subscriptions/${subscriptionId}/providers/Microsoft.Compute/skus?api-version=${API_VERSIONS.skus}&$filter=${filter}`;
  return (await readPagesAt(session, skuPage, url)).filter(({ resourceType }) => resourceType === 'virtualMachines');
}

function toSku({ name, family, capabilities: all, locationInfo, restrictions }: z.infer<typeof sku>): MachineSku {
  const told = (word: string, of = all) => of?.find(({ name }) => name === word)?.value;
  const can = (word: string, of = all) => told(word, of)?.toLowerCase() === 'true';
  const count = (word: string) => {
    const value = Number(told(word) ?? NaN);
    return Number.isFinite(value) ? value : null;
  };
  const zones = (locationInfo ?? []).flatMap(({ zoneDetails }) => zoneDetails ?? []);
  const isOf = (type: string) => (restrictions ?? []).filter((one) => one.type?.toLowerCase() === type);
  return {
    name,
    family: family ?? null,
    cores: count('vCPUs'),
    memoryGib: count('MemoryGB'),
    dataDisks: count('MaxDataDiskCount'),
    premiumDisks: can('PremiumIO'),
    scsi: told('DiskControllerTypes')?.includes('SCSI') ?? true,
    architecture: told('CpuArchitectureType') ?? 'x64',
    restricted: {
      everywhere: isOf('location').length > 0,
      zones: isOf('zone').flatMap(({ restrictionInfo }) => restrictionInfo?.zones ?? []),
    },
    generations: told('HyperVGenerations')?.split(','),
    noTrustedLaunch: can('TrustedLaunchDisabled'),
    hostEncryption: can('EncryptionAtHostSupported'),
    accelerators: Number(told('MaxWriteAcceleratorDisksAllowed') ?? 0),
    ultraDisks: can('UltraSSDAvailable'),
    ultraZones: zones.filter((zone) => can('UltraSSDAvailable', zone.capabilities ?? [])).flatMap(({ name }) => name ?? []),
  };
}

/** Whether Azure offers a size to the subscription: in a zone, or in the region where the machine is to be in none. */
export const isOffered = ({ restricted: { everywhere, zones } }: MachineSku, zone: string | null): boolean =>
  !everywhere && (zone === null || !zones.includes(zone));

/** What a size can do of what a machine may ask for. */
type SizeFeatures = Pick<MachineSku, 'ultraDisks' | 'hostEncryption' | 'accelerators'>;

export const NO_FEATURES: SizeFeatures = { ultraDisks: false, hostEncryption: false, accelerators: 0 };

/** As Azure tells it of a size in a region, and in a zone of it where the machine is to be in one; nothing to a person whom Azure tells nothing of sizes. */
export async function readSizeFeatures(
  session: AzureSession,
  { subscriptionId, location, size, zone }: { subscriptionId: string; location: string; size: string; zone: string | null },
): Promise<SizeFeatures> {
  const skus = await unlessHidden(readMachineSkus(session, subscriptionId, location), null);
  const sku = skus?.get(size.toLowerCase());
  if (!sku) return NO_FEATURES;
  const { ultraDisks, ultraZones, hostEncryption, accelerators } = sku;
  return { ultraDisks: ultraDisks || (zone !== null && ultraZones.includes(zone)), hostEncryption, accelerators };
}
