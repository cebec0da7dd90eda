import type { World } from './world';

const DAY = 86_400_000;

/** For so many days it can be asked what became of an operation: longer than any lasts. */
export const KEPT_DAYS = 7;
const FORGET_DAY = 'operations.forget';

interface Place {
  collection: string;
  key: string;
}

const places = (world: World) => world.documents<Place>('operations-by-day');

const dayKey = (moment: number) => `${new Date(moment).toISOString().slice(0, 10)}/`;
const keyOf = (day: string, { collection, key }: Place) => `${day}${collection}/${key}`;

/** Remembers something about an operation that begins, until its day is forgotten. */
export function keepOperation(world: World, collection: string, key: string, value: unknown): void {
  world.documents(collection).put(key, value);
  const now = world.clock.now();
  const day = dayKey(now);
  if (places(world).keys(day, `${day}~`, 1).length === 0) {
    const dueAt = (Math.floor(now / DAY) + 1 + KEPT_DAYS) * DAY;
    world.schedule.plan({ id: `${FORGET_DAY}:${day}`, dueAt, kind: FORGET_DAY, payload: day });
  }
  places(world).put(keyOf(day, { collection, key }), { collection, key });
}

/** Forgets what is too old to be asked about. */
export function planForgettingOperations(world: World): void {
  world.schedule.on(FORGET_DAY, (day) => {
    if (typeof day !== 'string') return;
    for (const place of places(world).list(day)) {
      world.documents(place.collection).delete(place.key);
      places(world).delete(keyOf(day, place));
    }
  });
}
