import { expect, it } from 'vitest';
import type { PolicyDraftShape } from './policy-draft';
import { isWeakerPolicy } from './weaker-policy';

type Terms = Pick<PolicyDraftShape, 'kind' | 'schedule' | 'retention' | 'instantRestoreDays'>;

const before: Terms = {
  kind: 'standard',
  schedule: { frequency: 'daily', time: '22:00' },
  retention: { daily: { count: 30 }, weekly: { count: 4, days: ['Sunday'] }, monthly: null, yearly: null },
  instantRestoreDays: 2,
};

const weekly = (...days: ('Monday' | 'Thursday' | 'Sunday')[]): Terms['schedule'] => ({ frequency: 'weekly', time: '22:00', days });
const hourly = (everyHours: number, forHours: number): Terms['schedule'] => ({ frequency: 'hourly', time: '08:00', everyHours, forHours });

it.each<[string, Partial<Terms>, boolean]>([
  ['the same', {}, false],
  ['another hour', { schedule: { frequency: 'daily', time: '03:00' } }, false],
  ['more days', { retention: { ...before.retention, daily: { count: 31 } } }, false],
  ['fewer days', { retention: { ...before.retention, daily: { count: 29 } } }, true],
  ['a level less', { retention: { ...before.retention, weekly: null } }, true],
  ['a level more', { retention: { ...before.retention, yearly: null, monthly: { count: 1, on: { basis: 'day', dates: [1] } } } }, false],
  ['snapshots for less time', { instantRestoreDays: 1 }, true],
  ['backups on some days only', { schedule: weekly('Monday', 'Thursday') }, true],
  ['backups many times a day', { schedule: hourly(4, 12) }, false],
])('a policy with %s is judged', (_, change, weaker) => {
  expect(isWeakerPolicy({ ...before, ...change }, before)).toBe(weaker);
});

it('where Azure does not say how long snapshots are kept, it is as long as is usual', () => {
  const untold = { ...before, instantRestoreDays: null };
  expect(isWeakerPolicy({ ...before, instantRestoreDays: 2 }, untold)).toBe(false);
  expect(isWeakerPolicy({ ...before, instantRestoreDays: 1 }, untold)).toBe(true);
});

const of = (schedule: Terms['schedule']) => ({ ...before, schedule });

it('the longest pause counts, over the end of the week and over the night', () => {
  expect(isWeakerPolicy(of(weekly('Monday', 'Sunday')), of(weekly('Monday', 'Thursday')))).toBe(true);
  expect(isWeakerPolicy(of(weekly('Monday', 'Thursday', 'Sunday')), of(weekly('Monday', 'Thursday')))).toBe(false);
  expect(isWeakerPolicy(of(hourly(4, 8)), of(hourly(4, 12)))).toBe(true);
  expect(isWeakerPolicy(of(hourly(6, 20)), of(hourly(4, 20)))).toBe(true);
  // Every eight hours for fifteen: the last run of a day is after eight.
  expect(isWeakerPolicy(of(hourly(8, 15)), of(hourly(12, 12)))).toBe(true);
});
