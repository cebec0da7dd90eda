import { MONTHS, WEEKDAYS, WEEKS } from '@tresor/retention';
import { list, record, text } from '../../../world/json';
import { stamp } from '../moments';
import type { DayRule, PolicyProperties, Retention, RetentionDuration, Schedule } from '../state/policy-model';
import { ArmError } from '../../../arm/route';
import { badRequest } from '../wire';
import { own } from '../../../world/own';

type Json = Record<string, unknown>;

const UNITS = ['Days', 'Weeks', 'Months', 'Years'] as const;

function invalid(message: string): never {
  throw badRequest('BMSUserErrorInvalidPolicyInput', message);
}

/** One of the words a field may have, in any case. */
function word<const Word extends string>(value: unknown, words: readonly Word[], field: string): Word {
  const found = words.find((known) => known.toLowerCase() === text(value)?.toLowerCase());
  return found ?? invalid(`The value of ${field} is not valid.`);
}

const words = <const Word extends string>(value: unknown, known: readonly Word[], field: string): Word[] => [
  ...new Set(list(value).map((one) => word(one, known, field))),
];

/** A moment as the service stores it; `.000Z` comes in and `Z` goes out. */
function time(value: unknown): string {
  const moment = Date.parse(text(value) ?? '');
  return Number.isNaN(moment) ? invalid('A time of the policy is not valid.') : stamp(moment);
}

const times = (value: unknown): string[] => list(value).map(time);

/**
 * Reads the `properties` of a policy for virtual machines, in the order in which the service writes them.
 * @throws 400 BMSUserErrorInvalidPolicyInput for unknown words and malformed times; whether the parts fit is `violationOf`'s matter
 */
export function readPolicy(given: Json): PolicyProperties {
  if (given['backupManagementType'] !== 'AzureIaasVM') invalid('Only policies for Azure virtual machines are known here.');
  const schedulePolicy = readSchedule(record(given['schedulePolicy']));
  const isEnhanced = schedulePolicy.schedulePolicyType === 'SimpleSchedulePolicyV2';
  const policyType = given['policyType'] === undefined ? undefined : word(given['policyType'], ['V1', 'V2'], 'policyType');
  if ((policyType === 'V2') !== isEnhanced && policyType !== undefined) invalid('The policy type does not fit its schedule.');
  const standardDays = schedulePolicy.scheduleRunFrequency === 'Weekly' ? 5 : 2;
  return {
    backupManagementType: 'AzureIaasVM',
    ...((isEnhanced || policyType) && { policyType: isEnhanced ? 'V2' : 'V1' }),
    instantRPDetails: snapshotGroup(record(given['instantRPDetails'])),
    schedulePolicy,
    retentionPolicy: readRetention(record(given['retentionPolicy'])),
    ...(given['tieringPolicy'] != null && { tieringPolicy: tiering(record(given['tieringPolicy'])) }),
    ...consistency(given['snapshotConsistencyType'], isEnhanced),
    instantRpRetentionRangeInDays: Number(given['instantRpRetentionRangeInDays'] ?? (isEnhanced ? 7 : standardDays)),
    timeZone: text(given['timeZone']) ?? 'UTC',
  };
}

/** An enhanced policy may ask that nobody inside the machine takes part. */
function consistency(given: unknown, isEnhanced: boolean): { snapshotConsistencyType?: 'OnlyCrashConsistent' } {
  if (given == null) return {};
  if (!isEnhanced) invalid('Only an enhanced policy may name the consistency of its snapshots.');
  return { snapshotConsistencyType: word(given, ['OnlyCrashConsistent'], 'snapshotConsistencyType') };
}

/** Snapshots lie in no resource group here. @throws 501 when their group is to have a certain name */
function snapshotGroup(given: Json): Json {
  if (!text(given['azureBackupRGNamePrefix']) && !text(given['azureBackupRGNameSuffix'])) return given;
  throw new ArmError(501, 'NotImplemented', 'Local Azure has no resource groups of snapshots that could be named.');
}

/** Nothing is moved to the archive here. @throws 501 when something should be */
function tiering(given: Json): Json {
  for (const tier of Object.values(given)) {
    if (['DoNotTier', 'Invalid'].includes(text(record(tier)['tieringMode']) ?? '')) continue;
    throw new ArmError(501, 'NotImplemented', 'Local Azure moves no recovery points to the archive tier.');
  }
  return given;
}

function readSchedule(given: Json): Schedule {
  const type = word(given['schedulePolicyType'], ['SimpleSchedulePolicy', 'SimpleSchedulePolicyV2'], 'schedulePolicyType');
  if (type === 'SimpleSchedulePolicy') {
    const scheduleRunFrequency = word(given['scheduleRunFrequency'], ['Daily', 'Weekly'], 'scheduleRunFrequency');
    return {
      schedulePolicyType: type,
      scheduleRunFrequency,
      ...(scheduleRunFrequency === 'Weekly' && { scheduleRunDays: words(given['scheduleRunDays'], WEEKDAYS, 'scheduleRunDays') }),
      scheduleRunTimes: times(given['scheduleRunTimes']),
      scheduleWeeklyFrequency: Number(given['scheduleWeeklyFrequency'] ?? 0),
    };
  }
  const scheduleRunFrequency = word(given['scheduleRunFrequency'], ['Hourly', 'Daily', 'Weekly'], 'scheduleRunFrequency');
  const hourly = record(given['hourlySchedule']);
  const daily = record(given['dailySchedule']);
  const weekly = record(given['weeklySchedule']);
  return {
    schedulePolicyType: type,
    scheduleRunFrequency,
    ...(scheduleRunFrequency === 'Hourly' && {
      hourlySchedule: {
        interval: Number(hourly['interval']),
        scheduleWindowStartTime: time(hourly['scheduleWindowStartTime']),
        scheduleWindowDuration: Number(hourly['scheduleWindowDuration']),
      },
    }),
    ...(scheduleRunFrequency === 'Daily' && { dailySchedule: { scheduleRunTimes: times(daily['scheduleRunTimes']) } }),
    ...(scheduleRunFrequency === 'Weekly' && {
      weeklySchedule: {
        scheduleRunDays: words(weekly['scheduleRunDays'], WEEKDAYS, 'scheduleRunDays'),
        scheduleRunTimes: times(weekly['scheduleRunTimes']),
      },
    }),
  };
}

function readRetention(given: Json): Retention {
  word(given['retentionPolicyType'], ['LongTermRetentionPolicy'], 'retentionPolicyType');
  const level = (one: Json) => ({
    retentionTimes: times(one['retentionTimes']),
    retentionDuration: duration(record(one['retentionDuration'])),
  });
  const part = (name: string) => (own(given, name) == null ? undefined : record(own(given, name)));
  const [daily, weekly, monthly, yearly] = [part('dailySchedule'), part('weeklySchedule'), part('monthlySchedule'), part('yearlySchedule')];
  return {
    retentionPolicyType: 'LongTermRetentionPolicy',
    ...(daily && { dailySchedule: level(daily) }),
    ...(weekly && { weeklySchedule: { daysOfTheWeek: words(weekly['daysOfTheWeek'], WEEKDAYS, 'daysOfTheWeek'), ...level(weekly) } }),
    ...(monthly && { monthlySchedule: { ...dayRule(monthly), ...level(monthly) } }),
    ...(yearly && {
      yearlySchedule: { ...dayRule(yearly), monthsOfYear: words(yearly['monthsOfYear'], MONTHS, 'monthsOfYear'), ...level(yearly) },
    }),
  };
}

function duration(given: Json): RetentionDuration {
  return { count: Number(given['count']), durationType: word(given['durationType'], UNITS, 'durationType') };
}

function dayRule(given: Json): DayRule {
  const format = word(given['retentionScheduleFormatType'], ['Daily', 'Weekly'], 'retentionScheduleFormatType');
  if (format === 'Daily') {
    const days = list(record(given['retentionScheduleDaily'])['daysOfTheMonth']).map(record);
    const daysOfTheMonth = days.map((day) => ({ date: Number(day['date'] ?? 0), isLast: day['isLast'] === true }));
    return { retentionScheduleFormatType: format, retentionScheduleDaily: { daysOfTheMonth } };
  }
  const weekly = record(given['retentionScheduleWeekly']);
  return {
    retentionScheduleFormatType: format,
    retentionScheduleWeekly: {
      daysOfTheWeek: words(weekly['daysOfTheWeek'], WEEKDAYS, 'daysOfTheWeek'),
      weeksOfTheMonth: words(weekly['weeksOfTheMonth'], WEEKS, 'weeksOfTheMonth'),
    },
  };
}
