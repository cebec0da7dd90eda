import type { Formats } from './formats';
import { defineMessages } from './messages';
import type { Text } from './use-text';

/** More names would fill the page, and nobody would listen to them. */
const MOST_NAMED = 10;

/** How many there are beside those that are named, in the case that the sentence asks for. */
const others = defineMessages({
  nominative: { de: '{count, plural, one {ein weiterer} other {# weitere}}', en: '{count, plural, one {one more} other {# more}}' },
  dative: { de: '{count, plural, one {einem weiteren} other {# weiteren}}', en: '{count, plural, one {one more} other {# more}}' },
  accusative: { de: '{count, plural, one {einen weiteren} other {# weitere}}', en: '{count, plural, one {one more} other {# more}}' },
});

/** Some names in a sentence, and how many there are beside them. */
export function namedFew(
  names: readonly string[],
  format: Pick<Formats, 'list'>,
  text: Text,
  inCase: keyof typeof others = 'nominative',
): string {
  const few = names.slice(0, MOST_NAMED);
  const left = names.length - few.length;
  return format.list(left === 0 ? few : [...few, text(others[inCase], { count: left })]);
}
