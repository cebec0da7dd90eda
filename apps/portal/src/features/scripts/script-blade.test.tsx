// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import { subscriptionId as toId } from '@tresor/contracts';
import type { DiskValues, PlannedValues, Wanted } from '@tresor/scripts';
import { beforeEach, expect, test } from 'vitest';
import { subscriptionsQuery } from '../../api/queries';
import { adeleWasHere } from '../../testing/adele';
import { knownOnly, mount } from '../../testing/mount';
import { itemOf, SUBSCRIPTION } from '../../testing/places';
import { ScriptBlade } from './script-blade';

beforeEach(adeleWasHere);

const OWN = toId.parse('00000000-0000-4000-8000-000000000001');
const VERSION = '3b98def4663a5c3eaf53282f11c06d99';

const disksIn = (subscriptionId: string): DiskValues => ({
  ...itemOf('FabrikamApp1'),
  subscriptionId,
  pointId: '3000001',
  storageAccountId: `/subscriptions/${subscriptionId}/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/fabrikam`,
  targetGroup: 'rg',
});
const disks = (subscriptionId: string): Wanted => ({ of: 'disks', values: disksIn(subscriptionId) });

const machineIn = (subscriptionId: string, { encrypted }: { encrypted: boolean }): PlannedValues => {
  const group = `/subscriptions/${subscriptionId}/resourceGroups/rg/providers`;
  const link = (kind: 'keys' | 'secrets') => ({
    heldUrl: `https://fabrikamkv.vault.azure.net/${kind}/name/${VERSION}`,
    keyVaultId: `${group}/Microsoft.KeyVault/vaults/FabrikamKV`,
    version: VERSION,
    state: 'present' as const,
  });
  return {
    ...disksIn(subscriptionId),
    vmName: encrypted ? 'FabrikamApp1' : 'FabrikamWeb1',
    location: 'westeurope',
    serviceAppId: null,
    osType: 'Windows',
    pass: 'single',
    keys: encrypted ? { secret: link('secrets'), key: link('keys') } : null,
    machine: {
      name: 'NewVM1',
      group: 'rg',
      size: 'Standard_D2s_v5',
      subnetId: `${group}/Microsoft.Network/virtualNetworks/vnet/subnets/default`,
      publicIp: false,
    },
    policyName: 'DefaultPolicy',
    wave: 1,
  };
};
const plan = (...machines: PlannedValues[]): Wanted => ({ of: 'recovery', values: { folder: 'plan', machines } });

const RUNNER =
  'In the subscription “Fabrikam Production”, only the customer can run the script: it needs rights there that no Azure Lighthouse delegation can hold.';

/** The first lines of the script, as the file has them, with one subscription that a customer has delegated. */
function headOf(wanted: Wanted): string {
  cleanup();
  const client = knownOnly();
  client.setQueryData(subscriptionsQuery().queryKey, [
    { subscriptionId: SUBSCRIPTION, name: 'Fabrikam Production', state: 'Enabled', customerTenantId: 'fabrikam' },
    { subscriptionId: OWN, name: 'Production', state: 'Enabled', customerTenantId: null },
  ]);
  mount(<ScriptBlade purpose="Restore" subtitle="" fileName="restore" wanted={wanted} notes={[]} />, { client });
  return screen.getByRole('region', { name: 'The script' }).textContent.split('\n\n')[0] ?? '';
}

test('a script that takes what no delegation gives says beside it and in the file that only the customer can run it', () => {
  const head = headOf(plan(machineIn(SUBSCRIPTION, { encrypted: true })));
  expect(head).toContain(`# Who can run it\n#   ${RUNNER}`);
  expect(head).toMatch(/^# {3}Key Vault Administrator \(on key vaults with Azure RBAC; not in an Azure Lighthouse delegation\)$/m);
  expect(head).toMatch(/^# {3}Backup Operator \(on the Recovery Services vault\)$/m);
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toContain(RUNNER);
});

test('what a delegation gives is named where that suffices for a customer’s machines, and the provider runs it', () => {
  for (const wanted of [disks(SUBSCRIPTION), plan(machineIn(SUBSCRIPTION, { encrypted: false }))]) {
    const head = headOf(wanted);
    expect(head).toMatch(/^# {3}Backup Operator \(on the Recovery Services vault\)$/m);
    expect(head).not.toContain('Lighthouse');
    expect(screen.queryByText(RUNNER)).toBeNull();
  }
});

test('in a subscription of one’s own company the roles are named as they are, beside plain machines of a customer, too', () => {
  for (const wanted of [
    plan(machineIn(OWN, { encrypted: true })),
    plan(machineIn(OWN, { encrypted: true }), machineIn(SUBSCRIPTION, { encrypted: false })),
  ]) {
    expect(headOf(wanted)).toMatch(/^# {3}Key Vault Administrator \(on key vaults with Azure RBAC\)$/m);
    expect(screen.queryByText(RUNNER)).toBeNull();
  }
});
