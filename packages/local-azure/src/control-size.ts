import { isSize } from './providers/compute/sizes';
import { setSizeOffer, SHORTAGES } from './providers/compute/size-offers';
import { list, text } from './world/json';
import { locations, zonesOf } from './world/locations';
import { subscriptions } from './world/subscriptions/subscriptions';
import type { World } from './world/world';

/**
 * Says of a `size` that no subscription, or that of `subscription`, can have it in a `region`, or in some `zones` of it, and how it finds out:
 * `shortage`, `none` ends it. Answers what is wrong with what was asked.
 */
export function changeSize(world: World, body: Record<string, unknown>): string | undefined {
  const { size, region, shortage, subscription } = body;
  if (typeof size !== 'string' || !isSize(size)) return 'size must be one of machines, such as Standard_DS2_v2.';
  const location = locations.find(({ name }) => name === region)?.name;
  if (location === undefined) return 'region must be the name of one, such as westeurope.';
  const kind = SHORTAGES.find((one) => one === shortage);
  if (kind === undefined && shortage !== 'none') return `shortage must be ${SHORTAGES.join(', ')} or none.`;
  const zones = list(body['zones']).flatMap((zone) => text(zone) ?? []);
  if (zones.some((zone) => !zonesOf(location).includes(zone))) return `zones must be some of ${zonesOf(location).join(', ') || 'none'}.`;
  const named = subscriptions(world)
    .list()
    .filter(({ subscriptionId }) => subscription === undefined || subscriptionId === subscription);
  if (named.length === 0) return 'subscription must be the id of one.';
  const short = kind === undefined ? null : { shortage: kind, zones: zones.length > 0 ? zones : ('all' as const) };
  world.write(() => {
    for (const { subscriptionId } of named) setSizeOffer(world, { subscriptionId, location, size }, short);
  });
  return undefined;
}
