import { describe, expect, it } from 'vitest';
import type { Edition } from '../facts';
import type { PolicyDraftShape } from './policy-draft';
import { checkPolicy, countRecoveryPoints, hasAllPolicies } from './policy-limits';

const daily: PolicyDraftShape = {
  name: 'DefaultPolicy',
  kind: 'standard',
  timeZone: 'W. Europe Standard Time',
  schedule: { frequency: 'daily', time: '00:30' },
  retention: {
    daily: { count: 180 },
    weekly: { count: 104, days: ['Sunday'] },
    monthly: { count: 60, on: { basis: 'week', weeks: ['First'], days: ['Sunday'] } },
    yearly: { count: 10, months: ['January'], on: { basis: 'week', weeks: ['First'], days: ['Sunday'] } },
  },
  instantRestoreDays: 2,
};

const weekly: PolicyDraftShape = {
  ...daily,
  schedule: { frequency: 'weekly', time: '19:00', days: ['Sunday', 'Wednesday'] },
  retention: { daily: null, weekly: { count: 12, days: ['Sunday'] }, monthly: null, yearly: null },
  instantRestoreDays: 5,
};

const hourly: PolicyDraftShape = {
  ...daily,
  kind: 'enhanced',
  schedule: { frequency: 'hourly', time: '08:00', everyHours: 4, forHours: 12 },
  instantRestoreDays: 7,
};

const faults = (draft: PolicyDraftShape, edition: Edition = '2017-01') =>
  checkPolicy(draft, edition).map(({ field, code }) => `${field}: ${code}`);

const keepDaily = (count: number) =>
  checkPolicy({ ...daily, retention: { ...weekly.retention, daily: { count }, weekly: null } }, 'current');

const keepMonthlyOn = (dates: number[]): PolicyDraftShape => ({
  ...daily,
  retention: { ...daily.retention, monthly: { count: 1, on: { basis: 'day', dates } } },
});

describe('a daily policy', () => {
  it('with the four levels of the documentation has no fault', () => {
    expect(faults(daily)).toEqual([]);
  });

  it('must keep its daily points', () => {
    expect(faults({ ...daily, retention: { ...daily.retention, daily: null } })).toEqual(['retention.daily: level-required']);
  });

  it('keeps daily points for 7 to 9,999 days', () => {
    expect(keepDaily(7)).toEqual([]);
    expect(keepDaily(9999)).toEqual([]);
    expect(keepDaily(6)).toEqual([{ field: 'retention.daily.count', code: 'count-out-of-range', limits: { min: 7, max: 9999 } }]);
    expect(keepDaily(7.5)).toHaveLength(1);
  });

  it('runs on the hour or half hour', () => {
    expect(faults({ ...daily, schedule: { frequency: 'daily', time: '12:15' } })).toEqual(['schedule.time: time-not-on-half-hour']);
    expect(faults({ ...daily, schedule: { frequency: 'daily', time: '24:00' } })).toEqual(['schedule.time: time-not-on-half-hour']);
  });

  it('may keep monthly points by calendar day, 0 being the last', () => {
    expect(faults(keepMonthlyOn([0, 28]))).toEqual([]);
    expect(faults(keepMonthlyOn([29]))).toEqual(['retention.monthly.on.dates: date-out-of-range']);
    expect(faults(keepMonthlyOn([]))).toEqual(['retention.monthly.on.dates: nothing-chosen']);
  });

  it('may not keep more points than an item can have', () => {
    const retention = { ...daily.retention, daily: { count: 9999 } };
    expect(countRecoveryPoints({ ...daily, retention })).toBe(9999 + 104 + 60 + 10);
    expect(faults({ ...daily, retention })).toEqual(['retention: too-many-recovery-points']);
  });
});

describe('a weekly policy', () => {
  it('has no fault without daily points', () => {
    expect(faults(weekly)).toEqual([]);
  });

  it('has no daily points and must keep weekly ones', () => {
    const retention = { ...weekly.retention, daily: { count: 30 }, weekly: null };
    expect(faults({ ...weekly, retention })).toEqual(['retention.daily: level-not-allowed', 'retention.weekly: level-required']);
  });

  it('needs a day, and keeps only points of its days', () => {
    expect(faults({ ...weekly, schedule: { frequency: 'weekly', time: '19:00', days: [] } })).toContain('schedule.days: nothing-chosen');
    const retention = { ...weekly.retention, weekly: { count: 12, days: ['Monday' as const] } };
    expect(faults({ ...weekly, retention })).toEqual(['retention.weekly.days: day-not-scheduled']);
  });

  it('cannot keep points by calendar day', () => {
    const retention = { ...weekly.retention, monthly: { count: 1, on: { basis: 'day' as const, dates: [1] } } };
    expect(faults({ ...weekly, retention })).toEqual(['retention.monthly.on: day-based-needs-daily-schedule']);
  });
});

describe('snapshots for instant restore', () => {
  it('are kept one to five days, and five days with a weekly schedule', () => {
    for (const instantRestoreDays of [1, 5]) expect(faults({ ...daily, instantRestoreDays })).toEqual([]);
    expect(faults({ ...daily, instantRestoreDays: 6 })).toEqual(['instantRestoreDays: count-out-of-range']);
    expect(faults({ ...weekly, instantRestoreDays: 2 })).toEqual(['instantRestoreDays: count-out-of-range']);
  });

  it('are not kept longer than the daily points', () => {
    const retention = { ...daily.retention, daily: { count: 7 } };
    expect(faults({ ...hourly, retention, instantRestoreDays: 8 }, 'current')).toEqual([
      'instantRestoreDays: snapshots-outlast-daily-points',
    ]);
  });
});

const every = (everyHours: number, instantRestoreDays: number) =>
  faults({ ...hourly, schedule: { frequency: 'hourly', time: '08:00', everyHours, forHours: 12 }, instantRestoreDays }, 'current');

describe('an enhanced policy', () => {
  it('is offered today, and was not in January 2017', () => {
    expect(faults(hourly, 'current')).toEqual([]);
    expect(faults(hourly)).toEqual(['kind: kind-not-offered']);
  });

  it('alone backs up several times a day', () => {
    expect(faults({ ...hourly, kind: 'standard', instantRestoreDays: 2 }, 'current')).toEqual([
      'schedule.frequency: hourly-needs-enhanced',
    ]);
  });

  it('keeps fewer snapshots the more often it runs', () => {
    expect([every(4, 17), every(6, 22), every(8, 30), every(12, 30)]).toEqual([[], [], [], []]);
    for (const [hours, days] of [
      [4, 18],
      [6, 23],
      [8, 31],
    ] as const)
      expect(every(hours, days)).toEqual(['instantRestoreDays: count-out-of-range']);
  });

  it('runs every 4, 6, 8 or 12 hours, for 4 to 23 hours, from 19:30 at the latest', () => {
    expect(every(5, 7)).toEqual(['schedule.everyHours: interval-not-offered']);
    const schedule = { frequency: 'hourly', time: '20:00', everyHours: 4, forHours: 24 } as const;
    expect(faults({ ...hourly, schedule }, 'current')).toEqual(['schedule.time: start-too-late', 'schedule.forHours: count-out-of-range']);
  });

  it('must keep its daily points, and counts its snapshots', () => {
    expect(faults({ ...hourly, retention: { ...hourly.retention, daily: null } }, 'current')).toEqual(['retention.daily: level-required']);
    expect(countRecoveryPoints(hourly) - countRecoveryPoints(daily)).toBe(3 * 7);
  });
});

describe('the name of a policy', () => {
  it.each(['Täglich', '7days', 'ab', 'name-', 'two words', ''])('cannot be "%s"', (name) => {
    expect(faults({ ...daily, name })).toEqual(['name: name-malformed']);
  });

  it.each(['abc', 'Daily-7pm', 'A'.repeat(150)])('can be "%s"', (name) => {
    expect(faults({ ...daily, name })).toEqual([]);
  });
});

it('a vault takes 200 policies today; of January 2017 no number is known', () => {
  expect([199, 200, 201].map((count) => hasAllPolicies(count, 'current'))).toEqual([false, true, true]);
  expect(hasAllPolicies(10_000, '2017-01')).toBe(false);
});
