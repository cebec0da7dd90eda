import type { Retention, Weekday } from '@tresor/retention';

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
