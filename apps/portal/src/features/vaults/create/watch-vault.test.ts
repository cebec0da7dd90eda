// @vitest-environment jsdom
import { QueryClient } from '@tanstack/react-query';
import { renderHook } from '@testing-library/react';
import { vaultPath } from '@tresor/contracts';
import { expect, test, vi } from 'vitest';
import { ProblemError, type PortalProblemCode } from '../../../api/problem-error';
import { useNotifications } from '../../../notifications/notifications';
import { messages } from '../setup/messages';
import { endOf, watchVault } from './watch-vault';

// The page that carries the portal's settings.
vi.hoisted(() => {
  document.body.innerHTML = '<script id="portal-settings" type="application/json">{}</script>';
});

const look = vi.hoisted(() => vi.fn<() => Promise<unknown>>());
vi.mock('../../../api/queries', () => ({ vaultQuery: () => ({ queryKey: ['vault'], queryFn: look }) }));

const failed = (code: PortalProblemCode) => new ProblemError({ title: code, status: 0, code, correlationId: null });

test('a new vault is followed until Azure has made it or given up', () => {
  expect(endOf({ data: { provisioningState: 'Provisioning' }, error: null })).toBeNull();
  expect(endOf({ data: { provisioningState: 'Succeeded' }, error: null })?.title).toBe(messages.noticeCreated);
  expect(endOf({ data: { provisioningState: 'Failed' }, error: null })?.title).toBe(messages.noticeFailed);
});

test.each(['vault-not-found', 'forbidden'] as const)('one of which nobody can see what became is followed no more (%s)', (code) => {
  expect(endOf({ data: undefined, error: failed(code) })?.title).toBe(messages.noticeUnseen);
  expect(endOf({ data: { provisioningState: 'Provisioning' }, error: failed(code) })?.title).toBe(messages.noticeUnseen);
});

test('one that cannot be read for a moment is followed on', () => {
  expect(endOf({ data: undefined, error: failed('azure-timeout') })).toBeNull();
});

test('what was seen of a deleted vault is not taken for a new one of its name', async () => {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const read = { queryKey: ['vault'], queryFn: look };
  look.mockResolvedValueOnce({ provisioningState: 'Failed' }).mockRejectedValueOnce(failed('vault-not-found'));
  await client.prefetchQuery(read);
  await client.prefetchQuery(read);
  look.mockResolvedValue({ provisioningState: 'Succeeded' });
  watchVault(client, vaultPath.parse({ subscriptionId: 'f2edfd5d-5496-4683-b94f-b3588c579009', resourceGroup: 'rg', vaultName: 'again' }));
  const { result } = renderHook(useNotifications);
  await vi.waitFor(() => expect(result.current).toMatchObject([{ intent: 'success' }]));
  client.clear();
});
