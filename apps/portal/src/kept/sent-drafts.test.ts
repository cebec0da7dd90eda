// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { adeleIsHere } from '../testing/adele';
import { itemOf, VAULT } from '../testing/places';
import type { PolicyForm } from './new-policy-draft';
import { useBackupDraft, useNewPolicyDraft } from './use-backup-draft';
import { useBackUpNowDraft, useRestoreDraft } from './use-item-drafts';

beforeEach(adeleIsHere);
const point = { id: '77', time: '2017-01-18T23:30:00Z', encrypted: true, managedDisks: false };

test('a restore that has begun takes what was chosen for it, and nothing that was chosen since', () => {
  const { result } = renderHook(() => useRestoreDraft(itemOf('VM1')));
  act(() => result.current.choose({ point }));
  const first = { intentId: result.current.intentId('current'), jobId: 'first' };
  act(() => result.current.choose({ point: { ...point, id: '78' } }));
  expect(result.current.begin(first)).toBe(false);
  expect([result.current.draft.point?.id, result.current.draft.begun]).toEqual(['78', null]);
  const second = { intentId: result.current.intentId('current'), jobId: 'second' };
  act(() => expect(result.current.begin(second)).toBe(true));
  expect([result.current.draft.point, result.current.draft.begun]).toEqual([null, second]);
});

test('a day that is entered while a backup until another one is on its way stays', () => {
  const { result } = renderHook(() => useBackUpNowDraft(itemOf('VM2')));
  act(() => result.current.choose('2017-02-17'));
  const first = result.current.sending();
  act(() => result.current.choose('2017-03-17'));
  act(() => expect(first.done()).toBe(false));
  expect(result.current.draft.retainUntil).toBe('2017-03-17');
  const second = result.current.sending();
  expect(second.intentId).not.toBe(first.intentId);
  act(() => expect(second.done()).toBe(true));
  expect(result.current.draft.retainUntil).toBeNull();
});

const kept = { kept: false, count: '' };
const monthDay = { ...kept, basis: 'week' as const, weeks: [], days: [], dates: [] };
const weekly: PolicyForm = {
  name: 'Weekly',
  kind: 'standard',
  frequency: 'weekly',
  scheduleDays: ['Sunday'],
  time: '23:30',
  everyHours: '4',
  forHours: '12',
  timeZone: 'UTC',
  daily: kept,
  weekly: { ...kept, days: [] },
  monthly: monthDay,
  yearly: { ...monthDay, months: [] },
  snapshotDays: null,
};

test('the choices of the next backup stay when the one before was enabled, and so does a policy that was begun since', () => {
  const { result } = renderHook(() => ({ backup: useBackupDraft(VAULT), policy: useNewPolicyDraft(VAULT) }));
  act(() => result.current.backup.choose({ goalChosen: true, policyName: 'Daily' }));
  const { done } = result.current.backup.sending('current');
  act(() => result.current.backup.choose({ policyName: 'Weekly' }));
  act(() => result.current.policy.keep(weekly));
  act(done);
  expect([result.current.backup.draft.policyName, result.current.policy.form]).toEqual(['Weekly', weekly]);
});
