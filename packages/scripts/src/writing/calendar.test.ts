import { expect, it } from 'vitest';
import { calendarText, type CalendarEvent } from './calendar';

const event: CalendarEvent = {
  uid: 'week-2027-01-04@tresor',
  from: '2027-01-04',
  until: '2027-01-09',
  summary: 'Move; PaymentsVM1, PaymentsVM2',
  description: `Zeile eins\nZeile zwei \\ ${'ü'.repeat(80)}`,
};
const written = calendarText('Ende', [event], '2026-11-27T19:00:00.123Z');

/** As a calendar reads it: folded lines in one. */
const unfolded = written.replaceAll('\r\n ', '').split('\r\n');

it('a calendar file has whole days, and the moment at which it was written', () => {
  expect(unfolded).toContain('DTSTART;VALUE=DATE:20270104');
  expect(unfolded).toContain('DTEND;VALUE=DATE:20270109');
  expect(unfolded).toContain('DTSTAMP:20261127T190000Z');
});

it('no line is longer than 75 bytes, and nothing is lost by that', () => {
  for (const line of written.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(unfolded).toContain(String.raw`DESCRIPTION:Zeile eins\nZeile zwei \\ ${'ü'.repeat(80)}`);
  expect(unfolded).toContain(String.raw`SUMMARY:Move\; PaymentsVM1\, PaymentsVM2`);
});

it('what a name contains makes no line of its own', () => {
  const lines = calendarText('a', [{ ...event, summary: 'x\r\nEND:VCALENDAR' }], '2026-11-27T19:00:00Z').split('\r\n');
  expect(lines.filter((line) => line === 'END:VCALENDAR')).toHaveLength(1);
});
