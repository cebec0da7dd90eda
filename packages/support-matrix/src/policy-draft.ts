type Weekday = 'Sunday' | 'Monday' | 'Tuesday' | 'Wednesday' | 'Thursday' | 'Friday' | 'Saturday';
type WeekOfMonth = 'First' | 'Second' | 'Third' | 'Fourth' | 'Last';

type ScheduleShape = { frequency: 'daily'; time: string } | { frequency: 'weekly'; time: string; days: readonly Weekday[] };

/** Week based (the first Sunday) or day based (the 1st); date 0 is the last day of the month. */
export type DayOfMonthShape =
  { basis: 'week'; weeks: readonly WeekOfMonth[]; days: readonly Weekday[] } | { basis: 'day'; dates: readonly number[] };

interface RetentionShape {
  daily: { count: number } | null;
  weekly: { count: number; days: readonly Weekday[] } | null;
  monthly: { count: number; on: DayOfMonthShape } | null;
  yearly: { count: number; months: readonly string[]; on: DayOfMonthShape } | null;
}

/** A backup policy as a person drafts it: times are wall-clock (`HH:mm`) in `timeZone`, counts are days, weeks, months and years. */
export interface PolicyDraftShape {
  name: string;
  timeZone: string;
  schedule: ScheduleShape;
  retention: RetentionShape;
}
