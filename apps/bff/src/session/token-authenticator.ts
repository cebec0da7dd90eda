import { createRemoteJWKSet, customFetch, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import type { Config } from '../config';
import { ask } from '../network';
import { Problem } from '../problem';
import { atMost, timedCache } from '../caches';
import { AuthorityClock, MOST_OFF_SECONDS } from './authority-clock';
import { boundedText } from './authority-network';
import type { Principal } from './principal';
import { own } from '../own';

export const API_SCOPE = 'access_as_user';

/** A page sends the same token with every call; its signature is checked once a minute. */
const ADMITTED_MS = 60_000;
const LOOK_AGAIN_MS = 10 * 60_000;
/** How often it is asked again while the clocks disagree. */
const COMPARE_AGAIN_MS = 5_000;
const KEYS_HOLD_MS = 24 * 60 * 60_000;

export interface TokenAuthenticator {
  /** The principal of an Authorization header, or a problem. */
  admit(authorization: string | undefined): Promise<Principal>;
  /** Whether the authority's keys are known. */
  hasKeys(): Promise<boolean>;
  /** Whether our clock agrees with the authority's, so that the dates of tokens can be judged. */
  isOnTime(): Promise<boolean>;
}

type AuthenticatorConfig = Pick<Config, 'issuer' | 'jwksUrl' | 'apiClientId' | 'portalClientId' | 'tenantId'>;

export function createTokenAuthenticator(config: AuthenticatorConfig): TokenAuthenticator {
  const { keyOf, hasKeys, isOnTime } = authorityKeys(config.jwksUrl);
  const admitted = timedCache<string, Principal>(ADMITTED_MS, atMost(5_000));
  return {
    async admit(authorization) {
      const assertion = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization ?? '')?.[1];
      if (!assertion) throw new Problem('not-signed-in');
      if (!(await isOnTime())) throw clockWrong();
      const known = admitted.get(assertion);
      if (known && known.expiresAt > Date.now() / 1000) return known;
      const { payload } = await jwtVerify(assertion, keyOf, {
        algorithms: ['RS256'],
        issuer: config.issuer,
        audience: [config.apiClientId, `api://${config.apiClientId}`],
        requiredClaims: ['tid', 'oid', 'scp', 'iat', 'exp'],
        clockTolerance: MOST_OFF_SECONDS,
      }).catch((error: unknown) => {
        throw refusal(error);
      });
      if (!isForUs(payload, config)) throw new Problem('not-signed-in');
      const principal = toPrincipal(payload, assertion);
      admitted.set(assertion, principal);
      return principal;
    },
    hasKeys,
    isOnTime,
  };
}

const clockWrong = (cause?: unknown) => new Problem('server-clock-wrong', { retryAfter: 30, cause });

/** The keys of the authority, looked at again every ten minutes. While they cannot be fetched, those known hold for a day. */
function authorityKeys(jwksUrl: string): { keyOf: JWTVerifyGetKey } & Pick<TokenAuthenticator, 'hasKeys' | 'isOnTime'> {
  const clock = new AuthorityClock();
  const keys = createRemoteJWKSet(new URL(jwksUrl), {
    timeoutDuration: 5_000,
    cooldownDuration: 30_000,
    cacheMaxAge: KEYS_HOLD_MS,
    async [customFetch](url, options) {
      const response = await ask(url, { headers: Object.fromEntries(options.headers), signal: options.signal });
      clock.update(response.headers);
      return new Response(await boundedText(response), { status: response.status, headers: { 'content-type': 'application/json' } });
    },
  });
  let lookedAt = performance.now();
  let comparedAt = -Infinity;
  const reload = () =>
    keys.reload().then(
      () => true,
      () => false,
    );
  return {
    keyOf(header, token) {
      if (performance.now() - lookedAt > LOOK_AGAIN_MS) {
        lookedAt = performance.now();
        void reload();
      }
      return keys(header, token);
    },
    hasKeys: async () => keys.jwks() !== undefined || reload(),
    async isOnTime() {
      // The first request is judged too.
      if (clock.hasTime && clock.agrees()) return true;
      if (performance.now() - comparedAt > COMPARE_AGAIN_MS) {
        comparedAt = performance.now();
        await reload();
      }
      return clock.agrees();
    },
  };
}

/** A key server that does not answer is an outage, not a bad token. */
function refusal(error: unknown): Problem {
  if (error instanceof errors.JWTExpired) return new Problem('session-expired');
  if (error instanceof errors.JWKSTimeout || !(error instanceof errors.JOSEError) || error.code === 'ERR_JOSE_GENERIC') {
    return new Problem('sign-in-service-unavailable', { retryAfter: 30, cause: error });
  }
  return new Problem('not-signed-in');
}

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** What Entra lets administrators set at most, and as far as clocks may be off. */
const LONGEST_SECONDS = 24 * 60 * 60 + MOST_OFF_SECONDS;

/** `scp` is in no ID token and no app-only token; `ver` 2.0 goes with the issuer. */
function isForUs(payload: JWTPayload, config: AuthenticatorConfig): boolean {
  const scopes = typeof payload['scp'] === 'string' ? payload['scp'].split(' ') : [];
  return (
    payload['tid'] === config.tenantId &&
    payload['ver'] === '2.0' &&
    payload['idtyp'] !== 'app' &&
    payload['azp'] === config.portalClientId &&
    typeof payload['oid'] === 'string' &&
    GUID.test(payload['oid']) &&
    (payload.exp ?? Infinity) <= Date.now() / 1000 + LONGEST_SECONDS &&
    scopes.includes(API_SCOPE)
  );
}

/** A token without the claim, or with another one of that name, gives no role. */
function rolesIn(payload: JWTPayload): string[] {
  const roles = own(payload, 'roles');
  return Array.isArray(roles) ? roles.filter((role) => typeof role === 'string') : [];
}

function toPrincipal(payload: JWTPayload, assertion: string): Principal {
  const text = (claim: string) => {
    const value = own(payload, claim);
    return typeof value === 'string' ? value : '';
  };
  return {
    tid: text('tid'),
    oid: text('oid'),
    name: text('name'),
    username: text('preferred_username'),
    roles: rolesIn(payload),
    isGuest: payload['acct'] === 1 || text('idp') !== '',
    assertion,
    issuedAt: payload.iat ?? 0,
    expiresAt: payload.exp ?? 0,
  };
}
