import { vaultPath } from '@tresor/contracts';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startTestAzure, type TestAzure } from '../../testing/open-session';
import { toProblem } from './failures';
import { listItems } from '../items/items';
import { listSubscriptions } from '../subscriptions';

const vaultIn = (subscriptionId: string, vaultName = 'vault') => vaultPath.parse({ subscriptionId, resourceGroup: 'rg', vaultName });
const NORTH = vaultIn('f2edfd5d-5496-4683-b94f-b3588c579009');
const WEST = vaultIn('0c7a52be-41f9-4d18-a6c2-93be5d20e7f4');

let azure: TestAzure;
let isNorthDown = true;

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
  const session = await azure.session('ada');
  const vaults = ['one', 'two', 'three', 'four'];
  await Promise.allSettled(vaults.map((name) => listItems(session, vaultIn(NORTH.subscriptionId, name))));
  const before = azure.azure.received.length;
  const failure: unknown = await askNorth().catch((error: unknown) => error);
  expect(azure.azure.received).toHaveLength(before);
  return failure;
}

it('a service that does not answer in a subscription is left alone there, and said to be unreachable for so long', async () => {
  expect(toProblem(await untilLeftAlone(), 'vault-not-found')).toMatchObject({ code: 'azure-unreachable', details: { retryAfter: 15 } });
});

it('all others go on meanwhile', async () => {
  await untilLeftAlone();
  await expect(listItems(await azure.session('ada'), WEST)).resolves.toEqual([]);
  await expect(listSubscriptions(await azure.session('grace'))).resolves.toEqual([]);
});

it('after a while one call asks whether it answers again', async () => {
  await untilLeftAlone();
  vi.advanceTimersByTime(15_000);
  const before = azure.azure.received.length;
  await Promise.allSettled([askNorth(), askNorth(), askNorth()]);
  expect(azure.azure.received).toHaveLength(before + 1);
  isNorthDown = false;
  vi.advanceTimersByTime(15_000);
  await expect(askNorth()).resolves.toEqual([]);
  await expect(askNorth()).resolves.toEqual([]);
});

it('a clock that is set back holds nothing up', async () => {
  await untilLeftAlone();
  isNorthDown = false;
  vi.setSystemTime(Date.now() - 3_600_000);
  await expect(askNorth()).rejects.toMatchObject({ kind: 'held-back' });
  vi.advanceTimersByTime(15_000);
  await expect(askNorth()).resolves.toEqual([]);
});
