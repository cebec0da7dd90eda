export const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
export const WEEKS = ['First', 'Second', 'Third', 'Fourth', 'Last'] as const;
export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

export type DayName = (typeof DAYS)[number];
export type WeekName = (typeof WEEKS)[number];
export type MonthName = (typeof MONTHS)[number];

export interface SimpleSchedule {
  schedulePolicyType: 'SimpleSchedulePolicy';
  scheduleRunFrequency: 'Daily' | 'Weekly';
  scheduleRunDays?: DayName[];
  /** One moment; only its time of day counts, read in the policy's time zone. */
  scheduleRunTimes: string[];
  scheduleWeeklyFrequency: number;
}

export interface EnhancedSchedule {
  schedulePolicyType: 'SimpleSchedulePolicyV2';
  scheduleRunFrequency: 'Hourly' | 'Daily' | 'Weekly';
  /** Interval and window in hours. */
  hourlySchedule?: { interval: number; scheduleWindowStartTime: string; scheduleWindowDuration: number };
  dailySchedule?: { scheduleRunTimes: string[] };
  weeklySchedule?: { scheduleRunDays: DayName[]; scheduleRunTimes: string[] };
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
  retentionScheduleWeekly?: { daysOfTheWeek: DayName[]; weeksOfTheMonth: WeekName[] };
}

export interface Retention {
  retentionPolicyType: 'LongTermRetentionPolicy';
  dailySchedule?: Level;
  weeklySchedule?: Level & { daysOfTheWeek: DayName[] };
  monthlySchedule?: Level & DayRule;
  yearlySchedule?: Level & DayRule & { monthsOfYear: MonthName[] };
}

export interface PolicyProperties {
  backupManagementType: 'AzureIaasVM';
  policyType?: 'V1' | 'V2';
  instantRPDetails: Record<string, unknown>;
  schedulePolicy: Schedule;
  retentionPolicy: Retention;
  tieringPolicy?: Record<string, unknown>;
  instantRpRetentionRangeInDays: number;
  /** Windows id of the zone in which the schedule's times are meant. */
  timeZone: string;
}

export interface Policy {
  vaultId: string;
  name: string;
  properties: PolicyProperties;
}
