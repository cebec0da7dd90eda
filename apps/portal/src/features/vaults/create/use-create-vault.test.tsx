// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useNewVaultDraft } from '../../../kept/new-vault-draft';
import { adeleIsHere } from '../../../testing/adele';
import { useCreateVault } from './use-create-vault';
import * as watching from './watch-vault';

/** Of the vault that is asked for; what else is asked is not answered. */
const nameIn = (url: string) => /\/tresor-new\/([^/]+)/.exec(url)?.[1];

let sent: { url: string; answer: (answer: Response) => void }[] = [];

beforeEach(async () => {
  sent = [];
  await adeleIsHere();
  vi.spyOn(watching, 'watchVault').mockReturnValue(undefined);
  vi.stubGlobal('fetch', (request: Request | URL) => {
    const url = request instanceof Request ? request.url : request.href;
    return new Promise<Response>((answer) => {
      if (nameIn(url) !== undefined) sent.push({ url, answer });
    });
  });
});
afterEach(() => {
  localStorage.clear();
});

function open() {
  const client = new QueryClient();
  let outlet: ReactNode = null;
  const router = createMemoryRouter([{ path: '*', Component: () => outlet }]);
  const wrapper = ({ children }: { children: ReactNode }) => {
    outlet = children;
    return (
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    );
  };
  const { result } = renderHook(
    () => {
      const form = useNewVaultDraft();
      return { form, create: useCreateVault(form) };
    },
    { wrapper },
  );
  act(() => result.current.form.change({ name: 'first', subscriptionId: 'f2edfd5d-5496-4683-b94f-b3588c579009', group: 'tresor-new' }));
  return { router, result };
}

const namesSent = () => sent.map(({ url }) => nameIn(url));

test('the form of the next vault, filled in while the first one is on its way, stays when that has begun', async () => {
  const { router, result } = open();
  act(() => result.current.create.run());
  await waitFor(() => expect(namesSent()).toEqual(['first']));
  act(() => result.current.form.change({ name: 'second' }));
  await act(async () => sent[0]?.answer(Response.json({ state: 'started', checkedUntil: null })));
  await waitFor(() => expect(result.current.create.outcome?.state).toBe('started'));
  expect([result.current.form.draft.name, router.state.location.pathname]).toEqual(['second', '/']);
});

test('a form that was not touched since is empty then, and the vault opens', async () => {
  const { router, result } = open();
  act(() => result.current.create.run());
  await waitFor(() => expect(sent).toHaveLength(1));
  await act(async () => sent[0]?.answer(Response.json({ state: 'started', checkedUntil: null })));
  await waitFor(() => expect(router.state.location.pathname).toContain('/first'));
  expect(result.current.form.dirty).toBe(false);
});

test('what became of a vault is asked of that vault, and makes none of another name that stands in the form by then', async () => {
  const { result } = open();
  act(() => result.current.create.run());
  await waitFor(() => expect(sent).toHaveLength(1));
  await act(async () => sent[0]?.answer(Response.json({ state: 'checking', checkedUntil: '2017-01-18T12:05:00Z' })));
  await waitFor(() => expect(result.current.create.outcome?.state).toBe('checking'));
  act(() => result.current.form.change({ name: 'second' }));
  act(() => result.current.create.ask());
  await waitFor(() => expect(namesSent()).toEqual(['first', 'first']));
});
