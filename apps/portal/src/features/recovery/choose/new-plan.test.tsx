// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { allItemsQuery } from '../../../api/queries';
import { DirtyBlades } from '../../../blades/leave-guard';
import { StackProvider } from '../../../blades/stack-context';
import { setLanguage } from '../../../language/language';
import { storeSession } from '../../../session/stored-session';
import NewPlan from './new-plan.blade';

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

test('where the backup items could not be read they are not said to be loading, nor is one to be chosen', () => {
  const client = new QueryClient({ defaultOptions: { queries: { enabled: false, retryOnMount: false } } });
  client
    .getQueryCache()
    .build(client, { queryKey: allItemsQuery().queryKey })
    .setState({ status: 'error', error: new Error('refused') });
  render(
    <QueryClientProvider client={client}>
      <MemoryRouter>
        <StackProvider value={{ first: 0, last: 0, leading: 0, windows, setWindows: () => undefined, blades: [] }}>
          <DirtyBlades value={new Map()}>
            <NewPlan />
          </DirtyBlades>
        </StackProvider>
      </MemoryRouter>
    </QueryClientProvider>,
  );
  expect(screen.queryByRole('grid')).toBeNull();
  expect(screen.getByRole('button', { name: /^Create/ }).title).toBe('This couldn’t be read. Choose “Refresh”.');
});
