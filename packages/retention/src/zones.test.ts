import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { dateOf, dayOf, daysInMonth, weekdayOf, WEEKDAYS } from './calendar';
import { anyZone } from './plans.fixture';
import { localDay, momentOf, nextClockChange, offsetAt } from './zones';

const from = Date.parse('2000-01-01T00:00:00Z');
const to = Date.parse('2060-01-01T00:00:00Z');
const moments = fc.integer({ min: from, max: to });
const days = fc.integer({ min: from / 86_400_000, max: to / 86_400_000 });

describe('Dates and clocks agree with Temporal', () => {
  test('on every date', () => {
    fc.assert(
      fc.property(days, (day) => {
        const date = Temporal.PlainDate.from('1970-01-01').add({ days: day });
        expect(dateOf(day)).toEqual({ year: date.year, month: date.month, date: date.day });
        expect(dayOf(date.year, date.month, date.day)).toBe(day);
        expect(weekdayOf(day)).toBe(WEEKDAYS[date.dayOfWeek - 1]);
        expect(daysInMonth(date.year, date.month)).toBe(date.daysInMonth);
      }),
    );
  });

  test('on what a clock shows at a moment', () => {
    fc.assert(
      fc.property(anyZone, moments, (zone, moment) => {
        const shown = Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(zone);
        expect(offsetAt(zone, moment)).toBe(shown.offsetNanoseconds / 1e6);
        expect(dateOf(localDay(zone, moment))).toEqual({ year: shown.year, month: shown.month, date: shown.day });
      }),
    );
  });

  test('on when a clock shows a time, in the nights of its changes too', () => {
    const nearChanges = fc.tuple(anyZone, moments, fc.integer({ min: -1, max: 1 })).map(([zone, moment, off]) => {
      const change = nextClockChange(zone, moment)?.at ?? moment;
      return [zone, localDay(zone, change) + off] as const;
    });
    fc.assert(
      fc.property(nearChanges, fc.integer({ min: 0, max: 1439 }), ([zone, day], minutes) => {
        const { year, month, date } = dateOf(day);
        const time = { year, month, day: date, hour: Math.floor(minutes / 60), minute: minutes % 60 };
        const expected = Temporal.PlainDateTime.from(time).toZonedDateTime(zone).epochMilliseconds;
        expect(momentOf(zone, day, minutes)).toBe(expected);
      }),
      { numRuns: 500 },
    );
  });

  test('on when clocks change next', () => {
    fc.assert(
      fc.property(anyZone, moments, (zone, moment) => {
        const next = Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(zone).getTimeZoneTransition('next');
        const change = nextClockChange(zone, moment);
        if (change) expect(change.at).toBe(next?.epochMilliseconds);
        else expect((next?.epochMilliseconds ?? Infinity) - moment).toBeGreaterThan(399 * 86_400_000);
      }),
    );
  });
});
