import type { Schedule } from '@tresor/contracts';
import { describe, expect, test } from 'vitest';
import { nextRun, offsetLabel } from './wall-clock';
import { ianaOf, windowsOf, windowsZones } from './zone-table';

const nightly = { frequency: 'daily', time: '00:30' } as const;
const at = (iso: string) => Date.parse(iso);
const next = (...given: Parameters<typeof nextRun>) => nextRun(...given).toISOString();

describe('the next run of a policy', () => {
  test('is tonight while its time is still to come, and tomorrow from that time on', () => {
    expect(next(nightly, 'Europe/Berlin', at('2017-01-18T20:00:00Z'))).toBe('2017-01-18T23:30:00.000Z');
    expect(next(nightly, 'Europe/Berlin', at('2017-01-18T23:30:00Z'))).toBe('2017-01-19T23:30:00.000Z');
  });

  test('keeps the clock of its zone when summer time begins', () => {
    expect(next(nightly, 'Europe/Berlin', at('2017-03-26T12:00:00Z'))).toBe('2017-03-26T22:30:00.000Z');
  });

  test('of a weekly policy is on its next day, counted in its own zone', () => {
    const sundays: Schedule = { frequency: 'weekly', time: '05:30', days: ['Sunday'] };
    expect(next(sundays, 'America/Los_Angeles', at('2017-01-18T12:00:00Z'))).toBe('2017-01-22T13:30:00.000Z');
    expect(next(sundays, 'America/Los_Angeles', at('2017-01-22T13:30:00Z'))).toBe('2017-01-29T13:30:00.000Z');
  });
});

describe('a time zone', () => {
  test('is shown by its difference to UTC', () => {
    expect(offsetLabel('Europe/Berlin', at('2017-01-18T12:00:00Z'))).toBe('UTC+01:00');
    expect(offsetLabel('America/Los_Angeles', at('2017-07-18T12:00:00Z'))).toBe('UTC-07:00');
    expect(offsetLabel('Asia/Kolkata', at('2017-01-18T12:00:00Z'))).toBe('UTC+05:30');
    expect(offsetLabel('Etc/UTC', at('2017-01-18T12:00:00Z'))).toBe('UTC');
  });

  test('goes by its Windows name in Azure and by its IANA name in the browser', () => {
    expect(ianaOf('W. Europe Standard Time')).toBe('Europe/Berlin');
    expect(windowsOf('Europe/Berlin')).toBe('W. Europe Standard Time');
    expect(ianaOf('UTC')).toBe('Etc/UTC');
    expect(ianaOf('Nowhere Standard Time')).toBeNull();
    expect(windowsZones).toContain('UTC');
  });
});
