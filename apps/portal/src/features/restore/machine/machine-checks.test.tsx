// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, test } from 'vitest';
import { mount } from '../../../testing/mount';
import { MachineChecks } from './machine-checks';

const show = (checks: ReactNode) =>
  mount(checks, {
    address: '/vaults/f2edfd5d-5496-4683-b94f-b3588c579009/rg/vault',
    path: '/vaults/:subscriptionId/:resourceGroup/:vaultName',
  });

test.each([
  [true, 'name, size, quota, subnet, rights, key vault.'],
  [false, 'name, size, quota, subnet, rights.'],
])('what was checked beforehand names the key vault only where there is one to look at (encrypted: %s)', (encrypted, names) => {
  show(<MachineChecks checks={[]} standing="checking" about={{}} encrypted={encrypted} />);
  expect(screen.getByText(/^Nothing is in the way/).textContent).toBe(
    `Nothing is in the way, as far as Tresor can see beforehand: ${names}`,
  );
});

test('a policy that forbids the machine is told by name, and not that nothing is in the way', () => {
  const scope = '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/RG';
  show(<MachineChecks checks={[]} denied={[{ name: 'Allowed sizes', scope }]} standing="checking" about={{}} encrypted={false} />);
  expect(screen.getByText(/^A policy \(Azure Policy\) forbids “Create virtual machine”: “Allowed sizes”, assigned at: RG/)).toBeDefined();
  expect(screen.queryByText(/^Nothing is in the way/)).toBeNull();
});
