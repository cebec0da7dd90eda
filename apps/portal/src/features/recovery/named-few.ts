import type { Formats } from '../../language/formats';
import type { Message } from '../../language/messages';
import type { Text } from '../../language/use-text';

/** More names would fill the page, and nobody would listen to them; tables have them all. */
const MOST_NAMED = 10;

/** Some names in a sentence, and how many there are beside them; `others` in the case that the sentence asks for. */
export function namedFew(names: readonly string[], others: Message<'count'>, format: Pick<Formats, 'list'>, text: Text): string {
  const few = names.slice(0, MOST_NAMED);
  const left = names.length - few.length;
  return format.list(left === 0 ? few : [...few, text(others, { count: left })]);
}
