import { expect, it } from 'vitest';
import { LastCallers } from './last-callers';

it('remembers ten thousand callers, and forgets first who has not called for longest', () => {
  const callers = new LastCallers<number>();
  callers.set('regular', 0);
  for (let n = 1; n <= 25_000; n += 1) {
    callers.set(`passer-by ${n}`, n);
    callers.set('regular', n);
  }
  expect(callers.size).toBe(10_000);
  expect([callers.get('regular'), callers.get('passer-by 1'), callers.get('passer-by 25000')]).toEqual([25_000, undefined, 25_000]);
});
