// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { itemPath, policy, type ItemDetails } from '@tresor/contracts';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { itemQuery, policiesQuery, vaultOf } from '../../api/queries';
import { DirtyBlades } from '../../blades/leave-guard';
import { StackProvider } from '../../blades/stack-context';
import { setLanguage } from '../../language/language';
import { paths } from '../../map/paths';
import { storeSession } from '../../session/stored-session';
import ResumeBackup from './resume-backup.blade';

// The page that carries the portal's settings.
vi.hoisted(() => {
  document.body.innerHTML = '<script id="portal-settings" type="application/json">{}</script>';
});

beforeEach(() => {
  setLanguage('en');
  storeSession({ token: 'token', expiresAt: 0, account: { id: 'anna', name: 'Anna', username: 'anna@contoso.com', isGuest: false } });
});
afterEach(cleanup);

const path = itemPath.parse({
  subscriptionId: 'f2edfd5d-5496-4683-b94f-b3588c579009',
  resourceGroup: 'rg',
  vaultName: 'vault',
  vmGroup: 'VmRG',
  vmName: 'VM1',
});
const stopped: ItemDetails = {
  id: '/item',
  vmId: '/vm',
  name: 'VM1',
  resourceGroup: 'VmRG',
  protectionState: 'ProtectionStopped',
  lastBackupStatus: 'Completed',
  lastBackupTime: null,
  latestRecoveryPoint: null,
  policyName: null,
  deletedAt: null,
  subscriptionName: 'Production',
  healthStatus: null,
  oldestRecoveryPoint: null,
  recoveryPointCount: 3,
  machine: 'there',
  pairedRegion: null,
};
const policyOf = (name: string) =>
  policy.parse({
    name,
    kind: 'standard',
    timeZone: 'UTC',
    schedule: { frequency: 'daily', time: '23:30' },
    retention: { daily: { count: 30 }, weekly: null, monthly: null, yearly: null },
    instantRestoreDays: 2,
    protectedItems: 0,
  });

const windows = { folded: new Set<number>(), maximized: undefined };

test('a policy that somebody deletes after it was chosen is chosen no more, and no other is in its place', async () => {
  const client = new QueryClient({ defaultOptions: { queries: { enabled: false } } });
  const { queryKey } = policiesQuery(vaultOf(path));
  client.setQueryData(itemQuery(path).queryKey, stopped);
  client.setQueryData(queryKey, ['Daily', 'Weekly'].map(policyOf));
  const at = '/vaults/:subscriptionId/:resourceGroup/:vaultName/items/:vmGroup/:vmName/resume';
  const router = createMemoryRouter([{ path: at, element: <ResumeBackup /> }], { initialEntries: [paths.resumeBackup(path)] });
  render(
    <QueryClientProvider client={client}>
      <StackProvider value={{ first: 0, last: 0, leading: 0, windows, setWindows: () => undefined, blades: [] }}>
        <DirtyBlades value={new Map()}>
          <RouterProvider router={router} />
        </DirtyBlades>
      </StackProvider>
    </QueryClientProvider>,
  );
  const field = screen.getByRole<HTMLSelectElement>('combobox');
  const button = screen.getByRole('button', { name: 'Resume backup' });
  fireEvent.change(field, { target: { value: 'Weekly' } });
  expect(button.title).toBe('');
  client.setQueryData(queryKey, [policyOf('Daily')]);
  await waitFor(() => expect(button.title).not.toBe(''));
  expect(field.value).toBe('');
});
