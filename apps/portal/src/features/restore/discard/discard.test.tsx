// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { discardPlan, jobId as jobIdOf, vaultPath, type DiscardItem } from '@tresor/contracts';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { discardPlanQuery, restoreQuery } from '../../../api/restore-queries';
import { StackProvider } from '../../../blades/stack-context';
import { setLanguage } from '../../../language/language';
import * as session from '../../../session/session';
import { someRestore } from '../restore.fixture';
import Discard from './discard.blade';

// The page that carries the portal's settings.
vi.hoisted(() => {
  document.body.innerHTML = '<script id="portal-settings" type="application/json">{}</script>';
});

beforeEach(() => setLanguage('en'));
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const path = vaultPath.parse({ subscriptionId: 'f2edfd5d-5496-4683-b94f-b3588c579009', resourceGroup: 'rg', vaultName: 'vault' });
const jobId = jobIdOf.parse('f7b1e2c4-0000-4000-8000-000000000001');
const windows = { folded: new Set<number>(), maximized: undefined };

function open(client: QueryClient) {
  const router = createMemoryRouter([{ path: '/:subscriptionId/:resourceGroup/:vaultName/restores/:jobId', element: <Discard /> }], {
    initialEntries: [`/${path.subscriptionId}/rg/vault/restores/${jobId}`],
  });
  render(
    <QueryClientProvider client={client}>
      <StackProvider value={{ first: 0, last: 0, leading: 0, windows, setWindows: () => undefined, blades: [] }}>
        <RouterProvider router={router} />
      </StackProvider>
    </QueryClientProvider>,
  );
}

test('where the restore could not be read, nothing is said to be still looked at', () => {
  const client = new QueryClient({ defaultOptions: { queries: { enabled: false } } });
  client.setQueryData(discardPlanQuery(path, jobId).queryKey, discardPlan.parse({ state: 'ready', items: [], unseen: [], toSee: null }));
  const { queryKey } = restoreQuery(path, jobId, '2017-01');
  client
    .getQueryCache()
    .build(client, { queryKey })
    .setState({ status: 'error', error: new Error('refused'), data: undefined });
  open(client);
  expect(screen.getAllByText('What’s left couldn’t be read.')).not.toEqual([]);
  expect(screen.queryByText('Tresor is checking what’s there.')).toBeNull();
});

test('a name that was pasted with blanks around it discards what it names', async () => {
  vi.spyOn(session, 'signedIn').mockReturnValue({ id: 'adele', name: 'Adele', username: 'adele', isGuest: false });
  vi.spyOn(session, 'accessToken').mockResolvedValue('token');
  const sent = vi.spyOn(globalThis, 'fetch').mockResolvedValue(Response.json([]));
  const client = new QueryClient({ defaultOptions: { queries: { enabled: false } } });
  const disk: DiscardItem = { kind: 'disk', name: 'os', place: 'RG', bytes: null, reason: null, missing: null, staysDays: null };
  client.setQueryData(discardPlanQuery(path, jobId).queryKey, { state: 'ready', items: [disk], unseen: [], toSee: null });
  client.setQueryData(restoreQuery(path, jobId, '2017-01').queryKey, someRestore);
  open(client);
  fireEvent.change(screen.getByRole('textbox', { name: /AppVM1/ }), { target: { value: ' AppVM1 ' } });
  fireEvent.click(screen.getByRole('button', { name: 'Discard permanently' }));
  await waitFor(() => expect(sent).toHaveBeenCalledTimes(1));
  const [request] = sent.mock.calls[0] ?? [];
  expect(request instanceof Request && (await request.json())).toEqual({ vmName: 'AppVM1' });
});
