import { createHash, createPublicKey, generateKeyPairSync, verify as verifyAnywhere, constants, sign as signAnywhere } from 'node:crypto';
import { CryptographyClient, KeyClient, type KeyRotationLifetimeAction, type SignatureAlgorithm } from '@azure/keyvault-keys';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PRODUCTION_SUBSCRIPTION_ID } from '../seeds/company';
import { people } from '../seeds/people';
import { startLocalAzure, type LocalAzure } from '../start';
import { connect, type Connection } from '../testing/connect';

const DAY = 86_400_000;

let azure: LocalAzure;
let adele: Connection;
beforeAll(async () => {
  azure = await startLocalAzure({ file: ':memory:', seed: 'empty', clock: { mode: 'standing' } });
  azure.world.resources.put({
    id: `/subscriptions/${PRODUCTION_SUBSCRIPTION_ID}/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/ContosoKV`,
    name: 'ContosoKV',
    type: 'Microsoft.KeyVault/vaults',
    location: 'westeurope',
    properties: {
      accessPolicies: [{ tenantId: azure.tenantId, objectId: people.adele.objectId, permissions: { keys: ['all'] } }],
    },
  });
  adele = await connect(azure, 'adele');
});
afterAll(() => azure.stop());

const keys = () => new KeyClient('https://ContosoKV.vault.azure.net', adele.credential, { httpClient: adele.httpClient });
const cryptoOf = (id = '') => new CryptographyClient(id, adele.credential, { httpClient: adele.httpClient });
const bytes = (part = '') => new Uint8Array(Buffer.from(part, 'base64url'));
const data = Buffer.from('what is signed');
const digestOf = (algorithm: string) =>
  createHash(`sha${algorithm.slice(2, 5)}`)
    .update(data)
    .digest();

/** The official client verifies signatures of RSA by itself. */
async function verifiedThere(id: string | undefined, algorithm: string, digest: Buffer, signature: Uint8Array): Promise<unknown> {
  const { token } = await adele.credential.getToken('https://vault.azure.net/.default');
  const answer = await fetch(`${azure.url}${new URL(id ?? '').pathname}/verify?api-version=7.5`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'x-forwarded-host': 'contosokv.vault.azure.net', 'x-forwarded-proto': 'https' },
    body: JSON.stringify({ alg: algorithm, digest: digest.toString('base64url'), value: Buffer.from(signature).toString('base64url') }),
  });
  return answer.json();
}

describe('A key of an elliptic curve', () => {
  it.each([
    ['P-256', 32],
    ['P-384', 48],
    ['P-521', 66],
    ['P-256K', 32],
  ])('on %s shows its point, and is good for signatures only', async (curve, length) => {
    const made = await keys().createEcKey(`curve-${curve}`, { curve });
    expect([made.keyType, made.key?.crv, made.key?.x?.length, made.key?.y?.length]).toEqual(['EC', curve, length, length]);
    expect(made.keyOperations).toEqual(['sign', 'verify']);
    await expect(cryptoOf(made.id).wrapKey('RSA-OAEP', data)).rejects.toThrow();
    await expect(keys().createEcKey('wraps', { curve, keyOps: ['wrapKey'] })).rejects.toMatchObject({ statusCode: 400 });
  });

  it('is brought along, and refused where its parts are not of one key', async () => {
    const jwk = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' });
    const key = { kty: 'EC', crv: 'P-256', x: bytes(jwk.x), y: bytes(jwk.y), d: bytes(jwk.d) };
    const imported = await keys().importKey('brought', key);
    expect(Buffer.from(imported.key?.x ?? []).toString('base64url')).toBe(jwk.x);
    await expect(keys().importKey('torn', { ...key, y: bytes(jwk.x) })).rejects.toMatchObject({ statusCode: 400, code: 'BadParameter' });
    await expect(keys().importKey('half', { kty: 'EC', crv: 'P-256', x: key.x, y: key.y })).rejects.toMatchObject({ statusCode: 400 });
  });
});

describe('A key in hardware', () => {
  it('is not made in a key vault of the standard tier', async () => {
    await expect(keys().createRsaKey('hard', { hsm: true })).rejects.toMatchObject({ statusCode: 400, code: 'BadParameter' });
  });
});

describe('A signature', () => {
  const elliptic: [SignatureAlgorithm, string][] = [
    ['ES256', 'P-256'],
    ['ES384', 'P-384'],
    ['ES512', 'P-521'],
    ['ES256K', 'P-256K'],
  ];

  it.each(elliptic)('by %s is one that others find right, and theirs are found right here', async (algorithm, curve) => {
    const name = `signs-${algorithm}`;
    const jwk = generateKeyPairSync('ec', { namedCurve: curve === 'P-256K' ? 'secp256k1' : curve }).privateKey;
    const { x = '', y = '', d = '' } = jwk.export({ format: 'jwk' });
    const { id } = await keys().importKey(name, { kty: 'EC', crv: curve, x: bytes(x), y: bytes(y), d: bytes(d) });
    const { result } = await cryptoOf(id).sign(algorithm, digestOf(algorithm));
    const hash = `sha${algorithm.slice(2, 5)}`;
    expect(verifyAnywhere(hash, data, { key: createPublicKey(jwk), dsaEncoding: 'ieee-p1363' }, result)).toBe(true);
    const theirs = signAnywhere(hash, data, { key: jwk, dsaEncoding: 'ieee-p1363' });
    expect((await cryptoOf(id).verify(algorithm, digestOf(algorithm), theirs)).result).toBe(true);
    const other = theirs.map((byte, place) => (place === 5 ? byte ^ 1 : byte));
    expect((await cryptoOf(id).verify(algorithm, digestOf(algorithm), other)).result).toBe(false);
  });

  it.each(['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'] as const)('by %s, too', async (algorithm) => {
    const pair = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
    const parts = Object.entries(pair.export({ format: 'jwk' })).filter(([name]) => name !== 'kty');
    const own = Object.fromEntries(parts.map(([name, part]) => [name, new Uint8Array(Buffer.from(String(part), 'base64url'))]));
    const { id } = await keys().importKey(`signs-${algorithm}`, { kty: 'RSA', ...own });
    const { result } = await cryptoOf(id).sign(algorithm, digestOf(algorithm));
    const hash = `sha${algorithm.slice(2, 5)}`;
    const padding = algorithm.startsWith('PS')
      ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }
      : { padding: constants.RSA_PKCS1_PADDING };
    expect(verifyAnywhere(hash, data, { key: createPublicKey(pair), ...padding }, result)).toBe(true);
    const theirs = signAnywhere(hash, data, { key: pair, ...padding });
    expect(await verifiedThere(id, algorithm, digestOf(algorithm), theirs)).toEqual({ value: true });
    expect(await verifiedThere(id, algorithm, digestOf(algorithm).fill(1, 0, 4), theirs)).toEqual({ value: false });
  });

  it('needs a digest of its length, a key of its kind, and a key that is good; an old one still verifies', async () => {
    const { id, name } = await keys().createRsaKey('refuses');
    await expect(cryptoOf(id).sign('RS256', data)).rejects.toMatchObject({ statusCode: 400, code: 'BadParameter' });
    await expect(cryptoOf(id).sign('ES256', digestOf('ES256'))).rejects.toMatchObject({ statusCode: 400 });
    const { result } = await cryptoOf(id).sign('RS256', digestOf('RS256'));
    await keys().updateKeyProperties(name, { expiresOn: new Date(azure.world.clock.now() - DAY) });
    await expect(cryptoOf(id).sign('RS256', digestOf('RS256'))).rejects.toThrow();
    expect(await verifiedThere(id, 'RS256', digestOf('RS256'), result)).toEqual({ value: true });
  });
});

describe('A rotation policy', () => {
  it('makes a new version at its time, good for as long as it says', async () => {
    await keys().createRsaKey('turns');
    const set = await keys().updateKeyRotationPolicy('turns', {
      lifetimeActions: [{ action: 'Rotate', timeAfterCreate: 'P30D' }],
      expiresIn: 'P90D',
    });
    expect(set.lifetimeActions).toEqual([
      { action: 'Rotate', timeAfterCreate: 'P30D' },
      { action: 'Notify', timeBeforeExpiry: 'P30D' },
    ]);
    const first = await keys().getKey('turns');
    azure.advance(29 * DAY);
    expect((await keys().getKey('turns')).properties.version).toBe(first.properties.version);
    azure.advance(DAY);
    const second = await keys().getKey('turns');
    expect(second.properties.version).not.toBe(first.properties.version);
    expect(second.properties.createdOn?.getTime()).toBe((first.properties.createdOn?.getTime() ?? 0) + 30 * DAY);
    expect(second.properties.expiresOn?.getTime()).toBe((second.properties.createdOn?.getTime() ?? 0) + 90 * DAY);
    azure.advance(30 * DAY);
    expect((await keys().getKey('turns')).properties.version).not.toBe(second.properties.version);
  });

  it('before the end waits for a key that has one; one that is disabled or deleted does not turn', async () => {
    await keys().createRsaKey('ends');
    await keys().updateKeyRotationPolicy('ends', {
      lifetimeActions: [{ action: 'Rotate', timeBeforeExpiry: 'P10D' }],
      expiresIn: 'P60D',
    });
    const { properties } = await keys().getKey('ends');
    azure.advance(100 * DAY);
    expect((await keys().getKey('ends')).properties.version).toBe(properties.version);
    await keys().updateKeyProperties('ends', { expiresOn: new Date(azure.world.clock.now() + 20 * DAY), enabled: false });
    azure.advance(11 * DAY);
    expect((await keys().getKey('ends')).properties.version).toBe(properties.version);
    await keys().updateKeyProperties('ends', { enabled: true });
    azure.advance(1000);
    expect((await keys().getKey('ends')).properties.version).not.toBe(properties.version);
  });

  it('goes along with a rotation by hand, and is refused where it cannot be', async () => {
    await keys().createRsaKey('bounds');
    const set = (lifetimeActions: KeyRotationLifetimeAction[], expiresIn?: string) =>
      keys().updateKeyRotationPolicy('bounds', { lifetimeActions, ...(expiresIn !== undefined && { expiresIn }) });
    const bad = { statusCode: 400, code: 'BadParameter' };
    await expect(set([{ action: 'Rotate', timeAfterCreate: 'P3D' }], 'P90D')).rejects.toMatchObject(bad);
    await expect(set([{ action: 'Rotate', timeAfterCreate: 'P30D' }], 'P20D')).rejects.toMatchObject(bad);
    await expect(set([{ action: 'Rotate', timeAfterCreate: 'P85D' }], 'P90D')).rejects.toMatchObject(bad);
    await expect(set([{ action: 'Rotate', timeBeforeExpiry: 'P30D' }])).rejects.toMatchObject(bad);
    await expect(set([{ action: 'Notify', timeAfterCreate: 'P30D' }], 'P90D')).rejects.toMatchObject(bad);
    await set([], 'P90D');
    const { properties } = await keys().rotateKey('bounds');
    expect((properties.expiresOn?.getTime() ?? 0) - (properties.createdOn?.getTime() ?? 0)).toBe(90 * DAY);
  });
});
