// @vitest-environment jsdom
import { render } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { setLanguage } from '../../language/language';
import { PoliciesNotice } from './policies-notice';

afterEach(() => {
  setLanguage('en');
});

const policies = [
  { name: 'Only in Europe', scope: '/subscriptions/s' },
  { name: 'Cost center', scope: '/subscriptions/s/resourceGroups/BackupRG' },
];

test.each([
  ['de', /verbietet das so: „Only in Europe“, zugewiesen an: Abonnement\..*„Cost center“, zugewiesen an: BackupRG\./],
  ['en', /forbids this: “Only in Europe”, assigned at: Subscription\..*“Cost center”, assigned at: BackupRG\./],
] as const)('what policies forbid is told by name and place (%s)', (language, words) => {
  setLanguage(language);
  expect(render(<PoliciesNotice found={{ policies, areSeen: true }} />).container.textContent).toMatch(words);
});

test('nothing is said where nothing is forbidden, or known yet; that it cannot be seen is', () => {
  setLanguage('en');
  const { container, rerender } = render(<PoliciesNotice found={undefined} />);
  expect(container.textContent).toBe('');
  rerender(<PoliciesNotice found={{ policies: [], areSeen: true }} />);
  expect(container.textContent).toBe('');
  rerender(<PoliciesNotice found={{ policies: [], areSeen: false }} />);
  expect(container.textContent).toMatch(/^You can’t see whether policies/);
});
