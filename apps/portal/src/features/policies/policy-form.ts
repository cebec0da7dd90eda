import { checkPolicy, type Edition, type PolicyDraftShape, type PolicyFault } from '@tresor/support-matrix';
import type { PolicyDraft } from '@tresor/contracts';
import type { MonthDayForm, PolicyForm } from '../../drafts/new-policy-draft';

/** The form as the documentation shows it: daily at 5:30, all four levels kept. */
export const freshForm = (timeZone: string): PolicyForm => ({
  name: '',
  frequency: 'daily',
  scheduleDays: ['Sunday'],
  time: '05:30',
  timeZone,
  daily: { kept: true, count: '180' },
  weekly: { kept: true, count: '104', days: ['Sunday'] },
  monthly: { kept: true, count: '60', basis: 'week', weeks: ['First'], days: ['Sunday'], dates: [1] },
  yearly: { kept: true, count: '10', basis: 'week', weeks: ['First'], days: ['Sunday'], dates: [1], months: ['January'] },
});

const numberOf = (typed: string) => (/^\s*\d+\s*$/.test(typed) ? Number(typed) : Number.NaN);

const dayOfMonthOf = ({ basis, weeks, days, dates }: MonthDayForm) =>
  basis === 'week' ? { basis, weeks, days } : { basis, dates: dates.toSorted((a, b) => a - b) };

/** The policy the form describes. A weekly schedule has no daily points and always keeps the weekly ones; a daily one keeps the daily. */
export function policyOf(form: PolicyForm) {
  const isWeekly = form.frequency === 'weekly';
  const { daily, weekly, monthly, yearly } = form;
  return {
    name: form.name.trim(),
    timeZone: form.timeZone,
    schedule: isWeekly
      ? { frequency: 'weekly' as const, time: form.time, days: form.scheduleDays }
      : { frequency: 'daily' as const, time: form.time },
    retention: {
      daily: isWeekly ? null : { count: numberOf(daily.count) },
      weekly: isWeekly || weekly.kept ? { count: numberOf(weekly.count), days: weekly.days } : null,
      monthly: monthly.kept ? { count: numberOf(monthly.count), on: dayOfMonthOf(monthly) } : null,
      yearly: yearly.kept ? { count: numberOf(yearly.count), months: yearly.months, on: dayOfMonthOf(yearly) } : null,
    },
  } satisfies PolicyDraftShape;
}

/** Places in the form a fault can belong to. `retention` is the four levels together. */
export type FormField =
  | 'name'
  | 'timeZone'
  | 'time'
  | 'scheduleDays'
  | 'retention'
  | `${'daily' | 'weekly' | 'monthly' | 'yearly'}.${'kept' | 'count'}`
  | 'weekly.days'
  | `${'monthly' | 'yearly'}.${'basis' | 'weeks' | 'days' | 'dates'}`
  | 'yearly.months';

const FIELD_OF: Record<string, FormField> = {
  name: 'name',
  timeZone: 'timeZone',
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

/** Where a path of the policy stands in the form; the server's paths start with `policy.`. */
export const fieldOf = (path: string): FormField => FIELD_OF[path.replace(/^policy\./, '')] ?? 'retention';

export interface FormFault extends PolicyFault {
  formField: FormField;
}

export const faultsOf = (form: PolicyForm, edition: Edition): FormFault[] =>
  checkPolicy(policyOf(form), edition).map((fault) => ({ ...fault, formField: fieldOf(fault.field) }));

/** The policy to send; only a form without faults has one. */
export function readyPolicy(form: PolicyForm, edition: Edition): PolicyDraft | null {
  const policy = policyOf(form);
  return isPolicyDraft(policy, edition) ? policy : null;
}

const isPolicyDraft = (policy: ReturnType<typeof policyOf>, edition: Edition): policy is ReturnType<typeof policyOf> & PolicyDraft =>
  checkPolicy(policy, edition).length === 0;
