import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startLocalAzure, type LocalAzure } from '../..';
import { PRODUCTION_SUBSCRIPTION_ID } from '../../seeds/company';
import { at, list } from '../../world/json';
import { callerFor, type Caller } from '../testing';

let azure: LocalAzure;
let call: Caller;

beforeAll(async () => {
  azure = await startLocalAzure({ file: ':memory:', clock: { mode: 'standing' } });
  call = await callerFor(azure, 'Adele', '2023-05-01');
});

afterAll(() => azure.stop());

describe('a storage account', () => {
  const accounts = `/subscriptions/${PRODUCTION_SUBSCRIPTION_ID}/resourceGroups/StorageRG/providers/Microsoft.Storage/storageAccounts`;

  test('is created once, with keys that stay', async () => {
    const wanted = { location: 'westeurope', kind: 'StorageV2', sku: { name: 'Standard_LRS' } };
    expect(await call('PUT', `${accounts}/freshaccount`, wanted)).toMatchObject({ status: 201, body: { kind: 'StorageV2' } });
    const keys = await call('POST', `${accounts}/freshaccount/listKeys`);
    expect(list(keys.body['keys'])[0]).toMatchObject({ keyName: 'key1', permissions: 'FULL' });
    expect((await call('POST', `${accounts}/freshaccount/listKeys`)).body).toEqual(keys.body);
  });

  test('has a name that nobody else has', async () => {
    const elsewhere = accounts.replace('StorageRG', 'IgniteRG');
    const { status, body } = await call('PUT', `${elsewhere}/contosostaging`, { location: 'westeurope', sku: { name: 'Standard_LRS' } });
    expect(status).toBe(409);
    expect(at(body, 'error', 'code')).toBe('StorageAccountAlreadyTaken');
  });
});
