import { expect, test } from 'vitest';
import { pollGap } from './poll-gap';

test('a running job is looked at every three seconds, and every five minutes when it goes on and on', () => {
  expect([1, 200, 10_000].map(pollGap)).toEqual([3_000, 3_000, 300_000]);
  expect(pollGap(220)).toBeGreaterThan(15_000);
});
