import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SimpleSchedule } from './policy-model';
import { nextRun, recurrenceOf } from './recurrence';

const daily = (time: string): SimpleSchedule => ({
  schedulePolicyType: 'SimpleSchedulePolicy',
  scheduleRunFrequency: 'Daily',
  scheduleRunTimes: [`2026-01-01T${time}:00Z`],
  scheduleWeeklyFrequency: 0,
});
const berlin = 'W. Europe Standard Time';
const at = (text: string) => Date.parse(text);
const after = (schedule: SimpleSchedule, zone: string, moment: string) => {
  const run = nextRun(recurrenceOf(schedule, zone), at(moment));
  return run === undefined ? undefined : new Date(run).toISOString();
};

describe('The schedule of a policy', () => {
  test('runs at the wall-clock time of its zone, in winter and in summer', () => {
    expect(after(daily('00:30'), berlin, '2026-01-10T12:00:00Z')).toBe('2026-01-10T23:30:00.000Z');
    expect(after(daily('00:30'), berlin, '2026-07-10T12:00:00Z')).toBe('2026-07-10T22:30:00.000Z');
  });

  test('runs an hour later where summer time leaves its time out', () => {
    expect(after(daily('02:30'), berlin, '2026-03-28T12:00:00Z')).toBe('2026-03-29T01:30:00.000Z');
  });

  test('runs once in the night in which its time comes twice', () => {
    expect(after(daily('02:30'), berlin, '2026-10-24T12:00:00Z')).toBe('2026-10-25T00:30:00.000Z');
    expect(after(daily('02:30'), berlin, '2026-10-25T00:30:00Z')).toBe('2026-10-26T01:30:00.000Z');
  });

  test('waits for the next of its days', () => {
    const weekly: SimpleSchedule = { ...daily('22:00'), scheduleRunFrequency: 'Weekly', scheduleRunDays: ['Monday', 'Friday'] };
    expect(after(weekly, 'UTC', '2026-02-03T00:00:00Z')).toBe('2026-02-06T22:00:00.000Z');
  });

  test('of an enhanced policy runs several times within its window', () => {
    const hourly = {
      schedulePolicyType: 'SimpleSchedulePolicyV2',
      scheduleRunFrequency: 'Hourly',
      hourlySchedule: { interval: 4, scheduleWindowStartTime: '2026-01-01T08:00:00Z', scheduleWindowDuration: 12 },
    } as const;
    const recurrence = recurrenceOf(hourly, 'UTC');
    expect(recurrence.minutes).toEqual([480, 720, 960, 1200]);
    expect(nextRun(recurrence, at('2026-02-03T12:00:00Z'))).toBe(at('2026-02-03T16:00:00Z'));
    expect(nextRun(recurrence, at('2026-02-03T20:00:00Z'))).toBe(at('2026-02-04T08:00:00Z'));
  });

  test('runs exactly once on every local day, whatever the zone and the time of year', () => {
    const zones = fc.constantFrom(
      'UTC',
      berlin,
      'Pacific Standard Time',
      'Lord Howe Standard Time',
      'India Standard Time',
      'Samoa Standard Time',
    );
    const halfHours = fc.integer({ min: 0, max: 47 });
    const moments = fc.integer({ min: at('2024-01-01T00:00:00Z'), max: at('2030-01-01T00:00:00Z') });
    fc.assert(
      fc.property(zones, halfHours, moments, (zone, half, start) => {
        const time = `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 ? '30' : '00'}`;
        const recurrence = recurrenceOf(daily(time), zone);
        const first = nextRun(recurrence, start) ?? 0;
        const second = nextRun(recurrence, first) ?? 0;
        expect(first).toBeGreaterThan(start);
        expect(first - start).toBeLessThanOrEqual(25.5 * 3_600_000);
        expect(second - first).toBeGreaterThanOrEqual(22.5 * 3_600_000);
        expect(second - first).toBeLessThanOrEqual(25.5 * 3_600_000);
      }),
    );
  });
});
