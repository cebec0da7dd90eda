import type { Month, PolicyKind, Schedule, SeenPolicy, Weekday, WeekOfMonth } from '@tresor/contracts';
import { draftStore } from './draft-store';

interface LevelForm {
  kept: boolean;
  /** As typed; the check reads it. */
  count: string;
}

export interface MonthDayForm {
  basis: 'week' | 'day';
  weeks: WeekOfMonth[];
  days: Weekday[];
  /** Days of the month, 0 meaning the last one. */
  dates: number[];
}

/** The form of a policy as the person left it. */
export interface PolicyForm {
  name: string;
  kind: PolicyKind;
  frequency: Schedule['frequency'];
  scheduleDays: Weekday[];
  time: string;
  everyHours: string;
  forHours: string;
  timeZone: string;
  daily: LevelForm;
  weekly: LevelForm & { days: Weekday[] };
  monthly: LevelForm & MonthDayForm;
  yearly: LevelForm & MonthDayForm & { months: Month[] };
  /** Null until something is typed: as many as are usual for such a policy. */
  snapshotDays: string | null;
}

/** Where an unfinished form waits until the policy is created or the form is given up. */
export const newPolicyDrafts = draftStore<{ form: PolicyForm | null }>('new-policy', 2, { form: null });

/** The same for changes of a policy that is there, with what it said when the change was begun. */
export const policyChangeDrafts = draftStore<{ form: PolicyForm | null; seen: SeenPolicy | null }>('policy-change', 2, {
  form: null,
  seen: null,
});
