import type { Month, Weekday, WeekOfMonth } from '@tresor/contracts';
import { draftStore } from './draft-store';

export interface LevelForm {
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

/** The form of a new policy as the person left it. */
export interface PolicyForm {
  name: string;
  frequency: 'daily' | 'weekly';
  scheduleDays: Weekday[];
  time: string;
  timeZone: string;
  daily: LevelForm;
  weekly: LevelForm & { days: Weekday[] };
  monthly: LevelForm & MonthDayForm;
  yearly: LevelForm & MonthDayForm & { months: Month[] };
}

/** Where an unfinished form waits until the policy is created or the form is given up. */
export const newPolicyDrafts = draftStore<{ form: PolicyForm | null }>('new-policy', 1, { form: null });
