// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import type { VaultAlerts as Alerts } from '@tresor/contracts';
import { beforeEach, expect, test } from 'vitest';
import { vaultAlertsQuery } from '../../api/queries';
import { adeleWasHere } from '../../testing/adele';
import { knownOnly, mount } from '../../testing/mount';
import { VAULT } from '../../testing/places';
import VaultAlerts from './vault-alerts.blade';

beforeEach(adeleWasHere);

function show(...states: Alerts['state'][]) {
  const client = knownOnly();
  client.setQueryData(
    vaultAlertsQuery().queryKey,
    states.map((state) => ({ vault: VAULT, state, rules: [], groups: [] })),
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
