import { SignJWT, UnsecuredJWT } from 'jose';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ProblemCode } from '@tresor/contracts';
import { API_APP, ISSUER, PORTAL_APP, startAuthority, TENANT, type TestAuthority } from '../testing/authority';
import { AuthorityClock } from './authority-clock';
import { createTokenAuthenticator, type TokenAuthenticator } from './token-authenticator';

let authority: TestAuthority;
let authenticator: TokenAuthenticator;

const authenticatorOf = (jwksUrl: string) =>
  createTokenAuthenticator({ issuer: ISSUER, jwksUrl, apiClientId: API_APP, portalClientId: PORTAL_APP, tenantId: TENANT });

beforeEach(async () => {
  authority = await startAuthority();
  authenticator = authenticatorOf(authority.jwksUrl);
});

afterEach(() => authority[Symbol.asyncDispose]());

async function codeOf(token: string | undefined, through = authenticator): Promise<ProblemCode | 'admitted'> {
  return through.admit(token === undefined ? undefined : `Bearer ${token}`).then(
    () => 'admitted',
    (error: { code: ProblemCode }) => error.code,
  );
}

describe('the authenticator', () => {
  it('admits a token for the API and knows its holder', async () => {
    const token = await authority.token({ name: 'Ada Berg', preferred_username: 'ada@contoso.example' });
    await expect(authenticator.admit(`Bearer ${token}`)).resolves.toMatchObject({
      tid: TENANT,
      name: 'Ada Berg',
      isGuest: false,
      assertion: token,
    });
  });

  it('admits a token whose audience is the address of the API', async () => {
    expect(await codeOf(await authority.token({ aud: `api://${API_APP}` }))).toBe('admitted');
  });

  it('knows a guest', async () => {
    const token = await authority.token({ acct: 1 });
    await expect(authenticator.admit(`Bearer ${token}`)).resolves.toMatchObject({ isGuest: true });
  });

  it.each([
    ['has those it names', ['Audit.Read', 'Other'], ['Audit.Read', 'Other']],
    ['has none without the claim', undefined, []],
    ['has none by a claim that is no list', 'Audit.Read', []],
    ['has none that is no text', [{ value: 'Audit.Read' }, 7, null], []],
  ])('the holder of a token %s', async (_what, roles, held) => {
    const { roles: found } = await authenticator.admit(`Bearer ${await authority.token({ roles })}`);
    expect(found).toEqual(held);
  });

  it.each([
    ['for another API', { aud: '00000000-0000-4000-8000-000000000000' }],
    ['of another authority', { iss: 'https://login.example/v2.0' }],
    ['of another tenant', { tid: '00000000-0000-4000-8000-000000000000' }],
    ['without a scope, as ID tokens are', { scp: undefined }],
    ['with another scope', { scp: 'something_else' }],
    ['without an object id', { oid: undefined }],
    ['that does not say when it was issued', { iat: undefined }],
    ['of an application on its own behalf', { idtyp: 'app' }],
    ['of version 1', { ver: '1.0' }],
    ['issued to another page', { azp: '00000000-0000-4000-8000-000000000000' }],
  ])('refuses a token %s', async (_what, claims) => {
    expect(await codeOf(await authority.token(claims))).toBe('not-signed-in');
  });

  it.each([
    ['good only in an hour', { nbf: Math.floor(Date.now() / 1000) + 3_600 }],
    ['good from never on', { nbf: Number.MAX_SAFE_INTEGER }],
    ['whose beginning is no number', { nbf: 'now' }],
    ['whose holder is no GUID', { oid: 'ada' }],
    ['whose holder is a path', { oid: '../11111111-2222-4333-8444-555555555555' }],
    ['whose holder is a number', { oid: 7 }],
  ])('refuses a token %s', async (_what, claims) => {
    expect(await codeOf(await authority.token(claims))).toBe('not-signed-in');
  });

  it('refuses a token that is good for more than a day', async () => {
    const day = Math.floor(Date.now() / 1000) + 24 * 3_600;
    expect(await codeOf(await authority.token({}, { expires: day }))).toBe('admitted');
    expect(await codeOf(await authority.token({}, { expires: day + 900 }))).toBe('not-signed-in');
    expect(await codeOf(await authority.token({}, { expires: 1e300 }))).toBe('not-signed-in');
  });

  it('refuses a request without token or with something else', async () => {
    expect(await codeOf(undefined)).toBe('not-signed-in');
    expect(await codeOf('abc')).toBe('not-signed-in');
  });

  it('tells an expired token from a wrong one', async () => {
    expect(await codeOf(await authority.token({}, { expires: Math.floor(Date.now() / 1000) - 400 }))).toBe('session-expired');
  });

  it('refuses a token without signature', async () => {
    const token = new UnsecuredJWT({ tid: TENANT, oid: 'x', scp: 'access_as_user' }).setIssuer(ISSUER).setAudience(API_APP).encode();
    expect(await codeOf(`${token}x`)).toBe('not-signed-in');
  });

  it('refuses a token signed with a shared secret', async () => {
    const token = await new SignJWT({ tid: TENANT, oid: 'x', scp: 'access_as_user' })
      .setProtectedHeader({ alg: 'HS256', kid: 'one' })
      .setIssuer(ISSUER)
      .setAudience(API_APP)
      .setExpirationTime('1h')
      .sign(new TextEncoder().encode('public key taken for a secret, long enough'));
    expect(await codeOf(token)).toBe('not-signed-in');
  });

  it('refuses a token with a key nobody knows', async () => {
    expect(await codeOf(await authority.token({}, { kid: 'two' }))).toBe('not-signed-in');
  });

  it('calls it an outage when the keys cannot be fetched', async () => {
    const token = await authority.token();
    const unreachable = authenticatorOf('http://127.0.0.1:9/keys');
    expect(await codeOf(token, unreachable)).toBe('sign-in-service-unavailable');
    expect(await unreachable.hasKeys()).toBe(false);
  });

  it('goes on with the keys it knows when they cannot be fetched any more', async () => {
    expect(await codeOf(await authority.token())).toBe('admitted');
    const token = await authority.token();
    await authority[Symbol.asyncDispose]();
    expect(await codeOf(token)).toBe('admitted');
  });

  it('goes on with them for hours, and looks for new ones all the while', async () => {
    const expires = Math.floor(Date.now() / 1000) + 24 * 3600;
    const [first, second, third] = await Promise.all(
      ['a', 'b', 'c'].map((letter) => authority.token({ oid: `${letter}1111111-2222-4333-8444-555555555555` }, { expires })),
    );
    const looks = () => authority.server.received.filter(({ path }) => path === '/keys').length;
    const authenticator = authenticatorOf(authority.jwksUrl);
    vi.useFakeTimers({ toFake: ['Date', 'performance'] });
    try {
      expect(await codeOf(first, authenticator)).toBe('admitted');
      const before = looks();
      vi.advanceTimersByTime(3_600_000);
      authority.server.date = new Date();
      expect(await codeOf(second, authenticator)).toBe('admitted');
      await vi.waitFor(() => expect(looks()).toBe(before + 1));
      await authority[Symbol.asyncDispose]();
      vi.advanceTimersByTime(3_600_000);
      authority.server.date = new Date();
      expect(await codeOf(third, authenticator)).toBe('admitted');
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('a server whose clock is off', () => {
  const MINUTE = 60_000;
  let issued: number;
  let token: string;

  beforeEach(async () => {
    issued = Date.now();
    const seconds = Math.floor(issued / 1000);
    token = await authority.token({ iat: seconds, nbf: seconds });
    vi.useFakeTimers({ toFake: ['Date', 'performance'], now: issued });
    await authenticator.hasKeys();
  });

  afterEach(() => vi.useRealTimers());

  it.each([-4, 4])('by %i minutes admits as ever', async (minutes) => {
    vi.setSystemTime(issued + minutes * MINUTE);
    expect(await authenticator.isOnTime()).toBe(true);
    expect(await codeOf(token)).toBe('admitted');
  });

  it.each([-10, 10])('by %i minutes says so, and admits again once it is set', async (minutes) => {
    expect(await codeOf(token)).toBe('admitted');
    vi.setSystemTime(issued + minutes * MINUTE);
    expect(await authenticator.isOnTime()).toBe(false);
    expect(await codeOf(token)).toBe('server-clock-wrong');
    vi.setSystemTime(issued);
    expect(await codeOf(token)).toBe('admitted');
  });

  it('says so at the first request, too', async () => {
    vi.setSystemTime(issued + 10 * MINUTE);
    expect(await codeOf(token, authenticatorOf(`${authority.server.url}/keys`))).toBe('server-clock-wrong');
  });

  it('only seems to be, after it has slept for two hours', async () => {
    vi.setSystemTime(issued + 120 * MINUTE);
    authority.server.date = new Date();
    expect(await authenticator.isOnTime()).toBe(true);
  });

  it('is not, because the keys lay in a cache on the way', () => {
    const clock = new AuthorityClock();
    clock.update(new Headers({ date: new Date(issued - 60 * MINUTE).toUTCString(), age: '3600' }));
    expect(clock.agrees()).toBe(true);
    clock.update(new Headers({ date: new Date(issued - 60 * MINUTE).toUTCString() }));
    expect(clock.agrees()).toBe(false);
  });
});
