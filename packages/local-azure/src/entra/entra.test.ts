import { ConfidentialClientApplication, CryptoProvider, InteractionRequiredAuthError, PublicClientApplication } from '@azure/msal-node';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { signInAs, startLocalAzure } from '../index';
import type { LocalAzure } from '../index';
import { record } from '../world/json';
import { hasConsent } from '../world/directory/consent';
import { demandContext } from '../world/directory/step-up';

const redirectUri = 'http://localhost:4280/auth/redirect.html';
let azure: LocalAzure;

beforeAll(async () => {
  azure = await startLocalAzure({ file: ':memory:', seed: 'empty' });
});

afterAll(() => azure.stop());

function authOptions(clientId: string) {
  const authority = `https://login.microsoftonline.com/${azure.tenantId}`;
  const here = `${azure.url}/${azure.tenantId}`;
  const metadata = {
    issuer: `${authority}/v2.0`,
    authorization_endpoint: `${here}/oauth2/v2.0/authorize`,
    token_endpoint: `${here}/oauth2/v2.0/token`,
    end_session_endpoint: `${here}/oauth2/v2.0/logout`,
    jwks_uri: `${here}/discovery/v2.0/keys`,
  };
  return { clientId, authority, authorityMetadata: JSON.stringify(metadata) };
}

/** A browser as far as cookies go. */
class Browser {
  cookie = '';

  async open(url: string, form?: Record<string, string>) {
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: this.cookie, 'accept-language': 'de-DE,de;q=0.9' },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    });
    this.cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? this.cookie;
    return { status: answer.status, location: answer.headers.get('location') ?? '', headers: answer.headers, text: await answer.text() };
  }
}

describe('a page that signs people in with MSAL', () => {
  let page: PublicClientApplication;
  let codes: { verifier: string; challenge: string };
  let browser: Browser;

  beforeEach(async () => {
    page = new PublicClientApplication({ auth: authOptions(azure.portalAppId) });
    codes = await new CryptoProvider().generatePkceCodes();
    browser = new Browser();
  });

  function addressFor(more: Partial<Parameters<PublicClientApplication['getAuthCodeUrl']>[0]> = {}) {
    return page.getAuthCodeUrl({
      scopes: [`api://${azure.apiAppId}/access_as_user`],
      redirectUri,
      responseMode: 'query',
      codeChallenge: codes.challenge,
      codeChallengeMethod: 'S256',
      state: 'where-i-was',
      nonce: 'n-1',
      ...more,
    });
  }

  it('lists everybody with what each may do, in the language of the browser', async () => {
    const { status, text, headers } = await browser.open(await addressFor());
    expect(status).toBe(200);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(text).toContain('<html lang="de">');
    for (const person of azure.people) expect(text).toContain(person.does.de);
    expect((await browser.open(`${await addressFor()}&ui_locales=en`)).text).toContain('Pick an account');
  });

  it('gets tokens for who was clicked, with state, nonce and account', async () => {
    const { location } = await browser.open(await addressFor(), { username: 'lee.gu@fabrikam.example' });
    const answer = new URL(location).searchParams;
    expect(answer.get('state')).toBe('where-i-was');
    const result = await page.acquireTokenByCode({
      code: answer.get('code') ?? '',
      nonce: 'n-1',
      codeVerifier: codes.verifier,
      redirectUri,
      scopes: [`api://${azure.apiAppId}/access_as_user`],
    });
    expect(result.account?.username).toBe('lee.gu@fabrikam.example');
    const keys = createRemoteJWKSet(new URL(`${azure.url}/${azure.tenantId}/discovery/v2.0/keys`));
    const { payload } = await jwtVerify(result.accessToken, keys, {
      issuer: `https://login.microsoftonline.com/${azure.tenantId}/v2.0`,
      audience: azure.apiAppId,
      algorithms: ['RS256'],
      requiredClaims: ['tid', 'oid', 'scp', 'azp'],
    });
    expect(payload).toMatchObject({ scp: 'access_as_user', azp: azure.portalAppId, ver: '2.0', acct: 1 });
    expect(result.idTokenClaims).toMatchObject({ nonce: 'n-1', name: 'Lee Gu' });
  });

  it('signs the same person in again without asking, and another only when asked', async () => {
    expect((await browser.open(await addressFor({ prompt: 'none' }))).location).toContain('error=login_required');
    await browser.open(await addressFor(), { username: 'adele.vance@contoso.example' });
    expect((await browser.open(await addressFor({ prompt: 'none' }))).location).toContain('code=');
    expect((await browser.open(await addressFor())).location).toContain('code=');
    expect((await browser.open(await addressFor({ prompt: 'select_account' }))).status).toBe(200);

    await browser.open(await addressFor({ prompt: 'select_account' }), { username: 'megan.bowen@contoso.example' });
    expect((await browser.open(await addressFor({ prompt: 'none' }))).location).toContain('error=interaction_required');
    const hinted = await addressFor({ prompt: 'none', loginHint: 'adele.vance@contoso.example' });
    expect((await browser.open(hinted)).location).toContain('code=');
  });

  it('signs out one account, then all, and comes back with the state', async () => {
    await browser.open(await addressFor(), { username: 'adele.vance@contoso.example' });
    await browser.open(await addressFor({ prompt: 'select_account' }), { username: 'megan.bowen@contoso.example' });
    const base = `${azure.url}/${azure.tenantId}/oauth2/v2.0/logout?post_logout_redirect_uri=${encodeURIComponent(redirectUri)}&state=s1`;
    const { location } = await browser.open(`${base}&logout_hint=adele.vance@contoso.example`);
    expect(location).toBe(`${redirectUri}?state=s1`);
    const hinted = await addressFor({ prompt: 'none', loginHint: 'adele.vance@contoso.example' });
    expect((await browser.open(hinted)).location).toContain('error=login_required');
    expect((await browser.open(await addressFor({ prompt: 'none' }))).location).toContain('code=');
    await browser.open(base);
    expect((await browser.open(await addressFor({ prompt: 'none' }))).location).toContain('error=login_required');
  });

  it('answers in the fragment or by a form when the page wants that', async () => {
    await browser.open(await addressFor(), { username: 'adele.vance@contoso.example' });
    expect((await browser.open(await addressFor({ responseMode: 'fragment' }))).location).toContain(`${redirectUri}#code=`);
    const { text } = await browser.open(await addressFor({ responseMode: 'form_post' }));
    expect(text).toContain(`action="${redirectUri}"`);
    expect(text).toContain('name="code"');
  });

  it.each([
    'https://evil.example/auth/redirect.html',
    'http://localhost:4281/auth/redirect.html',
    'http://localhost:8080/auth/redirect.html',
    'http://localhost/auth/redirect.html',
    'http://127.0.0.1:4280/auth/redirect.html',
    'https://localhost:4280/auth/redirect.html',
    'http://localhost:4280/auth/redirect.html?x',
    'http://localhost:4280/auth/redirect.html/',
    'HTTP://localhost:4280/auth/redirect.html',
    'http://evil@localhost:4280/auth/redirect.html',
  ])('never sends an answer to %s, which is not registered, not even for somebody who is signed in', async (elsewhere) => {
    await browser.open(await addressFor(), { username: 'adele.vance@contoso.example' });
    const { status, location, text } = await browser.open(await addressFor({ redirectUri: elsewhere, prompt: 'none' }));
    expect([status, location]).toEqual([400, '']);
    expect(text).toContain('AADSTS50011');
    const logout = `${azure.url}/${azure.tenantId}/oauth2/v2.0/logout?post_logout_redirect_uri=${encodeURIComponent(elsewhere)}`;
    expect((await browser.open(logout)).location).toBe('');
  });

  const program = (prompt: string) =>
    `${azure.url}/${azure.tenantId}/oauth2/v2.0/authorize?${new URLSearchParams({
      client_id: '04b07795-8ddb-461a-bbee-02f9e1bf7b46',
      response_type: 'code',
      response_mode: 'query',
      redirect_uri: 'http://localhost:8080/',
      scope: 'https://management.azure.com/.default',
      code_challenge: codes.challenge,
      code_challenge_method: 'S256',
      prompt,
    }).toString()}`;

  it('signs nobody in to a program without a click, on whatever port it waits', async () => {
    await browser.open(await addressFor(), { username: 'adele.vance@contoso.example' });
    expect((await browser.open(program('none'))).location).toContain('error=interaction_required');
    expect((await browser.open(program(''))).status).toBe(200);
    expect((await browser.open(program(''), { username: 'adele.vance@contoso.example' })).location).toContain('code=');
  });

  it.each([
    [{ origin: 'http://localhost:8080' }],
    [{ origin: 'null' }],
    [{ origin: 'https://evil.example' }],
    [{ 'sec-fetch-site': 'same-site' }],
    [{ 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
  ])('takes the decision of no other page: %j', async (headers) => {
    const form = {
      method: 'POST',
      redirect: 'manual',
      headers,
      body: new URLSearchParams({ username: 'adele.vance@contoso.example' }),
    } as const;
    const signedIn = await fetch(await addressFor(), form);
    expect([signedIn.status, signedIn.headers.get('set-cookie')]).toEqual([200, null]);
    const consent = `${azure.url}/${azure.tenantId}/adminconsent?client_id=${azure.apiAppId}`;
    const decision = new URLSearchParams({ username: 'adele.vance@contoso.example', consent: 'withdraw' });
    await fetch(consent, { ...form, body: decision });
    expect(hasConsent(azure.world, { appId: azure.apiAppId, kind: 'api' })).toBe(true);
  });

  it('gives tokens to no page but those that sign people in', async () => {
    const tokens = await signInAs(azure, 'adele.vance@contoso.example');
    const endpoint = `${azure.url}/${azure.tenantId}/oauth2/v2.0/token`;
    const form = {
      grant_type: 'refresh_token',
      client_id: azure.portalAppId,
      refresh_token: String(tokens['refresh_token']),
      scope: 'openid',
    };
    const redeem = async (origin: string) => {
      const answer = await fetch(endpoint, { method: 'POST', headers: { origin }, body: new URLSearchParams(form) });
      return [answer.status, answer.headers.get('access-control-allow-origin')];
    };
    expect(await redeem('http://localhost:4280')).toEqual([200, 'http://localhost:4280']);
    expect(await redeem('http://localhost:8080')).toEqual([400, null]);
    expect(await redeem('null')).toEqual([400, null]);
    const preflight = await fetch(endpoint, { method: 'OPTIONS', headers: { origin: 'https://evil.example' } });
    expect(preflight.headers.get('access-control-allow-origin')).toBe(null);
  });

  it('redeems a code once, and only with its verifier', async () => {
    const { location } = await browser.open(await addressFor(), { username: 'adele.vance@contoso.example' });
    const request = { code: new URL(location).searchParams.get('code') ?? '', redirectUri, scopes: ['openid'] };
    await expect(page.acquireTokenByCode({ ...request, codeVerifier: 'x'.repeat(43) })).rejects.toThrow(/501481/);
    await expect(page.acquireTokenByCode({ ...request, codeVerifier: codes.verifier })).rejects.toThrow(/70008/);
  });

  it('renews tokens with a new refresh token, but gets none for Azure itself', async () => {
    const tokens = await signInAs(azure, 'adele.vance@contoso.example');
    const renew = async (scope: string) => {
      const form = { grant_type: 'refresh_token', client_id: azure.portalAppId, refresh_token: String(tokens['refresh_token']), scope };
      const answer = await fetch(`${azure.url}/${azure.tenantId}/oauth2/v2.0/token`, { method: 'POST', body: new URLSearchParams(form) });
      return record(await answer.json());
    };
    const renewed = await renew(`api://${azure.apiAppId}/access_as_user offline_access openid profile`);
    expect(renewed['refresh_token']).not.toBe(tokens['refresh_token']);
    expect(await renew('https://management.azure.com/user_impersonation')).toMatchObject({ error: 'invalid_grant', error_codes: [65001] });
  });
});

async function asPerson(): Promise<string> {
  return String((await signInAs(azure, 'alex.wilber@contoso.example'))['access_token']);
}

describe('an API that acts on behalf of a person with MSAL', () => {
  it('gets tokens for Azure with its secret and the token it was sent', async () => {
    const api = new ConfidentialClientApplication({ auth: { ...authOptions(azure.apiAppId), clientSecret: azure.apiAppSecret } });
    const result = await api.acquireTokenOnBehalfOf({ oboAssertion: await asPerson(), scopes: ['https://management.azure.com/.default'] });
    expect(result?.account?.username).toBe('alex.wilber@contoso.example');
    expect(result?.scopes).toContain('https://management.azure.com/.default');
  });

  it('gets none with a wrong secret or somebody else’s token', async () => {
    const auth = authOptions(azure.apiAppId);
    const thief = new ConfidentialClientApplication({ auth: { ...auth, clientSecret: 'guessed' } });
    const scopes = ['https://management.azure.com/.default'];
    await expect(thief.acquireTokenOnBehalfOf({ oboAssertion: await asPerson(), scopes })).rejects.toThrow(/7000215/);
    const api = new ConfidentialClientApplication({ auth: { ...auth, clientSecret: azure.apiAppSecret } });
    const idToken = String((await signInAs(azure, 'alex.wilber@contoso.example'))['id_token']);
    await expect(api.acquireTokenOnBehalfOf({ oboAssertion: idToken, scopes })).rejects.toThrow(/500131/);
    await expect(api.acquireTokenOnBehalfOf({ oboAssertion: `${idToken.slice(0, -8)}AAAAAAAA`, scopes })).rejects.toThrow(/50013/);
  });

  it('gets tokens of its own', async () => {
    const api = new ConfidentialClientApplication({ auth: { ...authOptions(azure.apiAppId), clientSecret: azure.apiAppSecret } });
    const result = await api.acquireTokenByClientCredential({ scopes: ['https://graph.microsoft.com/.default'] });
    expect(result?.accessToken).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
  });

  it('is sent back for a further step of sign-in, once, when a service demands it', async () => {
    const scopes = ['https://management.azure.com/.default'];
    const api = new ConfidentialClientApplication({ auth: { ...authOptions(azure.apiAppId), clientSecret: azure.apiAppSecret } });
    demandContext(azure.world, 'https://management.azure.com', 'c1');
    const refused = await api.acquireTokenOnBehalfOf({ oboAssertion: await asPerson(), scopes }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(InteractionRequiredAuthError);
    const claims = refused instanceof InteractionRequiredAuthError ? refused.claims : '';
    const stronger = await signInAs(azure, 'alex.wilber@contoso.example', { claims });
    const result = await api.acquireTokenOnBehalfOf({ oboAssertion: String(stronger['access_token']), scopes });
    demandContext(azure.world, 'https://management.azure.com', undefined);
    expect(result?.accessToken).toBeTruthy();
  });

  it('gets none while an administrator has withdrawn consent', async () => {
    const scopes = ['https://management.azure.com/.default'];
    const api = new ConfidentialClientApplication({ auth: { ...authOptions(azure.apiAppId), clientSecret: azure.apiAppSecret } });
    const page = `${azure.url}/${azure.tenantId}/adminconsent?client_id=${azure.apiAppId}`;
    const decide = (username: string, consent: string) => new Browser().open(page, { username, consent });
    expect((await decide('megan.bowen@contoso.example', 'withdraw')).status).toBe(403);
    expect((await decide('adele.vance@contoso.example', 'withdraw')).status).toBe(200);
    const refused = await api.acquireTokenOnBehalfOf({ oboAssertion: await asPerson(), scopes }).catch((error: unknown) => error);
    expect(refused).toMatchObject({
      errorCode: 'invalid_grant',
      subError: 'consent_required',
      errorMessage: expect.stringContaining('65001'),
    });
    await decide('adele.vance@contoso.example', 'give');
    expect((await api.acquireTokenOnBehalfOf({ oboAssertion: await asPerson(), scopes }))?.accessToken).toBeTruthy();
  });
});
