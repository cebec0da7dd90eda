import { SubscriptionClient } from '@azure/arm-resources-subscriptions';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect, startLocalAzure } from './index';
import type { Connection, LocalAzure } from './index';
import { PRODUCTION_SUBSCRIPTION_ID, TEST_SUBSCRIPTION_ID } from './seeds/company';

let azure: LocalAzure;
let adele: Connection;

beforeAll(async () => {
  azure = await startLocalAzure({ file: ':memory:', clock: { mode: 'standing' }, control: true });
  adele = await connect(azure, 'adele');
});

afterAll(() => azure.stop());

async function subscriptionsOf({ credential, httpClient }: Connection): Promise<Set<string | undefined>> {
  const client = new SubscriptionClient(credential, { httpClient, retryOptions: { maxRetries: 0 } });
  const ids = [];
  for await (const subscription of client.subscriptions.list()) ids.push(subscription.subscriptionId);
  return new Set(ids);
}

describe('through the official client', () => {
  it('an owner sees every subscription', async () => {
    expect(await subscriptionsOf(adele)).toEqual(new Set([TEST_SUBSCRIPTION_ID, PRODUCTION_SUBSCRIPTION_ID]));
  });

  it('a guest sees the subscription in which he holds a role', async () => {
    expect(await subscriptionsOf(await connect(azure, 'lee'))).toEqual(new Set([PRODUCTION_SUBSCRIPTION_ID]));
  });

  it('a subscription that does not exist is not found', async () => {
    const client = new SubscriptionClient(adele.credential, { httpClient: adele.httpClient });
    await expect(client.subscriptions.get('00000000-0000-0000-0000-000000000001')).rejects.toMatchObject({
      statusCode: 404,
      code: 'SubscriptionNotFound',
    });
  });
});
