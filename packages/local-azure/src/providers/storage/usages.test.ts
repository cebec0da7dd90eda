import { afterAll, beforeAll, expect, test } from 'vitest';
import { startLocalAzure, type LocalAzure } from '../..';
import { PRODUCTION_SUBSCRIPTION_ID } from '../../seeds/company';
import { callerFor, type Caller } from '../../testing/arm-caller';
import { at, list } from '../../world/json';
import { setAccountQuota } from './usages';

let azure: LocalAzure;
let call: Caller;

beforeAll(async () => {
  azure = await startLocalAzure({ file: ':memory:', seed: 'empty', clock: { mode: 'standing' } });
  call = await callerFor(azure, 'Adele', '2023-01-01');
});
afterAll(() => azure.stop());

const subscription = `/subscriptions/${PRODUCTION_SUBSCRIPTION_ID}`;
const account = (name: string) => `${subscription}/resourceGroups/AccountRG/providers/Microsoft.Storage/storageAccounts/${name}`;

test('storage accounts of a region are counted, and refused beyond its quota', async () => {
  setAccountQuota(azure.world, PRODUCTION_SUBSCRIPTION_ID, 'northeurope', 1);
  await call('PUT', `${subscription}/resourceGroups/AccountRG`, { location: 'northeurope' });
  const put = (name: string, location = 'northeurope') =>
    call('PUT', account(name), { location, sku: { name: 'Standard_LRS' }, kind: 'StorageV2', properties: {} });
  expect((await put('contosofirst')).status).toBe(202);
  const usages = async (location: string) => {
    const { body } = await call('GET', `${subscription}/providers/Microsoft.Storage/locations/${location}/usages`);
    return list(body['value']).map((one) => [at(one, 'name', 'value'), at(one, 'currentValue'), at(one, 'limit')]);
  };
  expect(await usages('NorthEurope')).toEqual([['StorageAccounts', 1, 1]]);
  expect(await put('contososecond')).toMatchObject({
    status: 409,
    body: {
      error: {
        code: 'MaxStorageAccountsCountPerSubscriptionExceeded',
        message: `Subscription ${PRODUCTION_SUBSCRIPTION_ID} already contains 1 storage accounts in location northeurope and the maximum allowed is 1.`,
      },
    },
  });
  azure.advance(60_000);
  expect((await put('contosofirst')).status).toBe(200);
  expect((await put('contosoelsewhere', 'westeurope')).status).toBe(202);
  expect(await usages('westeurope')).toEqual([['StorageAccounts', 1, 250]]);
});
