import { KeyVaultManagementClient } from '@azure/arm-keyvault';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect, startLocalAzure, type LocalAzure } from '../..';
import { PRODUCTION_SUBSCRIPTION_ID, TENANT_ID } from '../../seeds/company';

let azure: LocalAzure;
let keyVaults: KeyVaultManagementClient;

async function clientOf(person: string): Promise<KeyVaultManagementClient> {
  const { credential, httpClient } = await connect(azure, person);
  return new KeyVaultManagementClient(credential, PRODUCTION_SUBSCRIPTION_ID, { httpClient, retryOptions: { maxRetries: 0 } });
}

beforeAll(async () => {
  azure = await startLocalAzure({ file: ':memory:', clock: { mode: 'standing' } });
  keyVaults = await clientOf('Adele');
});

afterAll(() => azure.stop());

async function namesOf(pages: AsyncIterable<{ name?: string }>): Promise<(string | undefined)[]> {
  const names: (string | undefined)[] = [];
  for await (const { name } of pages) names.push(name);
  return names;
}

const settings = { tenantId: TENANT_ID, sku: { family: 'A', name: 'standard' } as const };
const service = '9d2a57c4-0e83-4f1b-a6c9-2b7d10e4f835';

describe('key vaults', () => {
  test('are listed by subscription, by group and by the generic list', async () => {
    expect(await namesOf(keyVaults.vaults.listBySubscription())).toEqual(expect.arrayContaining(['IgniteDemoKV', 'RbacKV', 'NorthKV']));
    expect(await namesOf(keyVaults.vaults.listByResourceGroup('IgniteRG'))).toEqual(['IgniteDemoKV']);
    expect(await namesOf(keyVaults.vaults.list())).toContain('IgniteDemoKV');
  });

  test('say whether access policies or roles decide', async () => {
    const byPolicy = await keyVaults.vaults.get('IgniteRG', 'IgniteDemoKV');
    expect(byPolicy.properties.enableRbacAuthorization).toBe(false);
    expect(byPolicy.properties.accessPolicies).toHaveLength(2);
    expect((await keyVaults.vaults.get('KeyVaultRG', 'RbacKV')).properties.enableRbacAuthorization).toBe(true);
  });

  test('have names that nobody else in the world has', async () => {
    const vault = { location: 'westeurope', properties: { ...settings, accessPolicies: [] } };
    await expect(keyVaults.vaults.beginCreateOrUpdateAndWait('KeyVaultRG', 'ignitedemokv', vault)).rejects.toMatchObject({
      statusCode: 409,
    });
    expect(await keyVaults.vaults.checkNameAvailability({ name: 'DeletedKV', type: 'Microsoft.KeyVault/vaults' })).toMatchObject({
      nameAvailable: false,
    });
    expect(await keyVaults.vaults.checkNameAvailability({ name: 'FreshKV', type: 'Microsoft.KeyVault/vaults' })).toMatchObject({
      nameAvailable: true,
    });
  });
});

const policy = (secrets: ('get' | 'list' | 'backup')[]) => ({
  properties: { accessPolicies: [{ tenantId: TENANT_ID, objectId: service, permissions: { secrets } }] },
});
const secretsOf = async () => {
  const { properties } = await keyVaults.vaults.get('KeyVaultRG', 'NoPolicyKV');
  return properties.accessPolicies?.find(({ objectId }) => objectId === service)?.permissions.secrets;
};

describe('access policies', () => {
  test('grow, are replaced and shrink, one principal at a time', async () => {
    await keyVaults.vaults.updateAccessPolicy('KeyVaultRG', 'NoPolicyKV', 'add', policy(['get']));
    await keyVaults.vaults.updateAccessPolicy('KeyVaultRG', 'NoPolicyKV', 'add', policy(['get', 'backup']));
    expect(await secretsOf()).toEqual(['get', 'backup']);
    await keyVaults.vaults.updateAccessPolicy('KeyVaultRG', 'NoPolicyKV', 'replace', policy(['get', 'list']));
    expect(await secretsOf()).toEqual(['get', 'list']);
    await keyVaults.vaults.updateAccessPolicy('KeyVaultRG', 'NoPolicyKV', 'remove', policy(['get', 'list']));
    expect(await secretsOf()).toBeUndefined();
  });

  test('are not for someone without rights on key vaults to change', async () => {
    const patti = await clientOf('Patti');
    const change = patti.vaults.updateAccessPolicy('KeyVaultRG', 'NoPolicyKV', 'add', policy(['get']));
    await expect(change).rejects.toMatchObject({ statusCode: 403, code: 'AuthorizationFailed' });
  });
});

describe('a deleted key vault', () => {
  test('is listed, can be brought back with what it had, and is gone once purged', async () => {
    const made = await keyVaults.vaults.beginCreateOrUpdateAndWait('KeyVaultRG', 'ShortLivedKV', {
      location: 'westeurope',
      properties: { ...settings, accessPolicies: [], enabledForDiskEncryption: true },
    });
    expect(made.properties.vaultUri).toBe('https://shortlivedkv.vault.azure.net/');
    await keyVaults.vaults.delete('KeyVaultRG', 'ShortLivedKV');
    await expect(keyVaults.vaults.get('KeyVaultRG', 'ShortLivedKV')).rejects.toMatchObject({ statusCode: 404 });
    expect(await namesOf(keyVaults.vaults.listDeleted())).toEqual(expect.arrayContaining(['DeletedKV', 'ShortLivedKV']));

    const recovered = await keyVaults.vaults.beginCreateOrUpdateAndWait('KeyVaultRG', 'ShortLivedKV', {
      location: 'westeurope',
      properties: { ...settings, createMode: 'recover' },
    });
    expect(recovered.properties.enabledForDiskEncryption).toBe(true);

    await keyVaults.vaults.delete('KeyVaultRG', 'ShortLivedKV');
    await keyVaults.vaults.beginPurgeDeletedAndWait('ShortLivedKV', 'westeurope');
    await expect(keyVaults.vaults.getDeleted('ShortLivedKV', 'westeurope')).rejects.toMatchObject({ statusCode: 404 });
  });
});
