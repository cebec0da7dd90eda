import type { DayOfMonth } from '@tresor/retention';
import type { Edition } from '../facts';
import { POLICY_NAME } from '../names';
import { runsADay, type PolicyDraftShape, type PolicyKind, type ScheduleShape } from './policy-draft';

export type PolicyFaultCode =
  | 'name-malformed'
  | 'kind-not-offered'
  | 'time-zone-missing'
  | 'time-not-on-half-hour'
  | 'start-too-late'
  | 'hourly-needs-enhanced'
  | 'interval-not-offered'
  | 'nothing-chosen'
  | 'level-required'
  | 'level-not-allowed'
  | 'count-out-of-range'
  | 'date-out-of-range'
  | 'day-not-scheduled'
  | 'day-based-needs-daily-schedule'
  | 'snapshots-outlast-daily-points'
  | 'too-many-recovery-points';

interface Range {
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
interface PolicyLimits {
  daily: Range;
  weekly: Range;
  monthly: Range;
  yearly: Range;
  recoveryPoints: number;
  kinds: readonly PolicyKind[];
  /** How many policies a vault takes; null where the documentation of the time names no number. */
  perVault: number | null;
}

const counts = {
  daily: { min: 7, max: 9999 },
  weekly: { min: 1, max: 5163 },
  monthly: { min: 1, max: 1188 },
  yearly: { min: 1, max: 99 },
  recoveryPoints: 9999,
};

/**
 * No text of January 2017 states other numbers than today's service enforces; enhanced policies came in 2022. Source of `perVault`:
 * learn.microsoft.com/azure/backup/backup-azure-backup-faq, of 7 January 2026.
 */
export const POLICY_LIMITS: Record<Edition, PolicyLimits> = {
  '2017-01': { ...counts, kinds: ['standard'], perVault: null },
  current: { ...counts, kinds: ['standard', 'enhanced'], perVault: 200 },
};

/** Whether a vault with so many policies takes no other. */
export const hasAllPolicies = (count: number, edition: Edition): boolean => count >= (POLICY_LIMITS[edition].perVault ?? Infinity);

/** Hours between the backups of an enhanced policy, hours for which they go on after the first, and the latest first one. */
export const HOURLY_LIMITS = { intervals: [4, 6, 8, 12], duration: { min: 4, max: 23 }, latestStart: '19:30' } as const;

/**
 * Days for which snapshots may be kept: a standard policy takes up to five, and five it must be when it backs up weekly; an enhanced
 * one takes as many as the limit of snapshots of a disk allows. Source: backup-azure-vms-enhanced-policy, backup-instant-restore-capability.
 */
export function snapshotDays(kind: PolicyKind, schedule: ScheduleShape): Range {
  if (kind === 'standard') return schedule.frequency === 'weekly' ? { min: 5, max: 5 } : { min: 1, max: 5 };
  if (schedule.frequency !== 'hourly') return { min: 1, max: 30 };
  return { min: 1, max: ({ 4: 17, 6: 22 } as Record<number, number>)[schedule.everyHours] ?? 30 };
}

/** What the portal proposes, and what Azure takes where nothing is said. */
export function usualSnapshotDays(kind: PolicyKind, schedule: ScheduleShape): number {
  if (kind === 'enhanced') return 7;
  return schedule.frequency === 'weekly' ? 5 : 2;
}

const HALF_HOUR = /^([01]\d|2[0-3]):(00|30)$/;
const DATES: Range = { min: 0, max: 28 };

const fault = (field: string, code: PolicyFaultCode, limits: Range | null = null): PolicyFault => ({ field, code, limits });

const isWithin = (count: number, { min, max }: Range) => Number.isInteger(count) && count >= min && count <= max;

const checkRange = (field: string, count: number, range: Range): PolicyFault[] =>
  isWithin(count, range) ? [] : [fault(field, 'count-out-of-range', range)];

function checkCount(level: 'daily' | 'weekly' | 'monthly' | 'yearly', retention: { count: number } | null, range: Range): PolicyFault[] {
  return retention ? checkRange(`retention.${level}.count`, retention.count, range) : [];
}

function checkDays(field: string, days: readonly string[], scheduled: readonly string[] | null): PolicyFault[] {
  if (days.length === 0) return [fault(field, 'nothing-chosen')];
  return scheduled && days.some((day) => !scheduled.includes(day)) ? [fault(field, 'day-not-scheduled')] : [];
}

function checkDayOfMonth(field: string, on: DayOfMonth, scheduled: readonly string[] | null): PolicyFault[] {
  if (on.basis === 'week') {
    const weeks = on.weeks.length === 0 ? [fault(`${field}.weeks`, 'nothing-chosen')] : [];
    return [...weeks, ...checkDays(`${field}.days`, on.days, scheduled)];
  }
  if (scheduled) return [fault(field, 'day-based-needs-daily-schedule')];
  if (on.dates.length === 0) return [fault(`${field}.dates`, 'nothing-chosen')];
  return on.dates.every((date) => isWithin(date, DATES)) ? [] : [fault(`${field}.dates`, 'date-out-of-range', DATES)];
}

function checkSchedule(schedule: ScheduleShape, kind: PolicyKind): PolicyFault[] {
  const faults = HALF_HOUR.test(schedule.time) ? [] : [fault('schedule.time', 'time-not-on-half-hour')];
  if (schedule.frequency === 'weekly') return [...faults, ...checkDays('schedule.days', schedule.days, null)];
  if (schedule.frequency === 'daily') return faults;
  if (kind === 'standard') faults.push(fault('schedule.frequency', 'hourly-needs-enhanced'));
  if (schedule.time > HOURLY_LIMITS.latestStart) faults.push(fault('schedule.time', 'start-too-late'));
  if (!HOURLY_LIMITS.intervals.some((hours) => hours === schedule.everyHours)) {
    faults.push(fault('schedule.everyHours', 'interval-not-offered'));
  }
  return [...faults, ...checkRange('schedule.forHours', schedule.forHours, HOURLY_LIMITS.duration)];
}

function checkSnapshots({ kind, schedule, retention, instantRestoreDays }: PolicyDraftShape): PolicyFault[] {
  const faults = checkRange('instantRestoreDays', instantRestoreDays, snapshotDays(kind, schedule));
  const outlasts = retention.daily !== null && instantRestoreDays > retention.daily.count;
  return outlasts ? [...faults, fault('instantRestoreDays', 'snapshots-outlast-daily-points')] : faults;
}

const pointsPerMonth = (on: DayOfMonth) => (on.basis === 'week' ? on.weeks.length * on.days.length : on.dates.length);

/** The most recovery points the policy can hold at a time; a point kept by two levels counts in both, as Azure counts. */
export function countRecoveryPoints({
  schedule,
  retention,
  instantRestoreDays,
}: Omit<PolicyDraftShape, 'name' | 'kind' | 'timeZone'>): number {
  const { daily, weekly, monthly, yearly } = retention;
  return (
    (runsADay(schedule) - 1) * instantRestoreDays +
    (daily?.count ?? 0) +
    (weekly ? weekly.count * weekly.days.length : 0) +
    (monthly ? monthly.count * pointsPerMonth(monthly.on) : 0) +
    (yearly ? yearly.count * yearly.months.length * pointsPerMonth(yearly.on) : 0)
  );
}

/** Every fault of a draft, in the order of the form; an empty list means Azure's own limits are kept. */
export function checkPolicy(draft: PolicyDraftShape, edition: Edition): PolicyFault[] {
  const { name, kind, timeZone, schedule, retention } = draft;
  const { recoveryPoints, kinds, perVault: _, ...ranges } = POLICY_LIMITS[edition];
  const { daily, weekly, monthly, yearly } = retention;
  const scheduled = schedule.frequency === 'weekly' ? schedule.days : null;
  const faults: PolicyFault[] = [];

  if (!POLICY_NAME.test(name)) faults.push(fault('name', 'name-malformed'));
  if (!kinds.includes(kind)) faults.push(fault('kind', 'kind-not-offered'));
  if (timeZone.trim() === '') faults.push(fault('timeZone', 'time-zone-missing'));
  faults.push(...checkSchedule(schedule, kind));
  faults.push(...checkSnapshots(draft));

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

  if (countRecoveryPoints(draft) > recoveryPoints) {
    faults.push(fault('retention', 'too-many-recovery-points', { min: 1, max: recoveryPoints }));
  }
  return faults;
}
