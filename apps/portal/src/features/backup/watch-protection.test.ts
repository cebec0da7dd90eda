// @vitest-environment jsdom
import type { QueryClient } from '@tanstack/react-query';
import { keyVaultId, machinePath, protectionBatch } from '@tresor/contracts';
import { renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ProblemError } from '../../api/problem-error';
import { keyVaultAccessQuery, machineEncryptionQuery, protectionQuery } from '../../api/queries';
import { virtualMachinesQuery } from '../../api/virtual-machines-query';
import { dismiss, markAllRead, useNotifications } from '../../notifications/notifications';
import { keyVaultAccessOf } from '../../testing/key-vault-access';
import { virtualMachineOf } from '../../testing/virtual-machine';
import { knownOnly } from '../../testing/mount';
import { VAULT } from '../../testing/places';
import { watchProtection } from './watch-protection';

function running(batchId: string, state: 'enabling' | 'protected') {
  const vmId = `/subscriptions/${VAULT.subscriptionId}/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/VM1`;
  const nothing = { ruleId: null, azureCode: null, azureMessage: null, recommendation: null, jobId: null, checkedUntil: null };
  return protectionBatch.parse({
    batchId,
    policyName: 'DefaultPolicy',
    startedAt: '2026-01-01T00:00:00.000Z',
    finished: state === 'protected',
    results: [{ vmId, vmName: 'VM1', state, ...nothing }],
  });
}

const notices = () => renderHook(useNotifications).result.current;

let client: QueryClient;
let batchId: string;
beforeEach(() => {
  // What the server says comes from the test.
  client = knownOnly();
  client.setQueryData(virtualMachinesQuery(VAULT.subscriptionId).queryKey, { total: 0, rows: [], complete: true });
  batchId = crypto.randomUUID();
});
afterEach(() => {
  for (const { id } of notices()) dismiss(id);
});

const query = () => {
  const found = client.getQueryCache().find({ queryKey: protectionQuery(VAULT, batchId).queryKey });
  if (!found) throw new Error('Nobody asks for the batch.');
  return found;
};

test('a notice that was read stays read as long as there is nothing new', async () => {
  watchProtection(client, VAULT, running(batchId, 'enabling'));
  markAllRead();
  client.setQueryData(protectionQuery(VAULT, batchId).queryKey, running(batchId, 'enabling'));
  query().setState({ fetchStatus: 'fetching' });
  query().setState({ fetchStatus: 'idle' });
  expect(notices()).toMatchObject([{ intent: 'in-progress', read: true }]);
  client.setQueryData(protectionQuery(VAULT, batchId).queryKey, running(batchId, 'protected'));
  await vi.waitFor(() => expect(notices()).toMatchObject([{ intent: 'success', read: false }]));
});

test('what is enabled and will fail is no success', async () => {
  const access = keyVaultAccessOf('ClosedKV');
  const machine = virtualMachineOf('VM1', { encryption: { kind: 'bek-kek', pass: 'dual', keyVaultIds: [access.id] } });
  const vault = { keyVaultIds: [keyVaultId.parse(access.id)], needsKeys: true };
  client.setQueryData(virtualMachinesQuery(VAULT.subscriptionId).queryKey, { total: 1, rows: [machine], complete: true });
  client.setQueryData(keyVaultAccessQuery(vault).queryKey, [access]);
  const path = machinePath.parse({ subscriptionId: VAULT.subscriptionId, vmGroup: 'rg', vmName: 'VM1' });
  client.setQueryData([...machineEncryptionQuery(path).queryKey], { keyChain: null });
  watchProtection(client, VAULT, running(batchId, 'enabling'));
  const seen = new Set<string | undefined>();
  client.setQueryData(protectionQuery(VAULT, batchId).queryKey, running(batchId, 'protected'));
  await vi.waitFor(() => {
    seen.add(notices()[0]?.intent);
    expect(notices()).toMatchObject([
      {
        intent: 'warning',
        title: 'Backup in vault is enabled, first backup will fail',
        body: '1 of 1 virtual machines: Azure Backup is missing permissions in ClosedKV',
      },
    ]);
  });
  expect(seen).toEqual(new Set(['in-progress', 'warning']));
});

test('a batch that is gone is asked for no longer, and that is said', () => {
  watchProtection(client, VAULT, running(batchId, 'enabling'));
  client.setQueryData(protectionQuery(VAULT, batchId).queryKey, running(batchId, 'enabling'));
  expect(query().getObserversCount()).toBe(1);
  const gone = new ProblemError({ title: 'batch-not-found', status: 404, code: 'batch-not-found', correlationId: null });
  query().setState({ status: 'error', error: gone });
  expect(query().getObserversCount()).toBe(0);
  expect(notices()).toMatchObject([{ intent: 'warning', title: 'Backup in vault: operation no longer known', read: false }]);
});
