import { itemPath } from '@tresor/contracts';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startTestAzure, type TestAzure } from '../../testing/open-session';
import { listPoints } from '../restores/recovery-points';

const ITEM = itemPath.parse({
  subscriptionId: 'f2edfd5d-5496-4683-b94f-b3588c579009',
  resourceGroup: 'rg',
  vaultName: 'vault',
  vmGroup: 'rg',
  vmName: 'vm',
});

let azure: TestAzure;
let status = 200;

beforeEach(async () => {
  azure = await startTestAzure(() => ({ status, body: { value: [] } }));
});
afterEach(() => azure[Symbol.asyncDispose]());

const ask = async () => listPoints(await azure.session('ada'), ITEM, 30);

it('while the vault’s own region answers, nothing else is asked', async () => {
  status = 200;
  await expect(ask()).resolves.toEqual([]);
  expect(azure.azure.received).toHaveLength(1);
});

it.each([403, 404, 409, 501])('a refusal with %i is an answer', async (refused) => {
  status = refused;
  await expect(ask()).rejects.toMatchObject({ details: { status: refused } });
  expect(azure.azure.received).toHaveLength(1);
});

it('where the vault cannot be read either, it is Azure that does not answer', async () => {
  status = 503;
  await expect(ask()).rejects.toMatchObject({ kind: 'refused', details: { status: 503 } });
});
