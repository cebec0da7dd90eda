import type { Formats } from './formats';
import { defineMessages } from './messages';
import type { Text } from './use-text';

/** More names would fill the page, and nobody would listen to them. */
const MOST_NAMED = 10;

/** How many there are beside those that are named, in the case that the sentence asks for. A single one more is named. */
const others = defineMessages({
  nominative: { de: '{count, number} weitere', en: '{count, number} more' },
  dative: { de: '{count, number} weiteren', en: '{count, number} more' },
});

/** Whether a sentence that names few names all of them. */
export const areAllNamed = (names: readonly string[]): boolean => names.length <= MOST_NAMED + 1;

/** Some names in a sentence, and how many there are beside them. */
export function namedFew(
  names: readonly string[],
  format: Pick<Formats, 'list'>,
  text: Text,
  inCase: keyof typeof others = 'nominative',
): string {
  if (areAllNamed(names)) return format.list(names);
  const few = names.slice(0, MOST_NAMED);
  return format.list([...few, text(others[inCase], { count: names.length - few.length })]);
}
