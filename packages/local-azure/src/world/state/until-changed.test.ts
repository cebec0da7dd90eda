import { afterEach, beforeEach, expect, it } from 'vitest';
import { openWorld, type OpenWorld } from '../open-world';
import { untilChanged } from './until-changed';

let world: OpenWorld;
let computed: number;

beforeEach(() => {
  world = openWorld({ file: ':memory:' });
  computed = 0;
});

afterEach(() => world.close());

const colorsOf = untilChanged((documents, prefix) => {
  computed += 1;
  return documents.documents<string>('colors').list(prefix);
});

const vault = {
  id: '/subscriptions/s/resourceGroups/g/providers/Microsoft.KeyVault/vaults/v',
  name: 'v',
  type: 'Microsoft.KeyVault/vaults',
};

it('is computed again when a document has changed, and not for a resource', () => {
  world.documents('colors').put('a', 'red');
  expect([colorsOf(world, ''), colorsOf(world, ''), computed]).toEqual([['red'], ['red'], 1]);
  world.resources.put({ ...vault, properties: {} });
  expect([colorsOf(world, ''), computed]).toEqual([['red'], 1]);
  world.documents('colors').put('b', 'blue');
  expect([colorsOf(world, ''), computed]).toEqual([['red', 'blue'], 2]);
  world.documents('colors').delete('a');
  expect([colorsOf(world, ''), computed]).toEqual([['blue'], 3]);
});

it('forgets what was undone', () => {
  world.trial(() => {
    world.documents('colors').put('a', 'red');
    expect([colorsOf(world, ''), world.documents('colors').get('a')]).toEqual([['red'], 'red']);
  });
  expect([colorsOf(world, ''), world.documents('colors').get('a')]).toEqual([[], undefined]);
});
