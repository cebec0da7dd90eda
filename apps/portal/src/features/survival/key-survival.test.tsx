// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keySurvivalQuery } from '../../api/key-survival-query';
import { DirtyBlades } from '../../blades/leave-guard';
import { StackProvider } from '../../blades/stack-context';
import { setLanguage } from '../../language/language';
import { storeSession } from '../../session/stored-session';
import KeySurvivalList from './key-survival.blade';

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

test.each([
  [718, 'Looked at: 0 of 718.'],
  [0, null],
])('until all machines were looked at, it is told of how many that is true (%s)', (total, sentence) => {
  const client = new QueryClient({ defaultOptions: { queries: { enabled: false } } });
  client.setQueryData([...keySurvivalQuery().queryKey], { total, rows: [], complete: false });
  render(
    <QueryClientProvider client={client}>
      <MemoryRouter>
        <StackProvider value={{ first: 0, last: 0, leading: 0, windows, setWindows: () => undefined, blades: [] }}>
          <DirtyBlades value={new Map()}>
            <KeySurvivalList />
          </DirtyBlades>
        </StackProvider>
      </MemoryRouter>
    </QueryClientProvider>,
  );
  expect(screen.queryByText(/^Looked at/)?.textContent ?? null).toBe(sentence);
});
