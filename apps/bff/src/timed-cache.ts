import { LRUCache } from 'lru-cache';

// Looked up at each call, so that whoever turns the clock turns this one, too.
const perf = { now: () => performance.now() };

/** A cache for so many milliseconds. What has had its time leaves the memory then, not only when it is asked for again. */
export const timedCache = <K extends {}, V extends {}>(ttl: number, bounds: LRUCache.Options<K, V, unknown>): LRUCache<K, V> =>
  new LRUCache({ ...bounds, ttl, ttlAutopurge: true, perf });
