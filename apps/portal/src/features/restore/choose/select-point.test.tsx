// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { itemPath } from '@tresor/contracts';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { recoveryPointsQuery } from '../../../api/restore-queries';
import { StackProvider } from '../../../blades/stack-context';
import { setLanguage } from '../../../language/language';
import { forgetSession, storeSession } from '../../../session/stored-session';
import SelectPoint from './select-point.blade';

// The page that carries the portal's settings.
vi.hoisted(() => {
  document.body.innerHTML = '<script id="portal-settings" type="application/json">{}</script>';
});

const path = itemPath.parse({
  subscriptionId: 'f2edfd5d-5496-4683-b94f-b3588c579009',
  resourceGroup: 'rg',
  vaultName: 'vault',
  vmGroup: 'VmRG',
  vmName: 'VM1',
});

beforeAll(() => {
  window.ResizeObserver = class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
});
beforeEach(() => {
  setLanguage('en');
  storeSession({ account: { id: 'adele', name: 'Adele', username: 'adele', isGuest: false }, token: '', expiresAt: 0 });
});
afterEach(() => {
  cleanup();
  forgetSession();
});

const windows = { folded: new Set<number>(), maximized: undefined };

function open(answered: 'nothing' | 'unread') {
  const client = new QueryClient({ defaultOptions: { queries: { enabled: false, retry: false, retryOnMount: false } } });
  const { queryKey } = recoveryPointsQuery(path, 30);
  if (answered === 'nothing') client.setQueryData(queryKey, []);
  else
    client
      .getQueryCache()
      .build(client, { queryKey })
      .setState({ status: 'error', error: new Error('No answer') });
  const route = { path: '/:subscriptionId/:resourceGroup/:vaultName/:vmGroup/:vmName', element: <SelectPoint /> };
  const address = `/${path.subscriptionId}/rg/vault/VmRG/VM1`;
  render(
    <QueryClientProvider client={client}>
      <StackProvider value={{ first: 0, last: 0, leading: 0, windows, setWindows: () => undefined, blades: [] }}>
        <RouterProvider router={createMemoryRouter([route], { initialEntries: [address] })} />
      </StackProvider>
    </QueryClientProvider>,
  );
}

const whyNotOk = () => screen.getByRole('button', { name: 'OK' }).title;

test('of restore points that could not be read there is neither a table nor a legend, nor is one to be selected', async () => {
  open('unread');
  expect(await screen.findByRole('alert')).toBeDefined();
  expect(screen.queryByRole('grid')).toBeNull();
  expect(screen.queryByRole('list', { name: 'Consistency' })).toBeNull();
  expect(screen.queryByText(/^Filtered for/)).toBeNull();
  expect(whyNotOk()).toBe('This couldn’t be read. Choose “Refresh”.');
});

test('where there are none, the list stands there and says so', () => {
  open('nothing');
  expect(screen.getByRole('grid')).toBeDefined();
  expect(screen.getByText(/^There are no restore points in this period/)).toBeDefined();
  expect(whyNotOk()).toBe('Select a restore point.');
});
