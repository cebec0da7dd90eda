import type { DayRule, Policy, Retention } from '../providers/recovery-services/state/policy-model';

const HALF_PAST_MIDNIGHT = '2026-01-05T00:30:00Z';
const SEVEN_IN_THE_EVENING = '2026-01-05T19:00:00Z';

const simple = (time: string, retention: Omit<Retention, 'retentionPolicyType'>): Policy['properties'] => ({
  backupManagementType: 'AzureIaasVM',
  instantRPDetails: {},
  schedulePolicy: {
    schedulePolicyType: 'SimpleSchedulePolicy',
    scheduleRunFrequency: 'Daily',
    scheduleRunTimes: [time],
    scheduleWeeklyFrequency: 0,
  },
  retentionPolicy: { retentionPolicyType: 'LongTermRetentionPolicy', ...retention },
  instantRpRetentionRangeInDays: 2,
  timeZone: 'W. Europe Standard Time',
});

/** Every night at half past midnight, kept for 30 days: the default policy of the article's pictures. */
export const defaultPolicy = (vaultId: string): Policy => ({
  vaultId,
  name: 'DefaultPolicy',
  properties: simple(HALF_PAST_MIDNIGHT, {
    dailySchedule: { retentionTimes: [HALF_PAST_MIDNIGHT], retentionDuration: { count: 30, durationType: 'Days' } },
  }),
});

/** The other policy of the pictures: the snapshot in the evening. */
export const eveningPolicy = (vaultId: string): Policy => ({
  vaultId,
  name: 'Daily7pm',
  properties: simple(SEVEN_IN_THE_EVENING, {
    dailySchedule: { retentionTimes: [SEVEN_IN_THE_EVENING], retentionDuration: { count: 14, durationType: 'Days' } },
  }),
});

/** A policy with all four levels of retention. */
export const longTermPolicy = (vaultId: string): Policy => {
  const level = { retentionTimes: [HALF_PAST_MIDNIGHT] };
  const firstSunday: DayRule = {
    retentionScheduleFormatType: 'Weekly',
    retentionScheduleWeekly: { daysOfTheWeek: ['Sunday'], weeksOfTheMonth: ['First'] },
  };
  return {
    vaultId,
    name: 'LongTermPolicy',
    properties: simple(HALF_PAST_MIDNIGHT, {
      dailySchedule: { ...level, retentionDuration: { count: 60, durationType: 'Days' } },
      weeklySchedule: { ...level, daysOfTheWeek: ['Sunday'], retentionDuration: { count: 52, durationType: 'Weeks' } },
      monthlySchedule: {
        ...level,
        ...firstSunday,
        retentionDuration: { count: 24, durationType: 'Months' },
      },
      yearlySchedule: {
        ...level,
        ...firstSunday,
        monthsOfYear: ['January'],
        retentionDuration: { count: 10, durationType: 'Years' },
      },
    }),
  };
};

/** An enhanced policy: four snapshots a day, of which the last is moved to the vault. */
export const hourlyPolicy = (vaultId: string): Policy => ({
  vaultId,
  name: 'HourlyPolicy',
  properties: {
    backupManagementType: 'AzureIaasVM',
    policyType: 'V2',
    instantRPDetails: {},
    schedulePolicy: {
      schedulePolicyType: 'SimpleSchedulePolicyV2',
      scheduleRunFrequency: 'Hourly',
      hourlySchedule: { interval: 4, scheduleWindowStartTime: '2026-01-05T08:00:00Z', scheduleWindowDuration: 12 },
    },
    retentionPolicy: {
      retentionPolicyType: 'LongTermRetentionPolicy',
      dailySchedule: { retentionTimes: ['2026-01-05T08:00:00Z'], retentionDuration: { count: 30, durationType: 'Days' } },
    },
    instantRpRetentionRangeInDays: 7,
    timeZone: 'W. Europe Standard Time',
  },
});
