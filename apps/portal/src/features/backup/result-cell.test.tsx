// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import type { ProtectionResult } from '@tresor/contracts';
import { expect, test } from 'vitest';
import { mount } from '../../testing/mount';
import { ResultCell } from './result-cell';

const refused: ProtectionResult = {
  vmId: '/subscriptions/s/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/VM1',
  vmName: 'VM1',
  state: 'refused',
  ruleId: null,
  azureCode: null,
  azureMessage: null,
  recommendation: null,
  jobId: null,
  checkedUntil: null,
};

const show = (result: Partial<ProtectionResult>) =>
  mount(<ResultCell result={{ ...refused, ...result }} />, {
    address: '/vaults/f2edfd5d-5496-4683-b94f-b3588c579009/rg/vault',
    path: '/vaults/:subscriptionId/:resourceGroup/:vaultName',
  });

test.each(['RequestDisallowedByPolicy', 'UserErrorRequestDisallowedByPolicy'])(
  'what a policy forbids is told with what to do, and with Azure’s words, which alone name the policy (%s)',
  (azureCode) => {
    show({ azureCode, azureMessage: "Resource 'VM1' was disallowed by policy. Policy: 'Only in Europe'." });
    expect(screen.getByText(/^Ask for the policy to be changed or for an exemption/)).toBeDefined();
    expect(screen.getByText(/Only in Europe/)).toBeDefined();
  },
);

test('of a code that says it all Azure’s words are left out', () => {
  show({ azureCode: 'AzureVmOffline', azureMessage: 'The VM is offline.' });
  expect(screen.queryByText(/The VM is offline/)).toBeNull();
});

test.each([{ ruleId: 'protected-by-another-vault' }, { azureCode: 'VirtualMachineAlreadyProtected' }])(
  'of a machine that a vault has already, the way leads to where that vault is named (%o)',
  (why) => {
    show(why);
    expect(screen.getByRole('link', { name: 'Show which vault backs it up' }).getAttribute('href')).toContain('VM1');
  },
);
