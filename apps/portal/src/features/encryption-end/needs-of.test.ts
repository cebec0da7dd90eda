import { expect, test } from 'vitest';
import { machineMessages as messages } from './messages';
import { needsOf } from './needs-of';

test('only of machines that move is it said that the old ones are deallocated', () => {
  expect(needsOf([{ way: 'rebuild', name: 'WEB1' }])).toEqual([{ need: messages.needsRebuild, names: ['WEB1'] }]);
  expect(needsOf([{ way: 'move', name: 'SQL1' }])).toEqual([{ need: messages.needsAzCopy, names: ['SQL1'] }]);
});

test('where a plan has both, each is said with the machines that it is so for', () => {
  const targets = [
    { way: 'rebuild', name: 'WEB1' } as const,
    { way: 'move', name: 'SQL1' } as const,
    { way: 'rebuild', name: 'WEB2' } as const,
  ];
  expect(needsOf(targets).map(({ names }) => names)).toEqual([['SQL1'], ['WEB1', 'WEB2']]);
});
