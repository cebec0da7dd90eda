import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { anyRetention, anyZone } from './plans.fixture';
import { keptUntil, reasonsToKeep, type Retention } from './retention';

const at = (text: string) => Date.parse(text);
const firstSunday = { basis: 'week', weeks: ['First'], days: ['Sunday'] } as const;
const allLevels: Retention = {
  daily: { count: 180 },
  weekly: { count: 104, days: ['Sunday'] },
  monthly: { count: 60, on: firstSunday },
  yearly: { count: 10, months: ['January'], on: firstSunday },
};
const nothing: Retention = { daily: null, weekly: null, monthly: null, yearly: null };
const kept = (retention: Retention, moment: string, zone = 'UTC') => {
  const found = keptUntil(retention, zone, at(moment));
  return found && [found.level, new Date(found.until).toISOString()];
};
const levels = (moment: string) => reasonsToKeep(allLevels, 'UTC', at(moment)).map(({ level }) => level);
const mondays = (week: 'Fourth' | 'Last'): Retention => ({
  ...nothing,
  monthly: { count: 1, on: { basis: 'week', weeks: [week], days: ['Monday'] } },
});
const longer = <T extends { count: number }>(level: T | null, more: number) => level && { ...level, count: level.count + more };
const onDates = (...dates: number[]): Retention => ({ ...nothing, monthly: { count: 12, on: { basis: 'day', dates } } });

describe('A recovery point', () => {
  test('is kept by the level that keeps it longest', () => {
    expect(kept(allLevels, '2026-02-03T10:00:00Z')).toEqual(['daily', '2026-08-02T10:00:00.000Z']);
    expect(kept(allLevels, '2026-02-08T10:00:00Z')).toEqual(['weekly', '2028-02-06T10:00:00.000Z']);
    expect(kept(allLevels, '2026-02-01T10:00:00Z')).toEqual(['monthly', '2031-02-01T10:00:00.000Z']);
    expect(kept(allLevels, '2026-01-04T10:00:00Z')).toEqual(['yearly', '2036-01-04T10:00:00.000Z']);
  });

  test('names every level that wants it', () => {
    expect(levels('2026-01-04T10:00:00Z')).toEqual(['daily', 'weekly', 'monthly', 'yearly']);
    expect(levels('2026-02-01T10:00:00Z')).toEqual(['daily', 'weekly', 'monthly']);
    expect(levels('2026-02-08T10:00:00Z')).toEqual(['daily', 'weekly']);
  });

  test('belongs to the local day of its run', () => {
    expect(kept(allLevels, '2026-02-07T23:30:00Z', 'Europe/Berlin')?.[0]).toBe('weekly');
    expect(kept(allLevels, '2026-02-07T23:30:00Z')?.[0]).toBe('daily');
  });

  test('of the last day of a month is found whatever the month', () => {
    expect(kept(onDates(0), '2028-02-29T01:00:00Z')).toEqual(['monthly', '2029-02-28T01:00:00.000Z']);
    expect(kept(onDates(0), '2026-02-28T01:00:00Z')?.[0]).toBe('monthly');
    expect(kept(onDates(0), '2028-02-28T01:00:00Z')).toBeUndefined();
    expect(kept(onDates(0), '2026-04-30T01:00:00Z')?.[0]).toBe('monthly');
    expect(kept(onDates(0), '2026-04-29T01:00:00Z')).toBeUndefined();
  });

  test('of 29 February is kept for years to the end of February', () => {
    const yearly: Retention = { ...nothing, yearly: { count: 2, months: ['February'], on: { basis: 'day', dates: [0] } } };
    expect(kept(yearly, '2028-02-29T01:00:00Z')).toEqual(['yearly', '2030-02-28T01:00:00.000Z']);
    const fourYears: Retention = { ...nothing, yearly: { count: 4, months: ['February'], on: { basis: 'day', dates: [0] } } };
    expect(kept(fourYears, '2028-02-29T01:00:00Z')).toEqual(['yearly', '2032-02-29T01:00:00.000Z']);
  });

  test('of the fifth Monday is in the last week and in no other', () => {
    expect(kept(mondays('Last'), '2026-03-30T01:00:00Z')).toBeDefined();
    expect(kept(mondays('Fourth'), '2026-03-30T01:00:00Z')).toBeUndefined();
    expect(kept(mondays('Fourth'), '2026-03-23T01:00:00Z')).toBeDefined();
    expect(kept(mondays('Last'), '2026-02-23T01:00:00Z')).toBeDefined();
    expect(kept(mondays('Fourth'), '2026-02-23T01:00:00Z')).toBeDefined();
  });

  test('that no level applies to is kept by none', () => {
    expect(kept({ ...allLevels, daily: null }, '2026-02-03T10:00:00Z')).toBeUndefined();
  });

  const moments = fc.integer({ min: at('2020-01-01T00:00:00Z'), max: at('2040-01-01T00:00:00Z') });

  test('is never kept shorter when a level keeps longer', () => {
    fc.assert(
      fc.property(anyRetention, anyZone, moments, fc.nat(50), (retention, zone, moment, more) => {
        const { daily, weekly, monthly, yearly } = retention;
        const extended = {
          daily: longer(daily, more),
          weekly: longer(weekly, more),
          monthly: longer(monthly, more),
          yearly: longer(yearly, more),
        };
        const shortly = keptUntil(retention, zone, moment);
        const long = keptUntil(extended, zone, moment);
        expect(long?.until ?? 0).toBeGreaterThanOrEqual(shortly?.until ?? 0);
        if (shortly) expect(shortly.until).toBeGreaterThan(moment);
      }),
    );
  });

  test('is kept as long as Temporal says that so many days, weeks, months or years last', () => {
    fc.assert(
      fc.property(anyRetention, anyZone, moments, (retention, zone, moment) => {
        const units = { daily: 'days', weekly: 'weeks', monthly: 'months', yearly: 'years' } as const;
        const taken = Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO('UTC');
        for (const { level, until } of reasonsToKeep(retention, zone, moment)) {
          expect(until).toBe(taken.add({ [units[level]]: retention[level]?.count ?? 0 }).epochMilliseconds);
        }
      }),
    );
  });

  test('is never kept shorter by one more level', () => {
    fc.assert(
      fc.property(anyRetention, anyRetention, anyZone, moments, (retention, other, zone, moment) => {
        const both = { ...retention, yearly: retention.yearly ?? other.yearly };
        expect(keptUntil(both, zone, moment)?.until ?? 0).toBeGreaterThanOrEqual(keptUntil(retention, zone, moment)?.until ?? 0);
      }),
    );
  });
});
