import { afterAll, beforeAll, expect, test } from 'vitest';
import { startLocalAzure, type LocalAzure } from '../..';
import { PRODUCTION_SUBSCRIPTION_ID } from '../../seeds/company';
import { callerFor, type Caller } from '../../testing/arm-caller';
import { at, list } from '../../world/json';
import { setAddressQuota } from './usages';

let azure: LocalAzure;
let call: Caller;

beforeAll(async () => {
  azure = await startLocalAzure({ file: ':memory:', seed: 'empty', clock: { mode: 'standing' } });
  call = await callerFor(azure, 'Adele', '2024-05-01');
});
afterAll(() => azure.stop());

const subscription = `/subscriptions/${PRODUCTION_SUBSCRIPTION_ID}`;
const address = (name: string) => `${subscription}/resourceGroups/AddressRG/providers/Microsoft.Network/publicIPAddresses/${name}`;

test('public addresses of a region are counted, and refused beyond its quota', async () => {
  setAddressQuota(azure.world, PRODUCTION_SUBSCRIPTION_ID, 'northeurope', 2);
  await call('PUT', `${subscription}/resourceGroups/AddressRG`, { location: 'northeurope' });
  const put = (name: string, location = 'northeurope') => call('PUT', address(name), { location, properties: {} });
  expect([(await put('first')).status, (await put('second')).status]).toEqual([201, 201]);

  const { body } = await call('GET', `${subscription}/providers/Microsoft.Network/locations/NorthEurope/usages`);
  const counted = list(body['value']).map((one) => [at(one, 'name', 'value'), at(one, 'currentValue'), at(one, 'limit')]);
  expect(counted).toContainEqual(['PublicIPAddresses', 2, 2]);

  expect(await put('third')).toMatchObject({
    status: 400,
    body: {
      error: {
        code: 'PublicIPCountLimitReached',
        message: 'Cannot create more than 2 public IP addresses for this subscription in this region.',
      },
    },
  });
  expect((await put('first')).status).toBe(200);
  expect((await put('elsewhere', 'westeurope')).status).toBe(201);
});
