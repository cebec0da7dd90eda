import { describe, expect, test } from 'vitest';
import type { PolicyForm } from '../../../kept/new-policy-draft';
import { faultsOf, fieldOf, formOf, freshForm, isSame, policyOf, readyPolicy, seenOf } from './policy-form';

const form: PolicyForm = { ...freshForm('W. Europe Standard Time'), name: 'Nightly' };
const faults = (change: Partial<PolicyForm>) =>
  faultsOf({ ...form, ...change }, '2017-01').map(({ formField, code }) => `${formField}: ${code}`);

describe('the form of a new policy', () => {
  test('lacks nothing but a name when it is fresh', () => {
    expect(faults({})).toEqual([]);
    expect(faults({ name: '' })).toEqual(['name: name-malformed']);
  });

  test('marks the field a fault belongs to', () => {
    expect(faults({ daily: { kept: true, count: '3' } })).toEqual(['daily.count: count-out-of-range']);
    expect(faults({ monthly: { ...form.monthly, days: [] } })).toEqual(['monthly.days: nothing-chosen']);
    expect(faults({ yearly: { ...form.yearly, basis: 'day', dates: [] } })).toEqual(['yearly.dates: nothing-chosen']);
    expect(faults({ timeZone: '' })).toEqual(['timeZone: time-zone-missing']);
  });

  test('takes no half numbers and no words for a count', () => {
    for (const count of ['', '7.5', 'many', '-8', '1e3']) {
      expect(faults({ daily: { kept: true, count } })).toEqual(['daily.count: count-out-of-range']);
    }
  });

  test('sends no daily points with a weekly schedule, and always the weekly ones', () => {
    const weekly = policyOf({ ...form, frequency: 'weekly', weekly: { ...form.weekly, kept: false } });
    expect(weekly.retention.daily).toBeNull();
    expect(weekly.retention.weekly).toEqual({ count: 104, days: ['Sunday'] });
  });

  test('refuses to keep points of days without a backup', () => {
    expect(faults({ frequency: 'weekly', scheduleDays: ['Monday'] })).toEqual([
      'weekly.days: day-not-scheduled',
      'monthly.days: day-not-scheduled',
      'yearly.days: day-not-scheduled',
    ]);
    expect(faults({ frequency: 'weekly', monthly: { ...form.monthly, basis: 'day' } })).toEqual([
      'monthly.basis: day-based-needs-daily-schedule',
    ]);
  });

  test('leaves out the levels that are not kept, and keeps what was typed in them', () => {
    const monthly = { ...form.monthly, kept: false, count: 'many' };
    expect(faults({ monthly })).toEqual([]);
    expect(readyPolicy({ ...form, monthly }, 'current')?.retention.monthly).toBeNull();
  });

  test('has a policy to send only without faults', () => {
    expect(readyPolicy(form, '2017-01')).toMatchObject({ name: 'Nightly', schedule: { frequency: 'daily', time: '05:30' } });
    expect(readyPolicy({ ...form, name: 'ä' }, '2017-01')).toBeNull();
  });

  test('finds the place for the paths the server names', () => {
    expect(fieldOf('policy.name')).toBe('name');
    expect(fieldOf('policy.retention.monthly.on.dates')).toBe('monthly.dates');
    expect(fieldOf('policy.something')).toBe('retention');
  });

  test('has the policy back that it was filled from', () => {
    const hourly: PolicyForm = { ...form, kind: 'enhanced', frequency: 'hourly', snapshotDays: '9' };
    const weekly: PolicyForm = { ...form, frequency: 'weekly', yearly: { ...form.yearly, kept: false } };
    for (const before of [form, hourly, weekly]) {
      const policy = readyPolicy(before, 'current');
      const again = policy && formOf(policy.name, policy);
      expect(again && isSame(again, before)).toBe(true);
    }
  });

  test('leaves what a policy said as it was, though the form would say it otherwise or not at all', () => {
    const weekly = { ...policyOf({ ...form, frequency: 'weekly' }), instantRestoreDays: 3, protectedItems: 0 };
    expect(seenOf(weekly)).toMatchObject({ instantRestoreDays: 3 });
    expect(readyPolicy(formOf(weekly.name, weekly), 'current')?.instantRestoreDays).toBe(5);
    const short = { ...policyOf({ ...form, daily: { kept: true, count: '5' } }), instantRestoreDays: null, protectedItems: 0 };
    expect(seenOf(short)).toMatchObject({ retention: { daily: { count: 5 } }, instantRestoreDays: null });
    expect(readyPolicy(formOf(short.name, short), 'current')).toBeNull();
  });

  test('keeps as many snapshots as are usual until somebody says otherwise', () => {
    expect(policyOf(form).instantRestoreDays).toBe(2);
    expect(policyOf({ ...form, frequency: 'weekly' }).instantRestoreDays).toBe(5);
    expect(policyOf({ ...form, frequency: 'weekly', snapshotDays: '3' }).instantRestoreDays).toBe(5);
    expect(policyOf({ ...form, kind: 'enhanced' }).instantRestoreDays).toBe(7);
    expect(policyOf({ ...form, snapshotDays: '3' }).instantRestoreDays).toBe(3);
    expect(faults({ snapshotDays: 'some' })).toEqual(['snapshotDays: count-out-of-range']);
  });

  test('offers several backups a day where the edition and the sub type do', () => {
    const hourly = { ...form, frequency: 'hourly' } as const;
    expect(faults({ frequency: 'hourly' })).toEqual(['frequency: hourly-needs-enhanced']);
    expect(faultsOf({ ...hourly, kind: 'enhanced' }, 'current')).toEqual([]);
    expect(faultsOf({ ...hourly, kind: 'enhanced', forHours: '' }, 'current').map(({ formField }) => formField)).toEqual(['forHours']);
  });
});
