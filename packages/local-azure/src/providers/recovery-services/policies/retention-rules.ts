import { minutesOf } from '../state/backup-plan';
import type { DayRule, Retention } from '../state/policy-model';

/** How much of which unit each level may keep; one day stands for "no daily points beyond the snapshot". */
const LEVELS = [
  { name: 'daily', key: 'dailySchedule', unit: 'Days', least: 7, most: 9999, exception: 1 },
  { name: 'weekly', key: 'weeklySchedule', unit: 'Weeks', least: 1, most: 5163, exception: undefined },
  { name: 'monthly', key: 'monthlySchedule', unit: 'Months', least: 1, most: 1188, exception: undefined },
  { name: 'yearly', key: 'yearlySchedule', unit: 'Years', least: 1, most: 99, exception: undefined },
] as const;

/** What is wrong with the durations and times of a retention whose backups run at `runTime` (minutes after midnight). */
export function levelViolation(retention: Retention, runTime: number): string | undefined {
  for (const { name, key, unit, least, most, exception } of LEVELS) {
    const level = retention[key];
    if (!level) continue;
    const { count, durationType } = level.retentionDuration;
    if (durationType !== unit) return `The retention of ${name} backup points is counted in ${unit.toLowerCase()}.`;
    if (!Number.isInteger(count) || ((count < least || count > most) && count !== exception)) {
      return `The retention of ${name} backup points must be between ${least} and ${most} ${unit.toLowerCase()}.`;
    }
    if (level.retentionTimes.length !== 1 || level.retentionTimes.some((time) => minutesOf(time) !== runTime)) {
      return `The retention of ${name} backup points must have the time of the schedule.`;
    }
  }
  return undefined;
}

/** What is wrong with the days a monthly or yearly level names; weekly schedules can only keep days on which they run. */
export function dayRuleViolation(rule: DayRule | undefined, runDays: readonly string[] | undefined): string | undefined {
  if (!rule) return undefined;
  if (rule.retentionScheduleFormatType === 'Daily') {
    if (runDays) return 'With weekly backups, monthly and yearly backup points are chosen by week.';
    const days = rule.retentionScheduleDaily?.daysOfTheMonth ?? [];
    const isDay = days.every(({ date, isLast }) => isLast || (Number.isInteger(date) && date >= 1 && date <= 28));
    return days.length > 0 && isDay ? undefined : 'The retention must name days of the month from 1 to 28 or the last one.';
  }
  const { daysOfTheWeek = [], weeksOfTheMonth = [] } = rule.retentionScheduleWeekly ?? {};
  if (daysOfTheWeek.length === 0 || weeksOfTheMonth.length === 0)
    return 'The retention must name a week of the month and a day of the week.';
  if (runDays && daysOfTheWeek.some((day) => !runDays.includes(day))) return 'The retention names a day on which no backup runs.';
  return undefined;
}
