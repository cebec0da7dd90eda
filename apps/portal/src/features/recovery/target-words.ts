import type { RecoveryTarget } from '@tresor/contracts';
import type { Text } from '../../language/use-text';
import { planMessages as messages } from './plan-messages';

/** Where the machines of a plan come back, in a few words. */
export function targetWords(target: RecoveryTarget, text: Text): string {
  const place = target.kind === 'group' ? text(messages.inGroup, { group: target.group }) : text(messages[target.kind]);
  if (target.kind === 'isolated') return place;
  const apart = target.withoutProximityGroup === true ? text(messages.apart, { target: place }) : place;
  return target.withoutTags === true ? text(messages.untagged, { target: apart }) : apart;
}
