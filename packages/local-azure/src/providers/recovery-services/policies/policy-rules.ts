import { ianaZone, minutesOf } from '../state/backup-plan';
import type { PolicyProperties, Retention, Schedule } from '../state/policy-model';
import { dayRuleViolation, levelViolation } from './retention-rules';

interface Violation {
  code: 'BMSUserErrorInvalidPolicyInput' | 'BMSUserErrorInstantRPRetentionExceedsVaultedRetention';
  message: string;
}

/** The first thing that is wrong with a policy, or undefined. */
export function violationOf(policy: PolicyProperties): Violation | undefined {
  const message =
    zoneViolation(policy) ?? scheduleViolation(policy.schedulePolicy) ?? retentionViolation(policy) ?? instantViolation(policy);
  if (message) return { code: 'BMSUserErrorInvalidPolicyInput', message };
  const daily = policy.retentionPolicy.dailySchedule?.retentionDuration.count;
  if (daily !== undefined && policy.instantRpRetentionRangeInDays > daily) {
    return {
      code: 'BMSUserErrorInstantRPRetentionExceedsVaultedRetention',
      message: 'Instant restore points cannot be kept longer than the daily backup points in the vault.',
    };
  }
  return undefined;
}

function zoneViolation({ timeZone }: PolicyProperties): string | undefined {
  return ianaZone(timeZone) ? undefined : `'${timeZone}' is not a time zone.`;
}

/** The moment whose time of day every level of retention must repeat. */
function runTimeOf(schedule: Schedule): string | undefined {
  if (schedule.schedulePolicyType === 'SimpleSchedulePolicy') return schedule.scheduleRunTimes[0];
  const { hourlySchedule, dailySchedule, weeklySchedule } = schedule;
  return hourlySchedule?.scheduleWindowStartTime ?? dailySchedule?.scheduleRunTimes[0] ?? weeklySchedule?.scheduleRunTimes[0];
}

/** Days of a weekly schedule; undefined for any other. */
function runDaysOf(schedule: Schedule): readonly string[] | undefined {
  if (schedule.scheduleRunFrequency !== 'Weekly') return undefined;
  return schedule.schedulePolicyType === 'SimpleSchedulePolicy'
    ? (schedule.scheduleRunDays ?? [])
    : (schedule.weeklySchedule?.scheduleRunDays ?? []);
}

function runCount(schedule: Schedule): number {
  if (schedule.schedulePolicyType === 'SimpleSchedulePolicy') return schedule.scheduleRunTimes.length;
  return (
    (schedule.hourlySchedule ? 1 : 0) + (schedule.dailySchedule?.scheduleRunTimes ?? schedule.weeklySchedule?.scheduleRunTimes ?? []).length
  );
}

function scheduleViolation(schedule: Schedule): string | undefined {
  const time = runTimeOf(schedule);
  if (time === undefined || runCount(schedule) !== 1) return 'The schedule must name exactly one time of day.';
  if (Number.isNaN(Date.parse(time)) || minutesOf(time) % 30 !== 0) return 'Backups run on the hour or the half hour.';
  const days = runDaysOf(schedule);
  if (days?.length === 0) return 'A weekly schedule must name at least one day.';
  if (schedule.schedulePolicyType === 'SimpleSchedulePolicyV2' && schedule.scheduleRunFrequency === 'Hourly') {
    const { interval = 0, scheduleWindowDuration = 0 } = schedule.hourlySchedule ?? {};
    if (![4, 6, 8, 12].includes(interval)) return 'Hourly backups run every 4, 6, 8 or 12 hours.';
    if (scheduleWindowDuration < 4 || scheduleWindowDuration > 24) return 'The window of hourly backups lasts 4 to 24 hours.';
  }
  return undefined;
}

function retentionViolation({ schedulePolicy, retentionPolicy }: PolicyProperties): string | undefined {
  const days = runDaysOf(schedulePolicy);
  if (days && retentionPolicy.dailySchedule) return 'A weekly schedule has no retention of daily backup points.';
  if (days && !retentionPolicy.weeklySchedule) return 'A weekly schedule needs a retention of weekly backup points.';
  if (!days && !retentionPolicy.dailySchedule) return 'A daily schedule needs a retention of daily backup points.';
  const runTime = minutesOf(runTimeOf(schedulePolicy) ?? '');
  return levelViolation(retentionPolicy, runTime) ?? dayViolation(retentionPolicy, days);
}

function dayViolation(
  { weeklySchedule, monthlySchedule, yearlySchedule }: Retention,
  runDays: readonly string[] | undefined,
): string | undefined {
  if (weeklySchedule?.daysOfTheWeek.length === 0) return 'The retention of weekly backup points must name a day.';
  if (runDays && weeklySchedule?.daysOfTheWeek.some((day) => !runDays.includes(day))) {
    return 'The retention of weekly backup points names a day on which no backup runs.';
  }
  if (yearlySchedule?.monthsOfYear.length === 0) return 'The retention of yearly backup points must name a month.';
  return dayRuleViolation(monthlySchedule, runDays) ?? dayRuleViolation(yearlySchedule, runDays);
}

function instantViolation({ schedulePolicy, instantRpRetentionRangeInDays: days }: PolicyProperties): string | undefined {
  const isEnhanced = schedulePolicy.schedulePolicyType === 'SimpleSchedulePolicyV2';
  const longest = isEnhanced ? 30 : 5;
  if (!Number.isInteger(days) || days < 1 || days > longest) return `Instant restore points are kept for 1 to ${longest} days.`;
  if (!isEnhanced && schedulePolicy.scheduleRunFrequency === 'Weekly' && days !== 5) {
    return 'With weekly backups, instant restore points are kept for 5 days.';
  }
  return undefined;
}
