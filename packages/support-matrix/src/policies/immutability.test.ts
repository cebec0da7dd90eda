import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { isImmutable, keepsPointsForLess } from './immutability';
import { isWeakerPolicy } from './weaker-policy';

const count = fc.option(fc.integer({ min: 7, max: 99 }).map((count) => ({ count })));
const retention = fc.record({ daily: count, weekly: count, monthly: count, yearly: count }).map(({ daily, weekly, monthly, yearly }) => ({
  daily,
  weekly: weekly && { ...weekly, days: ['Sunday' as const] },
  monthly: monthly && { ...monthly, on: { basis: 'day' as const, dates: [1] } },
  yearly: yearly && { ...yearly, months: ['January' as const], on: { basis: 'day' as const, dates: [1] } },
}));

it('a policy keeps points for less time exactly if one of its levels does', () => {
  fc.assert(
    fc.property(retention, retention, (after, before) => {
      const counts = (['daily', 'weekly', 'monthly', 'yearly'] as const).map(
        (level) => [after[level]?.count ?? 0, before[level]?.count ?? 0] as const,
      );
      expect(keepsPointsForLess({ retention: after }, { retention: before })).toBe(counts.some(([now, then]) => now < then));
    }),
  );
});

it('what keeps points for less time is weaker, too', () => {
  const rest = { kind: 'standard', schedule: { frequency: 'daily', time: '00:30' }, instantRestoreDays: 2 } as const;
  fc.assert(
    fc.property(retention, retention, (after, before) => {
      const less = keepsPointsForLess({ retention: after }, { retention: before });
      expect(isWeakerPolicy({ ...rest, retention: after }, { ...rest, retention: before })).toBe(less);
    }),
  );
});

it('a vault is immutable whether that is locked or not', () => {
  expect(['Unlocked', 'Locked', 'Disabled', null].map(isImmutable)).toEqual([true, true, false, false]);
});
