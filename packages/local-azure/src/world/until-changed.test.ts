import { afterEach, beforeEach, expect, it } from 'vitest';
import { openWorld, type OpenWorld } from './open-world';
import { untilChanged } from './until-changed';

let world: OpenWorld;
let computed: number;

beforeEach(() => {
  world = openWorld({ file: ':memory:' });
  computed = 0;
});

afterEach(() => world.close());

const coloursOf = untilChanged((documents, prefix) => {
  computed += 1;
  return documents.documents<string>('colours').list(prefix);
});

const vault = {
  id: '/subscriptions/s/resourceGroups/g/providers/Microsoft.KeyVault/vaults/v',
  name: 'v',
  type: 'Microsoft.KeyVault/vaults',
};

it('is computed again when a document has changed, and not for a resource', () => {
  world.documents('colours').put('a', 'red');
  expect([coloursOf(world, ''), coloursOf(world, ''), computed]).toEqual([['red'], ['red'], 1]);
  world.resources.put({ ...vault, properties: {} });
  expect([coloursOf(world, ''), computed]).toEqual([['red'], 1]);
  world.documents('colours').put('b', 'blue');
  expect([coloursOf(world, ''), computed]).toEqual([['red', 'blue'], 2]);
  world.documents('colours').delete('a');
  expect([coloursOf(world, ''), computed]).toEqual([['blue'], 3]);
});

it('forgets what was undone', () => {
  world.trial(() => {
    world.documents('colours').put('a', 'red');
    expect([coloursOf(world, ''), world.documents('colours').get('a')]).toEqual([['red'], 'red']);
  });
  expect([coloursOf(world, ''), world.documents('colours').get('a')]).toEqual([[], undefined]);
});
