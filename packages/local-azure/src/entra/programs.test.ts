import { createPrivateKey, randomUUID, X509Certificate } from 'node:crypto';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startLocalAzure } from '../index';
import type { LocalAzure } from '../index';
import { AUTOMATION_APP_ID } from '../seeds/company';
import { makeClientCertificate } from '../tls/client-certificate';
import { applications, type Application } from '../world/directory/directory';
import { record } from '../world/json';

const COMMAND_LINE = '04b07795-8ddb-461a-bbee-02f9e1bf7b46';
const management = 'https://management.azure.com/.default offline_access openid profile';
let azure: LocalAzure;
let key: string;
let certificate: string;

beforeAll(async () => {
  azure = await startLocalAzure({ file: ':memory:', seed: 'empty' });
  ({ key, certificate } = await makeClientCertificate('Backup automation'));
  change({ certificates: [certificate] });
});

afterAll(() => azure.stop());

async function post(path: string, form: Record<string, string>) {
  const answer = await fetch(`${azure.url}/${path}`, { method: 'POST', body: new URLSearchParams(form), redirect: 'manual' });
  const text = await answer.text();
  return { status: answer.status, text, body: text.startsWith('{') ? record(JSON.parse(text)) : {} };
}

const token = (form: Record<string, string>) => post('organizations/oauth2/v2.0/token', form);

function claimsOf(jwt: unknown): Record<string, unknown> {
  return record(JSON.parse(Buffer.from(String(jwt).split('.')[1] ?? '', 'base64url').toString('utf8')));
}

async function subscriptionsSeenWith(accessToken: unknown): Promise<number> {
  const headers = { authorization: `Bearer ${String(accessToken)}` };
  const answer = await fetch(`${azure.url}/subscriptions?api-version=2022-12-01`, { headers });
  return Number(record(record(await answer.json())['count'])['value']);
}

/** What the automation signs to prove who it is; its certificate goes by the thumbprint. */
function assertion(audience: string, signedWith = key, named = certificate, until?: number): Promise<string> {
  const x5t = Buffer.from(new X509Certificate(named).fingerprint256.replaceAll(':', ''), 'hex').toString('base64url');
  return new SignJWT({ jti: randomUUID() })
    .setProtectedHeader({ alg: 'PS256', typ: 'JWT', 'x5t#S256': x5t })
    .setIssuer(AUTOMATION_APP_ID)
    .setSubject(AUTOMATION_APP_ID)
    .setAudience(audience)
    .setIssuedAt()
    .setExpirationTime(until ?? '10m')
    .sign(createPrivateKey(signedWith));
}

function change(changed: Partial<Application>): void {
  const known = applications(azure.world).get(AUTOMATION_APP_ID);
  if (known) applications(azure.world).put(AUTOMATION_APP_ID, { ...known, ...changed });
}

/** A program asks for a code to show. */
async function begin() {
  const { body } = await post('organizations/oauth2/v2.0/devicecode', { client_id: COMMAND_LINE, scope: management });
  const form = { grant_type: 'urn:ietf:params:oauth:grant-type:device_code', client_id: COMMAND_LINE };
  return {
    userCode: String(body['user_code']),
    page: String(body['verification_uri']),
    form: { ...form, device_code: String(body['device_code']) },
  };
}

async function discover(authority: string) {
  const query = new URLSearchParams({ 'api-version': '1.1', authorization_endpoint: `${authority}/oauth2/v2.0/authorize` });
  return record(await (await fetch(`${azure.url}/common/discovery/instance?${query.toString()}`)).json());
}

describe('a program that signs in for itself', () => {
  const credentials = { grant_type: 'client_credentials', client_id: AUTOMATION_APP_ID };
  const scope = 'https://localhost:8443//.default';

  it('gets a token for Resource Manager under whatever port it knows it by, with its secret', async () => {
    const [program] = azure.programs;
    const { status, body } = await token({ ...credentials, client_secret: program?.secret ?? '', scope });
    expect(status).toBe(200);
    expect(claimsOf(body['access_token'])).toMatchObject({ aud: 'https://management.azure.com', appid: AUTOMATION_APP_ID, idtyp: 'app' });
    expect(await subscriptionsSeenWith(body['access_token'])).toBe(2);
  });

  it.each(Object.getOwnPropertyNames(Object.prototype))('is given nothing for a grant type that every object has: %s', async (type) => {
    const { status, body } = await token({ ...credentials, grant_type: type, scope });
    expect([status, body['error']]).toEqual([400, 'unsupported_grant_type']);
  });

  it('is refused with a wrong secret, in the words that the command line shows', async () => {
    const { status, body } = await token({ ...credentials, client_secret: 'guessed', scope });
    expect(status).toBe(401);
    expect(body).toMatchObject({ error: 'invalid_client', error_codes: [7000215] });
  });

  async function withAssertion(client_assertion: string) {
    const client_assertion_type = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
    return token({ ...credentials, client_assertion_type, client_assertion, scope });
  }

  it('may sign an assertion with the key of its certificate instead', async () => {
    const here = `${azure.url}/${azure.tenantId}/oauth2/v2.0/token`;
    expect((await withAssertion(await assertion(here))).body).toHaveProperty('access_token');
  });

  it('is refused with an assertion for somebody else or signed by somebody else', async () => {
    const here = `${azure.url}/${azure.tenantId}/oauth2/v2.0/token`;
    const elsewhere = `https://sts.example.com/${azure.tenantId}/oauth2/v2.0/token`;
    const stranger = await makeClientCertificate('Backup automation');
    expect(new X509Certificate(stranger.certificate).subject).toBe('CN=Backup automation');
    expect((await withAssertion(await assertion(elsewhere))).body).toMatchObject({ error: 'invalid_client', error_codes: [700023] });
    expect((await withAssertion(await assertion(here, stranger.key))).body).toMatchObject({
      error: 'invalid_client',
      error_codes: [700027],
    });
    expect((await withAssertion('nonsense')).body).toMatchObject({ error: 'invalid_request', error_codes: [50027] });
  });

  it('is refused with a certificate whose time is over or has not come, and with one that is not registered', async () => {
    const here = `${azure.url}/${azure.tenantId}/oauth2/v2.0/token`;
    const other = await makeClientCertificate('Another key');
    const day = 24 * 60 * 60 * 1000;
    for (const [word, days] of [
      ['expired', -3 * 365],
      ['not yet valid', 3],
    ] as const) {
      const made = await makeClientCertificate('Backup automation', Date.now() + days * day);
      change({ certificates: [made.certificate] });
      const { status, body } = await withAssertion(await assertion(here, made.key, made.certificate));
      expect([status, body['error_codes']], word).toEqual([401, [700027]]);
      expect(body['error_description']).toContain(word);
    }
    change({ certificates: [other.certificate] });
    const unknown = (await withAssertion(await assertion(here))).body;
    expect(unknown).toMatchObject({ error: 'invalid_client', error_codes: [700027] });
    expect(unknown['error_description']).toContain('The key was not found.');
    change({ certificates: [certificate] });
    expect((await withAssertion(await assertion(here))).body).toHaveProperty('access_token');
  });

  it('is refused with an assertion whose time is over', async () => {
    const here = `${azure.url}/${azure.tenantId}/oauth2/v2.0/token`;
    const old = await assertion(here, key, certificate, Math.floor(Date.now() / 1000) - 3600);
    expect((await withAssertion(old)).body).toMatchObject({ error: 'invalid_client', error_codes: [700024] });
  });

  it('is refused while its application is disabled, and so is who asks for a token for it', async () => {
    const [program] = azure.programs;
    change({ disabled: true });
    const refused = await token({ ...credentials, client_secret: program?.secret ?? '', scope });
    change({ disabled: false });
    expect(refused).toMatchObject({ status: 400, body: { error: 'unauthorized_client', error_codes: [7000112] } });
    const api = applications(azure.world).get(azure.apiAppId);
    if (api) applications(azure.world).put(azure.apiAppId, { ...api, disabled: true });
    const forApi = await token({ ...credentials, client_secret: program?.secret ?? '', scope: `api://${azure.apiAppId}/.default` });
    if (api) applications(azure.world).put(azure.apiAppId, api);
    expect(forApi).toMatchObject({ status: 400, body: { error: 'invalid_resource', error_codes: [500014] } });
  });
});

describe('a person at a command line', () => {
  const device = 'common/oauth2/v2.0/device';

  it('is signed in there once he has entered the code in a browser', async () => {
    const { userCode, page, form } = await begin();
    expect((await token(form)).body).toMatchObject({ error: 'authorization_pending' });
    expect(await (await fetch(page)).text()).toContain('Megan Bowen');
    const typed = `${userCode.slice(0, 4)} ${userCode.slice(4).toLowerCase()}`;
    expect((await post(device, { user_code: typed, username: 'megan.bowen@contoso.example' })).text).toContain('role="status"');
    const { body } = await token(form);
    expect(body).toMatchObject({ scope: management, refresh_token: expect.any(String), client_info: expect.any(String) });
    expect(claimsOf(body['id_token'])).toMatchObject({ aud: COMMAND_LINE, preferred_username: 'megan.bowen@contoso.example' });
    expect(await subscriptionsSeenWith(body['access_token'])).toBe(2);
    expect((await token(form)).body).toMatchObject({ error: 'bad_verification_code' });
  });

  it('is not signed in when he declines, and a wrong code is nobody’s', async () => {
    const { userCode, form } = await begin();
    expect(await post(device, { user_code: 'WRONGCODE', username: 'megan.bowen@contoso.example' })).toMatchObject({ status: 400 });
    await post(device, { user_code: userCode, cancel: '1' });
    expect((await token(form)).body).toMatchObject({ error: 'authorization_declined' });
  });

  it('is signed in with the password that all share, and with no other', async () => {
    const realm = await fetch(`${azure.url}/common/userrealm/adele.vance@contoso.example?api-version=1.0`);
    expect(await realm.json()).toMatchObject({ account_type: 'Managed' });
    const form = { grant_type: 'password', client_id: COMMAND_LINE, scope: management, username: 'adele.vance@contoso.example' };
    expect((await token({ ...form, password: azure.password })).body).toHaveProperty('refresh_token');
    expect((await token({ ...form, password: 'guessed' })).body).toMatchObject({ error_codes: [50126] });
  });
});

describe('a client that does not know this authority', () => {
  it('is told that it is one, and that others are none', async () => {
    expect(await discover(`https://localhost:8443/${azure.tenantId}`)).toMatchObject({
      tenant_discovery_endpoint: `https://localhost:8443/${azure.tenantId}/v2.0/.well-known/openid-configuration`,
      metadata: [{ aliases: ['localhost:8443'] }],
    });
    expect(await discover('https://login.example.com/common')).toMatchObject({ error: 'invalid_instance' });
  });
});
