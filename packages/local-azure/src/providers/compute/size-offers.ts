import { ArmError } from '../../arm/route';
import { regionKey, subscriptionOf } from '../../world/arm-ids';
import { zonesOf } from '../../world/locations';
import { at, list, text } from '../../world/json';
import type { ArmResource, World } from '../../world/world';
import type { OperationError } from './operations';

/**
 * How a size cannot be had:
 * - `restricted`: Azure does not offer it to the subscription, and says so where sizes are listed;
 * - `scarce`: there is too little hardware of it, which is told to who asks for a machine;
 * - `exhausted`: there is none left, which Azure finds out while it makes or starts a machine.
 *
 * Source: learn.microsoft.com/troubleshoot/azure/azure-resource-manager/error-sku-not-available and
 * learn.microsoft.com/troubleshoot/azure/virtual-machines/allocation-failure
 */
export const SHORTAGES = ['restricted', 'scarce', 'exhausted'] as const;
export type Shortage = (typeof SHORTAGES)[number];

/** Where a size is short: the zones, or the whole region. */
interface Short {
  shortage: Shortage;
  zones: readonly string[] | 'all';
}

/** A size in a region, as a subscription sees it. */
interface OfferedSize {
  subscriptionId: string;
  location: string;
  size: string;
}

/** What is short, and for whom. */
type ShortSize = OfferedSize & Short;

const stored = (world: World) => world.documents<ShortSize>('short-sizes');

const keyOf = ({ subscriptionId, location, size }: OfferedSize): string => `${regionKey(subscriptionId, location)}/${size.toLowerCase()}`;

/** Says of a size that a subscription cannot have it in a region, or in some zones of it, and how it finds out; null: it can have it again. */
export function setSizeOffer(world: World, of: OfferedSize, short: Short | null): void {
  if (short === null) stored(world).delete(keyOf(of));
  else stored(world).put(keyOf(of), { ...of, ...short });
}

/** All that is short anywhere. */
export const shortSizes = (world: World): ShortSize[] => stored(world).list();

const shortOf = (world: World, of: OfferedSize): ShortSize | undefined => stored(world).get(keyOf(of));

/** As Microsoft.Compute/skus tells it of a size: an entry for the region, or for the zones, in which it is restricted. Source: `ResourceSkuRestrictions`. */
export function restrictionsOf(world: World, of: OfferedSize) {
  const short = shortOf(world, of);
  if (short?.shortage !== 'restricted') return [];
  const { location } = of;
  const everywhere = { type: 'Location', values: [location], restrictionInfo: { locations: [location] } };
  const inZones = (zones: readonly string[]) => ({ type: 'Zone', values: [location], restrictionInfo: { locations: [location], zones } });
  const zones = short.zones === 'all' ? zonesOf(location) : short.zones;
  return [...(short.zones === 'all' ? [everywhere] : []), ...(zones.length > 0 ? [inZones(zones)] : [])].map((one) => ({
    ...one,
    reasonCode: 'NotAvailableForSubscription',
  }));
}

const placeOf = (vm: ArmResource) => ({
  subscriptionId: subscriptionOf(vm.id),
  location: vm.location ?? '',
  size: text(at(vm.properties, 'hardwareProfile', 'vmSize')) ?? '',
});

const zoneOf = (vm: ArmResource) => text(list(vm['zones'])[0]);

/** How a machine cannot have its size where it is to be. */
function shortageFor(world: World, vm: ArmResource): Shortage | undefined {
  const short = shortOf(world, placeOf(vm));
  const zone = zoneOf(vm);
  if (!short || (short.zones !== 'all' && (zone === undefined || !short.zones.includes(zone)))) return undefined;
  return short.shortage;
}

const MORE = 'See https://aka.ms/azureskunotavailable for details.';

/** @throws ArmError 409 where a machine is to have a size that Azure does not offer to its subscription there */
export function requireOffered(world: World, vm: ArmResource): void {
  if (shortageFor(world, vm) !== 'restricted') return;
  const { subscriptionId, location } = placeOf(vm);
  throw new ArmError(
    409,
    'SkuNotAvailable',
    `The requested size for resource '${vm.id}' is currently not available in location '${location}' zones '${zoneOf(vm) ?? ''}' for subscription '${subscriptionId}'. Please try another size or deploy to a different location or zones. ${MORE}`,
  );
}

/** @throws ArmError 409 where there is too little hardware of the size that a machine is to have */
export function requireHardware(world: World, vm: ArmResource): void {
  if (shortageFor(world, vm) !== 'scarce') return;
  const { location, size } = placeOf(vm);
  throw new ArmError(
    409,
    'SkuNotAvailable',
    `The requested VM size for resource 'Following SKUs have failed for Capacity Restrictions: ${size}' is currently not available in location '${location}'. Please try another size or deploy to a different location or different zone. ${MORE}`,
  );
}

/** Why a machine that is made or started finds no hardware. */
export function hardwareTrouble(world: World, vm: ArmResource): OperationError | undefined {
  if (shortageFor(world, vm) !== 'exhausted') return undefined;
  const [code, place] = zoneOf(vm) === undefined ? ['AllocationFailed', 'region'] : ['ZonalAllocationFailed', 'zone'];
  return {
    code,
    message: `Allocation failed. We do not have sufficient capacity for the requested VM size in this ${place}. Read more about improving likelihood of allocation success at http://aka.ms/allocation-guidance`,
  };
}
