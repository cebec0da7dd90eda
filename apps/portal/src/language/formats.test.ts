import { expect, test } from 'vitest';
import { formatsOf } from './formats';

const german = formatsOf('de');
const english = formatsOf('en');

test('half past midnight is 00:30 Uhr in German and 12:30 AM in English', () => {
  expect(german.timeOfDay('00:30')).toBe('00:30 Uhr');
  expect(english.timeOfDay('00:30').replaceAll('\u202f', ' ')).toBe('12:30 AM');
});

test('durations count hours on beyond a day', () => {
  expect(german.duration(368)).toBe('00:06:08');
  expect(german.duration(90_000)).toBe('25:00:00');
});

test('sizes use the decimal sign of the language', () => {
  expect(german.bytes(0)).toBe('0 B');
  expect(german.bytes(1536)).toBe('1,5 KB');
  expect(english.bytes(1536)).toBe('1.5 KB');
});

test('times are told relative to now', () => {
  const now = new Date('2017-01-18T12:00:00Z');
  expect(german.relative('2017-01-17T20:00:00Z', now)).toBe('vor 16 Stunden');
  expect(english.relative('2017-01-12T12:00:00Z', now)).toBe('6 days ago');
  // A night lies between.
  expect(german.relative('2017-01-16T20:00:00Z', now)).toBe('vor 1 Tag');
  expect(english.relative('2017-01-16T20:00:00Z', now)).toBe('1 day ago');
  expect(german.relative('2017-01-18T12:00:00Z', now)).toBe('jetzt');
});

test('a date always carries its time zone', () => {
  expect(german.dateTime('2017-01-18T00:30:00Z')).toMatch(/\d\d:\d\d.*(?:UTC|GMT|M[ES]*Z)/);
});

test('lists are joined by the word for and', () => {
  expect(german.list(['A', 'B', 'C'])).toBe('A, B und C');
  expect(english.list(['A', 'B', 'C'])).toBe('A, B, and C');
});

test('a day is told so that nobody takes it for another one', () => {
  expect(german.dayInWords('2026-12-01')).toBe('Dienstag, 1. Dezember 2026');
  expect(english.dayInWords('2026-12-01')).toBe('Tuesday, December 1, 2026');
  expect(german.dayInWords('2026-12-01T09:00')).toBe('Dienstag, 1. Dezember 2026 um 09:00');
});

test('what is not a day yet is not told as one', () => {
  for (const entry of ['', '0002-12-01', '2026-13-01', '2026-12-01T']) expect(german.dayInWords(entry)).toBeUndefined();
});
