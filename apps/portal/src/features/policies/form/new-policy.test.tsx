// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { vaultPath } from '@tresor/contracts';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ProblemError } from '../../../api/problem-error';
import { vaultQuery } from '../../../api/queries';
import { DirtyBlades } from '../../../blades/leave-guard';
import { StackProvider } from '../../../blades/stack-context';
import { setLanguage } from '../../../language/language';
import * as zoneTable from '../../../language/zone-table';
import { zoneTableQuery } from '../../../language/use-zone';
import { storeSession } from '../../../session/stored-session';
import { NewPolicy } from './new-policy';

// The page that carries the portal's settings.
vi.hoisted(() => {
  document.body.innerHTML = '<script id="portal-settings" type="application/json">{}</script>';
});

beforeEach(() => {
  setLanguage('en');
  storeSession({ token: 'token', expiresAt: 0, account: { id: 'anna', name: 'Anna', username: 'anna@contoso.com', isGuest: false } });
});
afterEach(cleanup);

const windows = { folded: new Set<number>(), maximized: undefined };
const path = vaultPath.parse({ subscriptionId: 'f2edfd5d-5496-4683-b94f-b3588c579009', resourceGroup: 'rg', vaultName: 'vault' });
const ADDRESS = `/vaults/${path.subscriptionId}/rg/vault/policies/new`;

function show(code: 'vault-not-found' | 'azure-unreachable') {
  const client = new QueryClient({ defaultOptions: { queries: { enabled: false, retryOnMount: false } } });
  client.setQueryData(zoneTableQuery().queryKey, zoneTable);
  client
    .getQueryCache()
    .build(client, { queryKey: vaultQuery(path).queryKey })
    .setState({ status: 'error', error: new ProblemError({ title: '', status: 404, code, correlationId: null, onlyRead: true }) });
  const router = createMemoryRouter([{ path: '/vaults/:subscriptionId/:resourceGroup/:vaultName/policies/new', element: <NewPolicy /> }], {
    initialEntries: [ADDRESS],
  });
  render(
    <QueryClientProvider client={client}>
      <StackProvider value={{ first: 0, last: 0, leading: 0, windows, setWindows: () => undefined, blades: [] }}>
        <DirtyBlades value={new Map()}>
          <RouterProvider router={router} />
        </DirtyBlades>
      </StackProvider>
    </QueryClientProvider>,
  );
}

test('in a vault that was deleted meanwhile there is no form of a policy, but that it is not there', async () => {
  show('vault-not-found');
  expect(await screen.findByText('The Recovery Services vault wasn’t found.')).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Create' })).toBeNull();
});

test('where the vault could only not be read what is entered stays', () => {
  show('azure-unreachable');
  expect(screen.getByRole('button', { name: 'Create' })).toBeDefined();
});
