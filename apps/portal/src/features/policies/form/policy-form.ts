import {
  checkPolicy,
  type Edition,
  type PolicyDraftShape,
  type PolicyFault,
  type ScheduleShape,
  usualSnapshotDays,
} from '@tresor/support-matrix';
import type { DayOfMonth, Policy, PolicyDraft, SeenPolicy } from '@tresor/contracts';
import type { MonthDayForm, PolicyForm } from '../../../kept/new-policy-draft';
import { own } from '../../../api/own';

/** The form as the documentation shows it: daily at 5:30, all four levels kept. */
export const freshForm = (timeZone: string): PolicyForm => ({
  name: '',
  kind: 'standard',
  frequency: 'daily',
  scheduleDays: ['Sunday'],
  time: '05:30',
  everyHours: '4',
  forHours: '12',
  timeZone,
  daily: { kept: true, count: '180' },
  weekly: { kept: true, count: '104', days: ['Sunday'] },
  monthly: { kept: true, count: '60', basis: 'week', weeks: ['First'], days: ['Sunday'], dates: [1] },
  yearly: { kept: true, count: '10', basis: 'week', weeks: ['First'], days: ['Sunday'], dates: [1], months: ['January'] },
  snapshotDays: null,
});

/** What a policy says; null for one whose schedule or retention has no place in the form. */
export const seenOf = ({ kind, timeZone, schedule, retention, instantRestoreDays }: Policy): SeenPolicy | null =>
  schedule === null || retention === null ? null : { kind, timeZone, schedule, retention, instantRestoreDays };

/** The form of a policy that is there. */
export function formOf(name: string, { kind, timeZone, schedule, retention, instantRestoreDays }: SeenPolicy): PolicyForm {
  const fresh = freshForm(timeZone);
  const { daily, weekly, monthly, yearly } = retention;
  return {
    ...fresh,
    name,
    kind,
    frequency: schedule.frequency,
    time: schedule.time,
    ...(schedule.frequency === 'weekly' && { scheduleDays: schedule.days }),
    ...(schedule.frequency === 'hourly' && { everyHours: String(schedule.everyHours), forHours: String(schedule.forHours) }),
    daily: daily ? { kept: true, count: String(daily.count) } : { ...fresh.daily, kept: false },
    weekly: weekly ? { kept: true, count: String(weekly.count), days: weekly.days } : { ...fresh.weekly, kept: false },
    monthly: monthly ? { ...fresh.monthly, kept: true, count: String(monthly.count), ...monthly.on } : { ...fresh.monthly, kept: false },
    yearly: yearly
      ? { ...fresh.yearly, kept: true, count: String(yearly.count), months: yearly.months, ...yearly.on }
      : { ...fresh.yearly, kept: false },
    snapshotDays: instantRestoreDays === null ? null : String(instantRestoreDays),
  };
}

const numberOf = (typed: string) => (/^\s*\d+\s*$/.test(typed) ? Number(typed) : Number.NaN);

const dayOfMonthOf = ({ basis, weeks, days, dates }: MonthDayForm): DayOfMonth =>
  basis === 'week' ? { basis, weeks, days } : { basis, dates: dates.toSorted((a, b) => a - b) };

export function scheduleOf({ frequency, time, scheduleDays, everyHours, forHours }: PolicyForm) {
  if (frequency === 'weekly') return { frequency, time, days: scheduleDays };
  if (frequency === 'hourly') return { frequency, time, everyHours: numberOf(everyHours), forHours: numberOf(forHours) };
  return { frequency, time };
}

/** Weekly snapshots of a standard policy are kept for five days, whatever was typed before. */
export function snapshotDaysOf(form: PolicyForm, schedule: ScheduleShape = scheduleOf(form)): number {
  const isFixed = form.kind === 'standard' && schedule.frequency === 'weekly';
  return form.snapshotDays === null || isFixed ? usualSnapshotDays(form.kind, schedule) : numberOf(form.snapshotDays);
}

/** The policy the form describes. A weekly schedule has no daily points and always keeps the weekly ones; the others keep the daily. */
export function policyOf(form: PolicyForm) {
  const isWeekly = form.frequency === 'weekly';
  const { daily, weekly, monthly, yearly } = form;
  const schedule = scheduleOf(form);
  return {
    name: form.name.trim(),
    kind: form.kind,
    timeZone: form.timeZone,
    schedule,
    retention: {
      daily: isWeekly ? null : { count: numberOf(daily.count) },
      weekly: isWeekly || weekly.kept ? { count: numberOf(weekly.count), days: weekly.days } : null,
      monthly: monthly.kept ? { count: numberOf(monthly.count), on: dayOfMonthOf(monthly) } : null,
      yearly: yearly.kept ? { count: numberOf(yearly.count), months: yearly.months, on: dayOfMonthOf(yearly) } : null,
    },
    instantRestoreDays: snapshotDaysOf(form, schedule),
  } satisfies PolicyDraftShape;
}

/** Places in the form a fault can belong to. `retention` is the four levels together. */
export type FormField =
  | 'name'
  | 'kind'
  | 'timeZone'
  | 'frequency'
  | 'time'
  | 'everyHours'
  | 'forHours'
  | 'snapshotDays'
  | 'scheduleDays'
  | 'retention'
  | `${'daily' | 'weekly' | 'monthly' | 'yearly'}.${'kept' | 'count'}`
  | 'weekly.days'
  | `${'monthly' | 'yearly'}.${'basis' | 'weeks' | 'days' | 'dates'}`
  | 'yearly.months';

const FIELD_OF: Record<string, FormField> = {
  name: 'name',
  kind: 'kind',
  timeZone: 'timeZone',
  'schedule.frequency': 'frequency',
  'schedule.everyHours': 'everyHours',
  'schedule.forHours': 'forHours',
  instantRestoreDays: 'snapshotDays',
  'schedule.time': 'time',
  'schedule.days': 'scheduleDays',
  'retention.daily': 'daily.kept',
  'retention.daily.count': 'daily.count',
  'retention.weekly': 'weekly.kept',
  'retention.weekly.count': 'weekly.count',
  'retention.weekly.days': 'weekly.days',
  'retention.monthly.count': 'monthly.count',
  'retention.monthly.on': 'monthly.basis',
  'retention.monthly.on.weeks': 'monthly.weeks',
  'retention.monthly.on.days': 'monthly.days',
  'retention.monthly.on.dates': 'monthly.dates',
  'retention.yearly.count': 'yearly.count',
  'retention.yearly.months': 'yearly.months',
  'retention.yearly.on': 'yearly.basis',
  'retention.yearly.on.weeks': 'yearly.weeks',
  'retention.yearly.on.days': 'yearly.days',
  'retention.yearly.on.dates': 'yearly.dates',
};

/** Where a path of the policy stands in the form; the server's paths start with `policy.` or `after.`. */
export const fieldOf = (path: string): FormField => own(FIELD_OF, path.replace(/^(policy|after)\./, '')) ?? 'retention';

interface FormFault extends PolicyFault {
  formField: FormField;
}

export const faultsOf = (form: PolicyForm, edition: Edition): FormFault[] =>
  checkPolicy(policyOf(form), edition).map((fault) => ({ ...fault, formField: fieldOf(fault.field) }));

/** The policy to send; only a form without faults has one. */
export function readyPolicy(form: PolicyForm, edition: Edition): PolicyDraft | null {
  const policy = policyOf(form);
  return isPolicyDraft(policy, edition) ? policy : null;
}

/** Whether two forms describe the same policy. */
export const isSame = (a: PolicyForm, b: PolicyForm): boolean => JSON.stringify(policyOf(a)) === JSON.stringify(policyOf(b));

const isPolicyDraft = (policy: ReturnType<typeof policyOf>, edition: Edition): policy is ReturnType<typeof policyOf> & PolicyDraft =>
  checkPolicy(policy, edition).length === 0;
