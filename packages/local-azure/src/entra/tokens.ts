import { createHash, randomUUID } from 'node:crypto';
import type { JWTPayload } from 'jose';
import type { Cloud } from '../world/cloud';
import { servicePrincipalOf } from '../world/directory/directory';
import type { Application, User } from '../world/directory/directory';
import type { World } from '../world/world';
import type { Authority } from './authority';
import type { Grant } from './scopes';

const ACCESS_TOKEN_SECONDS = 3600;
/** Refresh tokens of pages live a day, counted from the sign-in. */
const REFRESH_TOKEN_SECONDS = 86_400;
const REFRESH_AUDIENCE = 'refresh';

/** Someone signed in to a client. */
interface SignIn {
  user: User;
  client: Application;
  /** Session of the browser; survives in tokens as `sid`. */
  sessionId: string;
  nonce?: string;
  /** Authentication context reached by a further step of sign-in. */
  context?: string;
}

function pairwiseSubject(objectId: string, clientId: string): string {
  return createHash('sha256').update(`${objectId}|${clientId}`).digest('base64url');
}

function person(authority: Authority, { user, client, sessionId }: SignIn) {
  return {
    tid: authority.tenantId,
    oid: user.objectId,
    sub: pairwiseSubject(user.objectId, client.appId),
    name: user.displayName,
    preferred_username: user.username,
    sid: sessionId,
    uti: randomUUID(),
    ver: '2.0',
    ...(user.userType === 'Guest' && { acct: 1, idp: `https://sts.windows.net/${user.homeTenantId ?? ''}/` }),
  };
}

function acrs({ context }: Pick<SignIn, 'context'>) {
  return context === undefined ? {} : { acrs: [context] };
}

/** How somebody has signed in: Resource Manager lets nobody change anything who has proved no more than a password. */
function methodClaims(authority: Authority, audience: string, { user, sessionId, context }: SignIn): { amr?: string[] } {
  if (!isOf([authority.cloud.resourceManager, authority.cloud.serviceManagement], audience)) return {};
  const methods = authority.methods(sessionId, user.objectId);
  return { amr: context === undefined ? methods : [...new Set([...methods, 'mfa'])] };
}

/** Groups that a token of this kind holds at most; of more it only tells where they can be asked for. */
const MOST_GROUPS = 200;

/** Whether a token for the service tells the groups of a person. */
const carriesGroups = ({ resourceManager, serviceManagement, vaults }: Cloud, audience: string): boolean =>
  isOf([resourceManager, serviceManagement, vaults], audience);

const isOf = (hosts: readonly string[], audience: string): boolean =>
  hosts.includes(audience.replace(/^https:\/\//, '').replace(/\/$/, ''));

/** The claims of an access token about the groups of a person, directly and through other groups. */
function groupClaims(cloud: Cloud, audience: string, objectId: string, groupIds: readonly string[]): Record<string, unknown> {
  if (!carriesGroups(cloud, audience) || groupIds.length === 0) return {};
  if (groupIds.length <= MOST_GROUPS) return { groups: groupIds };
  const endpoint = `https://${cloud.graph}/v1.0/users/${objectId}/getMemberObjects`;
  return { _claim_names: { groups: 'src1' }, _claim_sources: { src1: { endpoint } } };
}

/** The claim of a token about the roles of a person at the application it is meant for; where there are none it has no such claim. */
function roleClaims(authority: Authority, audience: string, { objectId }: User): { roles?: string[] } {
  const roles = authority.appRoles(audience, objectId);
  return roles.length === 0 ? {} : { roles };
}

/** What tells the versions of access tokens apart. */
const versionClaims = (authority: Authority, { version }: Grant) =>
  version === 1 ? { ver: '1.0', iss: authority.issuerV1 } : { ver: '2.0' };

function accessToken(authority: Authority, signIn: SignIn, grant: Grant): Promise<string> {
  const { client, user } = signIn;
  const caller = { azp: client.appId, appid: client.appId, azpacr: client.secret === undefined ? '0' : '1' };
  return authority.sign(
    {
      ...person(authority, signIn),
      ...acrs(signIn),
      ...versionClaims(authority, grant),
      ...caller,
      ...groupClaims(authority.cloud, grant.audience, user.objectId, authority.groupIds(user.objectId)),
      ...roleClaims(authority, grant.audience, user),
      ...methodClaims(authority, grant.audience, signIn),
      aud: grant.audience,
      scp: grant.permissions.join(' '),
    },
    ACCESS_TOKEN_SECONDS,
  );
}

function idToken(authority: Authority, signIn: SignIn): Promise<string> {
  const { client, user, nonce } = signIn;
  return authority.sign(
    {
      ...person(authority, signIn),
      ...roleClaims(authority, client.appId, user),
      aud: client.appId,
      login_hint: user.username,
      ...(nonce !== undefined && { nonce }),
    },
    ACCESS_TOKEN_SECONDS,
  );
}

/** `client_info`, from which MSAL makes the account's id. */
export function clientInfo(authority: Authority, user: User): string {
  return Buffer.from(JSON.stringify({ uid: user.objectId, utid: authority.tenantId })).toString('base64url');
}

/** What a refresh token remembers; seconds since 1970. */
interface Refresh {
  objectId: string;
  clientId: string;
  sessionId: string;
  context?: string;
  expires: number;
  /** Whether it was ended before its time. */
  revoked: boolean;
}

function refreshToken(authority: Authority, signIn: SignIn, expires: number | undefined): Promise<string> {
  const lifetime = expires === undefined ? REFRESH_TOKEN_SECONDS : expires - Math.floor(Date.now() / 1000);
  const { user, client, sessionId } = signIn;
  return authority.sign(
    { aud: REFRESH_AUDIENCE, oid: user.objectId, azp: client.appId, sid: sessionId, jti: randomUUID(), ...acrs(signIn) },
    lifetime,
  );
}

/** The authentication context a token carries. */
export function contextIn({ acrs: held }: JWTPayload): string | undefined {
  const [context]: unknown[] = Array.isArray(held) ? held : [];
  return typeof context === 'string' ? context : undefined;
}

/** Reads a refresh token of ours; undefined when it is none or has expired. */
export async function readRefreshToken(authority: Authority, token: string): Promise<Refresh | undefined> {
  const read = await authority.read(token);
  if (!read || read.expired || read.claims.aud !== REFRESH_AUDIENCE) return undefined;
  const { oid, azp, sid, exp } = read.claims;
  const context = contextIn(read.claims);
  return {
    objectId: String(oid),
    clientId: String(azp),
    sessionId: String(sid),
    expires: exp ?? 0,
    revoked: read.revoked,
    ...(context !== undefined && { context }),
  };
}

/** The token endpoint's answer for a person. A renewed refresh token keeps the end of the one before. */
export async function tokensFor(
  authority: Authority,
  signIn: SignIn,
  grant: Grant,
  refreshExpires?: number,
): Promise<Record<string, unknown>> {
  return {
    token_type: 'Bearer',
    scope: grant.scope,
    expires_in: ACCESS_TOKEN_SECONDS,
    ext_expires_in: ACCESS_TOKEN_SECONDS,
    access_token: await accessToken(authority, signIn, grant),
    ...(grant.wantsRefreshToken && { refresh_token: await refreshToken(authority, signIn, refreshExpires) }),
    ...(grant.wantsIdToken && { id_token: await idToken(authority, signIn) }),
    client_info: clientInfo(authority, signIn.user),
  };
}

/** The token endpoint's answer for an application on its own behalf. */
export async function tokensForApplication(
  world: World,
  authority: Authority,
  client: Application,
  grant: Grant,
): Promise<Record<string, unknown>> {
  const { objectId } = servicePrincipalOf(world, client.appId, client.displayName);
  const isGraph = grant.audience === `https://${authority.cloud.graph}`;
  const access_token = await authority.sign(
    {
      ...versionClaims(authority, grant),
      ...(isGraph && client.graphRoles && { roles: client.graphRoles }),
      aud: grant.audience,
      tid: authority.tenantId,
      oid: objectId,
      sub: objectId,
      azp: client.appId,
      appid: client.appId,
      azpacr: '1',
      idtyp: 'app',
      uti: randomUUID(),
    },
    ACCESS_TOKEN_SECONDS,
  );
  return { token_type: 'Bearer', expires_in: ACCESS_TOKEN_SECONDS, ext_expires_in: ACCESS_TOKEN_SECONDS, access_token };
}
