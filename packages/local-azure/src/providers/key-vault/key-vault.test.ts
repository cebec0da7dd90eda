import { randomUUID } from 'node:crypto';
import { AuthorizationManagementClient } from '@azure/arm-authorization';
import { KeyVaultManagementClient } from '@azure/arm-keyvault';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect, startLocalAzure, type LocalAzure } from '../..';
import { PRODUCTION_SUBSCRIPTION_ID, TENANT_ID } from '../../seeds/company';
import { people } from '../../seeds/people';
import { callerFor } from '../../testing/arm-caller';
import { takeEffect } from '../../testing/take-effect';

let azure: LocalAzure;
let keyVaults: KeyVaultManagementClient;

async function access(person: string) {
  const { credential, httpClient } = await connect(azure, person);
  return [credential, PRODUCTION_SUBSCRIPTION_ID, { httpClient, retryOptions: { maxRetries: 0 } }] as const;
}
const clientOf = async (person: string) => new KeyVaultManagementClient(...(await access(person)));

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

const DAY = 86_400_000;
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
    expect(byPolicy.properties.accessPolicies?.map(({ objectId }) => objectId)).toContain(people.adele.objectId);
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

  test('are replaced as a whole by a change of the key vault', async () => {
    const [entry] = policy(['get', 'list']).properties.accessPolicies;
    const before = (await keyVaults.vaults.get('KeyVaultRG', 'NoPolicyKV')).properties.accessPolicies ?? [];
    const change = { properties: { accessPolicies: [...before, ...(entry ? [entry] : [])] } };
    await keyVaults.vaults.update('KeyVaultRG', 'NoPolicyKV', change);
    expect(await secretsOf()).toEqual(['get', 'list']);
    await keyVaults.vaults.update('KeyVaultRG', 'NoPolicyKV', { properties: { accessPolicies: before } });
    expect(await secretsOf()).toBeUndefined();
  });

  test('name somebody', async () => {
    const nobody = { properties: { accessPolicies: [{ tenantId: TENANT_ID, objectId: 'nobody', permissions: {} }] } };
    await expect(keyVaults.vaults.updateAccessPolicy('KeyVaultRG', 'NoPolicyKV', 'add', nobody)).rejects.toMatchObject({
      statusCode: 400,
      code: 'BadRequest',
    });
  });

  test('give way to roles only at the hands of someone who may give roles', async () => {
    const { roleAssignments } = new AuthorizationManagementClient(...(await access('Adele')));
    const keyVaultContributor = '/providers/Microsoft.Authorization/roleDefinitions/f25e0fa2-a7c8-4377-a976-54943a77a395';
    await roleAssignments.create(`/subscriptions/${PRODUCTION_SUBSCRIPTION_ID}/resourceGroups/KeyVaultRG`, randomUUID(), {
      principalId: people.alex.objectId,
      roleDefinitionId: keyVaultContributor,
    });
    takeEffect(azure);
    const alex = await clientOf('Alex');
    await alex.vaults.updateAccessPolicy('KeyVaultRG', 'HalfPolicyKV', 'add', policy(['backup']));
    const rbac = { properties: { enableRbacAuthorization: true } };
    await expect(alex.vaults.update('KeyVaultRG', 'HalfPolicyKV', rbac)).rejects.toMatchObject({ code: 'AuthorizationFailed' });
    expect((await keyVaults.vaults.update('KeyVaultRG', 'HalfPolicyKV', rbac)).properties.enableRbacAuthorization).toBe(true);
  });

  test('do not take the place of roles because a request leaves open who decides', async () => {
    const id = `/subscriptions/${PRODUCTION_SUBSCRIPTION_ID}/resourceGroups/KeyVaultRG/providers/Microsoft.KeyVault/vaults/RbacKV`;
    const call = await callerFor(azure, 'adele', '2023-07-01');
    const patch = (enableRbacAuthorization: unknown) => call('PATCH', id, { properties: { enableRbacAuthorization } });
    expect((await patch(null)).body).toMatchObject({ properties: { enableRbacAuthorization: true } });
    expect(await patch('false')).toMatchObject({ status: 400, body: { error: { code: 'BadRequest' } } });
    const again = await call('PUT', id, { location: 'westeurope', properties: settings });
    expect(again.body).toMatchObject({ properties: { enableRbacAuthorization: true } });
    expect((await patch(false)).body).toMatchObject({ properties: { enableRbacAuthorization: false } });
    expect((await patch(true)).body).toMatchObject({ properties: { enableRbacAuthorization: true } });
  });

  test.each([
    ['2023-07-01', false],
    ['2026-02-01', true],
  ])('%s: whether roles decide in a new key vault where a request leaves that open: %s', async (version, decide) => {
    const place = `/subscriptions/${PRODUCTION_SUBSCRIPTION_ID}/resourceGroups/KeyVaultRG/providers/Microsoft.KeyVault/vaults`;
    const call = await callerFor(azure, 'adele', version);
    const make = (name: string, properties: object) =>
      call('PUT', `${place}/${name}`, { location: 'westeurope', properties: { ...settings, ...properties } });
    const open = await make(`Open${version}`, { ...(!decide && { accessPolicies: [] }) });
    expect(open.body).toMatchObject({ properties: { enableRbacAuthorization: decide } });
    const said = await make(`Said${version}`, { enableRbacAuthorization: false, accessPolicies: [] });
    expect(said.body).toMatchObject({ properties: { enableRbacAuthorization: false } });
    expect((await make(`Said${version}`, { accessPolicies: [] })).body).toMatchObject({ properties: { enableRbacAuthorization: false } });
  });

  test('stay where a change names none', async () => {
    const id = `/subscriptions/${PRODUCTION_SUBSCRIPTION_ID}/resourceGroups/KeyVaultRG/providers/Microsoft.KeyVault/vaults/ContosoKV`;
    const call = await callerFor(azure, 'adele', '2023-07-01');
    const { accessPolicies } = (await keyVaults.vaults.get('KeyVaultRG', 'ContosoKV')).properties;
    await call('PATCH', id, { properties: { accessPolicies: null, enabledForDeployment: null } });
    expect((await keyVaults.vaults.get('KeyVaultRG', 'ContosoKV')).properties.accessPolicies).toEqual(accessPolicies);
  });

  test('are not for someone without rights on key vaults to change', async () => {
    const patti = await clientOf('Patti');
    const change = patti.vaults.updateAccessPolicy('KeyVaultRG', 'NoPolicyKV', 'add', policy(['get']));
    await expect(change).rejects.toMatchObject({ statusCode: 403, code: 'AuthorizationFailed' });
  });
});

describe('the protection of a key vault', () => {
  test('cannot be taken back, and neither can its region', async () => {
    const update = (properties: object) => keyVaults.vaults.update('KeyVaultRG', 'ContosoKV', { properties });
    await update({ enablePurgeProtection: true });
    await expect(update({ enablePurgeProtection: false })).rejects.toThrow('irreversible');
    await expect(update({ enableSoftDelete: false })).rejects.toMatchObject({ statusCode: 400 });
    const call = await callerFor(azure, 'adele', '2023-07-01');
    const id = `/subscriptions/${PRODUCTION_SUBSCRIPTION_ID}/resourceGroups/KeyVaultRG/providers/Microsoft.KeyVault/vaults/ContosoKV`;
    const again = await call('PUT', id, { location: 'westeurope', properties: { ...settings, accessPolicies: [] } });
    expect(again).toMatchObject({ status: 200, body: { properties: { enablePurgeProtection: true, softDeleteRetentionInDays: 90 } } });
    const elsewhere = { location: 'northeurope', properties: { ...settings, accessPolicies: [] } };
    await expect(keyVaults.vaults.beginCreateOrUpdateAndWait('KeyVaultRG', 'ContosoKV', elsewhere)).rejects.toMatchObject({
      statusCode: 409,
      code: 'InvalidResourceLocation',
    });
  });
});

const keep = (days: number) => keyVaults.vaults.update('KeyVaultRG', 'TenDaysKV', { properties: { softDeleteRetentionInDays: days } });

describe('how long a key vault keeps what is deleted', () => {
  const location = 'westeurope';
  const make = (name: string, days: number) =>
    keyVaults.vaults.beginCreateOrUpdateAndWait('KeyVaultRG', name, {
      location,
      properties: { ...settings, accessPolicies: [], softDeleteRetentionInDays: days },
    });

  test.each([6, 91, 7.5])('is not %s days', async (days) => {
    await expect(make('OddDaysKV', days)).rejects.toMatchObject({ statusCode: 400 });
  });

  test('is chosen when it is made, and never again', async () => {
    await make('TenDaysKV', 10);
    for (const days of [7, -1, 90]) await expect(keep(days)).rejects.toMatchObject({ statusCode: 400 });
    await expect(make('TenDaysKV', 30)).rejects.toThrow("it can't be modified");
    expect((await make('TenDaysKV', 10)).properties.softDeleteRetentionInDays).toBe(10);
    expect((await keep(10)).properties.softDeleteRetentionInDays).toBe(10);
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

  test('is neither replaced nor, where it is protected from that, purged', async () => {
    const location = 'westeurope';
    const properties = { ...settings, accessPolicies: [], enablePurgeProtection: true };
    await keyVaults.vaults.beginCreateOrUpdateAndWait('KeyVaultRG', 'KeptKV', { location, properties });
    await keyVaults.vaults.delete('KeyVaultRG', 'KeptKV');
    await expect(keyVaults.vaults.beginCreateOrUpdateAndWait('KeyVaultRG', 'KeptKV', { location, properties })).rejects.toMatchObject({
      statusCode: 409,
      code: 'ConflictError',
    });
    await expect(keyVaults.vaults.beginPurgeDeletedAndWait('KeptKV', location)).rejects.toMatchObject({
      code: 'MethodNotAllowed',
      message: "Operation 'DeletedVaultPurge' is not allowed.",
    });
    expect((await keyVaults.vaults.getDeleted('KeptKV', location)).properties).toMatchObject({ purgeProtectionEnabled: true });
  });

  test('is gone for good when its retention is over', async () => {
    const location = 'westeurope';
    const properties = { ...settings, accessPolicies: [], softDeleteRetentionInDays: 7 };
    await keyVaults.vaults.beginCreateOrUpdateAndWait('KeyVaultRG', 'WeekKV', { location, properties });
    await keyVaults.vaults.delete('KeyVaultRG', 'WeekKV');
    azure.advance(6.9 * DAY);
    expect((await keyVaults.vaults.getDeleted('WeekKV', location)).name).toBe('WeekKV');
    azure.advance(0.1 * DAY);
    await expect(keyVaults.vaults.getDeleted('WeekKV', location)).rejects.toMatchObject({ statusCode: 404 });
    const free = { nameAvailable: true };
    expect(await keyVaults.vaults.checkNameAvailability({ name: 'WeekKV', type: 'Microsoft.KeyVault/vaults' })).toMatchObject(free);
  });
});
