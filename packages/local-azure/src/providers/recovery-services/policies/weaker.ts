import { WEEKDAYS } from '@tresor/retention';
import type { PolicyProperties, Schedule } from '../state/policy-model';
import { keepsLess } from './immutability';

const DAY_HOURS = 24;

/** The longest time between two backups that a schedule plans, in hours. */
function gapOf(schedule: Schedule): number {
  const days =
    'weeklySchedule' in schedule
      ? schedule.weeklySchedule?.scheduleRunDays
      : 'scheduleRunDays' in schedule
        ? schedule.scheduleRunDays
        : undefined;
  if (schedule.scheduleRunFrequency === 'Weekly') return DAY_HOURS * longestWait((days ?? []).map((day) => WEEKDAYS.indexOf(day)));
  const hourly = 'hourlySchedule' in schedule ? schedule.hourlySchedule : undefined;
  if (schedule.scheduleRunFrequency !== 'Hourly' || !hourly) return DAY_HOURS;
  const night = DAY_HOURS - hourly.scheduleWindowDuration;
  return Math.max(hourly.interval, night);
}

/** The most days from one day of the week to the next one of them. */
function longestWait(days: readonly number[]): number {
  const sorted = days.toSorted((a, b) => a - b);
  return Math.max(...sorted.map((day, index) => (sorted[index + 1] ?? (sorted[0] ?? day) + 7) - day), 0) || 7;
}

/** Whether a policy keeps points for less time than another, or makes them less often: what a Resource Guard protects. */
export function isWeaker(wanted: PolicyProperties, before: PolicyProperties): boolean {
  return (
    keepsLess(wanted, before) ||
    wanted.instantRpRetentionRangeInDays < before.instantRpRetentionRangeInDays ||
    gapOf(wanted.schedulePolicy) > gapOf(before.schedulePolicy)
  );
}
