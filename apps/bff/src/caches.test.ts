import { LRUCache } from 'lru-cache';
import { expect, it } from 'vitest';
import { atMost, timedCache } from './caches';

it.each([
  ['without a time', new LRUCache<string, number>(atMost(2))],
  ['for a time', timedCache<string, number>(60_000, atMost(2))],
])('a cache %s holds as many entries as it may, and lets go of the one that was asked for longest ago', (_kind, cache) => {
  cache.set('first', 1);
  cache.set('second', 2);
  cache.get('first');
  cache.set('third', 3);
  expect([...cache.keys()].toSorted()).toEqual(['first', 'third']);
});
