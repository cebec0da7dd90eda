// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import { vaultPath, type VaultAlerts as Alerts } from '@tresor/contracts';
import { beforeEach, expect, test } from 'vitest';
import { vaultAlertsQuery } from '../../api/queries';
import { adeleWasHere } from '../../testing/adele';
import { knownOnly, mount } from '../../testing/mount';
import VaultAlerts from './vault-alerts.blade';

beforeEach(adeleWasHere);
const vault = vaultPath.parse({ subscriptionId: 'f2edfd5d-5496-4683-b94f-b3588c579009', resourceGroup: 'rg', vaultName: 'vault' });

function show(...states: Alerts['state'][]) {
  const client = knownOnly();
  client.setQueryData(
    vaultAlertsQuery().queryKey,
    states.map((state) => ({ vault, state, rules: [], groups: [] })),
  );
  mount(<VaultAlerts />, { client, address: '/alerts?show=silent', path: 'alerts' });
}

test('vaults whose alerts reach no one leave out those of which nobody knows, and say so', () => {
  show('reached', 'unseen', 'unsure');
  expect(screen.getByText('For 2 vaults, it couldn’t be determined whether alerts reach anyone.')).toBeDefined();
  cleanup();
  show('reached', 'nobody');
  expect(screen.queryByText(/couldn’t be determined whether alerts/)).toBeNull();
});
