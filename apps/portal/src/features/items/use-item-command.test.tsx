// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import { itemPath } from '@tresor/contracts';
import type { ReactNode } from 'react';
import { MemoryRouter } from 'react-router';
import { expect, test, vi } from 'vitest';
import { ProblemError } from '../../api/problem-error';
import { itemQuery } from '../../api/queries';
import { recoveryPointsQuery } from '../../api/restore-queries';
import { resumeMessages } from './messages';
import { useItemCommand } from './use-item-command';

// The page that carries the portal's settings.
vi.hoisted(() => {
  document.body.innerHTML = '<script id="portal-settings" type="application/json">{}</script>';
});

const path = itemPath.parse({
  subscriptionId: 'f2edfd5d-5496-4683-b94f-b3588c579009',
  resourceGroup: 'rg',
  vaultName: 'vault',
  vmGroup: 'VmRG',
  vmName: 'VM1',
});

test('a command that was refused has the item read again: somebody changed what is shown of it', async () => {
  const client = new QueryClient();
  const keys = [itemQuery(path).queryKey, recoveryPointsQuery(path, 30).queryKey];
  for (const key of keys) client.setQueryDefaults(key, { enabled: false });
  for (const queryKey of keys) client.getQueryCache().build(client, { queryKey }).setState({ status: 'success', isInvalidated: false });
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>
      <MemoryRouter>{children}</MemoryRouter>
    </QueryClientProvider>
  );
  const refused = new ProblemError({ title: '', status: 409, code: 'item-deleted', correlationId: null });
  const send = () => Promise.reject(refused);
  const { result } = renderHook(() => useItemCommand(path, { started: resumeMessages.started, send }), { wrapper });
  act(() => result.current.run());
  await waitFor(() => expect(result.current.error).toBe(refused));
  expect(keys.map((key) => client.getQueryState(key)?.isInvalidated)).toEqual([true, true]);
});
