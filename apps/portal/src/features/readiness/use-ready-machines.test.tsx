// @vitest-environment jsdom
import { QueryClient } from '@tanstack/react-query';
import { renderHook, waitFor } from '@testing-library/react';
import { keyVaultId as keyVaultIdOf, type KeyVaultAccess } from '@tresor/contracts';
import { expect, test } from 'vitest';
import { countedVaultsQuery, keyVaultAccessQuery } from '../../api/queries';
import { virtualMachinesQuery } from '../../api/virtual-machines-query';
import { within } from '../../testing/mount';
import { armId, SUBSCRIPTION } from '../../testing/places';
import { virtualMachineOf } from '../../testing/virtual-machine';
import { statusOf, useReadinessWords } from './use-readiness-words';
import { useReadyMachines } from './use-ready-machines';

const keyVaultId = keyVaultIdOf.parse(armId('Microsoft.KeyVault/vaults', 'HiddenKV'));
const machine = virtualMachineOf('WebVM1', { encryption: { kind: 'bek-kek', pass: 'dual', keyVaultIds: [keyVaultId] } });

/** How the machine stands while nothing but what is known of its key vault differs. */
async function standWhere(answer: () => Promise<KeyVaultAccess[]>) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity } } });
  client.setQueryData(virtualMachinesQuery(SUBSCRIPTION).queryKey, { total: 1, rows: [machine], complete: true });
  client.setQueryData(
    [...countedVaultsQuery(SUBSCRIPTION).queryKey],
    [{ id: armId('Microsoft.RecoveryServices/vaults', 'BackupVault'), location: 'westeurope', protectedItems: 0 }],
  );
  const question = keyVaultAccessQuery({ keyVaultIds: [keyVaultId], needsKeys: true });
  await client.fetchQuery({ ...question, queryFn: answer }).catch(() => undefined);
  client.setDefaultOptions({ queries: { retryOnMount: false, staleTime: Infinity } });
  const wrapper = within(client);
  const { result } = renderHook(() => ({ ready: useReadyMachines(SUBSCRIPTION, {}), words: useReadinessWords() }), { wrapper });
  await waitFor(() => expect(result.current.ready.complete).toBe(true));
  const { ready, words } = result.current;
  return ready.rows.map((row) => [statusOf(row.readiness), words(row), ready.error !== null]);
}

const access: KeyVaultAccess = {
  id: keyVaultId,
  name: 'HiddenKV',
  location: 'westeurope',
  state: 'granted',
  model: 'rbac',
  held: [],
  lacking: [],
  takesEffectBy: null,
  enabledForDiskEncryption: true,
};

const ready = 'can be protected, for example by BackupVault';
const unseen = `${ready}; it can’t be seen whether Azure Backup can read HiddenKV`;

test('a machine can be protected where Azure Backup may read its key vault', async () => {
  expect(await standWhere(() => Promise.resolve([access]))).toEqual([['success', ready, false]]);
});

test('where nobody can see that, it says so', async () => {
  expect(await standWhere(() => Promise.resolve([{ ...access, state: 'unreadable', location: null }]))).toEqual([
    ['unknown', unseen, false],
  ]);
  expect(await standWhere(() => Promise.reject(new Error('Azure does not answer')))).toEqual([['unknown', unseen, true]]);
});
