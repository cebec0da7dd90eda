import { vaultPath } from '@tresor/contracts';
import { expect, it } from 'vitest';
import { UpstreamFailure } from '../../azure/connection/upstream-failure';
import { startTestAzure } from '../../testing/open-session';
import { paced } from './paced';

const vault = vaultPath.parse({ subscriptionId: 'f2edfd5d-5496-4683-b94f-b3588c579009', resourceGroup: 'rg', vaultName: 'vault' });

it.each([
  ['is at something else with what it names', 'RetryableError'],
  ['asks for fewer writes', 'TooManyRequests'],
])('an order that Azure does not take because it %s is sent again', async (_, azureCode) => {
  await using azure = await startTestAzure(() => ({}));
  const session = await azure.session('ada');
  const refusals = [new UpstreamFailure('refused', { status: 429, azureCode, retryAfter: 0 })];
  const send = async () => {
    const refusal = refusals.pop();
    if (refusal) throw refusal;
    return 'sent';
  };
  expect(await paced({ azure: () => session, signal: session.signal, batch: { request: { vault } } }, send)).toBe('sent');
});

it('a run that ends does not wait until Azure is free again', async () => {
  await using azure = await startTestAzure(() => ({}));
  const session = await azure.session('ada');
  const ended = new AbortController();
  const send = async () => {
    ended.abort();
    throw new UpstreamFailure('refused', { status: 409, azureCode: 'AnotherOperationInProgress', retryAfter: 30 });
  };
  await expect(paced({ azure: () => session, signal: ended.signal, batch: { request: { vault } } }, send)).rejects.toMatchObject({
    name: 'AbortError',
  });
});
