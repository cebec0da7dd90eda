import { generateKeyPairSync } from 'node:crypto';
import { CryptographyClient, KeyClient } from '@azure/keyvault-keys';
import { SecretClient } from '@azure/keyvault-secrets';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect, startLocalAzure } from '../index';
import type { Connection, LocalAzure } from '../index';

const VAULT = 'https://contosokv.vault.azure.net';

let azure: LocalAzure;
let adele: Connection;
let keys: KeyClient;
let secrets: SecretClient;
beforeAll(async () => {
  azure = await startLocalAzure({ file: ':memory:', clock: { mode: 'standing' } });
  adele = await connect(azure, 'adele');
  const options = { httpClient: adele.httpClient, retryOptions: { maxRetries: 0 } };
  keys = new KeyClient(VAULT, adele.credential, options);
  secrets = new SecretClient(VAULT, adele.credential, options);
});
afterAll(() => azure.stop());

const cryptography = (id: string) => new CryptographyClient(id, adele.credential, { httpClient: adele.httpClient });

const bytes = (value: string | undefined) => Buffer.from(value ?? '', 'base64url');
const unwrap = (id: string | undefined, wrapped: Uint8Array) => cryptography(id ?? '').unwrapKey('RSA-OAEP', wrapped);

test('A key that was made elsewhere is imported and decrypts what was encrypted for it', async () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwk = privateKey.export({ format: 'jwk' });
  const { kty = 'RSA', n, e, d, p, q, dp, dq, qi } = jwk;
  const imported = await keys.importKey('brought', {
    kty,
    n: bytes(n),
    e: bytes(e),
    d: bytes(d),
    p: bytes(p),
    q: bytes(q),
    dp: bytes(dp),
    dq: bytes(dq),
    qi: bytes(qi),
  });
  expect(Buffer.from(imported.key?.n ?? []).equals(bytes(n))).toBe(true);
  const { result } = await cryptography(imported.id ?? '').encrypt({ algorithm: 'RSA-OAEP', plaintext: Buffer.from('for you only') });
  const { result: plain } = await cryptography(imported.id ?? '').decrypt({ algorithm: 'RSA-OAEP', ciphertext: result });
  expect(Buffer.from(plain).toString()).toBe('for you only');
});

test('A rotated key keeps its older versions, which can be switched off one by one', async () => {
  const first = await keys.createRsaKey('rotated');
  const second = await keys.createRsaKey('rotated');
  const versions = await Array.fromAsync(keys.listPropertiesOfKeyVersions('rotated'));
  expect(new Set(versions.map(({ version }) => version))).toEqual(new Set([first.properties.version, second.properties.version]));
  await keys.updateKeyProperties('rotated', first.properties.version ?? '', { enabled: false, tags: { retired: 'yes' } });
  expect((await keys.getKey('rotated')).properties).toMatchObject({ version: second.properties.version, enabled: true });
  expect((await keys.getKey('rotated', { version: first.properties.version ?? '' })).properties.tags).toEqual({ retired: 'yes' });
  await expect(unwrap(first.id, Buffer.alloc(256))).rejects.toMatchObject({
    statusCode: 403,
    message: expect.stringContaining('disabled'),
  });
});

test('A key that has expired still unwraps what it wrapped, and wraps nothing more', async () => {
  const expiresOn = new Date(azure.world.clock.now() + 60_000);
  const { id = '' } = await keys.createRsaKey('short-lived', { expiresOn });
  const { result } = await cryptography(id).wrapKey('RSA-OAEP', Buffer.from('BEK'));
  azure.advance(3_600_000);
  expect(Buffer.from((await unwrap(id, result)).result).toString()).toBe('BEK');
  const token = (await adele.credential.getToken('https://vault.azure.net/.default')).token;
  const answer = await fetch(`${azure.url}${new URL(id).pathname}/wrapkey?api-version=7.5`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'x-forwarded-host': new URL(VAULT).host, 'x-forwarded-proto': 'https' },
    body: JSON.stringify({ alg: 'RSA-OAEP', value: 'QkVL' }),
  });
  expect([answer.status, await answer.text()]).toEqual([403, expect.stringContaining('expired key')]);
});

test('Deleted keys and secrets are listed, and come back', async () => {
  await keys.createRsaKey('coming-back');
  await secrets.setSecret('coming-back', 'value');
  await (await keys.beginDeleteKey('coming-back', { intervalInMs: 0 })).pollUntilDone();
  await (await secrets.beginDeleteSecret('coming-back', { intervalInMs: 0 })).pollUntilDone();
  expect((await Array.fromAsync(keys.listDeletedKeys())).map(({ name }) => name)).toEqual(['coming-back']);
  const [deleted] = await Array.fromAsync(secrets.listDeletedSecrets());
  expect(deleted).toMatchObject({ name: 'coming-back', properties: { recoveryId: `${VAULT}/deletedsecrets/coming-back` } });
  await (await keys.beginRecoverDeletedKey('coming-back', { intervalInMs: 0 })).pollUntilDone();
  await (await secrets.beginRecoverDeletedSecret('coming-back', { intervalInMs: 0 })).pollUntilDone();
  expect((await keys.getKey('coming-back')).name).toBe('coming-back');
  expect((await secrets.getSecret('coming-back')).value).toBe('value');
});
