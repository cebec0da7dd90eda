import { generateKeyPair, randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { createLocalJWKSet, errors, importJWK, jwtVerify, SignJWT } from 'jose';
import type { JWK, JWTPayload } from 'jose';
import { cloudOf, type Cloud } from '../world/cloud';
import { appRolesOf } from '../world/directory/app-roles';
import { tenant } from '../world/directory/directory';
import { groupsOf } from '../world/directory/groups';
import { isRevoked } from '../world/directory/revoked-tokens';
import type { World } from '../world/world';
import { readBack } from '../world/json';
import { methodsOf } from './sessions';

/** The token issuer of the world's tenant. It lives on the real clock: clients compare its dates with their own. */
export interface Authority {
  cloud: Cloud;
  tenantId: string;
  issuer: string;
  /** Who issues access tokens of the first version. */
  issuerV1: string;
  /** Public signing keys, as the keys endpoint shows them. */
  keys(): Promise<{ keys: JWK[] }>;
  /** The groups of a principal, directly and through other groups. */
  groupIds(objectId: string): string[];
  /** How a person has signed in to a session (claim `amr`). */
  methods(sessionId: string, objectId: string): string[];
  /** Values of the roles that a person has at the application a token is meant for. */
  appRoles(audience: string, objectId: string): string[];
  sign(claims: JWTPayload, lifetimeSeconds: number): Promise<string>;
  /** The claims of a token of ours, expired, revoked or not meant for the asker included; undefined when it is none. */
  read(token: string): Promise<{ claims: JWTPayload; expired: boolean; revoked: boolean } | undefined>;
}

interface SigningKey {
  kid: string;
  privateJwk: JWK;
}

const CACHED_TOKENS = 10_000;

let spare: Promise<SigningKey> | undefined;

/** One key pair a process, however many worlds it opens: making one takes up to a second. */
function makeSigningKey(): Promise<SigningKey> {
  spare ??= promisify(generateKeyPair)('rsa', { modulusLength: 2048 }).then(({ privateKey }) => ({
    kid: randomUUID(),
    privateJwk: readBack(JSON.stringify(privateKey.export({ format: 'jwk' }))),
  }));
  return spare;
}

async function signingKey(world: World): Promise<SigningKey> {
  const keys = world.documents<SigningKey>('authority');
  const known = keys.get('signing-key');
  if (known) return known;
  const made = await makeSigningKey();
  keys.put('signing-key', made);
  return made;
}

async function openKeys(world: World) {
  const stored = await signingKey(world);
  const published = { keys: [publicPart(stored)] };
  return { kid: stored.kid, privateKey: await importJWK(stored.privateJwk, 'RS256'), published, keySet: createLocalJWKSet(published) };
}

function publicPart({ kid, privateJwk }: SigningKey): JWK {
  const { kty, n, e } = privateJwk;
  return { kty: kty ?? 'RSA', use: 'sig', alg: 'RS256', kid, ...(n && { n }), ...(e && { e }) };
}

/**
 * Opens the authority of the world's tenant. Its signing key is made once and stays; a new world's is still being made when this
 * returns, and anyone who needs it first waits.
 */
export function openAuthority(world: World): Authority {
  const home = tenant(world);
  if (!home) throw new Error('The world has no tenant.');
  const cloud = cloudOf(world);
  const issuer = `https://${cloud.login}/${home.tenantId}/v2.0`;
  const issuerV1 = `https://sts.windows.net/${home.tenantId}/`;
  const opened = openKeys(world);
  const checked = new Map<string, JWTPayload>();

  async function verify(token: string): Promise<JWTPayload | undefined> {
    try {
      const { payload } = await jwtVerify(token, (await opened).keySet, { issuer: [issuer, issuerV1], algorithms: ['RS256'] });
      if (checked.size >= CACHED_TOKENS) checked.clear();
      checked.set(token, payload);
      return payload;
    } catch (error) {
      return error instanceof errors.JWTExpired ? error.payload : undefined;
    }
  }

  return {
    cloud,
    tenantId: home.tenantId,
    issuer,
    issuerV1,
    groupIds: (objectId) => groupsOf(world, objectId).map((group) => group.objectId),
    methods: (sessionId, objectId) => methodsOf(world, sessionId, objectId),
    appRoles: (audience, objectId) => appRolesOf(world, audience, objectId),
    keys: async () => (await opened).published,
    async sign(claims, lifetimeSeconds) {
      const { kid, privateKey } = await opened;
      const seconds = Math.floor(Date.now() / 1000);
      return new SignJWT({ iss: issuer, ...claims, iat: seconds, nbf: seconds, exp: seconds + lifetimeSeconds })
        .setProtectedHeader({ typ: 'JWT', alg: 'RS256', kid })
        .sign(privateKey);
    },
    async read(token) {
      const claims = checked.get(token) ?? (await verify(token));
      if (!claims) return undefined;
      const { exp = 0, iat = 0, oid } = claims;
      return { claims, expired: exp * 1000 <= Date.now(), revoked: isRevoked(world, String(oid), iat) };
    },
  };
}
