import { policyName, vaultPath } from '@tresor/contracts';
import { expect, it } from 'vitest';
import type { Telemetry } from '../telemetry/telemetry';
import { memoryStores } from '../testing/memory/stores';
import { countedOrders } from './counted-orders';

const REQUEST = {
  vault: vaultPath.parse({ subscriptionId: 'f2edfd5d-5496-4683-b94f-b3588c579009', resourceGroup: 'rg', vaultName: 'vault' }),
  edition: '2017-01' as const,
  policyName: policyName.parse('DailyPolicy'),
};

/** The stores, and what was counted of them. */
function counted() {
  const seen: string[] = [];
  const telemetry: Telemetry = {
    namesToo: false,
    openRequest: () => ({ traceparent: undefined, ask: () => telemetry.openRequest('', undefined, {}), end: () => undefined }),
    count: (_name, attributes, by = 1) => void (by > 0 && seen.push(Object.values(attributes).join(' '))),
    record: () => undefined,
    watch: () => undefined,
    stop: () => Promise.resolve(),
  };
  return { seen, ...countedOrders(memoryStores(), telemetry) };
}

it('each machine of a batch is counted once in every state that it comes into', async () => {
  const { batches, seen } = counted();
  const batch = {
    batchId: 'one',
    owner: 'ada',
    bodyHash: 'hash',
    request: REQUEST,
    startedAt: new Date().toISOString(),
    vmIds: ['a', 'b'],
  };
  await batches.create(batch);
  await batches.create(batch);
  const lease = await batches.lease('one', 'worker', 1_000);
  if (!lease) throw new Error('nobody else holds it');
  await batches.note(lease, 'a', { state: 'enabling', sent: true });
  await batches.note(lease, 'a', { state: 'enabling', operation_id: 'operation' });
  await batches.note(lease, 'a', { state: 'protected' });
  expect(seen).toEqual(['machine waiting', 'machine waiting', 'machine enabling', 'machine protected']);
  expect(await batches.machines('one')).toMatchObject([{ state: 'protected' }, { state: 'waiting' }]);
});

it('a command is counted when it is sent, and by what came of it', async () => {
  const { intents, seen } = counted();
  const intent = { intentId: 'one', owner: 'ada', bodyHash: 'hash', requestId: 'first', sentAt: new Date().toISOString() };
  await intents.claim(intent);
  await intents.claim(intent);
  await intents.doubt('one', 'first', new Date().toISOString());
  await intents.accepted('one', 'first', 'job');
  expect(seen).toEqual(['command sent', 'command unknown', 'command accepted']);
});
