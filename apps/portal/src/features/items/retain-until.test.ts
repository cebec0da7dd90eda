import { expect, test } from 'vitest';
import { daysAfter, endOfRetention, retainFault } from './retain-until';

const now = new Date(2017, 0, 18, 23, 50).getTime();

test('a day is the one on the wall, whatever the time', () => {
  expect(daysAfter(new Date(2017, 0, 18, 0, 5).getTime(), 0)).toBe('2017-01-18');
  expect(daysAfter(now, 30)).toBe('2017-02-17');
});

test('a point is kept until tomorrow at least and for 9,999 days at most', () => {
  expect(retainFault('2017-01-18', now)).toBe('too-early');
  expect(retainFault('2017-01-19', now)).toBeNull();
  expect(retainFault('2099-12-31', now)).toBe('too-late');
});

test('a point is kept until the day ends in UTC, as the BFF asks Azure for', () => {
  expect(endOfRetention('2017-02-17').toISOString()).toBe('2017-02-17T23:59:59.000Z');
});

test('a half-typed date is asked for again', () => {
  expect(retainFault('', now)).toBe('missing');
});
