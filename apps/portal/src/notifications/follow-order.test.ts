// @vitest-environment jsdom
import type { QueryClient } from '@tanstack/react-query';
import { recordedCommand, vaultPath, type RecordedCommand } from '@tresor/contracts';
import { renderHook, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { commandsQuery } from '../api/queries';
import { knownOnly } from '../testing/mount';
import { followOrder } from './follow-order';
import { dismiss, notify, useNotifications } from './notifications';
import { tellStarted } from './tell-started';

const path = vaultPath.parse({ subscriptionId: 'f2edfd5d-5496-4683-b94f-b3588c579009', resourceGroup: 'rg', vaultName: 'vault' });
const { queryKey } = commandsQuery(path, 1);
const begun = { title: 'Backup of VM1 has started', intent: 'info' } as const;
const notices = () => renderHook(useNotifications).result.current;

let client: QueryClient;
let intentId: string;
beforeEach(() => {
  // What the server says comes from the test.
  client = knownOnly();
  intentId = crypto.randomUUID();
});
afterEach(() => {
  for (const { id } of notices()) dismiss(id);
});

const recorded = (change: Partial<RecordedCommand> = {}) =>
  recordedCommand.parse({
    commandId: intentId,
    command: 'items.backUpNow',
    at: '2026-01-01T00:00:00.000Z',
    target: '/subscriptions/s/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/VM1',
    about: {},
    reason: null,
    correlationId: 'c',
    result: 'accepted',
    code: null,
    jobId: null,
    by: { name: 'Adele Vance', username: 'adele' },
    end: { state: 'known', value: null },
    ...change,
  });
const failed = { end: { state: 'known', value: { end: 'failed', at: '2026-01-01T00:01:00.000Z' } } } as const;
const follows = () => client.getQueryCache().find({ queryKey })?.getObserversCount() ?? 0;
const follow = () => followOrder(client, path, intentId, notify(begun));

test('what has no job yet is looked at until it failed, and then that is told in place of its beginning', () => {
  follow();
  client.setQueryData(queryKey, [recorded()]);
  expect([follows(), notices()]).toMatchObject([1, [begun]]);
  client.setQueryData(queryKey, [recorded({ ...failed, about: { azureCode: 'OperationFailed' } })]);
  expect([follows(), notices()]).toMatchObject([0, [{ intent: 'error', title: expect.stringContaining('VM1') }]]);
  expect(notices()[0]?.body).toContain('OperationFailed');
});

test('once it has a job it has begun, and nobody looks any more', () => {
  follow();
  client.setQueryData(queryKey, [recorded({ jobId: 'job' })]);
  expect([follows(), notices()]).toMatchObject([0, [begun]]);
});

test('another’s failure is none of it', () => {
  follow();
  client.setQueryData(queryKey, [recorded({ ...failed, commandId: 'other' })]);
  expect([follows(), notices()]).toMatchObject([1, [begun]]);
});

test('of what is begun that is followed which has no job', async () => {
  tellStarted(client, path, { intentId, jobId: 'job' }, begun);
  tellStarted(client, path, { intentId, jobId: null }, begun);
  await waitFor(() => expect(follows()).toBe(1));
  expect(notices()).toMatchObject([begun, begun]);
});
