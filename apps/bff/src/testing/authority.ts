import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { serveLoopback, type LoopbackServer, type Reply } from './loopback-server';

export const TENANT = '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30';
export const PORTAL_APP = 'a3f0b7c4-6d1e-4f52-8b90-7c2e15d84a61';
export const API_APP = 'd84c2f19-0b7e-4a35-9e6d-51f3a8c70b92';
export const ISSUER = `https://login.microsoftonline.com/${TENANT}/v2.0`;
export const AUTHORITY = `https://login.microsoftonline.com/${TENANT}`;

export interface TestAuthority extends AsyncDisposable {
  server: LoopbackServer;
  metadata: string;
  jwksUrl: string;
  /** A token for the API as the authority would issue it, with claims changed or, by undefined, left out. */
  token(claims?: Record<string, unknown>, options?: { kid?: string; expires?: number }): Promise<string>;
}

/** Keys take a third of a second to make; one pair serves all authorities of a test file. */
const KEYS = generateKeyPair('RS256', { extractable: true });

/** An authority with keys of its own whose token endpoint answers as told. */
export async function startAuthority(exchange: (form: URLSearchParams) => Reply = () => ({ status: 500 })): Promise<TestAuthority> {
  const { publicKey, privateKey } = await KEYS;
  const jwk = { ...(await exportJWK(publicKey)), kid: 'one', alg: 'RS256', use: 'sig' };
  const server = await serveLoopback(({ path, body }) =>
    path === '/keys' ? { body: { keys: [jwk] } } : exchange(new URLSearchParams(body)),
  );
  const base = `${server.url}/${TENANT}`;
  return {
    server,
    jwksUrl: `${server.url}/keys`,
    metadata: JSON.stringify({
      issuer: ISSUER,
      authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
      token_endpoint: `${base}/oauth2/v2.0/token`,
      end_session_endpoint: `${base}/oauth2/v2.0/logout`,
      jwks_uri: `${server.url}/keys`,
    }),
    token(claims = {}, { kid = 'one', expires = Math.floor(Date.now() / 1000) + 3600 } = {}) {
      const iat = Math.floor(Date.now() / 1000);
      const usual = { tid: TENANT, oid: '11111111-2222-4333-8444-555555555555', scp: 'access_as_user', ver: '2.0', azp: PORTAL_APP };
      return new SignJWT({ iss: ISSUER, aud: API_APP, iat, exp: expires, ...usual, ...claims })
        .setProtectedHeader({ alg: 'RS256', kid })
        .sign(privateKey);
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}
