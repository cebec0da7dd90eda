import type { Edition } from './facts';
import type { DayOfMonthShape, PolicyDraftShape } from './policy-draft';

export type PolicyFaultCode =
  | 'name-malformed'
  | 'time-zone-missing'
  | 'time-not-on-half-hour'
  | 'nothing-chosen'
  | 'level-required'
  | 'level-not-allowed'
  | 'count-out-of-range'
  | 'date-out-of-range'
  | 'day-not-scheduled'
  | 'day-based-needs-daily-schedule'
  | 'too-many-recovery-points';

export interface Range {
  min: number;
  max: number;
}

/** One fault of a draft: `field` is a path (`retention.weekly.days`), `limits` the allowed range where the fault is one of number. */
export interface PolicyFault {
  field: string;
  code: PolicyFaultCode;
  limits: Range | null;
}

/** How many days, weeks, months and years a level may keep its points, and how many points an item may have in all. */
export interface PolicyLimits {
  daily: Range;
  weekly: Range;
  monthly: Range;
  yearly: Range;
  recoveryPoints: number;
}

const limits: PolicyLimits = {
  daily: { min: 7, max: 9999 },
  weekly: { min: 1, max: 5163 },
  monthly: { min: 1, max: 1188 },
  yearly: { min: 1, max: 99 },
  recoveryPoints: 9999,
};

/** No text of January 2017 states other numbers than today's service enforces. */
export const POLICY_LIMITS: Record<Edition, PolicyLimits> = { '2017-01': limits, current: limits };

const POLICY_NAME = /^[A-Za-z][A-Za-z0-9-]{1,148}[A-Za-z0-9]$/;
const HALF_HOUR = /^([01]\d|2[0-3]):(00|30)$/;
const DATES: Range = { min: 0, max: 28 };

const fault = (field: string, code: PolicyFaultCode, limits: Range | null = null): PolicyFault => ({ field, code, limits });

const isWithin = (count: number, { min, max }: Range) => Number.isInteger(count) && count >= min && count <= max;

function checkCount(level: 'daily' | 'weekly' | 'monthly' | 'yearly', retention: { count: number } | null, range: Range): PolicyFault[] {
  return retention && !isWithin(retention.count, range) ? [fault(`retention.${level}.count`, 'count-out-of-range', range)] : [];
}

function checkDays(field: string, days: readonly string[], scheduled: readonly string[] | null): PolicyFault[] {
  if (days.length === 0) return [fault(field, 'nothing-chosen')];
  return scheduled && days.some((day) => !scheduled.includes(day)) ? [fault(field, 'day-not-scheduled')] : [];
}

function checkDayOfMonth(field: string, on: DayOfMonthShape, scheduled: readonly string[] | null): PolicyFault[] {
  if (on.basis === 'week') {
    const weeks = on.weeks.length === 0 ? [fault(`${field}.weeks`, 'nothing-chosen')] : [];
    return [...weeks, ...checkDays(`${field}.days`, on.days, scheduled)];
  }
  if (scheduled) return [fault(field, 'day-based-needs-daily-schedule')];
  if (on.dates.length === 0) return [fault(`${field}.dates`, 'nothing-chosen')];
  return on.dates.every((date) => isWithin(date, DATES)) ? [] : [fault(`${field}.dates`, 'date-out-of-range', DATES)];
}

const pointsPerMonth = (on: DayOfMonthShape) => (on.basis === 'week' ? on.weeks.length * on.days.length : on.dates.length);

/** The most recovery points the retention can hold at a time; a point kept by two levels counts in both, as Azure counts. */
export function countRecoveryPoints({ daily, weekly, monthly, yearly }: PolicyDraftShape['retention']): number {
  return (
    (daily?.count ?? 0) +
    (weekly ? weekly.count * weekly.days.length : 0) +
    (monthly ? monthly.count * pointsPerMonth(monthly.on) : 0) +
    (yearly ? yearly.count * yearly.months.length * pointsPerMonth(yearly.on) : 0)
  );
}

/** Every fault of a draft, in the order of the form; an empty list means Azure's own limits are kept. One backup a day is in the shape. */
export function checkPolicy({ name, timeZone, schedule, retention }: PolicyDraftShape, edition: Edition): PolicyFault[] {
  const { recoveryPoints, ...ranges } = POLICY_LIMITS[edition];
  const { daily, weekly, monthly, yearly } = retention;
  const scheduled = schedule.frequency === 'weekly' ? schedule.days : null;
  const faults: PolicyFault[] = [];

  if (!POLICY_NAME.test(name)) faults.push(fault('name', 'name-malformed'));
  if (timeZone.trim() === '') faults.push(fault('timeZone', 'time-zone-missing'));
  if (!HALF_HOUR.test(schedule.time)) faults.push(fault('schedule.time', 'time-not-on-half-hour'));
  if (scheduled) faults.push(...checkDays('schedule.days', scheduled, null));

  if (!scheduled && !daily) faults.push(fault('retention.daily', 'level-required'));
  if (scheduled && daily) faults.push(fault('retention.daily', 'level-not-allowed'));
  if (scheduled && !weekly) faults.push(fault('retention.weekly', 'level-required'));

  faults.push(...checkCount('daily', daily, ranges.daily));
  faults.push(...checkCount('weekly', weekly, ranges.weekly));
  if (weekly) faults.push(...checkDays('retention.weekly.days', weekly.days, scheduled));
  faults.push(...checkCount('monthly', monthly, ranges.monthly));
  if (monthly) faults.push(...checkDayOfMonth('retention.monthly.on', monthly.on, scheduled));
  faults.push(...checkCount('yearly', yearly, ranges.yearly));
  if (yearly?.months.length === 0) faults.push(fault('retention.yearly.months', 'nothing-chosen'));
  if (yearly) faults.push(...checkDayOfMonth('retention.yearly.on', yearly.on, scheduled));

  if (countRecoveryPoints(retention) > recoveryPoints) {
    faults.push(fault('retention', 'too-many-recovery-points', { min: 1, max: recoveryPoints }));
  }
  return faults;
}
