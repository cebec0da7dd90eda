import { randomUUID, X509Certificate } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader, importX509, jwtVerify } from 'jose';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { CLOUDS, type Cloud } from '../clouds';
import type { ClientCredential } from '../config';
import { API_APP, AUTHORITY, startAuthority, TENANT, type TestAuthority } from '../testing/authority';
import { serveLoopback, type LoopbackServer, type Reply } from '../testing/loopback-server';
import { exchanging, principal } from '../testing/open-session';
import { selfSigned } from '../testing/self-signed';
import { createOnBehalfOf } from './on-behalf-of';

let authority: TestAuthority;

afterEach(async () => {
  vi.unstubAllEnvs();
  await authority[Symbol.asyncDispose]();
});

const ofIdentity = () => ({
  access_token: 'of the identity',
  expires_on: String(Math.floor(Date.now() / 1000) + 3600),
  resource: 'api://AzureADTokenExchange',
  token_type: 'Bearer',
});

/** What gives tokens of managed identities. MSAL remembers its address, and its tokens by identity, for the whole process. */
let identity: LoopbackServer;
let answers: Reply[] = [];

beforeAll(async () => {
  identity = await serveLoopback(() => answers.shift() ?? { body: ofIdentity() });
});
afterAll(() => identity[Symbol.asyncDispose]());

/** What the authority is shown by an API that runs under a managed identity of its own. */
function asIdentity(clientId?: string, cloud?: Cloud): Promise<URLSearchParams> {
  identity.received.length = 0;
  vi.stubEnv('IDENTITY_ENDPOINT', `${identity.url}/msi/token`);
  vi.stubEnv('IDENTITY_HEADER', 'header of the platform');
  return shown({ kind: 'managed-identity', clientId }, cloud);
}

/** What the authority was shown when a user's token was exchanged. */
async function shown(credential: ClientCredential, cloud: Cloud = CLOUDS.public): Promise<URLSearchParams> {
  authority = await startAuthority(exchanging);
  const onBehalfOf = createOnBehalfOf({
    authority: AUTHORITY,
    authorityMetadata: authority.metadata,
    apiClientId: API_APP,
    credential,
    cloud,
  });
  await onBehalfOf(await principal(authority, 'ada'), 'https://management.azure.com/.default');
  return new URLSearchParams(authority.server.received[0]?.body);
}

it('the API proves itself with a certificate', async () => {
  const { certificate, key } = selfSigned();
  const form = await shown({ kind: 'certificate', certificate, key });
  const assertion = form.get('client_assertion') ?? '';
  const { payload } = await jwtVerify(assertion, await importX509(certificate, 'PS256'), { clockTolerance: 5 });
  expect(payload).toMatchObject({ iss: API_APP, sub: API_APP });
  expect(payload.aud).toContain(TENANT);
  const thumbprint = Buffer.from(new X509Certificate(certificate).fingerprint256.replaceAll(':', ''), 'hex').toString('base64url');
  expect(decodeProtectedHeader(assertion)['x5t#S256']).toBe(thumbprint);
  expect(form.has('client_secret')).toBe(false);
});

it('the API proves itself with the managed identity it runs under', async () => {
  const form = await asIdentity();
  expect(form.get('client_assertion')).toBe('of the identity');
  expect(form.get('client_assertion_type')).toBe('urn:ietf:params:oauth:client-assertion-type:jwt-bearer');
  expect(identity.received[0]?.query.get('resource')).toBe('api://AzureADTokenExchange');
  expect(decodeJwt(form.get('assertion') ?? '')['oid']).toBe('ada');
});

it.each(['usgov', 'china'] as const)(
  'in the cloud %s it asks the identity for a token that is meant for that cloud’s exchange',
  async (name) => {
    await asIdentity(randomUUID(), CLOUDS[name]);
    const suffix = { usgov: 'USGov', china: 'China' }[name];
    expect(identity.received[0]?.query.get('resource')).toBe(`api://AzureADTokenExchange${suffix}`);
  },
);

const unavailable = { code: 'sign-in-service-unavailable' };

it('an answer of the managed identity that goes on and on is left', async () => {
  answers = [{ body: { ...ofIdentity(), more: 'x'.repeat(2 * 1024 * 1024) } }];
  await expect(asIdentity(randomUUID())).rejects.toMatchObject(unavailable);
  expect([identity.received.length, authority.server.received]).toEqual([1, []]);
});

it('where the managed identity points elsewhere nobody goes', async () => {
  await using other = await serveLoopback(() => ({ body: ofIdentity() }));
  answers = [{ status: 307, headers: { location: `${other.url}/msi/token` } }];
  await expect(asIdentity(randomUUID())).rejects.toMatchObject(unavailable);
  expect([identity.received.length, other.received]).toEqual([1, []]);
});

it('a managed identity that is busy for a moment is asked again', async () => {
  answers = [{ status: 503, body: '<html>busy</html>' }];
  expect((await asIdentity(randomUUID())).get('client_assertion')).toBe('of the identity');
  expect(identity.received).toHaveLength(2);
});
