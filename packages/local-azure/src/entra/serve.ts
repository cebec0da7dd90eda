import { decodeJwt } from 'jose';
import { header, json } from '../http/exchange';
import type { HttpAnswer, HttpRequest } from '../http/exchange';
import { authorizeEndpoint } from './authorize';
import { isPage, mayRedeem } from './clients';
import { adminConsent } from './consent-page';
import { deviceCodeEndpoint, decide } from './device-codes';
import { instanceDiscovery, openidConfiguration } from './discovery';
import { userRealm } from './password';
import { formPostScript } from './reply';
import { isStorageFailure, STORAGE_FAILURE } from '../world/state/database';
import { OAuthError, refusal } from './oauth-error';
import { tokenEndpoint, tokenEndpointV1 } from './token-endpoint';
import type { Entra } from './entra';
import { decodedOrNone } from '../world/decoded';
import { findUser } from '../world/directory/directory';
import type { Entra as DevicePageEntra } from './entra';
import { isForeign } from '../pages/foreign';
import { deviceCodePage, signedOutPage } from './sign-in-page';
import { signOut } from './sessions';

type Endpoint = (entra: Entra, request: HttpRequest) => HttpAnswer | Promise<HttpAnswer>;

/** GET and POST /{tenant}/oauth2/v2.0/device: where a person signs in to a program that shows a code. */
function devicePage({ world }: DevicePageEntra, request: HttpRequest): HttpAnswer {
  if (request.method !== 'POST' || isForeign(request)) return deviceCodePage(world, request);
  const form = new URLSearchParams(request.body);
  const user = findUser(world, form.get('username') ?? '');
  const declined = form.has('cancel');
  if (!declined && !user) return deviceCodePage(world, request);
  const known = decide(world, form.get('user_code') ?? '', declined || !user ? 'declined' : { objectId: user.objectId });
  if (!known) return deviceCodePage(world, request, 'unknownCode');
  return deviceCodePage(world, request, declined ? 'declined' : 'done');
}

function usernameIn(idToken: string | null): string | undefined {
  if (!idToken) return undefined;
  try {
    const { preferred_username: username } = decodeJwt(idToken);
    return typeof username === 'string' ? username : undefined;
  } catch {
    return undefined;
  }
}

/** GET /{tenant}/oauth2/v2.0/logout: signs out the account hinted at, or all, and goes back with the state. */
function logoutEndpoint(entra: Entra, request: HttpRequest): HttpAnswer {
  const { query } = request;
  const username = query.get('logout_hint') ?? usernameIn(query.get('id_token_hint'));
  entra.world.write(() => signOut(entra.world, request, username ?? undefined));
  const target = query.get('post_logout_redirect_uri');
  if (!isPage(entra, target)) return signedOutPage(request);
  const state = query.get('state');
  const location = state === null ? target : `${target}?${new URLSearchParams({ state }).toString()}`;
  return { status: 302, headers: { Location: location, 'Cache-Control': 'no-store' } };
}

/** The token service's contents page; paths begin after the tenant. */
export const endpoints: readonly (readonly [method: string, path: string, endpoint: Endpoint])[] = [
  ['GET', '/v2.0/.well-known/openid-configuration', ({ authority }, request) => openidConfiguration(authority, request)],
  ['GET', '/discovery/v2.0/keys', async ({ authority }) => json(200, await authority.keys())],
  ['GET', '/oauth2/v2.0/authorize', authorizeEndpoint],
  ['POST', '/oauth2/v2.0/authorize', authorizeEndpoint],
  ['POST', '/oauth2/v2.0/token', tokenEndpoint],
  ['POST', '/oauth2/token', tokenEndpointV1],
  ['POST', '/oauth2/v2.0/devicecode', deviceCodeEndpoint],
  ['GET', '/oauth2/v2.0/device', devicePage],
  ['POST', '/oauth2/v2.0/device', devicePage],
  ['GET', '/adminconsent', adminConsent],
  ['POST', '/adminconsent', adminConsent],
  ['GET', '/discovery/instance', ({ authority }, request) => instanceDiscovery(authority, request)],
  ['GET', '/oauth2/v2.0/logout', logoutEndpoint],
  ['GET', '/oauth2/v2.0/form-post.js', formPostScript],
];

/** Every page may read discovery and keys, tokens only one that signs people in, as at Entra; the sign-in page is for people. */
function allowedOrigin(entra: Entra, request: HttpRequest, path: string): HttpAnswer['headers'] {
  if (!path.endsWith('/token')) return { 'Access-Control-Allow-Origin': '*' };
  const origin = header(request, 'origin');
  return { Vary: 'Origin', ...(origin !== undefined && mayRedeem(entra, origin) && { 'Access-Control-Allow-Origin': origin }) };
}

function preflight(entra: Entra, request: HttpRequest, path: string): HttpAnswer {
  return {
    status: 204,
    headers: {
      ...allowedOrigin(entra, request, path),
      'Access-Control-Allow-Methods': 'GET, POST, OPTIONS',
      'Access-Control-Allow-Headers': header(request, 'access-control-request-headers') ?? '*',
      'Access-Control-Max-Age': '86400',
    },
  };
}

/** Answers carry the time by which the tokens in them are dated; the world's clock is another one. */
async function onRealClock(answered: HttpAnswer | Promise<HttpAnswer>): Promise<HttpAnswer> {
  const answer = await answered;
  return { ...answer, headers: { Date: new Date().toUTCString(), ...answer.headers } };
}

const forScripts = /\/(?:openid-configuration|keys|token)$/;

/** The path after the tenant when it is one of this directory's; `common` and `organizations` lead to the only tenant, too. */
export function entraPath(entra: Entra, path: string): string | undefined {
  const [, first = '', ...rest] = path.split('/');
  const isTenant = first.toLowerCase() === entra.authority.tenantId || first === 'common' || first === 'organizations';
  return isTenant ? `/${rest.join('/')}` : undefined;
}

async function answerOf(entra: Entra, request: HttpRequest, endpoint: Endpoint): Promise<HttpAnswer> {
  try {
    return await endpoint(entra, request);
  } catch (error) {
    if (!isStorageFailure(error)) throw error;
    return refusal(new OAuthError('temporarily_unavailable', 90033, `A transient error has occurred. ${STORAGE_FAILURE}`));
  }
}

/** Answers a request to the token service. `path` begins after the tenant. */
export async function serveEntra(entra: Entra, request: HttpRequest, path: string): Promise<HttpAnswer> {
  if (request.method === 'OPTIONS' && forScripts.test(path)) return preflight(entra, request, path);
  const username = /^\/userrealm\/([^/]+)$/i.exec(path)?.[1];
  if (username !== undefined) return userRealm(entra, request, decodedOrNone(username) ?? username);
  const endpoint = endpoints.find(([method, known]) => method === request.method && known === path)?.[2];
  if (!endpoint) return json(404, { error: 'not_found', error_description: `AADSTS90014: There is no ${request.method} ${path} here.` });
  const answer = await onRealClock(answerOf(entra, request, endpoint));
  return forScripts.test(path) ? { ...answer, headers: { ...allowedOrigin(entra, request, path), ...answer.headers } } : answer;
}
