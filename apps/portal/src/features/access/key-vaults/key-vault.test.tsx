// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react';
import { keyVaultPath, keyVaultView } from '@tresor/contracts';
import { neededKeyVaultPermissions } from '@tresor/support-matrix';
import { Route, Routes } from 'react-router';
import { beforeEach, expect, test } from 'vitest';
import { grantPoliciesQuery } from '../../../api/queries';
import { virtualMachinesQuery } from '../../../api/virtual-machines-query';
import { DirtyBlades } from '../../../blades/leave-guard';
import { StackProvider } from '../../../blades/stack-context';
import { adeleWasHere } from '../../../testing/adele';
import { knownOnly, mount } from '../../../testing/mount';
import KeyVaultBlade from './key-vault.blade';

beforeEach(adeleWasHere);
const path = keyVaultPath.parse({ subscriptionId: 'f2edfd5d-5496-4683-b94f-b3588c579009', resourceGroup: 'rg', keyVaultName: 'FarmKV' });
const id = `/subscriptions/${path.subscriptionId}/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/FarmKV`;

/** The service may read the secrets here, and no keys. */
const view = keyVaultView.parse({
  id,
  name: 'FarmKV',
  state: 'there',
  serviceAppId: null,
  details: {
    location: 'westeurope',
    model: 'rbac',
    enabledForDiskEncryption: true,
    network: 'open',
    serviceId: '00000000-0000-4000-8000-000000000001',
    access: { policy: null, roles: [] },
    held: ['secrets/get', 'secrets/list', 'secrets/backup'],
    takesEffectBy: null,
    otherPolicies: 0,
    missingToGrant: [],
    missingToDefineRole: [],
    stamp: '1',
    grants: [],
  },
});

/** One machine without a KEK uses it, or several, as far as the machines are read. */
function show(complete: boolean, shown = view, users = ['WebVM1'], client = knownOnly()) {
  client.setQueryData(['key-vaults', path], shown);
  client.setQueryData([...virtualMachinesQuery().queryKey], {
    total: complete ? users.length : 5_000,
    rows: users.map((name) => ({ name, encryption: { kind: 'bek', pass: 'dual', keyVaultIds: [id.toUpperCase()] } })),
    complete,
  });
  mount(
    <StackProvider
      value={{
        first: 0,
        last: 0,
        leading: 0,
        windows: { folded: new Set<number>(), maximized: undefined },
        setWindows: () => undefined,
        blades: [],
      }}
    >
      <DirtyBlades value={new Map()}>
        <Routes>
          <Route path="/:kvSubscription/:kvGroup/:kvName" element={<KeyVaultBlade />} />
        </Routes>
      </DirtyBlades>
    </StackProvider>,
    { client, address: `/${path.subscriptionId}/rg/FarmKV` },
  );
}

const ENOUGH = 'Azure Backup has all the permissions it needs here.';

test('until every machine is read, nobody knows who uses a key vault, and access to the keys counts as needed', () => {
  show(false);
  expect(screen.getByText('still being read')).toBeDefined();
  expect(screen.queryByText(ENOUGH)).toBeNull();
});

test('once they are, those that use it are named, and what none of them needs is not asked for', () => {
  show(true);
  expect(screen.getByText('WebVM1')).toBeDefined();
  expect(screen.getByText(ENOUGH)).toBeDefined();
});

test('of a hundred machines some are named, and the others are a press away', () => {
  const users = Array.from({ length: 100 }, (_, place) => `WebVM${place + 1}`);
  show(true, view, users);
  expect(screen.getByText(/WebVM10, and 90 more$/)).toBeDefined();
  expect(screen.queryByText('WebVM57')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Show all 100' }));
  expect(screen.getByText('WebVM57')).toBeDefined();
});

test('one that is gone is recovered only where it is not purged', () => {
  show(true, keyVaultView.parse({ ...view, state: 'missing', details: null }));
  expect(screen.getByText(/If it’s only deleted, it can be recovered\. If it was purged, it can be replaced/)).toBeDefined();
});

test('what policies forbid of the chosen way is told before it is given', () => {
  const client = knownOnly();
  const planned = { ...path, way: 'custom-role' as const, permissions: neededKeyVaultPermissions('current', true) };
  const policies = [{ name: 'Roles by the platform team alone', scope: `/subscriptions/${path.subscriptionId}` }];
  client.setQueryData(grantPoliciesQuery(planned).queryKey, { policies, areSeen: true });
  show(false, view, ['WebVM1'], client);
  expect(screen.getByText(/forbids this: “Roles by the platform team alone”, assigned at: Subscription/)).toBeDefined();
  fireEvent.click(screen.getByRole('radio', { name: /Key Vault Administrator/ }));
  expect(screen.queryByText(/forbids this/)).toBeNull();
});
