import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { WEEKDAYS } from './calendar';
import { nextRun, type Recurrence } from './recurrence';
import { anyZone } from './plans.fixture';

const daily = (minutes: number, zone = 'Europe/Berlin'): Recurrence => ({ zone, minutes: [minutes], days: WEEKDAYS });
const at = (text: string) => Date.parse(text);
const after = (recurrence: Recurrence, moment: string) => {
  const run = nextRun(recurrence, at(moment));
  return run && new Date(run.at).toISOString();
};
const HALF_PAST_MIDNIGHT = 30;
const HALF_PAST_TWO = 150;

describe('A recurrence', () => {
  test('runs at the wall-clock time of its zone, in winter and in summer', () => {
    expect(after(daily(HALF_PAST_MIDNIGHT), '2026-01-10T12:00:00Z')).toBe('2026-01-10T23:30:00.000Z');
    expect(after(daily(HALF_PAST_MIDNIGHT), '2026-07-10T12:00:00Z')).toBe('2026-07-10T22:30:00.000Z');
  });

  test('runs an hour later where summer time leaves its time out', () => {
    expect(after(daily(HALF_PAST_TWO), '2026-03-28T12:00:00Z')).toBe('2026-03-29T01:30:00.000Z');
  });

  test('runs once in the night in which its time comes twice', () => {
    expect(after(daily(HALF_PAST_TWO), '2026-10-24T12:00:00Z')).toBe('2026-10-25T00:30:00.000Z');
    expect(after(daily(HALF_PAST_TWO), '2026-10-25T00:30:00Z')).toBe('2026-10-26T01:30:00.000Z');
  });

  test('waits for the next of its days', () => {
    const weekly: Recurrence = { zone: 'UTC', minutes: [22 * 60], days: ['Monday', 'Friday'] };
    expect(after(weekly, '2026-02-03T00:00:00Z')).toBe('2026-02-06T22:00:00.000Z');
  });

  test('without days or without times never runs', () => {
    expect(nextRun({ zone: 'UTC', minutes: [0], days: [] }, 0)).toBeUndefined();
    expect(nextRun({ zone: 'UTC', minutes: [], days: WEEKDAYS }, 0)).toBeUndefined();
  });

  test('can run several times a day, also after midnight, and knows the last of a day', () => {
    const hourly: Recurrence = { zone: 'UTC', minutes: [1200, 1440, 1680], days: WEEKDAYS };
    expect(nextRun(hourly, at('2026-02-03T12:00:00Z'))).toEqual({ at: at('2026-02-03T20:00:00Z'), isLast: false });
    expect(nextRun(hourly, at('2026-02-03T20:00:00Z'))).toEqual({ at: at('2026-02-04T00:00:00Z'), isLast: false });
    expect(nextRun(hourly, at('2026-02-04T00:00:00Z'))).toEqual({ at: at('2026-02-04T04:00:00Z'), isLast: true });
    expect(nextRun(hourly, at('2026-02-04T04:00:00Z'))).toEqual({ at: at('2026-02-04T20:00:00Z'), isLast: false });
  });

  test('runs exactly once on every local day, whatever the zone and the time of year', () => {
    const halfHours = fc.integer({ min: 0, max: 47 });
    const moments = fc.integer({ min: at('2024-01-01T00:00:00Z'), max: at('2036-01-01T00:00:00Z') });
    fc.assert(
      fc.property(anyZone, halfHours, moments, (zone, half, start) => {
        const recurrence = daily(half * 30, zone);
        const first = nextRun(recurrence, start)?.at ?? 0;
        const second = nextRun(recurrence, first)?.at ?? 0;
        expect(first).toBeGreaterThan(start);
        expect(first - start).toBeLessThanOrEqual(25.5 * 3_600_000);
        expect(second - first).toBeGreaterThanOrEqual(22.5 * 3_600_000);
        expect(second - first).toBeLessThanOrEqual(25.5 * 3_600_000);
      }),
    );
  });
});
