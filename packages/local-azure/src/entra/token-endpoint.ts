import { header, json } from '../http/exchange';
import type { HttpAnswer, HttpRequest } from '../http/exchange';
import { record } from '../world/json';
import { identifierUrisOf } from '../world/directory/registration';
import { demandedContext } from '../world/directory/step-up';
import { mayRedeem, requireClient, requireCredential } from './clients';
import { provesChallenge, redeemCode } from './codes';
import { deviceCode } from './device-codes';
import type { Entra } from './entra';
import { requireParameter, requireUser } from './grant';
import type { GrantHandler } from './grant';
import { grantRevoked, OAuthError, refusal } from './oauth-error';
import { password } from './password';
import { resolveScope, resourceScopes } from './scopes';
import { contextAskedFor, hasReached, stepUpRequired } from './step-up';
import { contextIn, readRefreshToken, tokensFor, tokensForApplication } from './tokens';
import { own } from '../world/own';

const authorizationCode: GrantHandler = async (entra, request) => {
  const { client, form } = request;
  if (client.kind === 'api') await requireCredential(entra, request);
  const code = redeemCode(entra.world, requireParameter(form, 'code'));
  if (!code || code.clientId !== client.appId) {
    throw new OAuthError('invalid_grant', 70008, 'The provided authorization code or refresh token has expired or was used before.');
  }
  if (code.redirectUri !== form.get('redirect_uri')) {
    throw new OAuthError('invalid_grant', 500112, 'The reply address does not match the one the authorization code was issued to.');
  }
  if (!provesChallenge(requireParameter(form, 'code_verifier'), code.challenge)) {
    throw new OAuthError(
      'invalid_grant',
      501481,
      'The Code_Verifier does not match the code_challenge supplied in the authorization request.',
    );
  }
  const grant = resolveScope(entra.world, client, form.get('scope') ?? code.scope);
  const user = requireUser(entra.world, code.objectId);
  const { sessionId, nonce, context } = code;
  const signIn = { user, client, sessionId, ...(nonce !== undefined && { nonce }), ...(context !== undefined && { context }) };
  return tokensFor(entra.authority, signIn, grant);
};

const refresh: GrantHandler = async (entra, request) => {
  const { client, form } = request;
  if (client.kind === 'api') await requireCredential(entra, request);
  const token = await readRefreshToken(entra.authority, requireParameter(form, 'refresh_token'));
  if (!token || token.clientId !== client.appId) {
    throw new OAuthError('invalid_grant', 700084, 'The refresh token was issued to a single page app and has expired, or it is not valid.');
  }
  const grant = { ...resolveScope(entra.world, client, form.get('scope') ?? ''), wantsRefreshToken: true };
  if (token.revoked) throw grantRevoked();
  const { sessionId, context } = token;
  const asked = contextAskedFor(form.get('claims'));
  const user = requireUser(entra.world, token.objectId);
  const methods = entra.authority.methods(sessionId, user.objectId);
  if (asked !== undefined && !hasReached(asked, { context, methods })) throw stepUpRequired(asked);
  return tokensFor(entra.authority, { user, client, sessionId, ...(context !== undefined && { context }) }, grant, token.expires);
};

const onBehalfOf: GrantHandler = async (entra, request) => {
  const { client, form } = request;
  await requireCredential(entra, request);
  const assertion = await entra.authority.read(requireParameter(form, 'assertion'));
  if (!assertion) throw new OAuthError('invalid_grant', 50013, 'Assertion failed signature validation.');
  if (assertion.expired) throw new OAuthError('invalid_grant', 500133, 'Assertion is not within its valid time range.');
  if (assertion.revoked) throw grantRevoked();
  const { aud, oid, sid, scp } = assertion.claims;
  if (![client.appId, ...identifierUrisOf(client)].includes(String(aud)) || typeof scp !== 'string')
    throw new OAuthError('invalid_grant', 500131, 'Assertion audience does not match the Client app presenting the assertion.');
  const grant = resolveScope(entra.world, client, requireParameter(form, 'scope'));
  const context = contextIn(assertion.claims);
  const demanded = contextAskedFor(form.get('claims')) ?? demandedContext(entra.world, grant.audience);
  const user = requireUser(entra.world, String(oid));
  const methods = entra.authority.methods(String(sid), user.objectId);
  if (demanded !== undefined && !hasReached(demanded, { context, methods })) throw stepUpRequired(demanded);
  return tokensFor(entra.authority, { user, client, sessionId: String(sid), ...(context !== undefined && { context }) }, grant);
};

const clientCredentials: GrantHandler = async (entra, request) => {
  const { client, form } = request;
  await requireCredential(entra, request);
  // An application has no identity that OpenID could tell of: some clients ask for it all the same.
  const scope = resourceScopes(requireParameter(form, 'scope')).join(' ');
  if (!scope.endsWith('/.default')) {
    throw new OAuthError(
      'invalid_scope',
      1002012,
      `The provided value for scope ${scope} is not valid. It must be a resource identifier suffixed with /.default.`,
    );
  }
  // What people allowed does not count: a token without roles is given for any service.
  const itself = { ...client, kind: 'daemon' } as const;
  return tokensForApplication(entra.world, entra.authority, client, resolveScope(entra.world, itself, scope));
};

const grants: Record<string, GrantHandler> = {
  authorization_code: authorizationCode,
  refresh_token: refresh,
  'urn:ietf:params:oauth:grant-type:jwt-bearer': onBehalfOf,
  client_credentials: clientCredentials,
  'urn:ietf:params:oauth:grant-type:device_code': deviceCode,
  password,
};

/** POST /{tenant}/oauth2/v2.0/token */
export async function tokenEndpoint(entra: Entra, request: HttpRequest): Promise<HttpAnswer> {
  const form = new URLSearchParams(request.body);
  try {
    if (!mayRedeem(entra, header(request, 'origin')))
      throw new OAuthError('invalid_request', 9002326, 'Cross-origin token redemption is permitted only for the pages of the application.');
    const type = requireParameter(form, 'grant_type');
    const grant = own(grants, type);
    if (!grant) throw new OAuthError('unsupported_grant_type', 70003, `The app requested an unsupported grant type '${type}'.`);
    const tokens = await grant(entra, { client: requireClient(entra.world, form.get('client_id')), form, origin: request.origin });
    return json(200, tokens, { 'Cache-Control': 'no-store, no-cache', Pragma: 'no-cache' });
  } catch (error) {
    if (error instanceof OAuthError) return refusal(error);
    throw error;
  }
}

/** Scopes that stand for what the first version gives unasked. */
const USUAL = 'openid profile offline_access';

/** Numbers of the second version are words in the first. */
function inWords({ access_token, refresh_token, id_token, expires_in }: Record<string, unknown>, resource: string): unknown {
  const seconds = Number(expires_in);
  const now = Math.floor(Date.now() / 1000);
  return {
    token_type: 'Bearer',
    expires_in: String(seconds),
    ext_expires_in: String(seconds),
    expires_on: String(now + seconds),
    not_before: String(now),
    resource,
    access_token,
    ...(refresh_token !== undefined && { refresh_token }),
    ...(id_token !== undefined && { id_token }),
  };
}

/** POST /{tenant}/oauth2/token: names one resource in place of scopes. */
export async function tokenEndpointV1(entra: Entra, request: HttpRequest): Promise<HttpAnswer> {
  const form = new URLSearchParams(request.body);
  const resource = form.get('resource') ?? `https://${entra.authority.cloud.graph}`;
  form.set('scope', `${resource.endsWith('/') ? resource.slice(0, -1) : resource}/.default ${USUAL}`);
  const answer = await tokenEndpoint(entra, { ...request, body: form.toString() });
  if (answer.status !== 200) return answer;
  return { ...answer, body: JSON.stringify(inWords(record(JSON.parse(answer.body ?? '{}')), resource)) };
}
