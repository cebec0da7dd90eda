import type { Month, Weekday, WeekOfMonth } from '@tresor/retention';

interface SimpleSchedule {
  schedulePolicyType: 'SimpleSchedulePolicy';
  scheduleRunFrequency: 'Daily' | 'Weekly';
  scheduleRunDays?: Weekday[];
  /** One moment; only its time of day counts, read in the policy's time zone. */
  scheduleRunTimes: string[];
  scheduleWeeklyFrequency: number;
}

interface EnhancedSchedule {
  schedulePolicyType: 'SimpleSchedulePolicyV2';
  scheduleRunFrequency: 'Hourly' | 'Daily' | 'Weekly';
  /** Interval and window in hours. */
  hourlySchedule?: { interval: number; scheduleWindowStartTime: string; scheduleWindowDuration: number };
  dailySchedule?: { scheduleRunTimes: string[] };
  weeklySchedule?: { scheduleRunDays: Weekday[]; scheduleRunTimes: string[] };
}

export type Schedule = SimpleSchedule | EnhancedSchedule;

export interface RetentionDuration {
  count: number;
  durationType: 'Days' | 'Weeks' | 'Months' | 'Years';
}

interface Level {
  retentionTimes: string[];
  retentionDuration: RetentionDuration;
}

/** Which day of a month a monthly or yearly level keeps. */
export interface DayRule {
  retentionScheduleFormatType: 'Daily' | 'Weekly';
  retentionScheduleDaily?: { daysOfTheMonth: { date: number; isLast: boolean }[] };
  retentionScheduleWeekly?: { daysOfTheWeek: Weekday[]; weeksOfTheMonth: WeekOfMonth[] };
}

export interface Retention {
  retentionPolicyType: 'LongTermRetentionPolicy';
  dailySchedule?: Level;
  weeklySchedule?: Level & { daysOfTheWeek: Weekday[] };
  monthlySchedule?: Level & DayRule;
  yearlySchedule?: Level & DayRule & { monthsOfYear: Month[] };
}

export interface PolicyProperties {
  backupManagementType: 'AzureIaasVM';
  policyType?: 'V1' | 'V2';
  instantRPDetails: Record<string, unknown>;
  schedulePolicy: Schedule;
  retentionPolicy: Retention;
  tieringPolicy?: Record<string, unknown>;
  snapshotConsistencyType?: 'OnlyCrashConsistent';
  instantRpRetentionRangeInDays: number;
  /** Windows id of the zone in which the schedule's times are meant. */
  timeZone: string;
}

export interface Policy {
  vaultId: string;
  name: string;
  properties: PolicyProperties;
}
