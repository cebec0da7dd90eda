import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ArmError } from '../../../arm/route';
import { readPolicy } from './policy-input';
import { violationOf } from './policy-rules';

const time = ['2026-01-05T21:30:00.000Z'];
const level = (count: number, durationType: string) => ({ retentionTimes: time, retentionDuration: { count, durationType } });
const schedule = (more: object = {}) => ({
  schedulePolicyType: 'SimpleSchedulePolicy',
  scheduleRunFrequency: 'Daily',
  scheduleRunTimes: time,
  ...more,
});
const retention = (more: object = {}) => ({ retentionPolicyType: 'LongTermRetentionPolicy', dailySchedule: level(30, 'Days'), ...more });
const policy = (more: object = {}) => ({
  backupManagementType: 'AzureIaasVM',
  schedulePolicy: schedule(),
  retentionPolicy: retention(),
  timeZone: 'W. Europe Standard Time',
  ...more,
});
const judge = (given: object) => {
  try {
    return violationOf(readPolicy({ ...given }))?.code ?? 'fine';
  } catch (error) {
    return error instanceof ArmError ? error.code : 'unexpected';
  }
};

const invalid = 'BMSUserErrorInvalidPolicyInput';
const weekly = { schedulePolicy: schedule({ scheduleRunFrequency: 'Weekly', scheduleRunDays: ['Sunday'] }) };
const weeklyRetention = {
  retentionPolicyType: 'LongTermRetentionPolicy',
  weeklySchedule: { daysOfTheWeek: ['Sunday'], ...level(104, 'Weeks') },
};
const byWeek = {
  retentionScheduleFormatType: 'Weekly',
  retentionScheduleWeekly: { daysOfTheWeek: ['Sunday'], weeksOfTheMonth: ['First'] },
};
const byDay = { retentionScheduleFormatType: 'Daily', retentionScheduleDaily: { daysOfTheMonth: [{ date: 1, isLast: false }] } };
const enhanced = {
  policyType: 'V2',
  schedulePolicy: {
    schedulePolicyType: 'SimpleSchedulePolicyV2',
    scheduleRunFrequency: 'Hourly',
    hourlySchedule: { interval: 4, scheduleWindowStartTime: time[0], scheduleWindowDuration: 12 },
  },
};

describe('A backup policy is accepted', () => {
  test.each([
    ['with daily backups', policy()],
    [
      'with all four levels of retention',
      policy({
        retentionPolicy: retention({
          weeklySchedule: { daysOfTheWeek: ['Sunday'], ...level(104, 'Weeks') },
          monthlySchedule: { ...byWeek, ...level(60, 'Months') },
          yearlySchedule: { ...byDay, monthsOfYear: ['January'], ...level(10, 'Years') },
        }),
      }),
    ],
    ['with weekly backups', policy({ ...weekly, retentionPolicy: weeklyRetention })],
    ['with several backups a day', policy({ ...enhanced })],
    [
      'that keeps daily points for one day only',
      policy({ retentionPolicy: retention({ dailySchedule: level(1, 'Days') }), instantRpRetentionRangeInDays: 1 }),
    ],
  ])('%s', (_, given) => {
    expect(judge(given)).toBe('fine');
  });
});

describe('A backup policy is refused', () => {
  test.each([
    ['for another workload', policy({ backupManagementType: 'AzureStorage' }), invalid],
    ['in a time zone nobody knows', policy({ timeZone: 'Middle Earth Standard Time' }), invalid],
    ['at a quarter past', policy({ schedulePolicy: schedule({ scheduleRunTimes: ['2026-01-05T21:15:00Z'] }) }), invalid],
    ['at two times a day', policy({ schedulePolicy: schedule({ scheduleRunTimes: [...time, '2026-01-05T22:00:00Z'] }) }), invalid],
    ['without a retention of daily points', policy({ retentionPolicy: { retentionPolicyType: 'LongTermRetentionPolicy' } }), invalid],
    ['that keeps daily points for less than a week', policy({ retentionPolicy: retention({ dailySchedule: level(6, 'Days') }) }), invalid],
    ['that keeps daily points too long', policy({ retentionPolicy: retention({ dailySchedule: level(10_000, 'Days') }) }), invalid],
    ['that counts daily points in weeks', policy({ retentionPolicy: retention({ dailySchedule: level(30, 'Weeks') }) }), invalid],
    [
      'whose levels have another time than its schedule',
      policy({ schedulePolicy: schedule({ scheduleRunTimes: ['2026-01-05T20:00:00Z'] }) }),
      invalid,
    ],
    [
      'with weekly backups that keeps daily points',
      policy({ ...weekly, retentionPolicy: { ...weeklyRetention, dailySchedule: level(30, 'Days') } }),
      invalid,
    ],
    [
      'with weekly backups that keeps other days',
      policy({
        ...weekly,
        retentionPolicy: { ...weeklyRetention, weeklySchedule: { daysOfTheWeek: ['Monday'], ...level(104, 'Weeks') } },
      }),
      invalid,
    ],
    [
      'with weekly backups that keeps days of the month',
      policy({
        ...weekly,
        retentionPolicy: { ...weeklyRetention, monthlySchedule: { ...byDay, ...level(60, 'Months') } },
      }),
      invalid,
    ],
    [
      'with weekly backups on no day',
      policy({ schedulePolicy: schedule({ scheduleRunFrequency: 'Weekly' }), retentionPolicy: weeklyRetention }),
      invalid,
    ],
    ['that keeps snapshots for six days', policy({ instantRpRetentionRangeInDays: 6 }), invalid],
    [
      'that keeps snapshots longer than points in the vault',
      policy({
        ...enhanced,
        retentionPolicy: retention({ dailySchedule: level(7, 'Days') }),
        instantRpRetentionRangeInDays: 8,
      }),
      'BMSUserErrorInstantRPRetentionExceedsVaultedRetention',
    ],
    ['that calls itself enhanced with a standard schedule', policy({ policyType: 'V2' }), invalid],
    [
      'that runs every five hours',
      policy({
        ...enhanced,
        schedulePolicy: { ...enhanced.schedulePolicy, hourlySchedule: { ...enhanced.schedulePolicy.hourlySchedule, interval: 5 } },
      }),
      invalid,
    ],
  ])('%s', (_, given, code) => {
    expect(judge(given)).toBe(code);
  });

  test('and never breaks the service, whatever is sent', () => {
    fc.assert(
      fc.property(
        fc.object({
          maxDepth: 4,
          key: fc.constantFrom('schedulePolicy', 'retentionPolicy', 'scheduleRunTimes', 'dailySchedule', 'timeZone'),
        }),
        (given) => {
          expect(judge({ ...policy(), ...given })).not.toBe('unexpected');
        },
      ),
    );
  });
});
