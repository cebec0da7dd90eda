// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react';
import { vaultPath } from '@tresor/contracts';
import { expect, test } from 'vitest';
import { ProblemError, type PortalProblemCode } from '../../../api/problem-error';
import { vaultQuery } from '../../../api/queries';
import { paths } from '../../../map/paths';
import { useNotifications } from '../../../notifications/notifications';
import { knownOnly } from '../../../testing/mount';
import { messages } from '../setup/messages';
import { endOf, watchVault } from './watch-vault';

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

test('what was seen of a deleted vault is not taken for a new one of its name', () => {
  const client = knownOnly();
  const path = vaultPath.parse({ subscriptionId: 'f2edfd5d-5496-4683-b94f-b3588c579009', resourceGroup: 'rg', vaultName: 'again' });
  const { queryKey } = vaultQuery(path);
  const query = client.getQueryCache().build(client, { queryKey });
  query.setState({ status: 'error', error: failed('vault-not-found') });
  const { result } = renderHook(useNotifications);
  const told = () => result.current.find(({ href }) => href === paths.vault(path))?.intent;
  act(() => watchVault(client, path));
  act(() => query.setState({ fetchStatus: 'fetching' }));
  expect(told()).toBe('in-progress');
  act(() => query.setState({ status: 'error', error: failed('vault-not-found'), fetchStatus: 'idle' }));
  expect(told()).toBe('warning');
});
