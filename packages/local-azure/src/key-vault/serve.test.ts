import { KeyClient, CryptographyClient } from '@azure/keyvault-keys';
import { SecretClient } from '@azure/keyvault-secrets';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect, startLocalAzure } from '../index';
import type { Connection, LocalAzure } from '../index';
import { PRODUCTION_SUBSCRIPTION_ID as SUBSCRIPTION, TEST_SUBSCRIPTION_ID as OTHER_SUBSCRIPTION } from '../seeds/company';
import { people } from '../seeds/people';

let azure: LocalAzure;
const everyone = new Map<string, Connection>();

function vault(name: string, properties: Record<string, unknown>, subscription = SUBSCRIPTION, location = 'westeurope') {
  azure.world.resources.put({
    id: `/subscriptions/${subscription}/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/${name}`,
    name,
    type: 'Microsoft.KeyVault/vaults',
    location,
    properties: { softDeleteRetentionInDays: 7, ...properties },
  });
}

beforeAll(async () => {
  azure = await startLocalAzure({ file: ':memory:', seed: 'empty', clock: { mode: 'standing' } });
  const all = { keys: ['all'], secrets: ['all'] };
  const accessPolicies = [
    { tenantId: azure.tenantId, objectId: people.adele.objectId, permissions: all },
    { tenantId: azure.tenantId, objectId: people.alex.objectId, permissions: { keys: ['get'], secrets: ['list'] } },
  ];
  vault('kv-policies', { accessPolicies });
  vault('kv-other', { accessPolicies });
  vault('kv-far', { accessPolicies }, SUBSCRIPTION, 'eastus');
  vault('kv-foreign', { accessPolicies }, OTHER_SUBSCRIPTION);
  vault('kv-roles', { enableRbacAuthorization: true });
  vault('kv-closed', { accessPolicies, networkAcls: { defaultAction: 'Deny' } });
  for (const person of ['adele', 'alex', 'megan']) everyone.set(person, await connect(azure, person));
});

afterAll(() => azure.stop());

function as(person: string, name = 'kv-policies') {
  const connection = everyone.get(person);
  if (!connection) throw new Error(`${person} is not signed in.`);
  const { credential, httpClient } = connection;
  const options = { httpClient, retryOptions: { maxRetries: 0 } };
  const url = `https://${name}.vault.azure.net`;
  return {
    secrets: new SecretClient(url, credential, options),
    keys: new KeyClient(url, credential, options),
    crypto: (keyId: string) => new CryptographyClient(keyId, credential, options),
  };
}

describe('secrets', () => {
  it('have versions, of which the newest is read unless another is named', async () => {
    const { secrets } = as('adele');
    const first = await secrets.setSecret('bek', 'one', { contentType: 'Wrapped BEK', tags: { MachineName: 'vm1' } });
    await secrets.setSecret('BEK', 'two');
    expect((await secrets.getSecret('bek')).value).toBe('two');
    const old = await secrets.getSecret('bek', { version: first.properties.version ?? '' });
    expect(old).toMatchObject({ value: 'one', properties: { contentType: 'Wrapped BEK', tags: { MachineName: 'vm1' } } });
    const versions = [];
    for await (const version of secrets.listPropertiesOfSecretVersions('bek')) versions.push(version.version);
    expect(versions).toHaveLength(2);
    await expect(secrets.getSecret('nothing')).rejects.toMatchObject({ statusCode: 404, code: 'SecretNotFound' });
  });

  it('are listed in pages, without their values', async () => {
    const { secrets } = as('adele', 'kv-other');
    for (let number = 0; number < 30; number += 1) await secrets.setSecret(`s-${number}`, 'x');
    const names = [];
    for await (const secret of secrets.listPropertiesOfSecrets()) names.push(secret.name);
    expect(new Set(names).size).toBe(30);
  });

  it('that are disabled cannot be read', async () => {
    const { secrets } = as('adele');
    const { properties } = await secrets.setSecret('off', 'x');
    await secrets.updateSecretProperties('off', properties.version ?? '', { enabled: false });
    await expect(secrets.getSecret('off')).rejects.toMatchObject({ statusCode: 403 });
  });

  it('that were deleted can be recovered, or purged and restored from a backup', async () => {
    const { secrets } = as('adele');
    const { properties } = await secrets.setSecret('lost', 'found');
    const backup = await secrets.backupSecret('lost');
    const deleted = await (await secrets.beginDeleteSecret('lost')).pollUntilDone();
    expect(deleted.properties.scheduledPurgeDate?.getTime()).toBe((deleted.properties.deletedOn?.getTime() ?? 0) + 7 * 86_400_000);
    await expect(secrets.getSecret('lost')).rejects.toMatchObject({ code: 'SecretNotFound' });
    await expect(secrets.setSecret('lost', 'again')).rejects.toMatchObject({ statusCode: 409, code: 'Conflict' });
    await (await secrets.beginRecoverDeletedSecret('lost')).pollUntilDone();
    expect((await secrets.getSecret('lost')).value).toBe('found');

    await (await secrets.beginDeleteSecret('lost')).pollUntilDone();
    await secrets.purgeDeletedSecret('lost');
    await secrets.restoreSecretBackup(backup ?? new Uint8Array());
    expect((await secrets.getSecret('lost', { version: properties.version ?? '' })).value).toBe('found');
    await expect(secrets.restoreSecretBackup(backup ?? new Uint8Array())).rejects.toMatchObject({ statusCode: 409 });
  });

  it('that are disabled are not shown, deleted neither', async () => {
    const { secrets } = as('adele');
    const { properties } = await secrets.setSecret('hushed', 'found', { enabled: false });
    expect(properties.enabled).toBe(false);
    await expect(secrets.getSecret('hushed')).rejects.toMatchObject({ statusCode: 403 });
    await secrets.beginDeleteSecret('hushed');
    await expect(secrets.getDeletedSecret('hushed')).rejects.toMatchObject({ statusCode: 403 });
  });
});

describe('keys', () => {
  it('wrap and unwrap, also after a move to another vault by backup', async () => {
    const here = as('adele');
    const there = as('adele', 'kv-other');
    const kek = await here.keys.createRsaKey('kek', { keySize: 2048 });
    const wrapped = await here.crypto(kek.id ?? '').wrapKey('RSA-OAEP', Buffer.from('the BEK'));
    const backup = (await here.keys.backupKey('kek')) ?? new Uint8Array();
    const restored = await there.keys.restoreKeyBackup(backup);
    expect(restored.properties.version).toBe(kek.properties.version);
    const { result } = await there.crypto(restored.id ?? '').unwrapKey('RSA-OAEP', wrapped.result);
    expect(Buffer.from(result).toString()).toBe('the BEK');
    await expect(as('adele', 'kv-far').keys.restoreKeyBackup(backup)).rejects.toMatchObject({ statusCode: 400, code: 'BadParameter' });
    await expect(as('adele', 'kv-foreign').keys.restoreKeyBackup(backup)).rejects.toMatchObject({ statusCode: 400 });
    const damaged = there.keys.restoreKeyBackup(backup.map((byte, place) => (place === 80 ? byte ^ 1 : byte)));
    await expect(damaged).rejects.toMatchObject({ statusCode: 400, code: 'Malformed backup blob' });
  });

  it('list no versions where they never were, or are deleted', async () => {
    const { keys, secrets } = as('adele');
    const versionsOf = (name: string) => Array.fromAsync(keys.listPropertiesOfKeyVersions(name));
    expect(await versionsOf('never-there')).toEqual([]);
    expect(await Array.fromAsync(secrets.listPropertiesOfSecretVersions('never-there'))).toEqual([]);
    await keys.createKey('leaving', 'RSA');
    expect(await versionsOf('leaving')).toHaveLength(1);
    await (await keys.beginDeleteKey('leaving')).pollUntilDone();
    expect(await versionsOf('leaving')).toEqual([]);
  });

  it('that were deleted keep their name until they are purged', async () => {
    const { keys } = as('adele');
    await keys.createKey('gone', 'RSA');
    await (await keys.beginDeleteKey('gone')).pollUntilDone();
    await expect(keys.createKey('gone', 'RSA')).rejects.toMatchObject({ statusCode: 409 });
    azure.advance(8 * 86_400_000);
    await expect(keys.getDeletedKey('gone')).rejects.toMatchObject({ code: 'KeyNotFound' });
    expect((await keys.createKey('gone', 'RSA')).name).toBe('gone');
  });
});

describe('who may', () => {
  it('is decided by access policies, word by word', async () => {
    await as('adele').secrets.setSecret('bek', 'x');
    const { secrets, keys } = as('alex');
    await expect(secrets.getSecret('bek')).rejects.toMatchObject({
      statusCode: 403,
      code: 'Forbidden',
      message: expect.stringContaining('does not have secrets get permission on key vault'),
    });
    await expect(keys.getKey('nothing')).rejects.toMatchObject({ statusCode: 404 });
    await expect(as('megan').keys.getKey('nothing')).rejects.toMatchObject({ statusCode: 403 });
  });

  it('is decided by roles when the vault says so', async () => {
    const { secrets } = as('adele', 'kv-roles');
    await secrets.setSecret('bek', 'x');
    await expect(as('megan', 'kv-roles').secrets.getSecret('bek')).rejects.toMatchObject({
      statusCode: 403,
      message: expect.stringContaining('Microsoft.KeyVault/vaults/secrets/getSecret/action'),
    });
  });

  it('does not matter behind a closed firewall, nor where there is no vault', async () => {
    await expect(as('adele', 'kv-closed').secrets.getSecret('bek')).rejects.toMatchObject({
      statusCode: 403,
      message: expect.stringContaining('not authorized'),
    });
    await expect(as('adele', 'kv-nowhere').secrets.getSecret('bek')).rejects.toMatchObject({ statusCode: 404, code: 'VaultNotFound' });
  });
});
