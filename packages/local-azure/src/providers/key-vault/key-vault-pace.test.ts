import { KeyVaultManagementClient } from '@azure/arm-keyvault';
import { SecretClient } from '@azure/keyvault-secrets';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { connect, startLocalAzure, type LocalAzure } from '../..';
import { PRODUCTION_SUBSCRIPTION_ID, TENANT_ID } from '../../seeds/company';
import { people } from '../../seeds/people';
import { keyVaultPace } from '../../world/time/pace';

const SECONDS = 5;
const WEST = 'westeurope';
/** Looks often: the time that passes is the world's. */
const often = { updateIntervalInMs: 1 };

let azure: LocalAzure;
let keyVaults: KeyVaultManagementClient;
let secrets: SecretClient;

beforeEach(async () => {
  azure = await startLocalAzure({ file: ':memory:', clock: { mode: 'standing' } });
  keyVaultPace.set(azure.world, SECONDS);
  const { credential, httpClient } = await connect(azure, 'adele');
  const options = { httpClient, retryOptions: { maxRetries: 0 } };
  keyVaults = new KeyVaultManagementClient(credential, PRODUCTION_SUBSCRIPTION_ID, options);
  secrets = new SecretClient('https://slowkv.vault.azure.net', credential, options);
});
afterEach(() => azure.stop());

const pass = () => azure.advance(SECONDS * 1000);
const taken = { statusCode: 409 };
const gone = { statusCode: 404 };

async function make(createMode: 'default' | 'recover' = 'default') {
  const permissions = { secrets: ['get', 'set', 'list'] };
  const accessPolicies = [{ tenantId: TENANT_ID, objectId: people.adele.objectId, permissions }];
  const properties = { tenantId: TENANT_ID, sku: { family: 'A', name: 'standard' } as const, accessPolicies, createMode };
  return keyVaults.vaults.beginCreateOrUpdate('KeyVaultRG', 'SlowKV', { location: WEST, properties }, often);
}

async function made(): Promise<void> {
  const poller = await make();
  pass();
  await poller.pollUntilDone();
}

const listed = async () => {
  const names: (string | undefined)[] = [];
  for await (const { name } of keyVaults.vaults.listDeleted()) names.push(name);
  return names.includes('SlowKV');
};

it('a new key vault is there before its name leads to it', async () => {
  const poller = await make();
  expect(poller.isDone()).toBe(false);
  expect((await keyVaults.vaults.get('KeyVaultRG', 'SlowKV')).properties.provisioningState).toBe('RegisteringDns');
  await expect(secrets.setSecret('one', '1')).rejects.toMatchObject(gone);
  // Anyone who changes it meanwhile makes it no faster.
  await keyVaults.vaults.update('KeyVaultRG', 'SlowKV', { tags: { changed: 'yes' } });
  await expect(secrets.setSecret('one', '1')).rejects.toMatchObject(gone);
  pass();
  expect((await poller.pollUntilDone()).properties.provisioningState).toBe('Succeeded');
  await secrets.setSecret('one', '1');
});

it('a deleted key vault has its address at once, is listed later, and its name stays taken', async () => {
  await made();
  await keyVaults.vaults.delete('KeyVaultRG', 'SlowKV');
  expect((await keyVaults.vaults.getDeleted('SlowKV', WEST)).properties?.vaultId).toContain('/vaults/SlowKV');
  expect(await listed()).toBe(false);
  await expect(make()).rejects.toMatchObject(taken);
  pass();
  expect(await listed()).toBe(true);
  const recovery = await make('recover');
  pass();
  expect((await recovery.pollUntilDone()).properties.provisioningState).toBe('Succeeded');
});

it('a purge answers before it is done; until then nothing else can be done with the key vault', async () => {
  await made();
  await keyVaults.vaults.delete('KeyVaultRG', 'SlowKV');
  const poller = await keyVaults.vaults.beginPurgeDeleted('SlowKV', WEST, often);
  expect(poller.isDone()).toBe(false);
  expect((await keyVaults.vaults.getDeleted('SlowKV', WEST)).name).toBe('SlowKV');
  await expect(keyVaults.vaults.beginPurgeDeleted('SlowKV', WEST, often)).rejects.toMatchObject(taken);
  await expect(make('recover')).rejects.toMatchObject(taken);
  await expect(make()).rejects.toMatchObject(taken);
  pass();
  await poller.pollUntilDone();
  await expect(keyVaults.vaults.getDeleted('SlowKV', WEST)).rejects.toMatchObject(gone);
  expect(poller.isDone()).toBe(true);
  await made();
});
