import * as z from 'zod';
import { sameName } from '@tresor/support-matrix';
import { expectBody } from '../connection/answer';
import { callArm } from '../connection/arm-resource';
import { parseArmId } from '../connection/arm-id';
import type { AzureSession } from '../connection/azure';
import { pageOf, readPagesAt } from '../connection/pages';
import { isStatus, unlessHidden } from '../connection/upstream-failure';
import { listUsages } from '../regions';
import { API_VERSIONS } from '../connection/api-versions';
import { similarSize } from './similar-size';
import { zoneOf, type RestoredDisk } from '../restores/restored-disks';
import { isOffered, readMachineSkus, type MachineSkus } from './machine-skus';

const networkBody = z.object({
  id: z.string(),
  name: z.string(),
  location: z.string(),
  properties: z.object({ subnets: z.array(z.object({ id: z.string(), name: z.string() })).nullish() }),
});
const networkPage = pageOf(networkBody);

interface Subnet {
  id: string;
  network: string;
  subnet: string;
  group: string;
}

/** The subnets of a subscription in a region. */
export async function listSubnets(session: AzureSession, subscriptionId: string, location: string): Promise<Subnet[]> {
  const url = `${session.cloud.resourceManager}/subscriptions/${subscriptionId}/providers/Microsoft.Network/virtualNetworks?api-version=${API_VERSIONS.network}`;
  const networks = (await readPagesAt(session, networkPage, url)).filter((network) => network.location === location);
  return networks.flatMap(({ id, name, properties }) => {
    const group = parseArmId(id)?.resourceGroup ?? '';
    return (properties.subnets ?? []).map((subnet) => ({ id: subnet.id, network: name, subnet: subnet.name, group }));
  });
}

/** Region of the network of a subnet; undefined where there is no such subnet. */
export async function subnetLocation(session: AzureSession, subnetId: string): Promise<string | undefined> {
  try {
    const { body } = await callArm(session, 'read', 'GET', subnetId.replace(/\/subnets\/[^/]+$/i, ''), API_VERSIONS.network);
    const { location, properties } = expectBody(networkBody, body);
    return (properties.subnets ?? []).some(({ id }) => sameName(id, subnetId)) ? location : undefined;
  } catch (error) {
    if (isStatus(error, 404)) return undefined;
    throw error;
  }
}

const sizePage = pageOf(z.object({ name: z.string(), numberOfCores: z.number(), maxDataDiskCount: z.number() }));

const ofRegion = ({ cloud }: AzureSession, subscriptionId: string, location: string, what: string) =>
  `${cloud.resourceManager}/subscriptions/${subscriptionId}/providers/Microsoft.Compute/locations/${location}/${what}?api-version=${API_VERSIONS.compute}`;

export const listSizes = (session: AzureSession, subscriptionId: string, location: string) =>
  readPagesAt(session, sizePage, ofRegion(session, subscriptionId, location, 'vmSizes'));

/** Why a machine of the restored disks cannot have a size. */
type SizeFault = 'size-restricted' | 'size-other-generation';

type SizeJudge = (size: string) => SizeFault | null;

type Attached = Pick<RestoredDisk, 'generation' | 'security' | 'zone'>;

/**
 * Whether a size is offered where the disks are, and starts the restored system: a disk of one generation starts on sizes that know it, one
 * with Trusted Launch on those that bear that. A size of which Azure tells nothing is not barred.
 */
export function sizeJudge(skus: MachineSkus, disks: readonly Attached[]): SizeJudge {
  const [osDisk] = disks;
  const generation = osDisk?.generation ?? (osDisk?.security ? 'V2' : null);
  const zone = zoneOf(disks);
  return (size) => {
    const sku = skus.get(size.toLowerCase());
    if (!sku) return null;
    if (!isOffered(sku, zone)) return 'size-restricted';
    const starts = generation === null || (sku.generations?.includes(generation) ?? true);
    return starts && !(osDisk?.security === 'TrustedLaunch' && sku.noTrustedLaunch) ? null : 'size-other-generation';
  };
}

/** What can be told of a size before the disks are there. */
export interface SizeAhead {
  /** The one that the machine had. */
  size: string;
  /** What comes in its place where Azure does not offer it there; null where nothing does. */
  other: string | null;
  isOffered: boolean;
  /** Whether it depends on a zone that nobody knows yet. */
  isOpen: boolean;
}

/** `zone`: where the disks will be; undefined where that is not known. Of what generation they are, they tell once they are there. */
export function sizeAhead(size: string, skus: MachineSkus, zone: string | null | undefined): SizeAhead {
  const judge = sizeJudge(skus, zone == null ? [] : [{ generation: null, security: null, zone }]);
  const isOffered = judge(size) === null;
  const inSome = (skus.get(size.toLowerCase())?.restricted.zones.length ?? 0) > 0;
  const other = isOffered ? null : similarSize(size, skus, (one) => judge(one) === null);
  return { size, other, isOffered, isOpen: isOffered && zone === undefined && inSome };
}

const NO_SKUS: MachineSkus = new Map();

/** What the sizes of a region have and can do; nothing to a person whom Azure tells nothing of them, for who may make machines need not be one. */
export const skusInSight = (session: AzureSession, subscriptionId: string, location: string): Promise<MachineSkus> =>
  unlessHidden(readMachineSkus(session, subscriptionId, location), NO_SKUS);

/** How many cores of a size the subscription may still use in a region: of all sizes, and of its family. */
export async function coresLeft(
  session: AzureSession,
  { subscriptionId, location, family }: { subscriptionId: string; location: string; family: string | null },
): Promise<number> {
  const usages = await listUsages(session, 'Microsoft.Compute', subscriptionId, location);
  const counted = usages.filter(({ name: { value } }) => value === 'cores' || value?.toLowerCase() === family?.toLowerCase());
  return Math.min(...counted.map(({ limit, currentValue }) => limit - currentValue), Infinity);
}
