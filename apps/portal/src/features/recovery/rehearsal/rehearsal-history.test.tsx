// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import type { RecoverySummary } from '@tresor/contracts';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { recoveryPlansQuery, removedPlansQuery } from '../../../api/recovery-queries';
import { setLanguage } from '../../../language/language';
import { RehearsalHistory } from './rehearsal-history';

// The page that carries the portal's settings.
vi.hoisted(() => {
  document.body.innerHTML = '<script id="portal-settings" type="application/json">{}</script>';
});

beforeEach(() => setLanguage('en'));
afterEach(cleanup);

const by = { name: 'Adele Vance', username: 'adele@contoso.com' };
const rehearsal: RecoverySummary = {
  planId: '1c6f0d5e-8a0f-4c27-9d0c-0a4f0c8f6d11',
  name: 'Rehearsal',
  rehearsal: { of: 'plan', phase: 'removed', left: [], removedAt: '2017-01-18T12:00:00Z' },
  by,
  at: '2017-01-18T09:00:00Z',
  startedAt: '2017-01-18T09:00:00Z',
  removed: { by, at: '2017-01-18T12:00:00Z' },
  unseen: 0,
  standing: { state: 'ended', at: '2017-01-18T11:00:00Z' },
  total: 3,
  done: 3,
  open: 0,
};

function show(removed: RecoverySummary[]) {
  const client = new QueryClient({ defaultOptions: { queries: { enabled: false } } });
  client.setQueryData(recoveryPlansQuery().queryKey, []);
  client.setQueryData(removedPlansQuery().queryKey, removed);
  render(
    <QueryClientProvider client={client}>
      <MemoryRouter>
        <RehearsalHistory planId="plan" />
      </MemoryRouter>
    </QueryClientProvider>,
  );
}

test('a rehearsal that was deleted since is in the history of its plan', () => {
  show([rehearsal]);
  expect(screen.getByRole('listitem').textContent).toMatch(/3 of 3 ran.*\(deleted\)/);
});

test('of a plan without one nobody says that there never was one', () => {
  show([]);
  expect(screen.getByText('No rehearsal of this plan can be seen.')).toBeTruthy();
});
