import { matchPath } from 'react-router';
import { bladeIds, eachBlade, patternOf, type BladeId } from './map';

interface Found {
  id: BladeId;
  /** Its address, decoded. */
  pathname: string;
  /** The names that the address carries. */
  names: Readonly<Record<string, string | undefined>>;
}

const expressionOf = (pattern: string) => new RegExp(`^${pattern.replace(/\/\*$/, '(/.*)?').replace(/:\w+/g, '[^/]+')}/?$`, 'i');

/** Made when first asked for. The router's own search makes all its expressions again for each address. */
let expressions: Readonly<Record<BladeId, RegExp>> | undefined;

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

const namesIn = (id: BladeId) => patternOf(id).split(':').length;

/** The blade that an address opens, found as the router finds it; undefined where it opens none. */
export function bladeAt(address: string): Found | undefined {
  const known = (expressions ??= eachBlade((id) => expressionOf(patternOf(id))));
  const path = decoded(address);
  const fitting = bladeIds.filter((id) => id !== 'notFound' && known[id].test(path));
  // Where a word and a name both fit, the word was meant.
  const [id] = fitting.toSorted((a, b) => namesIn(a) - namesIn(b));
  const match = id === undefined ? null : matchPath(patternOf(id), path);
  return id === undefined || match === null ? undefined : { id, pathname: match.pathname, names: match.params };
}
