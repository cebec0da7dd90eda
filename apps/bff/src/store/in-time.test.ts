import { randomUUID } from 'node:crypto';
import { problem, listedSubscription } from '@tresor/contracts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { LeaseLost } from '../lease-lost';
import { IGNITE, vmId } from '../testing/contoso-places';
import { memoryStores } from '../testing/memory/stores';
import { thatFallSilent, type SilentStores } from '../testing/memory/silent';
import { startContoso, type Contoso } from '../testing/start-contoso';
import type { TestServer } from '../testing/start-test-server';
import { decision } from '../testing/things-to-keep';
import { inTime } from './in-time';
import type { Stores } from './stores';

let contoso: Contoso;
let server: TestServer;
let shared: SilentStores;

beforeEach(async () => {
  contoso = await startContoso();
  shared = thatFallSilent(memoryStores());
  server = await contoso.startAnother({}, { stores: shared.stores });
});

afterEach(async () => {
  await server[Symbol.asyncDispose]();
  await contoso[Symbol.asyncDispose]();
});

const ready = async () => (await server.call('/api/ready')).status;

const enable = () =>
  contoso.as(
    'adele',
    `${IGNITE}/protection/${randomUUID()}`,
    { method: 'PUT', body: JSON.stringify({ edition: '2017-01', policyName: 'DefaultPolicy', vmIds: [vmId('dbvm1', 'DBVM1Restore')] }) },
    server,
  );

it('while a shared store is silent reads are served, orders are refused, and the server says that it is not ready', async () => {
  expect(await ready()).toBe(200);
  shared.silent = true;
  const read = await contoso.as('adele', '/api/subscriptions', {}, server);
  expect(z.array(listedSubscription).parse(await read.json())).not.toEqual([]);
  // Nobody waits for it who only looks.
  expect(shared.unanswered).toBe(0);
  await expect.poll(ready, { timeout: 10_000 }).toBe(503);
  const refused = await enable();
  expect(problem.parse(await refused.json()).code).toBe('store-unavailable');
});

it('a store that answers again takes orders again', async () => {
  shared.silent = true;
  const unanswered = await enable();
  // The store may have the record of it all the same; for want of its answer nothing is sent to Azure.
  expect(problem.parse(await unanswered.json())).toMatchObject({ code: 'store-unavailable', status: 503 });
  shared.silent = false;
  await expect.poll(ready, { timeout: 10_000 }).toBe(200);
  expect((await enable()).status).toBe(202);
});

const never = () => new Promise<never>(() => undefined);

/** The same stores, of which the record of commands never answers. */
const withSlowRecord = () => {
  const kept = memoryStores();
  return inTime({ ...kept, commands: { ...kept.commands, ofScope: never } });
};

async function callSlowly(stores: Stores, meanwhile?: () => Promise<unknown>): Promise<void> {
  const slow = expect(stores.commands.ofScope('/vault', 1)).rejects.toMatchObject({ code: 'store-timeout' });
  await vi.advanceTimersByTimeAsync(1_000);
  await meanwhile?.();
  await vi.advanceTimersByTimeAsync(4_000);
  await slow;
}

describe('one call that is slow', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
  afterEach(() => void vi.useRealTimers());

  it('keeps nobody from a run that goes on: its lease is asked for all the same', async () => {
    const stores = withSlowRecord();
    await callSlowly(stores);
    await expect(stores.intents.find('order')).rejects.toMatchObject({ code: 'store-unavailable' });
    expect(await stores.recoveryPlans.lease('plan', 'worker', 5_000)).toBeUndefined();
  });

  it.each<[how: string, another: (stores: Stores) => Promise<unknown>]>([
    ['answered', (stores) => stores.intents.find('order')],
    [
      'refused',
      (stores) =>
        expect(stores.restorePlans.note({ id: 'plan', fence: 1 }, decision('2017-01-18T10:00:00.000Z'))).rejects.toThrow(LeaseLost),
    ],
  ])('does not make a store silent that has %s others meanwhile', async (_how, another) => {
    const stores = withSlowRecord();
    await callSlowly(stores, () => another(stores));
    expect(await stores.intents.find('order')).toBeUndefined();
  });
});
