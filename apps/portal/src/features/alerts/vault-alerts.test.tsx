// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { vaultPath, type VaultAlerts as Alerts } from '@tresor/contracts';
import { MemoryRouter, Route, Routes } from 'react-router';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { vaultAlertsQuery } from '../../api/queries';
import { DirtyBlades } from '../../blades/leave-guard';
import { StackProvider } from '../../blades/stack-context';
import { setLanguage } from '../../language/language';
import { storeSession } from '../../session/stored-session';
import VaultAlerts from './vault-alerts.blade';

// The page that carries the portal's settings.
vi.hoisted(() => {
  document.body.innerHTML = '<script id="portal-settings" type="application/json">{}</script>';
});

beforeEach(() => {
  setLanguage('en');
  storeSession({ token: 'token', expiresAt: 0, account: { id: 'anna', name: 'Anna', username: 'anna@contoso.com', isGuest: false } });
  // Nothing has a size here.
  window.ResizeObserver = class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
});
afterEach(cleanup);

const windows = { folded: new Set<number>(), maximized: undefined };
const vault = vaultPath.parse({ subscriptionId: 'f2edfd5d-5496-4683-b94f-b3588c579009', resourceGroup: 'rg', vaultName: 'vault' });

function show(...states: Alerts['state'][]) {
  const client = new QueryClient({ defaultOptions: { queries: { enabled: false } } });
  client.setQueryData(
    vaultAlertsQuery().queryKey,
    states.map((state) => ({ vault, state, rules: [], groups: [] })),
  );
  render(
    <QueryClientProvider client={client}>
      <MemoryRouter initialEntries={['/alerts?show=silent']}>
        <StackProvider value={{ first: 0, last: 0, leading: 0, windows, setWindows: () => undefined, blades: [] }}>
          <DirtyBlades value={new Map()}>
            <Routes>
              <Route path="alerts" element={<VaultAlerts />} />
            </Routes>
          </DirtyBlades>
        </StackProvider>
      </MemoryRouter>
    </QueryClientProvider>,
  );
}

test('vaults whose alerts reach no one leave out those of which nobody knows, and say so', () => {
  show('reached', 'unseen', 'unsure');
  expect(screen.getByText('For 2 vaults, it couldn’t be determined whether alerts reach anyone.')).toBeDefined();
  cleanup();
  show('reached', 'nobody');
  expect(screen.queryByText(/couldn’t be determined whether alerts/)).toBeNull();
});
