import { dayOf, WEEKDAYS, type Plan, type Point } from '@tresor/retention';
import { describe, expect, test } from 'vitest';
import { byDay, byKeeper, byMonth, weeksOf, whyKept } from './calendar-model';

const at = (text: string) => Date.parse(text);
const point = (time: string, keeper: Point['keeper'] = 'daily'): Point => ({ at: at(time), until: at('2030-01-01T00:00:00Z'), keeper });
const points = [point('2026-01-31T22:30:00Z'), point('2026-01-31T23:30:00Z', 'yearly'), point('2026-02-01T23:30:00Z', 'weekly')];

describe('The retention calendar', () => {
  test('puts a point into the month and day of its own zone', () => {
    const cell = byMonth(points, 'Europe/Berlin');
    expect(cell(2026, 1)).toEqual({ count: 1, keeper: 'daily' });
    expect(cell(2026, 2)).toEqual({ count: 2, keeper: 'yearly' });
    expect(cell(2026, 3)).toBeUndefined();
    expect([...byDay(points, 'Europe/Berlin').keys()]).toEqual([dayOf(2026, 1, 31), dayOf(2026, 2, 1), dayOf(2026, 2, 2)]);
  });

  test('counts by what keeps the points, the longest-lasting first', () => {
    expect(byKeeper([...points, point('2026-02-03T23:30:00Z')])).toEqual([
      { keeper: 'yearly', count: 1 },
      { keeper: 'weekly', count: 1 },
      { keeper: 'daily', count: 2 },
    ]);
  });

  test('lays a month out in weeks from Sunday or from Monday', () => {
    expect(weeksOf(2026, 2, 0)).toHaveLength(4);
    expect(weeksOf(2026, 2, 1)).toHaveLength(5);
    expect(weeksOf(2026, 2, 1)[0]).toEqual([null, null, null, null, null, null, dayOf(2026, 2, 1)]);
    expect(
      weeksOf(2028, 2, 1)
        .flat()
        .filter((day) => day !== null),
    ).toHaveLength(29);
  });

  test('names every level that still keeps a point', () => {
    const plan: Plan = {
      recurrence: { zone: 'UTC', minutes: [0], days: WEEKDAYS },
      retention: { daily: { count: 7 }, weekly: { count: 4, days: ['Sunday'] }, monthly: null, yearly: null },
      snapshotDays: 2,
    };
    const sunday: Point = { at: at('2026-02-01T00:00:00Z'), until: at('2026-03-01T00:00:00Z'), keeper: 'weekly' };
    const levels = (moment: string) => whyKept(plan, sunday, at(moment)).map(({ keeper }) => keeper);
    expect(levels('2026-02-03T00:00:00Z')).toEqual(['daily', 'weekly']);
    expect(levels('2026-02-10T00:00:00Z')).toEqual(['weekly']);
  });
});
