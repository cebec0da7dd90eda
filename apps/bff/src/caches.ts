import { LRUCache } from 'lru-cache';

/** Bounds of a cache of so many entries. By `max` it would take the room for all of them at once: a score of caches, a sixth of what a start computes. */
export const atMost = (entries: number) => ({ maxSize: entries, sizeCalculation: () => 1 });

// Looked up at each call, so that anyone who turns the clock turns this one, too. At zero the cache takes an entry to have no time at all.
const perf = { now: () => performance.now() + 1 };

/** A cache for so many milliseconds. What has had its time leaves the memory then, not only when it is asked for again. */
export const timedCache = <K extends {}, V extends {}>(ttl: number, bounds: LRUCache.Options<K, V, unknown>): LRUCache<K, V> =>
  new LRUCache({ ...bounds, ttl, ttlAutopurge: true, perf });
