// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import { jobId as jobIdOf, vaultPath, type Restore } from '@tresor/contracts';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { restoreQuery } from '../../../api/restore-queries';
import { StackProvider } from '../../../blades/stack-context';
import { edition } from '../../../kept/edition';
import { setLanguage } from '../../../language/language';
import { paths } from '../../../map/paths';
import * as session from '../../../session/session';
import { someRestore } from '../restore.fixture';
import Journey from './journey.blade';

// The page that carries the portal's settings.
vi.hoisted(() => {
  document.body.innerHTML = '<script id="portal-settings" type="application/json">{}</script>';
});

beforeEach(() => {
  setLanguage('en');
  edition.set('current');
  const account = { id: 'adele', name: 'Adele', username: 'adele', isGuest: false };
  vi.spyOn(session, 'signedIn').mockReturnValue(account);
  vi.spyOn(session, 'currentAccount').mockReturnValue(account);
  vi.spyOn(session, 'accessToken').mockResolvedValue('token');
});
afterEach(() => {
  cleanup();
  edition.set('2017-01');
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const path = vaultPath.parse({ subscriptionId: 'f2edfd5d-5496-4683-b94f-b3588c579009', resourceGroup: 'rg', vaultName: 'vault' });
const jobId = jobIdOf.parse(someRestore.jobId);
const restore: Restore = {
  ...someRestore,
  steps: [
    { step: 'disks', state: 'done', reason: null, needs: [], command: null },
    { step: 'machine', state: 'ready', reason: null, needs: [], command: 'create-machine' },
  ],
  next: { kind: 'command', step: 'machine', command: 'create-machine' },
};

/** The restore is known; what is known of its plan is still asked for. */
function open() {
  const asked: ((answer: Response) => void)[] = [];
  vi.stubGlobal('fetch', (request: Request | URL) => {
    const url = request instanceof Request ? request.url : request.href;
    return new Promise<Response>((answer) => {
      if (url.endsWith(`${jobId}/plan`)) asked.push(answer);
    });
  });
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } });
  client.setQueryData(restoreQuery(path, jobId, 'current').queryKey, restore);
  const windows = { folded: new Set<number>(), maximized: undefined };
  const route = { path: '/vaults/:subscriptionId/:resourceGroup/:vaultName/restores/:jobId', element: <Journey /> };
  render(
    <QueryClientProvider client={client}>
      <StackProvider value={{ first: 0, last: 0, leading: 0, windows, setWindows: () => undefined, blades: [] }}>
        <RouterProvider router={createMemoryRouter([route], { initialEntries: [paths.restore(path, jobId)] })} />
      </StackProvider>
    </QueryClientProvider>,
  );
  const answerAll = (body: object | null, init?: ResponseInit) =>
    act(async () => asked.forEach((answer) => answer(Response.json(body, init))));
  return { asked, answerAll };
}

const step = () => screen.queryByRole('link', { name: /Create virtual machine/ });
const offer = () => screen.queryByRole('link', { name: 'Answer everything now' });

test('the steps come with the offer to run to the end, which would move them otherwise', async () => {
  const { asked, answerAll } = open();
  await waitFor(() => expect(asked).not.toEqual([]));
  expect([step(), offer()]).toEqual([null, null]);
  await answerAll(null);
  await waitFor(() => expect(offer()).not.toBeNull());
  expect(step()).not.toBeNull();
});

test('where nothing is to be learned of a run, the steps come without', async () => {
  const { asked, answerAll } = open();
  await waitFor(() => expect(asked).not.toEqual([]));
  await answerAll({ code: 'azure-unavailable', title: '', status: 503 }, { status: 503 });
  await waitFor(() => expect(step()).not.toBeNull());
  expect(offer()).toBeNull();
});
