import type { RecoveryPlan, TagObjective } from '@tresor/contracts';
import type { Formats } from '../../../language/formats';
import type { Text } from '../../../language/use-text';
import { lengthWords } from '../../../words/length-words';
import { planMessages as messages } from '../plan-messages';

type Wanted = RecoveryPlan['objectives'];

/** A tag as people write it. */
export const tagWords = ({ name, value }: TagObjective['tag'], text: Text): string =>
  value === null ? text(messages.withoutTag, { name }) : text(messages.tagOf, { name, value });

function wantedWords({ rtoMinutes, rpoMinutes }: Wanted, text: Text, format: Formats): string {
  const time = (minutes: number) => lengthWords(minutes * 60, text, format);
  return [
    ...(rtoMinutes === null ? [] : [text(messages.rto, { time: time(rtoMinutes) })]),
    ...(rpoMinutes === null ? [] : [text(messages.rpo, { time: time(rpoMinutes) })]),
  ].join('; ');
}

/** What a plan wants of its machines, a line each: of all, and of those with a tag. */
export function objectiveWords(
  { objectives, tagObjectives }: Pick<RecoveryPlan, 'objectives' | 'tagObjectives'>,
  text: Text,
  format: Formats,
): string[] {
  const ofAll = wantedWords(objectives, text, format);
  const ofAllLine = ofAll !== '' && tagObjectives.length > 0 ? text(messages.otherwise, { wanted: ofAll }) : ofAll;
  const ofTags = tagObjectives.map(({ tag, ...wanted }) =>
    text(messages.ofTag, { tag: tagWords(tag, text), wanted: wantedWords(wanted, text, format) }),
  );
  return [...ofTags, ...(ofAllLine === '' ? [] : [ofAllLine])];
}
