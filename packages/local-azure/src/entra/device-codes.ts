import { randomBytes, randomInt } from 'node:crypto';
import { json } from '../http/exchange';
import type { HttpAnswer, HttpRequest } from '../http/exchange';
import type { World } from '../world/world';
import { requireClient } from './clients';
import type { Entra } from './entra';
import { requireParameter, requireUser } from './grant';
import type { GrantHandler } from './grant';
import { OAuthError, refusal } from './oauth-error';
import { resolveScope } from './scopes';
import { tokensFor } from './tokens';

/** A program that waits until a person has signed in elsewhere, RFC 8628. */
interface DeviceCode {
  deviceCode: string;
  userCode: string;
  clientId: string;
  scope: string;
  /** Milliseconds since 1970 of the real clock. */
  expiresAt: number;
  /** What the person said on the page; absent until then. */
  decision?: { objectId: string } | 'declined';
}

const LIFETIME_SECONDS = 900;
const POLL_SECONDS = 1;
const LETTERS = 'BCDFGHJKLMNPQRSTVWXZ';

const codes = (world: World) => world.documents<DeviceCode>('device-codes');

const makeUserCode = (): string => Array.from({ length: 9 }, () => LETTERS[randomInt(LETTERS.length)]).join('');

function begin(world: World, clientId: string, scope: string): DeviceCode {
  const code = {
    deviceCode: randomBytes(32).toString('base64url'),
    userCode: makeUserCode(),
    clientId,
    scope,
    expiresAt: Date.now() + LIFETIME_SECONDS * 1000,
  };
  world.write(() => {
    for (const old of codes(world).list()) if (old.expiresAt <= Date.now()) codes(world).delete(old.deviceCode);
    codes(world).put(code.deviceCode, code);
  });
  return code;
}

/** POST /{tenant}/oauth2/v2.0/devicecode */
export function deviceCodeEndpoint(entra: Entra, request: HttpRequest): HttpAnswer {
  const form = new URLSearchParams(request.body);
  try {
    const client = requireClient(entra.world, form.get('client_id'));
    const scope = requireParameter(form, 'scope');
    resolveScope(entra.world, client, scope);
    const { deviceCode, userCode } = begin(entra.world, client.appId, scope);
    const page = `${entra.url ?? request.origin}/common/oauth2/v2.0/device`;
    return json(200, {
      user_code: userCode,
      device_code: deviceCode,
      verification_uri: page,
      expires_in: LIFETIME_SECONDS,
      interval: POLL_SECONDS,
      message: `To sign in, use a web browser to open the page ${page} and enter the code ${userCode} to authenticate.`,
    });
  } catch (error) {
    if (error instanceof OAuthError) return refusal(error);
    throw error;
  }
}

/** Writes down what a person decided about a code. False when nobody waits with it. */
export function decide(world: World, userCode: string, decision: NonNullable<DeviceCode['decision']>): boolean {
  const wanted = userCode.replace(/[\s-]/g, '').toUpperCase();
  const found = codes(world)
    .list()
    .find((code) => code.userCode === wanted && code.decision === undefined && code.expiresAt > Date.now());
  if (found) world.write(() => codes(world).put(found.deviceCode, { ...found, decision }));
  return found !== undefined;
}

/** What the program asks the token endpoint until the person has decided. */
export const deviceCode: GrantHandler = async ({ world, authority }, { client, form }) => {
  const code = codes(world).get(requireParameter(form, 'device_code'));
  if (!code || code.clientId !== client.appId) throw new OAuthError('bad_verification_code', 70019, 'The device code is not known.');
  if (code.expiresAt <= Date.now()) throw new OAuthError('expired_token', 70020, 'The device code has expired.');
  const { decision } = code;
  if (decision === undefined) throw new OAuthError('authorization_pending', 70016, 'The person has not yet signed in.');
  world.write(() => codes(world).delete(code.deviceCode));
  if (decision === 'declined') throw new OAuthError('authorization_declined', 70018, 'The person declined to sign in.');
  const user = requireUser(world, decision.objectId);
  return tokensFor(authority, { user, client, sessionId: '' }, resolveScope(world, client, code.scope));
};
