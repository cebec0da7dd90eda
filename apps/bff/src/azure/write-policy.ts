import type { AzureIaaSVMProtectionPolicy, LongTermRetentionPolicy, MonthlyRetentionSchedule } from '@azure/arm-recoveryservicesbackup';
import type { DayOfMonth, PolicyDraft } from '@tresor/contracts';

const INSTANT_RESTORE_DAYS = 2;

/** A draft as Azure wants it: the wall-clock time of the zone is written as if it were UTC. */
export function fromDraft({ timeZone, schedule, retention }: PolicyDraft, today: Date): AzureIaaSVMProtectionPolicy {
  const times = [new Date(`${today.toISOString().slice(0, 10)}T${schedule.time}:00.000Z`)];
  return {
    backupManagementType: 'AzureIaasVM',
    timeZone,
    instantRpRetentionRangeInDays: schedule.frequency === 'weekly' ? 5 : INSTANT_RESTORE_DAYS,
    schedulePolicy: {
      schedulePolicyType: 'SimpleSchedulePolicy',
      scheduleRunTimes: times,
      ...(schedule.frequency === 'weekly'
        ? { scheduleRunFrequency: 'Weekly', scheduleRunDays: schedule.days }
        : { scheduleRunFrequency: 'Daily' }),
    },
    retentionPolicy: toRetention(retention, times),
  };
}

function toRetention({ daily, weekly, monthly, yearly }: PolicyDraft['retention'], retentionTimes: Date[]): LongTermRetentionPolicy {
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
