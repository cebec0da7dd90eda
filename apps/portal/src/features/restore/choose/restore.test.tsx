// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, render, screen } from '@testing-library/react';
import { itemPath, type ItemDetails } from '@tresor/contracts';
import { MemoryRouter, Route, Routes } from 'react-router';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { itemQuery } from '../../../api/queries';
import { rightsQuery } from '../../../api/rights-query';
import { DirtyBlades } from '../../../blades/leave-guard';
import { StackProvider } from '../../../blades/stack-context';
import { setLanguage } from '../../../language/language';
import { paths } from '../../../map/paths';
import * as session from '../../../session/session';
import Restore from './restore.blade';

// The page that carries the portal's settings.
vi.hoisted(() => {
  document.body.innerHTML = '<script id="portal-settings" type="application/json">{}</script>';
});

beforeEach(() => {
  setLanguage('en');
  const account = { id: 'adele', name: 'Adele', username: 'adele', isGuest: false };
  vi.spyOn(session, 'signedIn').mockReturnValue(account);
  vi.spyOn(session, 'currentAccount').mockReturnValue(account);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const path = itemPath.parse({
  subscriptionId: 'f2edfd5d-5496-4683-b94f-b3588c579009',
  resourceGroup: 'rg',
  vaultName: 'vault',
  vmGroup: 'VmRG',
  vmName: 'VM1',
});
const { subscriptionId, resourceGroup, vaultName } = path;
const item: ItemDetails = {
  id: '/item',
  vmId: '/vm',
  name: 'VM1',
  resourceGroup: 'VmRG',
  protectionState: 'Protected',
  lastBackupStatus: 'Completed',
  lastBackupTime: null,
  latestRecoveryPoint: null,
  policyName: 'DefaultPolicy',
  deletedAt: null,
  subscriptionName: 'Production',
  healthStatus: null,
  oldestRecoveryPoint: null,
  recoveryPointCount: 3,
  machine: 'there',
  pairedRegion: null,
};

const whyNot = () => screen.getByRole('button', { name: 'Restore' }).title;

test('where a colleague deletes the backup data meanwhile, the button that restores it says so', async () => {
  const client = new QueryClient({ defaultOptions: { queries: { enabled: false } } });
  client.setQueryData(itemQuery(path).queryKey, item);
  client.setQueryData(rightsQuery({ subscriptionId, vault: { resourceGroup, vaultName } }).queryKey, []);
  const windows = { folded: new Set<number>(), maximized: undefined };
  render(
    <QueryClientProvider client={client}>
      <MemoryRouter initialEntries={[paths.restoreItem(path)]}>
        <StackProvider value={{ first: 0, last: 0, leading: 0, windows, setWindows: () => undefined, blades: [] }}>
          <DirtyBlades value={new Map()}>
            <Routes>
              <Route path="/vaults/:subscriptionId/:resourceGroup/:vaultName/items/:vmGroup/:vmName/restore" element={<Restore />} />
            </Routes>
          </DirtyBlades>
        </StackProvider>
      </MemoryRouter>
    </QueryClientProvider>,
  );
  const deleted = 'The backup data is deleted. Undelete it first.';
  expect(whyNot()).not.toBe(deleted);
  act(() => void client.setQueryData(itemQuery(path).queryKey, { ...item, deletedAt: '2026-12-01T09:00:00Z' }));
  await vi.waitFor(() => expect(whyNot()).toBe(deleted));
});
