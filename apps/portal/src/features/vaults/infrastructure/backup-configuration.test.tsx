// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { vaultPath, type StepRights, type VaultConfiguration } from '@tresor/contracts';
import { MemoryRouter, Route, Routes } from 'react-router';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { vaultConfigurationQuery } from '../../../api/queries';
import { rightsQuery } from '../../../api/rights-query';
import { StackProvider } from '../../../blades/stack-context';
import { setLanguage } from '../../../language/language';
import { paths } from '../../../map/paths';
import { dismissFinished } from '../../../notifications/notifications';
import * as session from '../../../session/session';
import BackupConfiguration from './backup-configuration.blade';

// The page that carries the portal's settings.
vi.hoisted(() => {
  document.body.innerHTML = '<script id="portal-settings" type="application/json">{}</script>';
});

beforeEach(() => {
  setLanguage('en');
  const account = { id: 'adele', name: 'Adele', username: 'adele', isGuest: false };
  vi.spyOn(session, 'signedIn').mockReturnValue(account);
  vi.spyOn(session, 'currentAccount').mockReturnValue(account);
  vi.spyOn(session, 'accessToken').mockResolvedValue('token');
});
afterEach(() => {
  cleanup();
  dismissFinished();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const path = vaultPath.parse({ subscriptionId: 'f2edfd5d-5496-4683-b94f-b3588c579009', resourceGroup: 'rg', vaultName: 'vault' });
const { subscriptionId, resourceGroup, vaultName } = path;
const present: VaultConfiguration = { storageReplication: 'GeoRedundant', softDelete: 'Enabled', softDeleteDays: 14, lockedBy: null };
const rights: StepRights[] = (['configure-vault', 'turn-off-soft-delete'] as const).map((step) => ({ step, needs: [], missing: [] }));

function open() {
  const client = new QueryClient({ defaultOptions: { queries: { enabled: false } } });
  client.setQueryData(vaultConfigurationQuery(path).queryKey, present);
  client.setQueryData(rightsQuery({ subscriptionId, vault: { resourceGroup, vaultName } }).queryKey, rights);
  const windows = { folded: new Set<number>(), maximized: undefined };
  render(
    <QueryClientProvider client={client}>
      <MemoryRouter initialEntries={[paths.configuration(path)]}>
        <StackProvider value={{ first: 0, last: 0, leading: 0, windows, setWindows: () => undefined, blades: [] }}>
          <Routes>
            <Route path="/vaults/:subscriptionId/:resourceGroup/:vaultName/*" element={<BackupConfiguration />} />
          </Routes>
        </StackProvider>
      </MemoryRouter>
    </QueryClientProvider>,
  );
}

/** A page of a test before may still ask, by an address alone, whether the server is back. */
const isOwn = (asked: unknown) => asked instanceof Request;

const isChosen = (name: string) => screen.getByRole('radio', { name }).matches(':checked');

test('what is chosen while another change is being saved is not taken back when that is saved', async () => {
  const sent: ((answer: Response) => void)[] = [];
  vi.stubGlobal('fetch', (asked: unknown) => new Promise<Response>((resolve) => isOwn(asked) && sent.push(resolve)));
  open();
  fireEvent.click(screen.getByRole('radio', { name: 'Locally-redundant' }));
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(sent).toHaveLength(1));
  fireEvent.click(screen.getByRole('radio', { name: 'Disabled' }));
  await act(async () => sent[0]?.(Response.json({ ...present, storageReplication: 'LocallyRedundant' })));
  await waitFor(() => expect(screen.getByRole('button', { name: 'Save' }).getAttribute('aria-disabled')).not.toBe('true'));
  expect([isChosen('Locally-redundant'), isChosen('Disabled')]).toEqual([true, true]);
});
