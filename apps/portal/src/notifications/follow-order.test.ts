// @vitest-environment jsdom
import type { QueryClient } from '@tanstack/react-query';
import { recordedCommand, vaultPath, type CommandEnd, type RecordedCommand } from '@tresor/contracts';
import { renderHook, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { commandsQuery } from '../api/queries';
import { paths } from '../map/paths';
import { adeleIsHere } from '../testing/adele';
import { knownOnly } from '../testing/mount';
import { followOrder } from './follow-order';
import { dismiss, notify, useNotifications, type Notice } from './notifications';
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
const follow = (ended?: string) => followOrder(client, path, { orderId: intentId, ended, begun }, notify(begun));
const look = (change: Partial<RecordedCommand> = {}) => client.setQueryData(queryKey, [recorded(change)]);

test('what has no job yet is looked at until it failed, and then that is told in place of its beginning', async () => {
  follow();
  client.setQueryData(queryKey, [recorded()]);
  expect([follows(), notices()]).toMatchObject([1, [begun]]);
  client.setQueryData(queryKey, [recorded({ ...failed, about: { azureCode: 'OperationFailed' } })]);
  await vi.waitFor(() => expect([follows(), notices()]).toMatchObject([0, [{ intent: 'error', title: expect.stringContaining('VM1') }]]));
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
  tellStarted(client, path, { orderId: intentId, jobId: 'job' }, begun);
  tellStarted(client, path, { orderId: intentId, jobId: null }, begun);
  await waitFor(() => expect(follows()).toBe(1));
  expect(notices()).toMatchObject([begun, begun]);
});

const ended = (end: CommandEnd): Partial<RecordedCommand> => ({
  end: { state: 'known', value: { end, at: '2026-01-01T00:01:00.000Z' } },
});
const told = (notice: Partial<Notice>) => vi.waitFor(() => expect(notices()).toMatchObject([notice]));

describe('what is told of once it is done', () => {
  const stopped = 'Backup of VM1 has stopped';

  test('is followed past its job, and called done once that has ended', async () => {
    follow(stopped);
    look({ command: 'items.stop', jobId: 'job' });
    expect([follows(), notices()]).toMatchObject([1, [begun]]);
    look({ command: 'items.stop', jobId: 'job', ...ended('succeeded') });
    await told({ title: stopped, intent: 'success', href: paths.job({ ...path, jobId: 'job' }) });
    expect(follows()).toBe(0);
  });

  test('is told as failed, in the words of its job', async () => {
    await adeleIsHere();
    const errors = [{ code: 1, title: 'UserErrorVmNotFound', message: 'The virtual machine is gone.', recommendations: [] }];
    vi.stubGlobal('fetch', async () => Response.json({ errors }));
    follow(stopped);
    look({ command: 'items.stop', jobId: 'job', ...ended('failed') });
    await told({ intent: 'error', title: '“Stop backup” failed: VM1', body: expect.stringContaining('The virtual machine is gone.') });
  });

  test('is told as canceled', async () => {
    follow(stopped);
    look({ command: 'items.undelete', ...ended('cancelled') });
    await told({ intent: 'warning', title: '“Undelete” was canceled: VM1' });
  });

  test('is done with its answer where Azure goes on with nothing', async () => {
    follow('Policy was changed');
    look({ command: 'policies.update', result: 'done' });
    await told({ title: 'Policy was changed', intent: 'success' });
  });

  test('is not known where nothing tells of it for ten minutes, and never called done', async () => {
    follow(stopped);
    for (let looks = 0; looks <= 120; looks += 1) look({ command: 'items.stop', about: { looks: String(looks) } });
    await told({ intent: 'warning', title: `Outcome not known: ${begun.title}`, body: expect.stringContaining('accepted') });
    expect(follows()).toBe(0);
  });

  test('is followed also where Azure named its job at once', async () => {
    tellStarted(client, path, { orderId: intentId, jobId: 'job', ended: stopped }, begun);
    await waitFor(() => expect(follows()).toBe(1));
  });
});

test('an order that Azure calls done without a job is told as that', async () => {
  follow();
  look({ end: { state: 'known', value: { end: 'succeeded', at: '2026-01-01T00:01:00.000Z' } } });
  await vi.waitFor(() => expect(notices()).toMatchObject([{ intent: 'warning', title: '“Backup now” finished without a job: VM1' }]));
});
