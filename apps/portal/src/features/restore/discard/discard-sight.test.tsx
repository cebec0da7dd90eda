// @vitest-environment jsdom
import type { DiscardItem, DiscardPlan } from '@tresor/contracts';
import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { DiscardSight } from './discard-sight';

const SUBSCRIPTION = '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009';
const eligible = [{ role: 'Key Vault Contributor', scope: SUBSCRIPTION }];
const missing = {
  scope: `${SUBSCRIPTION}/resourceGroups/KeyVaultRG`,
  actions: ['delete'],
  roles: ['Key Vault Contributor'],
  eligible,
  takesEffectBy: null,
};
const keyVault = (name: string): DiscardItem => ({
  kind: 'key-vault',
  name,
  place: 'KeyVaultRG',
  bytes: null,
  reason: 'no-right',
  missing,
  staysDays: null,
});
const plan = (change: Partial<DiscardPlan>): DiscardPlan => ({ state: 'ready', items: [], unseen: [], toSee: null, ...change });

test('what keeps things is said once, with the role that may be activated', () => {
  render(<DiscardSight plan={plan({ items: [keyVault('OneKV'), keyVault('OtherKV')] })} />);
  const words = screen.getAllByText(/You’re missing a right on “KeyVaultRG”/);
  expect(words).toHaveLength(1);
  expect(words[0]?.textContent).toContain('You can activate the role Key Vault Contributor on “Subscription” yourself');
});

test('what may lie out of sight is said, and nothing where all is seen', () => {
  const toSee = { scope: SUBSCRIPTION, actions: ['read'], roles: ['Reader'], eligible: [], takesEffectBy: null };
  const { container, rerender } = render(<DiscardSight plan={plan({ unseen: ['network-interface', 'public-ip'], toSee })} />);
  expect(container.textContent).toContain('You don’t see network interfaces and public IP addresses everywhere in the subscription.');
  expect(container.textContent).toContain('The smallest role that includes it: Reader.');
  rerender(<DiscardSight plan={plan({})} />);
  expect(container.textContent).toBe('');
});
