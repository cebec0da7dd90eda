import { X509Certificate } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader, importX509, jwtVerify } from 'jose';
import { afterEach, expect, it, vi } from 'vitest';
import type { ClientCredential } from '../config';
import { API_APP, AUTHORITY, startAuthority, TENANT, type TestAuthority } from '../testing/authority';
import { serveLoopback } from '../testing/loopback-server';
import { exchanging, principal } from '../testing/open-session';
import { selfSigned } from '../testing/self-signed';
import { createOnBehalfOf } from './on-behalf-of';

let authority: TestAuthority;

afterEach(async () => {
  vi.unstubAllEnvs();
  await authority[Symbol.asyncDispose]();
});

/** What the authority was shown when a user's token was exchanged. */
async function shown(credential: ClientCredential): Promise<URLSearchParams> {
  authority = await startAuthority(exchanging);
  const onBehalfOf = createOnBehalfOf({ authority: AUTHORITY, authorityMetadata: authority.metadata, apiClientId: API_APP, credential });
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
  await using identity = await serveLoopback(() => ({
    body: {
      access_token: 'of the identity',
      expires_on: String(Math.floor(Date.now() / 1000) + 3600),
      resource: 'api://AzureADTokenExchange',
      token_type: 'Bearer',
    },
  }));
  vi.stubEnv('IDENTITY_ENDPOINT', `${identity.url}/msi/token`);
  vi.stubEnv('IDENTITY_HEADER', 'header of the platform');
  const form = await shown({ kind: 'managed-identity', clientId: undefined });
  expect(form.get('client_assertion')).toBe('of the identity');
  expect(form.get('client_assertion_type')).toBe('urn:ietf:params:oauth:client-assertion-type:jwt-bearer');
  expect(identity.received[0]?.query.get('resource')).toBe('api://AzureADTokenExchange');
  expect(decodeJwt(form.get('assertion') ?? '')['oid']).toBe('ada');
});
