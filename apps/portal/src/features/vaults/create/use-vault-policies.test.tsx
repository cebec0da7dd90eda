// @vitest-environment jsdom
import { QueryClient } from '@tanstack/react-query';
import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { NewVaultDraft } from '../../../kept/new-vault-draft';
import { adeleIsHere } from '../../../testing/adele';
import { within } from '../../../testing/mount';
import { useVaultPolicies } from './use-vault-policies';

const draft: NewVaultDraft = {
  name: '',
  subscriptionId: 'f2edfd5d-5496-4683-b94f-b3588c579009',
  isNewGroup: false,
  group: 'IgniteRG',
  newGroup: '',
  location: 'northeurope',
  replication: 'GeoRedundant',
  softDelete: 'Enabled',
  intentId: null,
};
const found = { policies: [{ name: 'Only in Europe', scope: '/subscriptions/s' }], areSeen: true };

let asked: unknown[] = [];

beforeEach(async () => {
  asked = [];
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  await adeleIsHere();
  vi.stubGlobal('fetch', async (request: Request) => {
    asked.push(await request.json());
    return Response.json(found);
  });
});
afterEach(() => {
  vi.useRealTimers();
});

function open(initial: NewVaultDraft) {
  const client = new QueryClient();
  const wrapper = within(client);
  return renderHook((form: NewVaultDraft) => useVaultPolicies(form), { wrapper, initialProps: initial });
}

const pause = () => act(() => vi.advanceTimersByTimeAsync(500));

/** An answer is read by real tasks, which no turned clock waits for. */
const settles = (check: () => void) =>
  vi.waitFor(async () => {
    await act(() => vi.advanceTimersByTimeAsync(0));
    check();
  });

test('policies are asked about once the form says where the vault is to be, and not again for a name', async () => {
  const { result, rerender } = open({ ...draft, location: '' });
  await pause();
  expect(asked).toEqual([]);
  rerender(draft);
  expect(result.current).toBeUndefined();
  await pause();
  await settles(() => expect(result.current).toEqual(found));
  rerender({ ...draft, name: 'NewVault' });
  await pause();
  expect(result.current).toEqual(found);
  expect(asked).toEqual([
    {
      resourceGroup: 'IgniteRG',
      newResourceGroup: false,
      location: 'northeurope',
      storageReplication: 'GeoRedundant',
      softDelete: 'Enabled',
    },
  ]);
});

test('while somebody types, nothing is told of what stood there before', async () => {
  const { result, rerender } = open(draft);
  await pause();
  rerender({ ...draft, isNewGroup: true, newGroup: 'B' });
  expect(result.current).toBeUndefined();
  rerender({ ...draft, isNewGroup: true, newGroup: 'BackupRG' });
  await pause();
  const places = [{ resourceGroup: 'IgniteRG' }, { resourceGroup: 'BackupRG' }];
  await settles(() => expect(asked).toEqual(places.map((place) => expect.objectContaining(place))));
});
