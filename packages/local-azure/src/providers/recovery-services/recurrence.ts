import { Temporal } from 'temporal-polyfill';
import { DAYS } from './policy-model';
import type { DayName, Schedule } from './policy-model';
import { ianaZone } from './time-zone';

const MINUTES_A_DAY = 24 * 60;

export interface Recurrence {
  /** IANA name. */
  zone: string;
  /** Wall-clock minutes after midnight, ascending; from 1440 on they belong to the night after. */
  minutes: number[];
  days: readonly DayName[];
}

/** Minutes after midnight of a schedule time such as `2026-02-03T20:30:00Z`: the `Z` means nothing, the policy's zone does. */
export function minutesOf(time: string): number {
  const [hour = '0', minute = '0'] = (time.split('T')[1] ?? '').split(':');
  return Number(hour) * 60 + Number(minute);
}

/** When a policy's schedule runs. An unknown zone counts as UTC: such a policy cannot be stored. */
export function recurrenceOf(schedule: Schedule, windowsZone: string): Recurrence {
  return { zone: ianaZone(windowsZone) ?? 'UTC', ...daysAndMinutes(schedule) };
}

function daysAndMinutes(schedule: Schedule): Omit<Recurrence, 'zone'> {
  if (schedule.schedulePolicyType === 'SimpleSchedulePolicy') {
    const days = schedule.scheduleRunFrequency === 'Weekly' ? (schedule.scheduleRunDays ?? []) : DAYS;
    return { days, minutes: schedule.scheduleRunTimes.map(minutesOf) };
  }
  if (schedule.weeklySchedule && schedule.scheduleRunFrequency === 'Weekly') {
    return { days: schedule.weeklySchedule.scheduleRunDays, minutes: schedule.weeklySchedule.scheduleRunTimes.map(minutesOf) };
  }
  if (schedule.hourlySchedule && schedule.scheduleRunFrequency === 'Hourly') {
    const { interval, scheduleWindowStartTime, scheduleWindowDuration } = schedule.hourlySchedule;
    const start = minutesOf(scheduleWindowStartTime);
    const runs = Math.floor(Math.min(scheduleWindowDuration, 23) / interval) + 1;
    return { days: DAYS, minutes: Array.from({ length: runs }, (_, run) => start + run * interval * 60) };
  }
  return { days: DAYS, minutes: (schedule.dailySchedule?.scheduleRunTimes ?? []).map(minutesOf) };
}

/**
 * The first run strictly after a moment (milliseconds since 1970), or undefined for a schedule that never runs. A time that the
 * switch to summer time leaves out runs as much later; one that occurs twice in autumn runs the first time only.
 */
export function nextRun(recurrence: Recurrence, after: number): number | undefined {
  const today = Temporal.Instant.fromEpochMilliseconds(after).toZonedDateTimeISO(recurrence.zone).toPlainDate();
  for (let offset = -1; offset <= 8; offset++) {
    const day = today.add({ days: offset });
    if (!recurrence.days.includes(dayName(day.dayOfWeek))) continue;
    const run = recurrence.minutes.map((minutes) => momentOf(day, minutes, recurrence.zone)).find((moment) => moment > after);
    if (run !== undefined) return run;
  }
  return undefined;
}

function momentOf(day: Temporal.PlainDate, minutes: number, zone: string): number {
  return day
    .add({ days: Math.floor(minutes / MINUTES_A_DAY) })
    .toPlainDateTime({ hour: Math.floor((minutes % MINUTES_A_DAY) / 60), minute: minutes % 60 })
    .toZonedDateTime(zone).epochMilliseconds;
}

/** Name of an ISO day of the week, 1 to 7. */
export function dayName(dayOfWeek: number): DayName {
  return DAYS[dayOfWeek - 1] ?? 'Sunday';
}
