// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { itemPath } from '@tresor/contracts';
import { MemoryRouter, Route, Routes } from 'react-router';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keySurvivalOfItemQuery } from '../../api/key-survival-query';
import { recoveryPointsQuery } from '../../api/restore-queries';
import { DirtyBlades } from '../../blades/leave-guard';
import { StackProvider } from '../../blades/stack-context';
import { setLanguage } from '../../language/language';
import { storeSession } from '../../session/stored-session';
import KeySurvivalOfItem from './key-survival-of-item.blade';

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

const item = itemPath.parse({
  subscriptionId: 'f2edfd5d-5496-4683-b94f-b3588c579009',
  resourceGroup: 'OperationsRG',
  vaultName: 'OperationsVault',
  vmGroup: 'OrdersRG',
  vmName: 'OrdersSql01',
});
const windows = { folded: new Set<number>(), maximized: undefined };
const times = ['2026-11-27T02:00:00.000Z', '2026-11-26T02:00:00.000Z'];

test('the choice of a point stays, with the focus, while the one that was chosen is read', () => {
  const client = new QueryClient({ defaultOptions: { queries: { enabled: false } } });
  const row = { item, point: null, state: 'sound', findings: [], keyChain: null, keyVaults: [], needs: [], problem: null };
  client.setQueryData([...keySurvivalOfItemQuery(item, null).queryKey], row);
  client.setQueryData(
    [...recoveryPointsQuery(item, 30).queryKey],
    times.map((time) => ({ time })),
  );
  render(
    <QueryClientProvider client={client}>
      <MemoryRouter initialEntries={[`/${Object.values(item).join('/')}`]}>
        <StackProvider value={{ first: 0, last: 0, leading: 0, windows, setWindows: () => undefined, blades: [] }}>
          <DirtyBlades value={new Map()}>
            <Routes>
              <Route path=":subscriptionId/:resourceGroup/:vaultName/:vmGroup/:vmName" element={<KeySurvivalOfItem />} />
            </Routes>
          </DirtyBlades>
        </StackProvider>
      </MemoryRouter>
    </QueryClientProvider>,
  );
  expect(screen.getByRole('heading', { name: 'Findings' })).toBeDefined();
  const choice = screen.getByRole('combobox');
  choice.focus();
  fireEvent.change(choice, { target: { value: times[1] } });
  expect(screen.queryByRole('heading', { name: 'Findings' })).toBeNull();
  expect(document.activeElement).toBe(choice);
  expect(screen.getByRole('combobox')).toBe(choice);
});
