import { recordOrNone } from '../../src/world/json';

/** Objects whose members are named by anyone who uses the service. */
const FREE = new Set(['tags', 'hidden-tags', 'settings', 'userAssignedIdentities', 'propertyBag', 'internalPropertyBag', 'claims']);

interface Member {
  parent: string;
  seen: number;
  types: Set<string>;
}

/** What bodies are made of: how many objects stand at each place, and which members they have. */
interface Shape {
  objects: Map<string, number>;
  members: Map<string, Member>;
}

const typeOf = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value);

function walk(shape: Shape, value: unknown, place: string): void {
  if (Array.isArray(value)) {
    for (const one of value as unknown[]) walk(shape, one, `${place}[]`);
    return;
  }
  const object = recordOrNone(value);
  if (!object) return;
  shape.objects.set(place, (shape.objects.get(place) ?? 0) + 1);
  for (const [name, inside] of Object.entries(object)) {
    const here = place === '' ? name : `${place}.${name}`;
    const member = shape.members.get(here) ?? { parent: place, seen: 0, types: new Set() };
    member.seen += 1;
    member.types.add(typeOf(inside));
    shape.members.set(here, member);
    if (!FREE.has(name)) walk(shape, inside, here);
  }
}

export function shapeOf(bodies: readonly unknown[]): Shape {
  const shape: Shape = { objects: new Map(), members: new Map() };
  for (const body of bodies) walk(shape, body, '');
  return shape;
}

/** Where two shapes differ: what one always has and the other lacks, what only the other has, and types that differ. */
export function differencesOf(recorded: Shape, ours: Shape): string[] {
  const lacking = [...recorded.members].flatMap(([place, { parent, seen }]) => {
    const isAlways = seen === recorded.objects.get(parent);
    return isAlways && (ours.objects.get(parent) ?? 0) > 0 && !ours.members.has(place) ? [`lacks ${place}`] : [];
  });
  const others = [...ours.members].flatMap(([place, { parent, types }]) => {
    if (!recorded.objects.has(parent)) return [];
    const known = recorded.members.get(place);
    if (!known) return [`adds ${place}`];
    const strange = [...types].filter((type) => !known.types.has(type));
    return strange.length === 0 ? [] : [`${place} is ${strange.join(', ')}, not ${[...known.types].join(' or ')}`];
  });
  return [...lacking, ...others];
}
