import { dateOf, dayOf, daysInMonth, MILLISECONDS_A_DAY, MONTHS, weekdayOf, WEEKS } from './calendar';
import type { CivilDate, Day, Month, Weekday, WeekOfMonth } from './calendar';
import { localDay } from './zones';

/** Which days of a month: weekdays of certain weeks (the first Sunday), or dates, 0 being the last one. */
export type DayOfMonth =
  | { basis: 'week'; weeks: readonly WeekOfMonth[]; days: readonly Weekday[] }
  | { basis: 'day'; dates: readonly number[] };

/** How long points are kept; counts are days, weeks, months and years. A level that is null keeps nothing. */
export interface Retention {
  daily: { count: number } | null;
  weekly: { count: number; days: readonly Weekday[] } | null;
  monthly: { count: number; on: DayOfMonth } | null;
  yearly: { count: number; months: readonly Month[]; on: DayOfMonth } | null;
}

export type Level = keyof Retention;

interface Reason {
  level: Level;
  /** Milliseconds since 1970. */
  until: number;
}

/**
 * Every level that keeps a point, and until when, the shorter levels first. The levels are told by the date of its run in the zone;
 * the age counts from the moment the point stands for.
 */
export function reasonsToKeep(retention: Retention, zone: string, takenAt: number, ranAt: number = takenAt): Reason[] {
  const day = localDay(zone, ranAt);
  const { daily, weekly, monthly, yearly } = retention;
  const reasons: Reason[] = [];
  if (daily) reasons.push({ level: 'daily', until: daysLater(takenAt, daily.count) });
  if (weekly?.days.includes(weekdayOf(day))) reasons.push({ level: 'weekly', until: daysLater(takenAt, weekly.count * 7) });
  const date = monthly || yearly ? dateOf(day) : undefined;
  if (date && monthly && falls(day, date, monthly.on)) reasons.push({ level: 'monthly', until: monthsLater(takenAt, monthly.count) });
  if (date && yearly?.months.some((month) => month === MONTHS[date.month - 1]) && falls(day, date, yearly.on)) {
    reasons.push({ level: 'yearly', until: monthsLater(takenAt, yearly.count * 12) });
  }
  return reasons;
}

/** The reason that keeps a point longest, of equals the shorter level; undefined when no level applies to it. */
export function keptUntil(retention: Retention, zone: string, takenAt: number, ranAt: number = takenAt): Reason | undefined {
  return reasonsToKeep(retention, zone, takenAt, ranAt).reduce<Reason | undefined>(
    (longest, reason) => (longest && longest.until >= reason.until ? longest : reason),
    undefined,
  );
}

const daysLater = (moment: number, days: number) => moment + days * MILLISECONDS_A_DAY;

/** Calendar months of UTC: the 31st becomes the last day of a shorter month, and so does 29 February. */
function monthsLater(moment: number, months: number): number {
  const day = Math.floor(moment / MILLISECONDS_A_DAY);
  const { year, month, date } = dateOf(day);
  const first = dateOf(dayOf(year, month + months, 1));
  return moment + (dayOf(first.year, first.month, Math.min(date, daysInMonth(first.year, first.month))) - day) * MILLISECONDS_A_DAY;
}

function falls(day: Day, { year, month, date }: CivilDate, on: DayOfMonth): boolean {
  const length = daysInMonth(year, month);
  if (on.basis === 'day') return on.dates.some((wanted) => (wanted === 0 ? date === length : wanted === date));
  if (!on.days.includes(weekdayOf(day))) return false;
  return on.weeks.some((week) => (week === 'Last' ? date > length - 7 : WEEKS.indexOf(week) === Math.floor((date - 1) / 7)));
}
