// @vitest-environment jsdom
import type { QueryClient } from '@tanstack/react-query';
import { protectionBatch } from '@tresor/contracts';
import { renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ProblemError } from '../../api/problem-error';
import { protectionQuery } from '../../api/queries';
import { dismiss, markAllRead, useNotifications } from '../../notifications/notifications';
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

test('a notice that was read stays read as long as there is nothing new', () => {
  watchProtection(client, VAULT, running(batchId, 'enabling'));
  markAllRead();
  client.setQueryData(protectionQuery(VAULT, batchId).queryKey, running(batchId, 'enabling'));
  query().setState({ fetchStatus: 'fetching' });
  query().setState({ fetchStatus: 'idle' });
  expect(notices()).toMatchObject([{ intent: 'in-progress', read: true }]);
  client.setQueryData(protectionQuery(VAULT, batchId).queryKey, running(batchId, 'protected'));
  expect(notices()).toMatchObject([{ intent: 'success', read: false }]);
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
