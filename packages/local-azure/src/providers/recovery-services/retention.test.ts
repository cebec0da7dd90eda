import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAYS, MONTHS, WEEKS } from './policy-model';
import type { Retention } from './policy-model';
import { keptUntil } from './retention';

const times = ['2026-01-01T00:30:00Z'];
const at = (text: string) => Date.parse(text);
const daily = { retentionTimes: times, retentionDuration: { count: 30, durationType: 'Days' as const } };
const allLevels: Retention = {
  retentionPolicyType: 'LongTermRetentionPolicy',
  dailySchedule: { ...daily, retentionDuration: { count: 180, durationType: 'Days' } },
  weeklySchedule: { daysOfTheWeek: ['Sunday'], retentionTimes: times, retentionDuration: { count: 104, durationType: 'Weeks' } },
  monthlySchedule: {
    retentionScheduleFormatType: 'Weekly',
    retentionScheduleWeekly: { daysOfTheWeek: ['Sunday'], weeksOfTheMonth: ['First'] },
    retentionTimes: times,
    retentionDuration: { count: 60, durationType: 'Months' },
  },
  yearlySchedule: {
    retentionScheduleFormatType: 'Weekly',
    retentionScheduleWeekly: { daysOfTheWeek: ['Sunday'], weeksOfTheMonth: ['First'] },
    monthsOfYear: ['January'],
    retentionTimes: times,
    retentionDuration: { count: 10, durationType: 'Years' },
  },
};
const kept = (retention: Retention, moment: string, zone = 'UTC') => {
  const found = keptUntil(retention, zone, at(moment));
  return found && [found.rule, new Date(found.until).toISOString()];
};

describe('A recovery point', () => {
  test('is kept by the level that keeps it longest', () => {
    expect(kept(allLevels, '2026-02-03T10:00:00Z')).toEqual(['Daily', '2026-08-02T10:00:00.000Z']);
    expect(kept(allLevels, '2026-02-08T10:00:00Z')).toEqual(['Weekly', '2028-02-06T10:00:00.000Z']);
    expect(kept(allLevels, '2026-02-01T10:00:00Z')).toEqual(['Monthly', '2031-02-01T10:00:00.000Z']);
    expect(kept(allLevels, '2026-01-04T10:00:00Z')).toEqual(['Yearly', '2036-01-04T10:00:00.000Z']);
  });

  test('belongs to the local day of its run', () => {
    expect(kept(allLevels, '2026-02-07T23:30:00Z', 'Europe/Berlin')?.[0]).toBe('Weekly');
    expect(kept(allLevels, '2026-02-07T23:30:00Z')?.[0]).toBe('Daily');
  });

  test('of the last day of a month is found whatever the month', () => {
    const lastDay: Retention = {
      retentionPolicyType: 'LongTermRetentionPolicy',
      dailySchedule: daily,
      monthlySchedule: {
        retentionScheduleFormatType: 'Daily',
        retentionScheduleDaily: { daysOfTheMonth: [{ date: 0, isLast: true }] },
        retentionTimes: times,
        retentionDuration: { count: 12, durationType: 'Months' },
      },
    };
    expect(kept(lastDay, '2028-02-29T01:00:00Z')).toEqual(['Monthly', '2029-02-28T01:00:00.000Z']);
    expect(kept(lastDay, '2026-04-30T01:00:00Z')?.[0]).toBe('Monthly');
    expect(kept(lastDay, '2026-04-29T01:00:00Z')?.[0]).toBe('Daily');
  });

  test('that no level applies to is kept by none', () => {
    const { dailySchedule: _, ...weeklyOnly } = allLevels;
    expect(kept({ ...weeklyOnly }, '2026-02-03T10:00:00Z')).toBeUndefined();
  });

  const moments = fc.integer({ min: at('2020-01-01T00:00:00Z'), max: at('2040-01-01T00:00:00Z') });

  test('is never kept shorter when a level keeps longer', () => {
    const rules = fc.record({
      days: fc.integer({ min: 7, max: 400 }),
      months: fc.integer({ min: 1, max: 60 }),
      week: fc.constantFrom(...WEEKS),
      day: fc.constantFrom(...DAYS),
      month: fc.constantFrom(...MONTHS),
      more: fc.integer({ min: 1, max: 50 }),
    });
    fc.assert(
      fc.property(moments, rules, (moment, { days, months, week, day, month, more }) => {
        const retention = (extra: number): Retention => ({
          ...allLevels,
          dailySchedule: { ...daily, retentionDuration: { count: days + extra, durationType: 'Days' } },
          monthlySchedule: {
            retentionScheduleFormatType: 'Weekly',
            retentionScheduleWeekly: { daysOfTheWeek: [day], weeksOfTheMonth: [week] },
            retentionTimes: times,
            retentionDuration: { count: months + extra, durationType: 'Months' },
          },
          yearlySchedule: {
            retentionScheduleFormatType: 'Daily',
            retentionScheduleDaily: { daysOfTheMonth: [{ date: 1, isLast: false }] },
            monthsOfYear: [month],
            retentionTimes: times,
            retentionDuration: { count: 1 + extra, durationType: 'Years' },
          },
        });
        const shorter = keptUntil(retention(0), 'Europe/Berlin', moment)?.until ?? 0;
        const longer = keptUntil(retention(more), 'Europe/Berlin', moment)?.until ?? 0;
        expect(longer).toBeGreaterThanOrEqual(shorter);
        expect(shorter).toBeGreaterThan(moment);
      }),
    );
  });

  test('is never kept shorter by a policy with one more level', () => {
    fc.assert(
      fc.property(moments, (moment) => {
        const withoutYears: Retention = { ...allLevels };
        delete withoutYears.yearlySchedule;
        const fewer = keptUntil(withoutYears, 'UTC', moment)?.until ?? 0;
        expect(keptUntil(allLevels, 'UTC', moment)?.until ?? 0).toBeGreaterThanOrEqual(fewer);
      }),
    );
  });
});
