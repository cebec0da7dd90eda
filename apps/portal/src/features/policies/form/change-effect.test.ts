import type { PolicyPoints } from '@tresor/contracts';
import { WEEKDAYS, type Plan } from '@tresor/retention';
import { describe, expect, test } from 'vitest';
import { effectOf } from './change-effect';

const DAY = 86_400_000;
const now = Date.parse('2026-06-30T12:00:00Z');
const daily = (count: number, more: Partial<Plan['retention']> = {}): Plan => ({
  recurrence: { zone: 'UTC', minutes: [0], days: WEEKDAYS },
  retention: { daily: { count }, weekly: null, monthly: null, yearly: null, ...more },
  snapshotDays: 2,
});
type Points = PolicyPoints['items'][number]['points'];
const points = (days: number, keeper: Points[number]['keeper'] = 'policy'): Points =>
  Array.from({ length: days }, (_, ago) => ({ time: new Date(now - DAY / 2 - ago * DAY).toISOString(), keeper }));

describe('A change of a policy', () => {
  test('gives up at once what is older than the new retention', () => {
    expect(effectOf(points(30), daily(30), daily(7), now)).toEqual({ total: 30, lost: 23, shorter: 7, longer: 0 });
  });

  test('keeps present points longer, too', () => {
    expect(effectOf(points(30), daily(30), daily(60), now)).toEqual({ total: 30, lost: 0, shorter: 0, longer: 30 });
  });

  test('lengthens only the points of a level that is added', () => {
    const after = daily(30, { weekly: { count: 12, days: ['Sunday'] } });
    expect(effectOf(points(28), daily(30), after, now)).toEqual({ total: 28, lost: 0, shorter: 0, longer: 4 });
  });

  test('touches neither what somebody asked for nor mere snapshots', () => {
    for (const keeper of ['request', 'snapshot'] as const)
      expect(effectOf(points(30, keeper), daily(30), daily(7), now)).toEqual({ total: 30, lost: 0, shorter: 0, longer: 0 });
  });

  test('never gives up the newest point', () => {
    const weekly = {
      ...daily(30),
      retention: { daily: null, weekly: { count: 1, days: ['Monday' as const] }, monthly: null, yearly: null },
    };
    const [newest] = points(1);
    const old = { time: new Date(now - 20 * DAY).toISOString(), keeper: 'policy' as const };
    expect(effectOf([old], daily(30), weekly, now)).toMatchObject({ lost: 0 });
    expect(effectOf(newest ? [newest, old] : [old], daily(30), weekly, now)).toMatchObject({ lost: 1 });
  });
});
