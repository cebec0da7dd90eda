import { policyDraft, retention, type Policy } from '@tresor/contracts';
import type { PolicyBody, RetentionFormat } from './policy-body';

/** A policy in words of the contract; what the contract has no words for becomes null. */
export function toPolicy({ name, properties }: PolicyBody, protectedItems: number): Policy {
  const enhanced = properties.policyType === 'V2' || properties.schedulePolicy?.schedulePolicyType === 'SimpleSchedulePolicyV2';
  return {
    name,
    kind: enhanced ? 'enhanced' : 'standard',
    timeZone: properties.timeZone ?? 'UTC',
    schedule: readSchedule(properties.schedulePolicy),
    retention: readRetention(properties.retentionPolicy),
    instantRestoreDays: properties.instantRpRetentionRangeInDays ?? null,
    protectedItems,
  };
}

function readSchedule(policy: PolicyBody['properties']['schedulePolicy']): Policy['schedule'] {
  const frequency = policy?.scheduleRunFrequency?.toLowerCase();
  const { hourlySchedule: hourly, dailySchedule: daily, weeklySchedule: weekly } = policy ?? {};
  const given =
    frequency === 'hourly'
      ? {
          frequency,
          time: timeOf(hourly?.scheduleWindowStartTime),
          everyHours: hourly?.interval,
          forHours: hourly?.scheduleWindowDuration,
        }
      : frequency === 'weekly'
        ? {
            frequency,
            time: timeOf((weekly?.scheduleRunTimes ?? policy?.scheduleRunTimes)?.[0]),
            days: weekly?.scheduleRunDays ?? policy?.scheduleRunDays,
          }
        : { frequency, time: timeOf((daily?.scheduleRunTimes ?? policy?.scheduleRunTimes)?.[0]) };
  return policyDraft.shape.schedule.safeParse(given).data ?? null;
}

/** Azure writes the wall-clock time of the policy's zone as if it were UTC. */
const timeOf = (moment: string | null | undefined) => /T(\d\d:\d\d)/.exec(moment ?? '')?.[1];

function readRetention(policy: PolicyBody['properties']['retentionPolicy']): Policy['retention'] {
  const { dailySchedule: daily, weeklySchedule: weekly, monthlySchedule: monthly, yearlySchedule: yearly } = policy ?? {};
  const read = retention.safeParse({
    daily: daily ? { count: daily.retentionDuration?.count } : null,
    weekly: weekly ? { count: weekly.retentionDuration?.count, days: weekly.daysOfTheWeek } : null,
    monthly: monthly ? { count: monthly.retentionDuration?.count, on: readDay(monthly) } : null,
    yearly: yearly ? { count: yearly.retentionDuration?.count, months: yearly.monthsOfYear, on: readDay(yearly) } : null,
  });
  return read.data ?? null;
}

function readDay(format: RetentionFormat): unknown {
  if (format.retentionScheduleFormatType === 'Daily') {
    const days = format.retentionScheduleDaily?.daysOfTheMonth ?? [];
    return { basis: 'day', dates: days.map(({ date, isLast }) => (isLast ? 0 : date)) };
  }
  const { daysOfTheWeek, weeksOfTheMonth } = format.retentionScheduleWeekly ?? {};
  return { basis: 'week', weeks: weeksOfTheMonth, days: daysOfTheWeek };
}
