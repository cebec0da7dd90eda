// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render } from '@testing-library/react';
import { jobId as jobIdOf, vaultPath } from '@tresor/contracts';
import { MemoryRouter } from 'react-router';
import { afterEach, expect, test, vi } from 'vitest';
import { planQuery, restoreQuery } from '../../../api/restore-queries';
import { useWatchedJourney } from './watch-journey';

// The page that carries the portal's settings.
vi.hoisted(() => {
  document.body.innerHTML = '<script id="portal-settings" type="application/json">{}</script>';
});

afterEach(cleanup);

const path = vaultPath.parse({ subscriptionId: 'f2edfd5d-5496-4683-b94f-b3588c579009', resourceGroup: 'rg', vaultName: 'vault' });
const jobId = jobIdOf.parse('a0b1c2d3-0000-4000-8000-000000000002');

function Watching() {
  useWatchedJourney(path, jobId);
  return null;
}

test.each(['done', 'removed'] as const)('a restore that is %s is watched no more', (kind) => {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity, retry: false } } });
  const key = planQuery(path, jobId).queryKey;
  client.setQueryData(key, null);
  render(
    <QueryClientProvider client={client}>
      <MemoryRouter>
        <Watching />
      </MemoryRouter>
    </QueryClientProvider>,
  );
  const observers = () => client.getQueryCache().find({ queryKey: key })?.getObserversCount();
  expect(observers()).toBe(1);
  // Whose rules hold unless somebody chose others.
  const restoreKey: readonly unknown[] = restoreQuery(path, jobId, '2017-01').queryKey;
  client.setQueryData(restoreKey, { vmName: 'VM1', steps: [], next: { kind } });
  return expect.poll(observers).toBe(0);
});
