import { calendarText, type CalendarEvent } from '@tresor/scripts/calendar';
import { DISK_ENCRYPTION_RETIRES } from '@tresor/support-matrix';
import { utcDayOf } from '../../language/day-of';
import type { EndingRow } from './ending-rows';

const DAY = 86_400_000;
/** A machine is taken on a working day. */
const WORKING_DAYS = 5;

const dayAfter = (day: string) => utcDayOf(Date.parse(day) + DAY);

interface CalendarWords {
  name: string;
  week: (count: number) => string;
  /** One machine. */
  line: (row: EndingRow) => string;
  end: string;
  endText: string;
}

/** The plan as a calendar file: a week for its machines each, and the day on which Azure Disk Encryption ends. */
export function planCalendar(plan: readonly EndingRow[], words: CalendarWords, stamp: string): string {
  const weeks = new Map<number, EndingRow[]>();
  for (const row of plan) if (row.planned) weeks.set(row.planned.week, [...(weeks.get(row.planned.week) ?? []), row]);
  const events = [...weeks].map(([week, rows]): CalendarEvent => ({
    uid: `leave-${utcDayOf(week)}@tresor`,
    from: utcDayOf(week),
    until: utcDayOf(week + WORKING_DAYS * DAY),
    summary: words.week(rows.length),
    description: rows.map(words.line).join('\n'),
  }));
  const end: CalendarEvent = {
    uid: `end-${DISK_ENCRYPTION_RETIRES}@tresor`,
    from: DISK_ENCRYPTION_RETIRES,
    until: dayAfter(DISK_ENCRYPTION_RETIRES),
    summary: words.end,
    description: words.endText,
  };
  return calendarText(words.name, [...events, end], stamp);
}
