import { Temporal } from 'temporal-polyfill';
import { MONTHS } from './policy-model';
import type { DayRule, Retention, RetentionDuration } from './policy-model';
import { dayName } from './recurrence';

export interface Kept {
  /** Milliseconds since 1970. */
  until: number;
  /** The level that keeps the point longest. */
  rule: 'Daily' | 'Weekly' | 'Monthly' | 'Yearly';
}

/**
 * Until when a retention policy keeps a point and why; undefined when no level applies to it (a point of a daily schedule whose
 * policy became weekly, say). The levels are told by the local date of the run; the age counts from the point itself.
 */
export function keptUntil(retention: Retention, zone: string, takenAt: number, ranAt: number = takenAt): Kept | undefined {
  const date = Temporal.Instant.fromEpochMilliseconds(ranAt).toZonedDateTimeISO(zone).toPlainDate();
  const reasons: Kept[] = [];
  const { dailySchedule, weeklySchedule, monthlySchedule, yearlySchedule } = retention;
  if (dailySchedule) reasons.push({ rule: 'Daily', until: later(takenAt, dailySchedule.retentionDuration) });
  if (weeklySchedule?.daysOfTheWeek.includes(dayName(date.dayOfWeek))) {
    reasons.push({ rule: 'Weekly', until: later(takenAt, weeklySchedule.retentionDuration) });
  }
  if (monthlySchedule && falls(date, monthlySchedule)) {
    reasons.push({ rule: 'Monthly', until: later(takenAt, monthlySchedule.retentionDuration) });
  }
  if (
    yearlySchedule &&
    falls(date, yearlySchedule) &&
    yearlySchedule.monthsOfYear.some((month) => MONTHS.indexOf(month) + 1 === date.month)
  ) {
    reasons.push({ rule: 'Yearly', until: later(takenAt, yearlySchedule.retentionDuration) });
  }
  return reasons.reduce<Kept | undefined>((longest, reason) => (longest && longest.until >= reason.until ? longest : reason), undefined);
}

/** A moment plus a retention time, in calendar units of UTC. */
export function later(moment: number, { count, durationType }: RetentionDuration): number {
  const start = Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO('UTC');
  return start.add({ [UNIT[durationType]]: count }).epochMilliseconds;
}

const UNIT = { Days: 'days', Weeks: 'weeks', Months: 'months', Years: 'years' } as const;

function falls(date: Temporal.PlainDate, rule: DayRule): boolean {
  const isLastDay = date.day === date.daysInMonth;
  if (rule.retentionScheduleFormatType === 'Daily') {
    return (rule.retentionScheduleDaily?.daysOfTheMonth ?? []).some((day) => (day.isLast ? isLastDay : day.date === date.day));
  }
  const { daysOfTheWeek = [], weeksOfTheMonth = [] } = rule.retentionScheduleWeekly ?? {};
  return daysOfTheWeek.includes(dayName(date.dayOfWeek)) && weeksOfTheMonth.some((week) => inWeek(date, week));
}

function inWeek(date: Temporal.PlainDate, week: string): boolean {
  if (week === 'Last') return date.day > date.daysInMonth - 7;
  return ['First', 'Second', 'Third', 'Fourth'].indexOf(week) === Math.floor((date.day - 1) / 7);
}
