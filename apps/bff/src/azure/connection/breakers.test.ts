import { itemPath, vaultPath } from '@tresor/contracts';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createHttpHeaders, createPipelineRequest } from '@azure/core-rest-pipeline';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startTestAzure, type TestAzure } from '../../testing/open-session';
import { Breakers } from './breakers';
import { Deadline } from './deadline';
import { toProblem } from './failures';
import { UpstreamFailure } from './upstream-failure';
import { listItems, listPairedItems } from '../items/items';
import { readHeldKeys } from '../restores/held-keys';
import { listSubscriptions } from '../subscriptions';
import { readVault } from '../vaults/vaults';

const vaultIn = (subscriptionId: string, vaultName = 'vault') => vaultPath.parse({ subscriptionId, resourceGroup: 'rg', vaultName });
const NORTH = vaultIn('f2edfd5d-5496-4683-b94f-b3588c579009');
const WEST = vaultIn('0c7a52be-41f9-4d18-a6c2-93be5d20e7f4');

let azure: TestAzure;
let isNorthDown = true;
let isSilent = false;

beforeEach(async () => {
  isNorthDown = true;
  azure = await startTestAzure(({ path }) =>
    isNorthDown && path.includes(NORTH.subscriptionId) ? { status: 503, body: {} } : { body: { value: [] } },
  );
  vi.useFakeTimers({ toFake: ['Date', 'performance'] });
});

afterEach(async () => {
  vi.useRealTimers();
  await azure[Symbol.asyncDispose]();
});

const askNorth = async () => listItems(await azure.session('ada'), NORTH);

/** Asks for so much that the last of it is not asked any more. */
async function untilLeftAlone(): Promise<unknown> {
  const people = await Promise.all(['ada', 'grace', 'joan', 'mary'].map((name) => azure.session(name)));
  await Promise.allSettled(people.map((session) => listItems(session, NORTH)));
  const before = azure.azure.received.length;
  const failure: unknown = await askNorth().catch((error: unknown) => error);
  expect(azure.azure.received).toHaveLength(before);
  return failure;
}

it('a service that does not answer in a subscription is left alone there, and said to be unreachable for so long', async () => {
  expect(toProblem(await untilLeftAlone(), 'vault-not-found')).toMatchObject({ code: 'azure-unreachable', details: { retryAfter: 4 } });
});

it('all others go on meanwhile', async () => {
  await untilLeftAlone();
  await expect(listItems(await azure.session('ada'), WEST)).resolves.toEqual([]);
  await expect(listSubscriptions(await azure.session('grace'))).resolves.toEqual([]);
});

it('so do other vaults there, which may be in another region, the paired region, and the vault itself', async () => {
  await untilLeftAlone();
  const session = await azure.session('ada');
  const before = azure.azure.received.length;
  const others = [listItems(session, vaultIn(NORTH.subscriptionId, 'other')), listPairedItems(session, NORTH), readVault(session, NORTH)];
  for (const asked of await Promise.allSettled(others)) expect(asked).toMatchObject({ reason: { kind: 'refused' } });
  expect(azure.azure.received).toHaveLength(before + 9);
});

it('after a while one call asks whether it answers again', async () => {
  await untilLeftAlone();
  vi.advanceTimersByTime(4_000);
  const before = azure.azure.received.length;
  await Promise.allSettled([askNorth(), askNorth(), askNorth()]);
  expect(azure.azure.received).toHaveLength(before + 1);
  isNorthDown = false;
  vi.advanceTimersByTime(4_000);
  await expect(askNorth()).resolves.toEqual([]);
  await expect(askNorth()).resolves.toEqual([]);
});

it('a clock that is set back or ahead changes nothing', async () => {
  await untilLeftAlone();
  isNorthDown = false;
  vi.setSystemTime(Date.now() - 3_600_000);
  await expect(askNorth()).rejects.toMatchObject({ kind: 'held-back' });
  vi.setSystemTime(Date.now() + 7_200_000);
  await expect(askNorth()).rejects.toMatchObject({ kind: 'held-back' });
  vi.advanceTimersByTime(4_000);
  await expect(askNorth()).resolves.toEqual([]);
});

describe('a service that hangs', () => {
  let letGo: () => void;
  let hanging: Promise<void>;

  beforeEach(async () => {
    await azure[Symbol.asyncDispose]();
    hanging = new Promise((resolve) => (letGo = resolve));
    azure = await startTestAzure(async ({ path }) => {
      if (isNorthDown && path.includes(NORTH.subscriptionId)) await (isSilent ? hanging : undefined);
      return isNorthDown && path.includes(NORTH.subscriptionId) ? { status: 503, body: {} } : { body: { value: [] } };
    });
  });

  afterEach(() => {
    letGo();
    isSilent = false;
  });

  it('holds up the one call that asks for it, and no other, not even one for the same', async () => {
    await untilLeftAlone();
    isSilent = true;
    for (let round = 0; round < 3; round += 1) {
      vi.advanceTimersByTime(4_000);
      const before = azure.azure.received.length;
      const asking = askNorth().catch(() => undefined);
      await expect.poll(() => azure.azure.received.length).toBe(before + 1);
      for (let others = 0; others < 20; others += 1) await expect(askNorth()).rejects.toMatchObject({ kind: 'held-back' });
      expect(azure.azure.received).toHaveLength(before + 1);
      void asking;
    }
  });

  it('is not thought to be gone because people turn from a page while it reads points', async () => {
    isSilent = true;
    const path = itemPath.parse({ ...NORTH, vmGroup: 'rg', vmName: 'vm' });
    for (let point = 0; point < 12; point += 1) {
      const page = new AbortController();
      const before = azure.azure.received.length;
      const asked = readHeldKeys(await azure.session('ada', page.signal), path, `${point}`);
      const ended = expect(asked).rejects.toMatchObject({ name: 'AbortError' });
      await expect.poll(() => azure.azure.received.length).toBeGreaterThan(before);
      page.abort();
      await ended;
    }
    isNorthDown = false;
    await expect(askNorth()).resolves.toEqual([]);
  });

  it('is called as ever four seconds after it answers again, though the call before has not ended', async () => {
    await untilLeftAlone();
    isSilent = true;
    vi.advanceTimersByTime(4_000);
    const before = azure.azure.received.length;
    void askNorth().catch(() => undefined);
    await expect.poll(() => azure.azure.received.length).toBe(before + 1);
    isNorthDown = false;
    vi.advanceTimersByTime(4_000);
    await expect(askNorth()).resolves.toEqual([]);
    await expect(askNorth()).resolves.toEqual([]);
  });
});

it('a service that nobody asks for any more, as of a key vault that is gone, is not counted for good', async () => {
  const breakers = new Breakers();
  const gone = breakers.before(breakers.through({ sendRequest: () => Promise.reject(new UpstreamFailure('unreachable')) }));
  const ask = () => gone.sendRequest(createPipelineRequest({ url: 'https://gone.vault.azure.net/keys' })).catch(() => undefined);
  for (let calls = 0; calls < 12; calls += 1) await ask();
  vi.advanceTimersByTime(9 * 60_000);
  await ask();
  vi.advanceTimersByTime(9 * 60_000);
  expect(breakers.open).toBe(1);
  vi.advanceTimersByTime(2 * 60_000);
  expect(breakers.open).toBe(0);
});

const url = (id: string) => createPipelineRequest({ url: `https://management.azure.com/subscriptions/${id}/resources` });

it('subscriptions that do not exist push no circuit out', async () => {
  await untilLeftAlone();
  const breakers = new Breakers();
  const silent = breakers.before(breakers.through({ sendRequest: () => Promise.reject(new UpstreamFailure('timeout')) }));
  const empty = breakers.before(
    breakers.through({ sendRequest: (request) => Promise.resolve({ request, status: 404, headers: createHttpHeaders() }) }),
  );
  for (let calls = 0; calls < 10; calls += 1) await silent.sendRequest(url(NORTH.subscriptionId)).catch(() => undefined);
  await expect(silent.sendRequest(url(NORTH.subscriptionId))).rejects.toMatchObject({ kind: 'held-back' });
  for (let invented = 0; invented < 6_000; invented += 1) await empty.sendRequest(url(randomUUID()));
  await expect(silent.sendRequest(url(NORTH.subscriptionId))).rejects.toMatchObject({ kind: 'held-back' });
});

it('that calls wait too long for one another says nothing of a service', async () => {
  const held: (() => void)[] = [];
  await using slow = await startTestAzure(async () => {
    await new Promise<void>((resolve) => held.push(resolve));
    return { body: {} };
  });
  const { httpClient } = await slow.session('ada');
  const ask = (timeout: number) =>
    httpClient.sendRequest(
      createPipelineRequest({ url: `${url(NORTH.subscriptionId).url}/${randomUUID()}`, timeout, allowInsecureConnection: true }),
    );
  const first = Array.from({ length: 8 }, () => ask(60_000));
  await expect.poll(() => held.length).toBe(8);
  const waiting = Array.from({ length: 20 }, () => ask(1));
  await once(new Deadline(5).signal, 'abort');
  held[0]?.();
  for (const asked of await Promise.allSettled(waiting)) expect(asked).toMatchObject({ status: 'rejected', reason: { kind: 'timeout' } });
  const next = ask(60_000);
  await expect.poll(() => held.length).toBe(9);
  for (const answer of held) answer();
  for (const { status } of await Promise.all([...first, next])) expect(status).toBe(200);
});

it('who leaves before the answer says nothing of a service; no answer in time does', async () => {
  const breakers = new Breakers();
  const silent = breakers.through({
    sendRequest: ({ abortSignal }) =>
      new Promise((_, reject) => abortSignal?.addEventListener('abort', () => reject(new DOMException('It ended.', 'AbortError')))),
  });
  const ask = async (deadline: Deadline) => {
    const asked = silent.sendRequest(createPipelineRequest({ url: url(NORTH.subscriptionId).url, abortSignal: deadline.signal }));
    return asked.catch((error: unknown) => error);
  };
  const leave = (deadline: Deadline) => {
    const asked = ask(deadline);
    deadline.leave();
    deadline.done();
    return asked;
  };
  for (let calls = 0; calls < 20; calls += 1) expect(await leave(new Deadline(60_000))).toMatchObject({ name: 'AbortError' });
  expect(breakers.open).toBe(0);
  for (const asked of Array.from({ length: 10 }, () => ask(new Deadline(1)))) expect(await asked).toMatchObject({ kind: 'timeout' });
  expect(breakers.open).toBe(1);
});
