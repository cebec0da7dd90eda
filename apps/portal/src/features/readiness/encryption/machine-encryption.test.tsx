// @vitest-environment jsdom
import { machinePath } from '@tresor/contracts';
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { machineEncryptionQuery, vaultsQuery } from '../../../api/queries';
import { paths } from '../../../map/paths';
import { knownOnly, mount } from '../../../testing/mount';
import { armId, SUBSCRIPTION } from '../../../testing/places';
import { virtualMachineOf } from '../../../testing/virtual-machine';
import MachineEncryption from './machine-encryption.blade';

const KEY_VAULT = armId('Microsoft.KeyVault/vaults', 'FinanceKV');
const path = machinePath.parse({ subscriptionId: SUBSCRIPTION, vmGroup: 'rg', vmName: 'FinanceVM1' });

function show() {
  const client = knownOnly();
  client.setQueryData(vaultsQuery().queryKey, []);
  client.setQueryData(machineEncryptionQuery(path).queryKey, {
    machine: virtualMachineOf('FinanceVM1', { encryption: { kind: 'bek-kek', pass: 'single', keyVaultIds: [KEY_VAULT] } }),
    agent: null,
    disks: [],
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
