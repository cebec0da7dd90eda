import { own } from '../world/own';
import { GraphError } from './graph-error';

/** What of something a filter may ask for, by the property's name in lower case. */
type Filterable = Readonly<Record<string, string | readonly string[] | null>>;

const QUOTED = String.raw`'((?:[^']|'')*)'`;
const COMPARED = new RegExp(String.raw`^(\w+)\s+eq\s+${QUOTED}$`, 'i');
const ONE_OF = new RegExp(String.raw`^(\w+)\s+in\s+\(\s*(${QUOTED}(?:\s*,\s*${QUOTED})*)\s*\)$`, 'i');
const BEGINS = new RegExp(String.raw`^startswith\(\s*(\w+)\s*,\s*${QUOTED}\s*\)$`, 'i');
const HOLDS = new RegExp(String.raw`^(\w+)/any\(\s*(\w+)\s*:\s*\2\s+eq\s+${QUOTED}\s*\)$`, 'i');

const plain = (quoted = ''): string => quoted.replaceAll("''", "'").toLowerCase();

function valuesOf(one: Filterable, property = ''): string[] {
  const value = own(one, property.toLowerCase());
  if (value === undefined)
    throw new GraphError(
      400,
      'Request_UnsupportedQuery',
      `Unsupported or invalid query filter clause specified for property '${property}'.`,
    );
  return [value ?? []].flat().map((each) => each.toLowerCase());
}

type Predicate = (one: Filterable) => boolean;

function clause(text: string): Predicate {
  const compared = COMPARED.exec(text);
  if (compared) return (one) => valuesOf(one, compared[1]).includes(plain(compared[2]));
  const holds = HOLDS.exec(text);
  if (holds) return (one) => valuesOf(one, holds[1]).includes(plain(holds[3]));
  const begins = BEGINS.exec(text);
  if (begins) return (one) => valuesOf(one, begins[1]).some((value) => value.startsWith(plain(begins[2])));
  const oneOf = ONE_OF.exec(text);
  if (oneOf) {
    const wanted = [...(oneOf[2] ?? '').matchAll(new RegExp(QUOTED, 'g'))].map(([, value]) => plain(value));
    return (one) => valuesOf(one, oneOf[1]).some((value) => wanted.includes(value));
  }
  throw new GraphError(501, 'NotImplemented', `Local Azure does not understand the filter ${text}.`);
}

/** What `and` joins: the word within quotes joins nothing. */
function clausesIn(filter: string): string[] {
  if (filter === '') return [];
  const pieces = filter.split("'").map((piece, at) => (at % 2 === 0 ? piece.replaceAll(/ and /gi, '\n') : piece));
  return pieces
    .join("'")
    .split('\n')
    .map((one) => one.trim());
}

/**
 * Understands `$filter` as far as `eq`, `in`, `startswith` and `any(x:x eq …)`, joined by `and`, in any case of letters.
 * @throws GraphError for anything else
 */
export function filterOf(filter: string): Predicate {
  const clauses = clausesIn(filter.trim()).map(clause);
  return (one) => clauses.every((holds) => holds(one));
}
