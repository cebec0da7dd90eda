// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { isFilledIn, planDrafts } from './plan-draft';

const empty = planDrafts.read('trial');

test.each([
  { moment: 'newest' },
  { target: 'isolated' },
  { edition: '2017-01' },
  { rto: '60' },
  { tagObjectives: [{ name: 'env', value: null, rto: '', rpo: '' }] },
  { selected: [] },
] as const)('leaving a new plan asks about %o, too', (entry) => {
  expect(isFilledIn({ ...empty, ...entry })).toBe(true);
});

test('what nobody filled in is left without a question', () => {
  expect(isFilledIn(empty)).toBe(false);
  expect(isFilledIn({ ...empty, planId: '1c6f0d5e-8a0f-4c27-9d0c-0a4f0c8f6d11' })).toBe(false);
});
