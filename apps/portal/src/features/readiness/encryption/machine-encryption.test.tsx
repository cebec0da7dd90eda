// @vitest-environment jsdom
import { machinePath, type MachineEncryption as MachineEncryptionView } from '@tresor/contracts';
import { cleanup, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { machineEncryptionQuery, subscriptionsQuery, vaultsQuery } from '../../../api/queries';
import { paths } from '../../../map/paths';
import { knownOnly, mount } from '../../../testing/mount';
import { armId, SUBSCRIPTION } from '../../../testing/places';
import { virtualMachineOf } from '../../../testing/virtual-machine';
import MachineEncryption from './machine-encryption.blade';

const KEY_VAULT = armId('Microsoft.KeyVault/vaults', 'FinanceKV');
const FABRIKAM = '00000000-0000-4000-8000-00000000000f';
const path = machinePath.parse({ subscriptionId: SUBSCRIPTION, vmGroup: 'rg', vmName: 'FinanceVM1' });

interface Shown {
  kind?: 'bek' | 'bek-kek';
  disks?: MachineEncryptionView['disks'];
  customerTenantId?: string | null;
}

function show({ kind = 'bek-kek', disks = [], customerTenantId = null }: Shown = {}) {
  const client = knownOnly();
  client.setQueryData(vaultsQuery().queryKey, []);
  const subscription = { subscriptionId: SUBSCRIPTION, name: 'Fabrikam Production', state: 'Enabled', customerTenantId };
  client.setQueryData(subscriptionsQuery().queryKey, [subscription]);
  client.setQueryData(machineEncryptionQuery(path).queryKey, {
    machine: virtualMachineOf('FinanceVM1', { encryption: { kind, pass: 'single', keyVaultIds: [KEY_VAULT] } }),
    agent: null,
    disks,
    keyChain: null,
    keyVaults: [
      {
        id: KEY_VAULT,
        name: 'FinanceKV',
        location: 'westeurope',
        state: 'lacking',
        model: 'rbac',
        held: [],
        lacking: [],
        takesEffectBy: null,
        enabledForDiskEncryption: true,
      },
    ],
  });
  mount(<MachineEncryption />, { client, address: paths.encryptionInReadiness(path), path: '/readiness/:subscriptionId/:vmGroup/:vmName' });
}

test('access to a key vault can be granted before there is a Recovery Services vault', () => {
  show();
  expect(screen.getByRole('link', { name: 'Check and grant access to FinanceKV' }).getAttribute('href')).toBe(
    paths.estateKeyVault(KEY_VAULT),
  );
});

test('a machine is called unprotected only by the vaults that one sees', () => {
  show();
  expect(screen.getByText('not protected by any vault that you can see')).toBeDefined();
});

const ofCustomer = () => screen.queryByText(/^Only the customer can run this script: it creates a key in their key vault/);

test('in a subscription that a customer has delegated the script that creates a key is left to the customer', () => {
  const disks = [{ name: 'FinanceVM1-os', role: 'os' as const, sizeGiB: 127, state: 'encrypted' as const, diskEncryptionSet: null }];
  show({ kind: 'bek', disks, customerTenantId: FABRIKAM });
  expect(ofCustomer()).not.toBeNull();
  cleanup();
  show({ kind: 'bek', disks });
  expect(screen.getByRole('textbox', { name: 'Encrypt with a key (KEK)' })).toBeDefined();
  expect(ofCustomer()).toBeNull();
});
