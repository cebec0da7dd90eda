import type { RecoveryTarget } from '@tresor/contracts';
import { tagWords } from '../../azure/tags/tag-words';
import type { Text } from '../../language/use-text';
import { planMessages as messages } from './plan-messages';

/** Where the machines of a plan come back, in a few words. */
export function targetWords(target: RecoveryTarget, text: Text): string {
  const place = target.kind === 'group' ? text(messages.inGroup, { group: target.group }) : text(messages[target.kind]);
  const { addedTags } = target;
  const tagged = addedTags === undefined ? place : text(messages.tagged, { target: place, tags: tagWords(addedTags) });
  if (target.kind === 'isolated') return tagged;
  const apart = target.withoutProximityGroup === true ? text(messages.apart, { target: tagged }) : tagged;
  return target.withoutTags === true ? text(messages.untagged, { target: apart }) : apart;
}
