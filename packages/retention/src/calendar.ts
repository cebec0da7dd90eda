export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
export const WEEKS = ['First', 'Second', 'Third', 'Fourth', 'Last'] as const;
export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

export type Weekday = (typeof WEEKDAYS)[number];
export type WeekOfMonth = (typeof WEEKS)[number];
export type Month = (typeof MONTHS)[number];

export const MILLISECONDS_A_DAY = 86_400_000;

/** A date of the Gregorian calendar, in whatever zone: days since 1 January 1970. */
export type Day = number;

export interface CivilDate {
  year: number;
  /** 1 to 12. */
  month: number;
  /** 1 to 31. */
  date: number;
}

/** The day of a date. Months and dates beyond their range run on: month 13 is January of the next year, date 0 the day before the 1st. */
export function dayOf(year: number, month: number, date: number): Day {
  return Date.UTC(year, month - 1, date) / MILLISECONDS_A_DAY;
}

/** The date of a day; months from 1 to 12. */
export function dateOf(day: Day): CivilDate {
  const date = new Date(day * MILLISECONDS_A_DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, date: date.getUTCDate() };
}

/** 1 January 1970 was a Thursday. */
export function weekdayOf(day: Day): Weekday {
  return WEEKDAYS[(((day + 3) % 7) + 7) % 7] ?? 'Sunday';
}

/** 28 to 31; `month` from 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  return dateOf(dayOf(year, month + 1, 0)).date;
}
