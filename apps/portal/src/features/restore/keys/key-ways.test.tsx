// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { subscriptionsQuery } from '../../../api/queries';
import { knownOnly, mount } from '../../../testing/mount';
import { armId, SUBSCRIPTION } from '../../../testing/places';
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

test.each(['no-rights', 'no-role', 'firewalled'] as const)(
  '%s: in a customer’s key vault only the customer can bring keys back',
  (reason) => {
    const target = { id: armId('Microsoft.KeyVault/vaults', 'FabrikamKV'), name: 'FabrikamKV', location: 'westeurope', reason };
    const said = (customerTenantId: string | null) => {
      const client = knownOnly();
      const subscription = { subscriptionId: SUBSCRIPTION, name: 'Production', state: 'Enabled', customerTenantId };
      client.setQueryData(subscriptionsQuery().queryKey, [subscription]);
      const { container } = mount(<KeyWays form={{ ...form, way: 'restore', targets: [target] }} original="OldKV" />, { client });
      return container.innerHTML;
    };
    expect(said('fabrikam')).toMatch(/whatever role you have\. Only the customer can do this\./);
    cleanup();
    expect(said(null)).not.toMatch(/customer/);
  },
);
