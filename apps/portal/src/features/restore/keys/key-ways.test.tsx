// @vitest-environment jsdom
import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { KeyWays } from './key-ways';
import type { KeyForm } from './use-key-form';

const form: KeyForm = {
  offers: [{ way: 'create', reason: undefined }],
  way: 'create',
  setWay: () => undefined,
  targets: [],
  target: null,
  setTarget: () => undefined,
  groups: [{ name: 'KeysRG', location: 'westeurope' }],
  name: 'NewKV',
  group: 'KeysRG',
  change: () => undefined,
  sending: () => () => true,
  error: null,
  whyNot: () => undefined,
  refresh: () => undefined,
  how: () => ({ way: 'recover' }),
};

test('the region of a resource group is called as everywhere else', () => {
  render(<KeyWays form={form} original="OldKV" />);
  expect(screen.getByRole('option').textContent).toBe('KeysRG (West Europe)');
});

test('that a new key vault is reachable from all networks is said before it is made', () => {
  render(<KeyWays form={form} original="OldKV" />);
  expect(screen.getByText(/reachable from all networks, even if the old one was behind a firewall/)).toBeDefined();
});
