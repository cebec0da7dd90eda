import type {
  AzureIaaSVMProtectionPolicy,
  LongTermRetentionPolicy,
  MonthlyRetentionSchedule,
  SimpleSchedulePolicy,
  SimpleSchedulePolicyV2,
} from '@azure/arm-recoveryservicesbackup';
import type { DayOfMonth, PolicyDraft } from '@tresor/contracts';
import type { PolicyBody } from './policy-body';

/** What a policy says. Its name is part of its address. */
export type PolicyTerms = Omit<PolicyDraft, 'name'>;

/** A policy as Azure wants it: the wall-clock time of the zone is written as if it were UTC. */
export function fromTerms(
  { kind, timeZone, schedule, retention, instantRestoreDays }: PolicyTerms,
  today: Date,
): AzureIaaSVMProtectionPolicy {
  const time = new Date(`${today.toISOString().slice(0, 10)}T${schedule.time}:00.000Z`);
  return {
    backupManagementType: 'AzureIaasVM',
    timeZone,
    instantRpRetentionRangeInDays: instantRestoreDays,
    ...(kind === 'enhanced'
      ? { policyType: 'V2', schedulePolicy: toEnhanced(schedule, time) }
      : { schedulePolicy: toStandard(schedule, time) }),
    retentionPolicy: toRetention(retention, [time]),
  };
}

/** What a policy has beside its terms and must not lose by a change. */
export function besidesTerms({ instantRPDetails, tieringPolicy, snapshotConsistencyType }: PolicyBody['properties']) {
  return {
    ...(instantRPDetails && { instantRPDetails }),
    ...(tieringPolicy && { tieringPolicy }),
    ...(snapshotConsistencyType && { snapshotConsistencyType }),
  };
}

function toStandard(schedule: PolicyTerms['schedule'], time: Date): SimpleSchedulePolicy {
  return {
    schedulePolicyType: 'SimpleSchedulePolicy',
    scheduleRunTimes: [time],
    ...(schedule.frequency === 'weekly'
      ? { scheduleRunFrequency: 'Weekly', scheduleRunDays: schedule.days }
      : { scheduleRunFrequency: 'Daily' }),
  };
}

function toEnhanced(schedule: PolicyTerms['schedule'], time: Date): SimpleSchedulePolicyV2 {
  const schedulePolicyType = 'SimpleSchedulePolicyV2';
  if (schedule.frequency === 'hourly') {
    const window = { interval: schedule.everyHours, scheduleWindowStartTime: time, scheduleWindowDuration: schedule.forHours };
    return { schedulePolicyType, scheduleRunFrequency: 'Hourly', hourlySchedule: window };
  }
  if (schedule.frequency === 'weekly') {
    const weeklySchedule = { scheduleRunDays: schedule.days, scheduleRunTimes: [time] };
    return { schedulePolicyType, scheduleRunFrequency: 'Weekly', weeklySchedule };
  }
  return { schedulePolicyType, scheduleRunFrequency: 'Daily', dailySchedule: { scheduleRunTimes: [time] } };
}

function toRetention({ daily, weekly, monthly, yearly }: PolicyTerms['retention'], retentionTimes: Date[]): LongTermRetentionPolicy {
  return {
    retentionPolicyType: 'LongTermRetentionPolicy',
    ...(daily && { dailySchedule: { retentionTimes, retentionDuration: { count: daily.count, durationType: 'Days' } } }),
    ...(weekly && {
      weeklySchedule: { daysOfTheWeek: weekly.days, retentionTimes, retentionDuration: { count: weekly.count, durationType: 'Weeks' } },
    }),
    ...(monthly && {
      monthlySchedule: { ...dayFormat(monthly.on), retentionTimes, retentionDuration: { count: monthly.count, durationType: 'Months' } },
    }),
    ...(yearly && {
      yearlySchedule: {
        ...dayFormat(yearly.on),
        monthsOfYear: yearly.months,
        retentionTimes,
        retentionDuration: { count: yearly.count, durationType: 'Years' },
      },
    }),
  };
}

function dayFormat(on: DayOfMonth): MonthlyRetentionSchedule {
  return on.basis === 'week'
    ? { retentionScheduleFormatType: 'Weekly', retentionScheduleWeekly: { daysOfTheWeek: on.days, weeksOfTheMonth: on.weeks } }
    : {
        retentionScheduleFormatType: 'Daily',
        retentionScheduleDaily: { daysOfTheMonth: on.dates.map((date) => ({ date, isLast: date === 0 })) },
      };
}
