import type { ItemPath, RecoveryCapacity } from '@tresor/contracts';
import { readCores, type Cores } from '../../azure/compute/core-quotas';
import { disksOfMachines } from '../../azure/compute/machine-disks';
import { idKey } from '../../azure/connection/arm-id';
import type { AzureSession } from '../../azure/connection/azure';
import { isStatus } from '../../azure/connection/upstream-failure';
import { vmIdOf } from '../../azure/items/item-place';
import { listUsages } from '../../azure/regions';
import { readSubnetRoom } from '../../azure/network/subnet-room';
import { vaultLocation } from '../../azure/vaults/vaults';
import { own } from '../../own';
import type { RecoveryRecord } from '../../store/recovery-plans';
import { accountFor } from './disk-places';
import { keyOf, vaultKeyOf, vaultOf } from './machine-key';

interface Sized {
  item: ItemPath;
  size: string;
  /** What it is attached to; null where that is made with it, or not known. */
  subnetId: string | null;
}

type Plan = Pick<RecoveryRecord, 'edition' | 'machines'>;
type Quota = RecoveryCapacity['quotas'][number];
type Counted = Quota['counts'];

/** What machines of these sizes would take of the quotas of their regions, what comes nearest to its limit first. */
export async function readCapacity(session: AzureSession, machines: readonly Sized[], plan: Plan): Promise<RecoveryCapacity> {
  const vaults = new Map(machines.map(({ item }) => [vaultKeyOf(item), vaultOf(item)]));
  const located = [...vaults].map(async ([key, vault]) => [key, await vaultLocation(session, vault)] as const);
  const locations = new Map(await Promise.all(located));
  const regionOf = ({ item }: Sized) => `${item.subscriptionId.toLowerCase()} ${locations.get(vaultKeyOf(item)) ?? ''}`;
  const inTurn = byTurn(machines, plan);
  const regions = [...new Set(inTurn.map(regionOf))].map((region) => inTurn.filter((one) => regionOf(one) === region));
  const judged = await Promise.all(regions.map((some) => ofRegion(session, some, locations, plan)));
  return {
    quotas: judged.flatMap(({ quotas }) => quotas).toSorted((a, b) => roomOf(a) - roomOf(b)),
    unknown: judged.reduce((sum, { unknown }) => sum + unknown, 0),
    unknownDisks: judged.reduce((sum, { unknownDisks }) => sum + unknownDisks, 0),
    unseen: [...new Set(judged.flatMap(({ unseen }) => unseen))],
  };
}

const roomOf = ({ used, needed, limit }: Quota) => limit - used - needed;

/** As they come back: wave by wave. */
function byTurn(machines: readonly Sized[], plan: Plan): Sized[] {
  const waves = new Map(plan.machines.map(({ item, wave }) => [keyOf(item), wave]));
  const waveOf = ({ item }: Sized) => waves.get(keyOf(item)) ?? 0;
  return machines.toSorted((a, b) => waveOf(a) - waveOf(b) || a.item.vmName.localeCompare(b.item.vmName));
}

async function ofRegion(
  session: AzureSession,
  machines: readonly Sized[],
  locations: ReadonlyMap<string, string>,
  plan: Plan,
): Promise<RecoveryCapacity> {
  const [first] = machines;
  if (!first) return { quotas: [], unknown: 0, unknownDisks: 0, unseen: [] };
  const { subscriptionId } = first.item;
  const location = locations.get(vaultKeyOf(first.item)) ?? '';
  const place = { subscriptionId, location };
  const [cores, disks, network, storage, account, addresses] = await Promise.all([
    inSight(() => readCores(session, subscriptionId, location)),
    inSight(() => disksOfMachines(session, subscriptionId)),
    inSight(() => listUsages(session, 'Microsoft.Network', subscriptionId, location)),
    inSight(() => listUsages(session, 'Microsoft.Storage', subscriptionId, location)),
    inSight(() => accountFor(session, first.item, plan.edition)),
    addressesOf(session, machines, place),
  ]);
  const quotaOf = (list: typeof network, name: string, counts: Counted, needs: (machine: Sized, at: number) => number): Quota[] => {
    const usage = list?.find(({ name: { value } }) => value === name);
    if (!usage) return [];
    return [{ ...place, counts, family: null, subnet: null, ...taken(machines, { used: usage.currentValue, limit: usage.limit }, needs) }];
  };
  const kindsOf = ({ item }: Sized) => knownKinds(disks?.get(idKey(vmIdOf(item))));
  return {
    quotas: [
      ...(cores === null ? [] : [...coreQuotas(machines, cores, place), ...diskQuotas(machines, cores, kindsOf, place)]),
      ...addresses.flatMap((quota) => quota ?? []),
      ...quotaOf(network, 'NetworkInterfaces', 'network-interfaces', () => 1),
      ...quotaOf(network, 'PublicIPAddresses', 'public-ip-addresses', () => 0),
      // Where none takes restored disks, somebody has to make one.
      ...quotaOf(storage, 'StorageAccounts', 'storage-accounts', (_, at) => (account === undefined && at === 0 ? 1 : 0)),
    ],
    unknown: cores === null ? machines.length : machines.filter(({ size }) => !cores.sizes.has(size.toLowerCase())).length,
    unknownDisks: cores === null ? machines.length : machines.filter((machine) => kindsOf(machine) === undefined).length,
    unseen: [
      ...(network === null ? (['network-interfaces', 'public-ip-addresses'] as const) : []),
      ...(addresses.includes(null) ? (['addresses'] as const) : []),
      ...(storage === null ? (['storage-accounts'] as const) : []),
    ],
  };
}

/** The addresses that are left in each of the subnets; null of one that the user does not see. */
function addressesOf(
  session: AzureSession,
  machines: readonly Sized[],
  place: Pick<Quota, 'subscriptionId' | 'location'>,
): Promise<(Quota | null)[]> {
  const subnets = new Map(machines.flatMap(({ subnetId }) => (subnetId === null ? [] : [[idKey(subnetId), subnetId] as const])));
  return Promise.all(
    [...subnets].map(async ([key, subnetId]) => {
      const room = await readSubnetRoom(session, subnetId);
      if (room === null) return null;
      const [, network = '', name = ''] = /\/virtualNetworks\/([^/]+)\/subnets\/([^/]+)$/i.exec(subnetId) ?? [];
      const isThere = (machine: Sized) => machine.subnetId !== null && idKey(machine.subnetId) === key;
      const counted = taken(machines, room, (machine) => (isThere(machine) ? 1 : 0));
      return { ...place, counts: 'addresses', family: null, subnet: { network, name }, ...counted };
    }),
  );
}

/** What machines that come one after the other take of a quota, and those that would find too little left of it. */
function taken(
  machines: readonly Sized[],
  { used, limit }: { used: number; limit: number },
  needs: (machine: Sized, at: number) => number,
) {
  const refused: ItemPath[] = [];
  let [needed, left] = [0, limit - used];
  for (const [at, machine] of machines.entries()) {
    const own = needs(machine, at);
    needed += own;
    if (own > left) refused.push(machine.item);
    else left -= own;
  }
  return { needed, used, limit, refused };
}

function coreQuotas(machines: readonly Sized[], { sizes, quotas }: Cores, place: Pick<Quota, 'subscriptionId' | 'location'>): Quota[] {
  const sizeOf = ({ size }: Sized) => sizes.get(size.toLowerCase());
  const families = new Set(machines.flatMap((machine) => sizeOf(machine)?.family ?? []));
  return ['', ...families].flatMap((family): Quota[] => {
    const quota = quotas.get(family.toLowerCase());
    if (!quota) return [];
    const needs = (machine: Sized) => {
      const size = sizeOf(machine);
      return size !== undefined && (family === '' || size.family === family) ? size.cores : 0;
    };
    return [{ ...place, counts: 'cores', family: quota.family, subnet: null, ...taken(machines, quota, needs) }];
  });
}

/** By the kind of a disk what is counted of it: Azure's name, and ours. */
const DISKS: Readonly<Record<string, { usage: string; counts: Counted }>> = {
  Standard_LRS: { usage: 'StandardDiskCount', counts: 'standard-hdds' },
  StandardSSD_LRS: { usage: 'StandardSSDDiskCount', counts: 'standard-ssds' },
  Premium_LRS: { usage: 'PremiumDiskCount', counts: 'premium-ssds' },
};

/** What a restore brings back is of the same kinds. Undefined where it is not known of all. */
function knownKinds(kinds: readonly (string | null)[] | undefined): string[] | undefined {
  const known = kinds?.flatMap((kind) => (kind !== null && own(DISKS, kind) ? [kind] : []));
  return known?.length === kinds?.length ? known : undefined;
}

function diskQuotas(
  machines: readonly Sized[],
  { quotas }: Cores,
  kindsOf: (machine: Sized) => string[] | undefined,
  place: Pick<Quota, 'subscriptionId' | 'location'>,
): Quota[] {
  return Object.entries(DISKS).flatMap(([kind, { usage, counts }]): Quota[] => {
    const quota = quotas.get(usage.toLowerCase());
    const needs = (machine: Sized) => kindsOf(machine)?.filter((one) => one === kind).length ?? 0;
    if (!quota || !machines.some((machine) => needs(machine) > 0)) return [];
    return [{ ...place, counts, family: null, subnet: null, ...taken(machines, quota, needs) }];
  });
}

async function inSight<Found>(read: () => Promise<Found>): Promise<Found | null> {
  try {
    return await read();
  } catch (error) {
    if (isStatus(error, 403)) return null;
    throw error;
  }
}
