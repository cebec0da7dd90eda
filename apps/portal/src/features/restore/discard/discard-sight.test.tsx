// @vitest-environment jsdom
import type { DiscardItem, DiscardPlan } from '@tresor/contracts';
import { cleanup, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { DiscardSight } from './discard-sight';
import { lacking } from '../../../testing/lacking';
import { mount } from '../../../testing/mount';

const SUBSCRIPTION = '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009';
const eligible = [{ role: 'Key Vault Contributor', scope: SUBSCRIPTION }];
const missing = lacking(`${SUBSCRIPTION}/resourceGroups/KeyVaultRG`, { roles: ['Key Vault Contributor'], eligible });
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
  mount(<DiscardSight plan={plan({ items: [keyVault('OneKV'), keyVault('OtherKV')] })} />);
  const words = screen.getAllByText(/You’re missing a right on “KeyVaultRG”/);
  expect(words).toHaveLength(1);
  expect(words[0]?.textContent).toContain('You can activate the role Key Vault Contributor on “Subscription” yourself');
});

test('what may lie out of sight is said, and nothing where all is seen', () => {
  const toSee = lacking(SUBSCRIPTION);
  const { container } = mount(<DiscardSight plan={plan({ unseen: ['network-interface', 'public-ip'], toSee })} />);
  expect(container.textContent).toContain('You don’t see network interfaces and public IP addresses everywhere in the subscription.');
  expect(container.textContent).toContain('The smallest role that includes it: Reader.');
  cleanup();
  expect(mount(<DiscardSight plan={plan({})} />).container.textContent).toBe('');
});
