// @vitest-environment jsdom
import { QueryClient, QueryClientProvider, type QueryKey } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { vaultPath } from '@tresor/contracts';
import { MemoryRouter, Route, Routes } from 'react-router';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { rightsQuery } from '../../../api/rights-query';
import { virtualMachinesQuery } from '../../../api/virtual-machines-query';
import { DirtyBlades } from '../../../blades/leave-guard';
import { StackProvider } from '../../../blades/stack-context';
import { setLanguage } from '../../../language/language';
import { storeSession } from '../../../session/stored-session';
import Permissions from './permissions.blade';

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

const path = vaultPath.parse({ subscriptionId: 'f2edfd5d-5496-4683-b94f-b3588c579009', resourceGroup: 'rg', vaultName: 'vault' });
const windows = { folded: new Set<number>(), maximized: undefined };

test('steps whose rights could not be read are not said to be none', async () => {
  const client = new QueryClient({ defaultOptions: { queries: { retryOnMount: false, staleTime: Infinity } } });
  const { subscriptionId, resourceGroup, vaultName } = path;
  const question = { subscriptionId, vault: { resourceGroup, vaultName }, keyVaultIds: [], wholeSubscription: true };
  const fail = (queryKey: QueryKey) =>
    client
      .getQueryCache()
      .build(client, { queryKey })
      .setState({ status: 'error', error: new Error('refused'), data: undefined });
  client.setQueryData(virtualMachinesQuery(subscriptionId).queryKey, { total: 0, rows: [], complete: true });
  fail(rightsQuery(question).queryKey);
  render(
    <QueryClientProvider client={client}>
      <MemoryRouter initialEntries={[`/${Object.values(path).join('/')}`]}>
        <StackProvider value={{ first: 0, last: 0, leading: 0, windows, setWindows: () => undefined, blades: [] }}>
          <DirtyBlades value={new Map()}>
            <Routes>
              <Route path=":subscriptionId/:resourceGroup/:vaultName" element={<Permissions />} />
            </Routes>
          </DirtyBlades>
        </StackProvider>
      </MemoryRouter>
    </QueryClientProvider>,
  );
  expect(await screen.findByRole('alert')).toBeDefined();
  expect(screen.queryByRole('grid')).toBeNull();
  expect(screen.queryByText('There are no steps.')).toBeNull();
});
