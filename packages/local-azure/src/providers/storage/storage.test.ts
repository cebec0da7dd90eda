import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startLocalAzure, type LocalAzure } from '../..';
import { PRODUCTION_SUBSCRIPTION_ID } from '../../seeds/company';
import { plainCaller, sharedKeyCaller } from '../../testing/shared-key-caller';
import { at, list } from '../../world/json';
import { holdVhds, releaseVhds } from '../../world/compute/vhd-holders';
import { callerFor, type Caller } from '../../testing/arm-caller';

let azure: LocalAzure;
let call: Caller;

beforeAll(async () => {
  azure = await startLocalAzure({ file: ':memory:', clock: { mode: 'standing' } });
  call = await callerFor(azure, 'Adele', '2023-05-01');
});

afterAll(() => azure.stop());

const accounts = `/subscriptions/${PRODUCTION_SUBSCRIPTION_ID}/resourceGroups/StorageRG/providers/Microsoft.Storage/storageAccounts`;
const wanted = { location: 'westeurope', kind: 'StorageV2', sku: { name: 'Standard_LRS' } };
const soon = () => new Date(Date.now() + 3_600_000).toISOString();

describe('a storage account', () => {
  test('takes a moment to be made, and is changed at once', async () => {
    const account = `${accounts}/freshaccount`;
    expect((await call('PUT', account, wanted)).status).toBe(202);
    expect((await call('GET', account)).body).toMatchObject({ properties: { provisioningState: 'Creating' } });
    azure.advance(20_000);
    expect((await call('GET', account)).body).toMatchObject({ kind: 'StorageV2', properties: { provisioningState: 'Succeeded' } });
    const changed = await call('PATCH', account, { sku: { name: 'Standard_GRS' }, properties: { allowSharedKeyAccess: false } });
    expect(changed).toMatchObject({ status: 200, body: { sku: { name: 'Standard_GRS' }, properties: { allowSharedKeyAccess: false } } });
  });

  test('has a name that nobody else has', async () => {
    const elsewhere = accounts.replace('StorageRG', 'IgniteRG');
    const { status, body } = await call('PUT', `${elsewhere}/contosostaging`, wanted);
    expect(status).toBe(409);
    expect(at(body, 'error', 'code')).toBe('StorageAccountAlreadyTaken');
    const checks = `/subscriptions/${PRODUCTION_SUBSCRIPTION_ID}/providers/Microsoft.Storage/checkNameAvailability`;
    expect((await call('POST', checks, { name: 'contosostaging', type: 'Microsoft.Storage/storageAccounts' })).body).toMatchObject({
      nameAvailable: false,
      reason: 'AlreadyExists',
    });
  });

  test('has keys that stay until they are renewed', async () => {
    const keys = await call('POST', `${accounts}/contosostaging/listKeys`);
    expect(list(keys.body['keys'])[0]).toMatchObject({ keyName: 'key1', permissions: 'FULL' });
    expect((await call('POST', `${accounts}/contosostaging/listKeys`)).body).toEqual(keys.body);
    const old = sharedKeyCaller(azure, 'contosostaging', String(at(list(keys.body['keys'])[0], 'value')));
    expect((await old('GET', '/?comp=list')).status).toBe(200);
    await call('POST', `${accounts}/contosostaging/regenerateKey`, { keyName: 'key1' });
    expect((await old('GET', '/?comp=list')).status).toBe(403);
  });

  test('signs for anyone who may ask it', async () => {
    await call('PUT', `${accounts}/contosostaging/blobServices/default/containers/signed`, { properties: {} });
    const names = list((await call('GET', `${accounts}/contosostaging/blobServices/default/containers`)).body['value']);
    expect(names.map((one) => at(one, 'name'))).toContain('signed');
    const { body } = await call('POST', `${accounts}/contosostaging/ListAccountSas`, {
      signedServices: 'b',
      signedResourceTypes: 'sc',
      signedPermission: 'l',
      signedExpiry: soon(),
    });
    const anyone = plainCaller(azure, 'contosostaging');
    expect((await anyone('GET', `/?comp=list&${String(body['accountSasToken'])}`)).status).toBe(200);
    const service = await call('POST', `${accounts}/contosostaging/ListServiceSas`, {
      canonicalizedResource: '/blob/contosostaging/signed',
      signedResource: 'c',
      signedPermission: 'rl',
      signedExpiry: soon(),
    });
    expect((await anyone('GET', `/signed?restype=container&comp=list&${String(service.body['serviceSasToken'])}`)).status).toBe(200);
  });

  test('goes with everything in it, once no machine runs from a VHD in it', async () => {
    const owner = sharedKeyCaller(azure, 'contosozones');
    expect((await owner('PUT', '/brief?restype=container')).status).toBe(201);
    const vhd = 'https://contosozones.blob.core.windows.net/brief/os.vhd';
    holdVhds(azure.world, '/vm1', [vhd]);
    expect(await call('DELETE', `${accounts}/contosozones`)).toMatchObject({ status: 409, body: { error: { code: 'AccountIsLocked' } } });
    releaseVhds(azure.world, [vhd]);
    expect((await call('DELETE', `${accounts}/contosozones`)).status).toBe(200);
    expect((await owner('GET', '/?comp=list')).status).toBe(404);
  });
});
