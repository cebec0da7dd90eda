import { nextRun, WEEKDAYS } from '@tresor/retention';
import type { DayOfMonth, Plan, Recurrence, Retention, Run } from '@tresor/retention';
import { findIana } from 'windows-iana';
import type { DayRule, PolicyProperties, Schedule } from './policy-model';

/** Minutes after midnight of a schedule time such as `2026-02-03T20:30:00Z`: the `Z` means nothing, the policy's zone does. */
export function minutesOf(time: string): number {
  const [hour = '0', minute = '0'] = (time.split('T')[1] ?? '').split(':');
  return Number(hour) * 60 + Number(minute);
}

/** What a policy asks for, in the terms of the retention engine. An unknown zone counts as UTC: such a policy cannot be stored. */
export function planOf({ schedulePolicy, timeZone, retentionPolicy, instantRpRetentionRangeInDays }: PolicyProperties): Plan {
  return {
    recurrence: { zone: ianaZone(timeZone) ?? 'UTC', ...daysAndMinutes(schedulePolicy) },
    retention: retentionOf(retentionPolicy),
    snapshotDays: instantRpRetentionRangeInDays,
  };
}

/** When a policy asks for the next backup, strictly after a moment. */
export function nextBackup(policy: PolicyProperties | undefined, after: number): Run | undefined {
  return policy && nextRun(planOf(policy).recurrence, after);
}

function daysAndMinutes(schedule: Schedule): Omit<Recurrence, 'zone'> {
  if (schedule.schedulePolicyType === 'SimpleSchedulePolicy') {
    const days = schedule.scheduleRunFrequency === 'Weekly' ? (schedule.scheduleRunDays ?? []) : WEEKDAYS;
    return { days, minutes: schedule.scheduleRunTimes.map(minutesOf) };
  }
  if (schedule.weeklySchedule && schedule.scheduleRunFrequency === 'Weekly') {
    return { days: schedule.weeklySchedule.scheduleRunDays, minutes: schedule.weeklySchedule.scheduleRunTimes.map(minutesOf) };
  }
  if (schedule.hourlySchedule && schedule.scheduleRunFrequency === 'Hourly') {
    const { interval, scheduleWindowStartTime, scheduleWindowDuration } = schedule.hourlySchedule;
    const start = minutesOf(scheduleWindowStartTime);
    const runs = Math.floor(Math.min(scheduleWindowDuration, 23) / interval) + 1;
    return { days: WEEKDAYS, minutes: Array.from({ length: runs }, (_, run) => start + run * interval * 60) };
  }
  return { days: WEEKDAYS, minutes: (schedule.dailySchedule?.scheduleRunTimes ?? []).map(minutesOf) };
}

function retentionOf(policy: PolicyProperties['retentionPolicy']): Retention {
  const { dailySchedule: daily, weeklySchedule: weekly, monthlySchedule: monthly, yearlySchedule: yearly } = policy;
  return {
    daily: daily ? { count: daily.retentionDuration.count } : null,
    weekly: weekly ? { count: weekly.retentionDuration.count, days: weekly.daysOfTheWeek } : null,
    monthly: monthly ? { count: monthly.retentionDuration.count, on: dayOfMonth(monthly) } : null,
    yearly: yearly ? { count: yearly.retentionDuration.count, months: yearly.monthsOfYear, on: dayOfMonth(yearly) } : null,
  };
}

function dayOfMonth(rule: DayRule): DayOfMonth {
  if (rule.retentionScheduleFormatType === 'Daily') {
    const days = rule.retentionScheduleDaily?.daysOfTheMonth ?? [];
    return { basis: 'day', dates: days.map(({ date, isLast }) => (isLast ? 0 : date)) };
  }
  const { daysOfTheWeek = [], weeksOfTheMonth = [] } = rule.retentionScheduleWeekly ?? {};
  return { basis: 'week', weeks: weeksOfTheMonth, days: daysOfTheWeek };
}

/** Looking a zone up searches a long table. Names that are none are not remembered: of those there is no end. */
const known = new Map([['UTC', 'UTC']]);

/** The IANA name of a Windows time zone id, or undefined when Windows knows no such zone. */
export function ianaZone(windowsId: string): string | undefined {
  const found = known.get(windowsId) ?? findIana(windowsId)[0];
  if (found !== undefined) known.set(windowsId, found);
  return found;
}
