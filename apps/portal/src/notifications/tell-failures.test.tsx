// @vitest-environment jsdom
import { QueryClient, QueryClientProvider, useMutation } from '@tanstack/react-query';
import { act, fireEvent, render, renderHook, screen, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, expect, test } from 'vitest';
import { ProblemError } from '../api/problem-error';
import { subscriptionsQuery } from '../api/queries';
import { queryClient } from '../api/query-client';
import { SUBSCRIPTION } from '../testing/places';
import { dismissFinished, useNotifications } from './notifications';
import { tellFailures } from './tell-failures';

afterEach(dismissFinished);

const refused = new ProblemError({ title: '', status: 403, code: 'forbidden', correlationId: null });

/** Orders something on a blade; answers how to leave the blade, and how to refuse the order. */
function order(refusal = refused) {
  const client = new QueryClient();
  tellFailures(client.getMutationCache());
  const asked: ((error: ProblemError) => void)[] = [];
  const Blade = () => {
    const { mutate } = useMutation({ mutationFn: () => new Promise((_, reject) => asked.push(reject)) });
    return <button onClick={() => mutate()}>Order</button>;
  };
  const page = (content: ReactNode) => <QueryClientProvider client={client}>{content}</QueryClientProvider>;
  const { rerender } = render(page(<Blade />));
  fireEvent.click(screen.getByRole('button'));
  const refuse = async () => {
    await waitFor(() => expect(asked).toHaveLength(1));
    await act(async () => asked[0]?.(refusal));
  };
  const { result: told } = renderHook(() => useNotifications());
  return { leave: () => rerender(page(<p />)), refuse, told };
}

test('a command that fails after its blade was left is told of, with where it was ordered', async () => {
  const { leave, refuse, told } = order();
  window.history.replaceState(null, '', '/elsewhere');
  leave();
  await refuse();
  await waitFor(() => expect(told.current).toHaveLength(1));
  expect(told.current[0]).toMatchObject({ intent: 'error', href: '/' });
  expect(told.current[0]?.body).toContain('Nothing was changed.');
});

test('one whose blade is open is told of there alone', async () => {
  const { refuse, told } = order();
  await refuse();
  expect(told.current).toHaveLength(0);
});

test.each([
  ['fabrikam', /whatever role you have\. Only the customer can do this\.$/],
  [null, /the role “Storage Blob Data Contributor” on the storage account/],
])('of a customer’s blobs nobody is told to get a role that no delegation can hold (tenant: %s)', async (customerTenantId, said) => {
  const subscription = { subscriptionId: SUBSCRIPTION, name: 'Fabrikam Production', state: 'Enabled', customerTenantId };
  queryClient.setQueryData(subscriptionsQuery().queryKey, [subscription]);
  const sentTo = `/vaults/${SUBSCRIPTION}/rg/vault/restores/1/leftovers`;
  const { leave, refuse, told } = order(
    new ProblemError({ title: '', status: 403, code: 'storage-data-forbidden', correlationId: null, sentTo }),
  );
  leave();
  await refuse();
  await waitFor(() => expect(told.current).toHaveLength(1));
  expect(told.current[0]?.body).toMatch(said);
});
