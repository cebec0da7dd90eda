import { describe, expect, test } from 'vitest';
import { filterMoment, isoDuration, stamp, timeSpan, usDate } from './moments';

const moment = Date.parse('2026-02-03T14:05:09.120Z');

describe('Times on the wire', () => {
  test('drop the trailing zeros of their fraction', () => {
    expect(stamp(moment)).toBe('2026-02-03T14:05:09.12Z');
    expect(stamp(Date.parse('2026-02-03T20:00:00Z'))).toBe('2026-02-03T20:00:00Z');
  });

  test('of a job are written as ISO durations', () => {
    expect(isoDuration(0)).toBe('PT0S');
    expect(isoDuration(92_000)).toBe('PT1M32S');
    expect(isoDuration(2054)).toBe('PT2.054S');
    expect(isoDuration(25 * 3_600_000)).toBe('P1DT1H');
  });

  test('that remain until the purge are written as .NET does', () => {
    expect(timeSpan(14 * 86_400_000 - 18_877)).toBe('13.23:59:41.1230000');
  });

  test('among a job’s attributes are American', () => {
    expect(usDate(moment)).toBe('2/3/2026 2:05:09 PM');
    expect(usDate(Date.parse('2026-02-08T00:05:09Z'))).toBe('2/8/2026 12:05:09 AM');
  });

  test('of a filter use the twelve-hour clock', () => {
    expect(filterMoment('2026-02-03 02:05:09 PM')).toBe(Date.parse('2026-02-03T14:05:09Z'));
    expect(filterMoment('2026-02-03 12:00:00 AM')).toBe(Date.parse('2026-02-03T00:00:00Z'));
    expect(filterMoment('yesterday')).toBeUndefined();
  });
});
