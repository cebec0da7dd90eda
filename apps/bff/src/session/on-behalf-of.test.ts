import { afterEach, describe, expect, it } from 'vitest';
import { CLOUDS } from '../clouds';
import { API_APP, AUTHORITY, startAuthority, TENANT, type TestAuthority } from '../testing/authority';
import type { Reply } from '../testing/loopback-server';
import { exchanging, principal } from '../testing/open-session';
import { createOnBehalfOf, type OnBehalfOf } from './on-behalf-of';

const ARM = 'https://management.azure.com/.default';
const GRAPH = 'https://graph.microsoft.com/.default';

let authority: TestAuthority;

afterEach(() => authority[Symbol.asyncDispose]());

async function exchangeAt(reply: (form: URLSearchParams) => Reply): Promise<OnBehalfOf> {
  authority = await startAuthority(reply);
  const credential = { kind: 'secret', secret: 'of the test' } as const;
  return createOnBehalfOf({
    authority: AUTHORITY,
    authorityMetadata: authority.metadata,
    apiClientId: API_APP,
    credential,
    cloud: CLOUDS.public,
  });
}

describe('tokens for Azure', () => {
  it('are exchanged once for many calls at once', async () => {
    const onBehalfOf = await exchangeAt(exchanging);
    const ada = await principal(authority, 'ada');
    const tokens = await Promise.all(Array.from({ length: 20 }, () => onBehalfOf(ada, ARM)));
    await onBehalfOf(ada, ARM);
    expect(new Set(tokens.map(({ token }) => token))).toEqual(new Set([`ada ${ARM}`]));
    expect(authority.server.received).toHaveLength(1);
  });

  it('of two users stay apart', async () => {
    const onBehalfOf = await exchangeAt(exchanging);
    const [ada, bob] = [await principal(authority, 'ada'), await principal(authority, 'bob')];
    const [first, second, again] = [await onBehalfOf(ada, ARM), await onBehalfOf(bob, ARM), await onBehalfOf(ada, ARM)];
    expect([first.token, second.token, again.token]).toEqual([`ada ${ARM}`, `bob ${ARM}`, `ada ${ARM}`]);
    expect(authority.server.received).toHaveLength(2);
  });

  it('of two sign-ins of one user stay apart', async () => {
    const onBehalfOf = await exchangeAt(exchanging);
    const [one, other] = [await principal(authority, 'ada'), await principal(authority, 'ada')];
    await onBehalfOf(one, ARM);
    await onBehalfOf({ ...other, assertion: await authority.token({ oid: 'ada', name: 'again' }) }, ARM);
    expect(authority.server.received).toHaveLength(2);
  });

  it('for two services live side by side', async () => {
    const onBehalfOf = await exchangeAt(exchanging);
    const ada = await principal(authority, 'ada');
    await onBehalfOf(ada, ARM);
    expect((await onBehalfOf(ada, GRAPH)).token).toBe(`ada ${GRAPH}`);
    expect((await onBehalfOf(ada, ARM)).token).toBe(`ada ${ARM}`);
    expect(authority.server.received).toHaveLength(2);
  });

  it('that are known go on serving while the authority is out of order', async () => {
    let works = true;
    const onBehalfOf = await exchangeAt((form) => (works ? exchanging(form) : { status: 500, body: '<html>' }));
    const ada = await principal(authority, 'ada');
    const { token } = await onBehalfOf(ada, ARM);
    works = false;
    expect((await onBehalfOf(ada, ARM)).token).toBe(token);
    await expect(onBehalfOf(ada, GRAPH)).rejects.toMatchObject({ code: 'sign-in-service-unavailable' });
  });

  it('are asked for again when Azure demands more of the sign-in', async () => {
    const onBehalfOf = await exchangeAt(exchanging);
    const ada = await principal(authority, 'ada');
    await onBehalfOf(ada, ARM);
    const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}';
    await onBehalfOf(ada, ARM, claims);
    expect(new URLSearchParams(authority.server.received[1]?.body).get('claims')).toContain('acrs');
  });

  it('are not asked for with a token that has expired', async () => {
    const onBehalfOf = await exchangeAt(exchanging);
    const ada = await principal(authority, 'ada');
    await expect(onBehalfOf({ ...ada, expiresAt: Date.now() / 1000 - 1 }, ARM)).rejects.toMatchObject({ code: 'session-expired' });
    expect(authority.server.received).toHaveLength(0);
  });

  it.each([
    ['wants a second factor', { error: 'interaction_required', claims: '{"access_token":{}}' }, 'step-up-required'],
    ['wants a new sign-in', { error: 'invalid_grant', error_description: 'AADSTS50173: expired' }, 'session-expired'],
    [
      'misses consent',
      { error: 'invalid_grant', error_description: 'AADSTS65001: no consent', suberror: 'consent_required' },
      'consent-required',
    ],
    ['does not know Azure’s service', { error: 'invalid_resource', error_description: 'AADSTS500011: no principal' }, 'consent-required'],
    ['does not know our certificate', { error: 'invalid_client', error_description: 'AADSTS700027: expired' }, 'server-refused'],
    ['has us disabled', { error: 'unauthorized_client', error_description: 'AADSTS7000112: disabled' }, 'server-refused'],
    ['has Azure’s service disabled', { error: 'invalid_resource', error_description: 'AADSTS500014: disabled' }, 'server-refused'],
    ['is out of order', { error: 'temporarily_unavailable', error_description: 'AADSTS90033: transient' }, 'sign-in-service-unavailable'],
  ])('are refused in words of ours when the authority %s', async (_what, body, code) => {
    const onBehalfOf = await exchangeAt(() => ({ status: 400, body }));
    await expect(onBehalfOf(await principal(authority, 'ada'), ARM)).rejects.toMatchObject({ code });
  });

  it('are not given without consent, and where it can be given is told', async () => {
    const body = { error: 'invalid_grant', error_description: 'AADSTS65001: no consent', suberror: 'consent_required' };
    const onBehalfOf = await exchangeAt(() => ({ status: 400, body }));
    const consentUrl = new URL(`/${TENANT}/adminconsent?client_id=${API_APP}`, authority.server.url).href;
    await expect(onBehalfOf(await principal(authority, 'ada'), ARM)).rejects.toMatchObject({ details: { consentUrl } });
  });

  it.each([
    ['answers with a page', { status: 500, body: '<html>' }],
    ['answers nothing', { status: 500, body: '' }],
    ['gives no token', { status: 200, body: { token_type: 'Bearer', expires_in: 3600 } }],
    ['answers without end', { status: 200, body: { token_type: 'Bearer', expires_in: 3600, access_token: 'x'.repeat(10_000_000) } }],
  ])('are told as an outage when the authority %s', async (_what, reply) => {
    const onBehalfOf = await exchangeAt(() => reply);
    await expect(onBehalfOf(await principal(authority, 'ada'), ARM)).rejects.toMatchObject({ code: 'sign-in-service-unavailable' });
  });
});
