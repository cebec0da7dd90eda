import * as z from 'zod';

/** A policy for VMs as Azure writes it, as far as we read it. */
const text = z.string().nullish();
const duration = z.object({ count: z.number().nullish(), durationType: text }).nullish();

const format = {
  retentionScheduleFormatType: text,
  retentionScheduleDaily: z
    .object({ daysOfTheMonth: z.array(z.object({ date: z.number().nullish(), isLast: z.boolean().nullish() })).nullish() })
    .nullish(),
  retentionScheduleWeekly: z
    .object({ daysOfTheWeek: z.array(z.string()).nullish(), weeksOfTheMonth: z.array(z.string()).nullish() })
    .nullish(),
  retentionDuration: duration,
};

export const policyBody = z.object({
  name: z.string(),
  properties: z.object({
    policyType: text,
    timeZone: text,
    instantRpRetentionRangeInDays: z.int().nullish(),
    instantRPDetails: z
      .object({ azureBackupRGNamePrefix: z.string().optional(), azureBackupRGNameSuffix: z.string().optional() })
      .nullish(),
    tieringPolicy: z
      .record(
        z.string(),
        z.object({ tieringMode: z.string().optional(), duration: z.number().optional(), durationType: z.string().optional() }),
      )
      .nullish(),
    snapshotConsistencyType: text,
    schedulePolicy: z
      .object({
        schedulePolicyType: text,
        scheduleRunFrequency: text,
        scheduleRunDays: z.array(z.string()).nullish(),
        scheduleRunTimes: z.array(z.string()).nullish(),
        hourlySchedule: z
          .object({
            interval: z.number().nullish(),
            scheduleWindowStartTime: text,
            scheduleWindowDuration: z.number().nullish(),
          })
          .nullish(),
        dailySchedule: z.object({ scheduleRunTimes: z.array(z.string()).nullish() }).nullish(),
        weeklySchedule: z
          .object({ scheduleRunDays: z.array(z.string()).nullish(), scheduleRunTimes: z.array(z.string()).nullish() })
          .nullish(),
      })
      .nullish(),
    retentionPolicy: z
      .object({
        dailySchedule: z.object({ retentionDuration: duration }).nullish(),
        weeklySchedule: z.object({ daysOfTheWeek: z.array(z.string()).nullish(), retentionDuration: duration }).nullish(),
        monthlySchedule: z.object(format).nullish(),
        yearlySchedule: z.object({ ...format, monthsOfYear: z.array(z.string()).nullish() }).nullish(),
      })
      .nullish(),
  }),
});

export type PolicyBody = z.infer<typeof policyBody>;
export type RetentionFormat = Pick<
  NonNullable<NonNullable<PolicyBody['properties']['retentionPolicy']>['monthlySchedule']>,
  'retentionScheduleFormatType' | 'retentionScheduleDaily' | 'retentionScheduleWeekly'
>;
