import { policyDraft, retention, type Policy } from '@tresor/contracts';
import type { PolicyBody, RetentionFormat } from './policy-body';

/** A policy in words of the contract; what the contract has no words for becomes null. */
export function toPolicy({ name, properties }: PolicyBody, protectedItems: number): Policy {
  const enhanced = properties.policyType === 'V2' || properties.schedulePolicy?.schedulePolicyType === 'SimpleSchedulePolicyV2';
  return {
    name,
    kind: enhanced ? 'enhanced' : 'standard',
    timeZone: properties.timeZone ?? 'UTC',
    schedule: enhanced ? null : readSchedule(properties.schedulePolicy),
    retention: readRetention(properties.retentionPolicy),
    instantRestoreDays: properties.instantRpRetentionRangeInDays ?? null,
    protectedItems,
  };
}

function readSchedule(policy: PolicyBody['properties']['schedulePolicy']): Policy['schedule'] {
  // Azure writes the wall-clock time of the policy's zone as if it were UTC.
  const time = /T(\d\d:\d\d)/.exec(policy?.scheduleRunTimes?.[0] ?? '')?.[1];
  const frequency = policy?.scheduleRunFrequency?.toLowerCase();
  return (
    policyDraft.shape.schedule.safeParse(frequency === 'weekly' ? { frequency, time, days: policy?.scheduleRunDays } : { frequency, time })
      .data ?? null
  );
}

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
