import type { Policy } from './policy-model';

/** The two policies for virtual machines that every new vault has; their dates are the day of its creation. */
export function defaultPolicies(vaultId: string, createdAt: number): Policy[] {
  const day = new Date(createdAt).toISOString().slice(0, 10);
  const standard = [`${day}T23:30:00Z`];
  const enhanced = `${day}T08:00:00Z`;
  return [
    {
      vaultId,
      name: 'DefaultPolicy',
      properties: {
        backupManagementType: 'AzureIaasVM',
        instantRPDetails: {},
        schedulePolicy: {
          schedulePolicyType: 'SimpleSchedulePolicy',
          scheduleRunFrequency: 'Daily',
          scheduleRunTimes: standard,
          scheduleWeeklyFrequency: 0,
        },
        retentionPolicy: {
          retentionPolicyType: 'LongTermRetentionPolicy',
          dailySchedule: { retentionTimes: standard, retentionDuration: { count: 30, durationType: 'Days' } },
        },
        instantRpRetentionRangeInDays: 2,
        timeZone: 'UTC',
      },
    },
    {
      vaultId,
      name: 'EnhancedPolicy',
      properties: {
        backupManagementType: 'AzureIaasVM',
        policyType: 'V2',
        instantRPDetails: {},
        schedulePolicy: {
          schedulePolicyType: 'SimpleSchedulePolicyV2',
          scheduleRunFrequency: 'Hourly',
          hourlySchedule: { interval: 4, scheduleWindowStartTime: enhanced, scheduleWindowDuration: 12 },
        },
        retentionPolicy: {
          retentionPolicyType: 'LongTermRetentionPolicy',
          dailySchedule: { retentionTimes: [enhanced], retentionDuration: { count: 30, durationType: 'Days' } },
        },
        instantRpRetentionRangeInDays: 2,
        timeZone: 'UTC',
      },
    },
  ];
}
