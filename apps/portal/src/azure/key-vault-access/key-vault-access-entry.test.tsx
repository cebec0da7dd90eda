// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import type { KeyVaultAccess } from '@tresor/contracts';
import { expect, test } from 'vitest';
import { edition } from '../../kept/edition';
import { mount } from '../../testing/mount';
import { KeyVaultAccessEntry } from './key-vault-access-entry';

const half: KeyVaultAccess = {
  id: '/subscriptions/s/resourceGroups/KeyVaultRG/providers/Microsoft.KeyVault/vaults/HalfPolicyKV',
  name: 'HalfPolicyKV',
  location: 'westeurope',
  state: 'lacking',
  model: 'access-policy',
  held: ['keys/get', 'keys/list', 'keys/backup', 'secrets/get', 'secrets/list'],
  lacking: ['secrets/backup'],
  takesEffectBy: null,
  enabledForDiskEncryption: true,
};

function show(access: KeyVaultAccess) {
  mount(<KeyVaultAccessEntry access={access} href="/key-vault" />);
}

test('what only today’s service asks for is missing by the rules of 2017, too, and is said to be so', () => {
  edition.set('2017-01');
  show(half);
  expect(screen.getByText(/Missing: back up secrets\. Today’s service requires this; the January 2017 service didn’t\./)).toBeTruthy();
});

test('of what was always asked for nothing is said of today', () => {
  edition.set('2017-01');
  show({ ...half, lacking: ['secrets/get', 'secrets/backup'] });
  expect(screen.queryByText(/Today’s service/)).toBeNull();
});
