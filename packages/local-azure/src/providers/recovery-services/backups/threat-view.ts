import { groupOf, subscriptionOf } from '../../../world/arm-ids';
import type { Threat } from '../../../world/disk-contents';
import { guidOf } from '../../../world/stable-ids';
import type { Item } from '../state/item-store';
import type { RecoveryPoint } from '../state/recovery-point-store';

/** Times of Defender carry seven decimals and no zone. */
const defenderTime = (moment: number): string => new Date(moment).toISOString().replace('Z', '0000');

/** Severities from which on a point counts as unhealthy; below, it is a warning. Assumed: recorded are `High` and `Medium` together. */
const GRAVE: readonly Threat['severity'][] = ['High', 'Medium'];

/**
 * What a recovery point tells of threats, in the words recorded of API version 2026-07-01: `threatStatus` `Healthy`, `Warning` or
 * `UnHealthy` with `threatInfo`, and nothing at all of a point that was taken before the vault scanned at the source.
 */
export function threatView(item: Item, { threats }: RecoveryPoint): Record<string, unknown> {
  if (!threats) return {};
  if (threats.length === 0) return { threatStatus: 'Healthy' };
  const threatStatus = threats.some(({ severity }) => GRAVE.includes(severity)) ? 'UnHealthy' : 'Warning';
  return { threatInfo: threats.map((threat) => infoOf(item, threat)), threatStatus };
}

function infoOf({ vmId, location }: Item, { title, description, severity, since }: Threat) {
  const alert = `alertId/${guidOf(`alert ${title} of ${vmId}`)}/subscriptionId/${subscriptionOf(vmId)}/resourceGroup/${groupOf(vmId)}`;
  return {
    threatTitle: title,
    threatDescription: description,
    lastUpdatedTime: defenderTime(since),
    threatState: 'Active',
    threatStartTime: defenderTime(since),
    threatEndTime: defenderTime(since),
    threatURI: `https://portal.azure.com/#blade/Microsoft_Azure_Security_AzureDefenderForData/AlertBlade/${alert}/referencedFrom/alertDeepLink/location/${location}`,
    threatSeverity: severity,
  };
}
