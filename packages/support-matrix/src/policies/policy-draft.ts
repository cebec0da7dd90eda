import { WEEKDAYS, type Plan, type Recurrence, type Retention, type Weekday } from '@tresor/retention';

/** Standard policies back up once a day at most, enhanced ones also several times. */
export type PolicyKind = 'standard' | 'enhanced';

/** Hourly: the first backup of a day at `time`, then one every so many hours for so many hours. */
export type ScheduleShape =
  | { frequency: 'daily'; time: string }
  | { frequency: 'weekly'; time: string; days: readonly Weekday[] }
  | { frequency: 'hourly'; time: string; everyHours: number; forHours: number };

/** A backup policy as a person drafts it: times are wall-clock (`HH:mm`) in `timeZone`, counts are days, weeks, months and years. */
export interface PolicyDraftShape {
  name: string;
  kind: PolicyKind;
  timeZone: string;
  schedule: ScheduleShape;
  retention: Retention;
  /** Days for which snapshots are kept beside the disks. */
  instantRestoreDays: number;
}

/** How many backups a day of the schedule begins. */
export function runsADay(schedule: ScheduleShape): number {
  return schedule.frequency === 'hourly' ? Math.floor(schedule.forHours / schedule.everyHours) + 1 : 1;
}

/** When backups run, in the terms of the retention engine. `zone` is the IANA name of the policy's time zone. */
export function recurrenceOf(schedule: ScheduleShape, zone: string): Recurrence {
  const [hours = 0, minutes = 0] = schedule.time.split(':').map(Number);
  const step = schedule.frequency === 'hourly' ? schedule.everyHours * 60 : 0;
  const runs = Array.from({ length: runsADay(schedule) }, (_, run) => hours * 60 + minutes + run * step);
  return { zone, minutes: runs, days: schedule.frequency === 'weekly' ? schedule.days : WEEKDAYS };
}

/** What a policy asks for, schedule and retention. */
export function planOf(policy: Omit<PolicyDraftShape, 'name' | 'kind' | 'timeZone'>, zone: string): Plan {
  return { recurrence: recurrenceOf(policy.schedule, zone), retention: policy.retention, snapshotDays: policy.instantRestoreDays };
}
