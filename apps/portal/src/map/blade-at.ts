import { matchPath } from 'react-router';
import { bladeIds, patternOf, type BladeId } from './map';

interface Found {
  id: BladeId;
  /** Its address, decoded. */
  pathname: string;
  /** The names that the address carries. */
  names: Readonly<Record<string, string | undefined>>;
}

/**
 * Whether the parts of an address are the words of a pattern, in any case, something wherever that has a name, and anything where it ends
 * in `*`. With expressions, as the router has them, most of the first answer would be to make ninety of them.
 */
function fits(pattern: string, given: readonly string[]): boolean {
  const wanted = pattern.split('/');
  const isOpen = wanted.at(-1) === '*';
  if (isOpen) wanted.pop();
  const isLongEnough = isOpen ? given.length >= wanted.length : given.length === wanted.length;
  return isLongEnough && wanted.every((part, n) => (part.startsWith(':') ? given[n] !== '' : given[n] === part.toLowerCase()));
}

/** A slash within a name stays apart from those between names, as the router has it. */
function decoded(address: string): string {
  try {
    return address
      .split('/')
      .map((part) => decodeURIComponent(part).replaceAll('/', '%2F'))
      .join('/');
  } catch {
    return address;
  }
}

/** One place, however its address is spelled: the router takes words in any case, and a slash at the end. */
export const placeOf = (address: string): string => decoded(address).replace(/\/$/, '').toLowerCase();

const namesIn = (id: BladeId) => patternOf(id).split(':').length;

/** The blade that an address opens, found as the router finds it; undefined where it opens none. */
export function bladeAt(address: string): Found | undefined {
  const given = placeOf(address).split('/');
  const fitting = bladeIds.filter((id) => id !== 'notFound' && fits(patternOf(id), given));
  // Where a word and a name both fit, the word was meant.
  const [id] = fitting.toSorted((a, b) => namesIn(a) - namesIn(b));
  const match = id === undefined ? null : matchPath(patternOf(id), decoded(address));
  return id === undefined || match === null ? undefined : { id, pathname: match.pathname, names: match.params };
}
