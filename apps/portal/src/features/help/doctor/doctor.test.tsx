// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ProblemError } from '../../../api/problem-error';
import { DirtyBlades } from '../../../blades/leave-guard';
import { StackProvider } from '../../../blades/stack-context';
import { setLanguage } from '../../../language/language';
import Doctor from './doctor.blade';

// The page that carries the portal's settings.
vi.hoisted(() => {
  document.body.innerHTML = '<script id="portal-settings" type="application/json">{}</script>';
});

beforeEach(() => {
  setLanguage('en');
  // Nothing has a size here.
  window.ResizeObserver = class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
});
afterEach(cleanup);

test.each([
  { code: 'forbidden', isSaid: true },
  { code: 'offline', isSaid: false },
] as const)('for whom the page is says a refusal, not every failure: $code', ({ code, isSaid }) => {
  const client = new QueryClient({ defaultOptions: { queries: { retryOnMount: false, staleTime: Infinity } } });
  const error = new ProblemError({ title: '', status: 0, code, correlationId: null });
  client
    .getQueryCache()
    .build(client, { queryKey: ['doctor'] })
    .setState({ status: 'error', error, data: undefined });
  render(
    <QueryClientProvider client={client}>
      <MemoryRouter>
        <StackProvider
          value={{
            first: 0,
            last: 0,
            leading: 0,
            windows: { folded: new Set(), maximized: undefined },
            setWindows: () => undefined,
            blades: [],
          }}
        >
          <DirtyBlades value={new Map()}>
            <Doctor />
          </DirtyBlades>
        </StackProvider>
      </MemoryRouter>
    </QueryClientProvider>,
  );
  expect(screen.queryByText(/this page is for people who may assign roles/) !== null).toBe(isSaid);
});
