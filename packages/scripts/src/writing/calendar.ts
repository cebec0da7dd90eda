/** Something that takes whole days, of a calendar. Days are ISO dates; `until` is the first day after it. */
export interface CalendarEvent {
  /** The same each time the same thing is written, so that a calendar replaces it. */
  uid: string;
  from: string;
  until: string;
  summary: string;
  description: string;
}

const MOST_BYTES = 75;

/** A text value, RFC 5545, section 3.3.11. */
const escaped = (value: string) =>
  value
    .replaceAll('\\', '\\\\')
    .replaceAll(';', String.raw`\;`)
    .replaceAll(',', String.raw`\,`)
    .replaceAll(/\r\n|\r|\n/g, String.raw`\n`);

/** Lines longer than 75 bytes go on in the next, which begins with a blank; no character is cut. RFC 5545, section 3.1. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  const lines = [''];
  let bytes = 0;
  for (const character of line) {
    const length = encoder.encode(character).length;
    if (bytes + length > MOST_BYTES) {
      lines.push(' ');
      bytes = 1;
    }
    lines[lines.length - 1] += character;
    bytes += length;
  }
  return lines.join('\r\n');
}

const dateOf = (iso: string) => iso.slice(0, 10).replaceAll('-', '');

/** A calendar file of RFC 5545 (iCalendar). `stamp`: when it is written, an ISO moment in UTC. */
export function calendarText(name: string, events: readonly CalendarEvent[], stamp: string): string {
  const written = stamp.replace(/\.\d+/, '').replaceAll(/[-:]/g, '').replace(/Z?$/, 'Z');
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Tresor//Calendar//EN',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escaped(name)}`,
    ...events.flatMap(({ uid, from, until, summary, description }) => [
      'BEGIN:VEVENT',
      `UID:${escaped(uid)}`,
      `DTSTAMP:${written}`,
      `DTSTART;VALUE=DATE:${dateOf(from)}`,
      `DTEND;VALUE=DATE:${dateOf(until)}`,
      `SUMMARY:${escaped(summary)}`,
      `DESCRIPTION:${escaped(description)}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}
