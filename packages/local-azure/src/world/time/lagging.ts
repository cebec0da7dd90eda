import { delayOf, unkindnessOf } from './delays';
import type { DelayName } from './delays';
import type { Change } from '../state/lately';
import type { ArmResource, World } from '../world';
import { readBack } from '../json';

export type Earlier = ReadonlyMap<string, ArmResource | undefined>;

const NOTHING: Earlier = new Map();

/** What an answer that lags behind does not know yet: resources as it takes them to be, by id in lower case; undefined where it knows none. */
export function earlier(world: World, name: DelayName): Earlier {
  const changes = changesUnknown(world, name);
  return changes.length === 0
    ? NOTHING
    : new Map(changes.map(({ id, before }) => [id, before === undefined ? undefined : readBack(before)]));
}

/** Only what is new: an answer that knows a resource shows it as it is. */
export function stillUnknown(world: World, name: DelayName): Earlier {
  const changes = changesUnknown(world, name).filter(({ before }) => before === undefined);
  return changes.length === 0 ? NOTHING : new Map(changes.map(({ id }) => [id, undefined]));
}

/** The changes that an answer that lags behind does not know yet, one a resource. */
export function changesUnknown(world: World, name: DelayName): Change[] {
  if (unkindnessOf(world) === 'kind') return [];
  const now = world.clock.now();
  return [...world.lately.since((id) => now - delayOf(world, name, id)).values()];
}

/** Everything below a scope, whatever its type, for an answer that lags behind. */
export function laggingBelow(known: Earlier, world: World, scope: string): ArmResource[] {
  const before = [...known].flatMap(([id, resource]) => (resource && id.startsWith(`${scope.toLowerCase()}/`) ? [resource] : []));
  return [...world.resources.below(scope).filter((resource) => !known.has(key(resource))), ...before];
}

const key = ({ id }: ArmResource) => id.toLowerCase();

/** Those of the resources that are of a type, below a scope and between two ids, in any order. */
function earlierBetween(known: Earlier, type: string, scope: string, after: string, to: string | undefined): ArmResource[] {
  const prefix = `${scope.toLowerCase()}/`;
  return [...known].flatMap(([id, resource]) => {
    const fits = id.startsWith(prefix) && id > after && (to === undefined || id <= to);
    return resource && fits && resource.type.toLowerCase() === type.toLowerCase() ? [resource] : [];
  });
}

/** As `Resources.page`, for an answer that lags behind: what is new is missing, what is gone is there, and the rest is as it was. */
export function laggingPage(known: Earlier, world: World, type: string, scope: string, size: number, after = ''): ArmResource[] {
  const pageAfter = (id: string) => world.resources.page(type, scope, size, ...(id === '' ? [] : [id]));
  if (known.size === 0) return pageAfter(after);
  const found: ArmResource[] = [];
  let from = after.toLowerCase();
  while (found.length < size) {
    const page = pageAfter(from);
    const last = page.at(-1);
    const to = page.length < size || !last ? undefined : key(last);
    const unchanged = page.filter((resource) => !known.has(key(resource)));
    found.push(...[...unchanged, ...earlierBetween(known, type, scope, from, to)].toSorted((a, b) => (key(a) < key(b) ? -1 : 1)));
    if (to === undefined) break;
    from = to;
  }
  return found.slice(0, size);
}
