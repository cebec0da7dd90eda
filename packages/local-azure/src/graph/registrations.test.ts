import { generateKeyPairSync, X509Certificate } from 'node:crypto';
import { decodeJwt, importPKCS8, SignJWT } from 'jose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startLocalAzure, type LocalAzure } from '../index';
import { API_APP_ID, SERVER_IDENTITY_APP_ID } from '../seeds/company';
import { connect, signInAs } from '../testing/connect';
import { makeClientCertificate } from '../tls/client-certificate';
import { servicePrincipalOf } from '../world/directory/directory';
import { list, record } from '../world/json';

const COMMAND_LINE = '04b07795-8ddb-461a-bbee-02f9e1bf7b46';
const GRAPH = '00000003-0000-0000-c000-000000000000';
const MANAGEMENT = '797f4846-ba00-4fd7-ba43-dac1f8f63013';
const SCOPE = '5c1b7e0a-93d4-4f6e-8a27-d06f4b9e1c35';
const PAGE = 'https://tresor.example/auth/redirect.html';

let azure: LocalAzure;

beforeEach(async () => {
  azure = await startLocalAzure({ file: ':memory:', seed: 'empty' });
});
afterEach(() => azure.stop());

async function token(form: Record<string, string>) {
  const body = new URLSearchParams(form);
  const answer = await fetch(`${azure.url}/${azure.tenantId}/oauth2/v2.0/token`, { method: 'POST', body });
  return record(await answer.json());
}

/** As Azure's command line asks for a person. */
async function graph(method: string, path: string, body?: unknown, person = 'adele.vance@contoso.example') {
  const signIn = { grant_type: 'password', client_id: COMMAND_LINE, username: person, password: azure.password };
  const { access_token } = await token({ ...signIn, scope: 'https://graph.microsoft.com/.default' });
  const answer = await fetch(`${azure.url}/v1.0/${path}`, {
    method,
    headers: { authorization: `Bearer ${String(access_token)}`, 'x-forwarded-host': 'graph.microsoft.com' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, body: record(text === '' ? undefined : JSON.parse(text)) };
}

const found = async (path: string, filter: string) =>
  list((await graph('GET', `${path}?$filter=${encodeURIComponent(filter)}`)).body['value']).map(record);

const scope = { id: SCOPE, value: 'access_as_user', type: 'User', isEnabled: true };

async function registerApi() {
  const api = { requestedAccessTokenVersion: 2, oauth2PermissionScopes: [scope] };
  const requiredResourceAccess = [
    { resourceAppId: MANAGEMENT, resourceAccess: [{ id: '41094075-9dad-400e-a0bd-54e686782033', type: 'Scope' }] },
  ];
  const { body } = await graph('POST', 'applications', { displayName: 'Second API', tags: ['mine'], api, requiredResourceAccess });
  const [id, appId] = [String(body['id']), String(body['appId'])];
  await graph('PATCH', `applications/${id}`, { identifierUris: [`api://${appId}`] });
  return { id, appId };
}

async function registerPage() {
  const { body } = await graph('POST', 'applications', { displayName: 'Second page', spa: { redirectUris: [PAGE] } });
  return { id: String(body['id']), appId: String(body['appId']) };
}

const principal = async (appId: string) => String((await graph('POST', 'servicePrincipals', { appId })).body['id']);
const reachable = (portalAppId: string, apiAppId: string) => ({ ...azure, portalAppId, apiAppId, redirectUris: [PAGE] });
const signIn = (portalAppId: string, apiAppId: string) => signInAs(reachable(portalAppId, apiAppId), 'adele.vance@contoso.example');

describe('an application that is registered', () => {
  it('is shown as it was written, and a change replaces what it names and leaves the rest', async () => {
    const { id, appId } = await registerApi();
    await graph('PATCH', `applications/${id}`, { api: { knownClientApplications: [API_APP_ID] } });
    const [shown] = await found('applications', `appId eq '${appId}'`);
    expect(shown).toMatchObject({
      id,
      tags: ['mine'],
      identifierUris: [`api://${appId}`],
      api: { requestedAccessTokenVersion: 2, oauth2PermissionScopes: [scope], knownClientApplications: [API_APP_ID] },
    });
  });

  it('is found by name, by the beginning of it and by its names', async () => {
    const { appId } = await registerApi();
    for (const filter of [
      "displayName eq 'Second API'",
      "startswith(displayName,'second')",
      `identifierUris/any(s:s eq 'api://${appId}')`,
    ]) {
      expect(await found('applications', filter)).toMatchObject([{ appId }]);
    }
    expect(await found('applications', `appId in ('${appId}', '${API_APP_ID}')`)).toHaveLength(2);
    expect((await graph('GET', `applications?$filter=${encodeURIComponent("contains(displayName,'x')")}`)).status).toBe(501);
  });

  it('gives tokens to a page only when both have a principal, the page waits there, and the API knows it', async () => {
    const [api, page] = [await registerApi(), await registerPage()];
    await expect(signIn(page.appId, api.appId)).rejects.toThrow();
    await principal(page.appId);
    await principal(api.appId);
    await expect(signIn(page.appId, api.appId)).rejects.toThrow('AADSTS65001');
    const preAuthorizedApplications = [{ appId: page.appId, delegatedPermissionIds: [SCOPE] }];
    await graph('PATCH', `applications/${api.id}`, { api: { preAuthorizedApplications } });
    const { access_token } = await signIn(page.appId, api.appId);
    expect(decodeJwt(String(access_token))).toMatchObject({ aud: api.appId, ver: '2.0', scp: 'access_as_user', azp: page.appId });
    await graph('PATCH', `applications/${page.id}`, { spa: { redirectUris: ['https://elsewhere.example/'] } });
    await expect(signIn(page.appId, api.appId)).rejects.toThrow();
  });

  it('is not left with clients for a scope it does not have, nor loses an enabled scope', async () => {
    const { id } = await registerApi();
    const unknown = [{ appId: API_APP_ID, delegatedPermissionIds: [azure.tenantId] }];
    expect((await graph('PATCH', `applications/${id}`, { api: { preAuthorizedApplications: unknown } })).status).toBe(400);
    const lost = await graph('PATCH', `applications/${id}`, { api: { oauth2PermissionScopes: [] } });
    expect(lost).toMatchObject({ status: 400, body: { error: { code: 'CannotDeleteOrUpdateEnabledEntitlement' } } });
    expect((await graph('PATCH', `applications/${id}`, { spa: { redirectUris: ['http://tresor.example/'] } })).status).toBe(400);
    expect((await graph('PATCH', `applications/${id}`, { parentalControlSettings: {} })).status).toBe(501);
    expect((await graph('PATCH', `applications/${azure.tenantId}`, {})).status).toBe(404);
  });

  it('is gone with its principal and its consent', async () => {
    const { id, appId } = await registerApi();
    await principal(appId);
    expect((await graph('DELETE', `applications/${id}`)).status).toBe(204);
    expect(await found('applications', `appId eq '${appId}'`)).toEqual([]);
    expect(await found('servicePrincipals', `appId eq '${appId}'`)).toEqual([]);
  });
});

it('only administrators register applications, by a program that may do so for them', async () => {
  expect((await graph('POST', 'applications', { displayName: 'Mine' }, 'megan.bowen@contoso.example')).status).toBe(403);
  const { credential } = await connect(azure, 'adele');
  const { token: narrow } = await credential.getToken('https://graph.microsoft.com/.default');
  const headers = { authorization: `Bearer ${narrow}`, 'x-forwarded-host': 'graph.microsoft.com' };
  const answer = await fetch(`${azure.url}/v1.0/applications`, { method: 'POST', headers, body: '{"displayName":"Mine"}' });
  expect(answer.status).toBe(403);
});

it('a principal is made once, of an application that there is', async () => {
  const { appId } = await registerApi();
  expect((await graph('POST', 'servicePrincipals', { appId })).status).toBe(201);
  expect((await graph('POST', 'servicePrincipals', { appId })).status).toBe(409);
  expect((await graph('POST', 'servicePrincipals', { appId: azure.tenantId })).status).toBe(400);
});

it('consent is given, widened and taken back by service, and decides about tokens on behalf of people', async () => {
  const [api, page] = [await registerApi(), await registerPage()];
  const clientId = await principal(api.appId);
  await principal(page.appId);
  const preAuthorizedApplications = [{ appId: page.appId, delegatedPermissionIds: [SCOPE] }];
  await graph('PATCH', `applications/${api.id}`, { api: { preAuthorizedApplications } });
  const { secretText } = (await graph('POST', `applications/${api.id}/addPassword`, { passwordCredential: {} })).body;
  const { access_token: assertion } = await signIn(page.appId, api.appId);
  const onBehalf = (scopeAsked: string) =>
    token({
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      requested_token_use: 'on_behalf_of',
      client_id: api.appId,
      client_secret: String(secretText),
      assertion: String(assertion),
      scope: scopeAsked,
    });
  expect(await onBehalf('https://management.azure.com/.default')).toMatchObject({ error_codes: [65001] });
  const [management] = await found('servicePrincipals', `appId eq '${MANAGEMENT}'`);
  const grant = { clientId, consentType: 'AllPrincipals', resourceId: management?.['id'], scope: 'user_impersonation' };
  const { body: made } = await graph('POST', 'oauth2PermissionGrants', grant);
  expect((await graph('POST', 'oauth2PermissionGrants', grant)).status).toBe(409);
  expect(await found('oauth2PermissionGrants', `clientId eq '${clientId}'`)).toMatchObject([grant]);
  expect(await onBehalf('https://management.azure.com/.default')).toMatchObject({ token_type: 'Bearer' });
  const [service] = await found('servicePrincipals', `appId eq '${GRAPH}'`);
  const read = await graph('POST', 'oauth2PermissionGrants', { ...grant, resourceId: service?.['id'], scope: 'User.Read' });
  await graph('PATCH', `oauth2PermissionGrants/${String(read.body['id'])}`, { scope: 'User.Read Application.Read.All' });
  const { access_token } = await onBehalf('https://graph.microsoft.com/.default');
  expect(decodeJwt(String(access_token))['scp']).toBe('User.Read Application.Read.All');
  expect((await graph('DELETE', `oauth2PermissionGrants/${String(made['id'])}`)).status).toBe(204);
  expect(await onBehalf('https://management.azure.com/.default')).toMatchObject({ error_codes: [65001] });
});

const credentials = (appId: string, more: Record<string, string>) =>
  token({ grant_type: 'client_credentials', client_id: appId, scope: 'https://management.azure.com/.default', ...more });

describe('an application proves who it is', () => {
  it('by a secret that is shown once, until it has expired or is removed', async () => {
    const { id, appId } = await registerApi();
    await principal(appId);
    const [valid, expired] = await Promise.all(
      ['2999-01-01T00:00:00Z', '2001-01-01T00:00:00Z'].map(
        async (endDateTime) => (await graph('POST', `applications/${id}/addPassword`, { passwordCredential: { endDateTime } })).body,
      ),
    );
    const [shown] = await found('applications', `appId eq '${appId}'`);
    expect(list(shown?.['passwordCredentials'])).toMatchObject([{ secretText: null }, { secretText: null }]);
    expect(await credentials(appId, { client_secret: String(valid?.['secretText']) })).not.toMatchObject({ error_codes: [7000215] });
    expect(await credentials(appId, { client_secret: String(expired?.['secretText']) })).toMatchObject({ error_codes: [7000222] });
    await graph('POST', `applications/${id}/removePassword`, { keyId: valid?.['keyId'] });
    expect(await credentials(appId, { client_secret: String(valid?.['secretText']) })).toMatchObject({ error_codes: [7000215] });
  });

  it('by one of its certificates, whose bytes only who asks for them is shown', async () => {
    const { id, appId } = await registerApi();
    await principal(appId);
    const { certificate, key: privateKey } = await makeClientCertificate('Second API');
    const { raw, fingerprint256 } = new X509Certificate(certificate);
    const x5t = Buffer.from(fingerprint256.replaceAll(':', ''), 'hex').toString('base64url');
    const assertion = await new SignJWT({})
      .setProtectedHeader({ alg: 'RS256', 'x5t#S256': x5t })
      .setIssuer(appId)
      .setSubject(appId)
      .setAudience(`https://login.microsoftonline.com/${azure.tenantId}/oauth2/v2.0/token`)
      .setExpirationTime('5m')
      .sign(await importPKCS8(privateKey, 'RS256'));
    const proof = { client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer', client_assertion: assertion };
    expect(await credentials(appId, proof)).toMatchObject({ error_codes: [700027] });
    const one = { type: 'AsymmetricX509Cert', usage: 'Verify', key: raw.toString('base64') };
    expect((await graph('PATCH', `applications/${id}`, { keyCredentials: [one] })).status).toBe(204);
    expect(await credentials(appId, proof)).not.toMatchObject({ error_codes: [700027] });
    const { keyCredentials: hidden } = (await graph('GET', `applications/${id}`)).body;
    expect(list(hidden)).toMatchObject([{ key: null }]);
    const { keyCredentials: shown } = (await graph('GET', `applications/${id}?$select=keyCredentials`)).body;
    expect(list(shown)).toMatchObject([{ key: raw.toString('base64') }]);
    // As the command line adds another one: those that are there come back without their bytes.
    const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const noCertificate = { ...one, key: publicKey.export({ format: 'der', type: 'spki' }).toString('base64') };
    expect((await graph('PATCH', `applications/${id}`, { keyCredentials: [...list(hidden), noCertificate] })).status).toBe(400);
    expect((await graph('PATCH', `applications/${id}`, { keyCredentials: hidden })).status).toBe(204);
    expect(await credentials(appId, proof)).not.toMatchObject({ error_codes: [700027] });
  });

  it('by the managed identity it was told to trust, which has one name and one subject', async () => {
    const { id } = await registerApi();
    const path = `applications/${id}/federatedIdentityCredentials`;
    const subject = servicePrincipalOf(azure.world, SERVER_IDENTITY_APP_ID).objectId;
    const trust = { name: 'server', issuer: azure.issuer, subject, audiences: ['api://AzureADTokenExchange'] };
    expect((await graph('POST', path, { ...trust, audiences: [] })).status).toBe(400);
    expect((await graph('POST', path, trust)).status).toBe(201);
    expect((await graph('POST', path, trust)).status).toBe(409);
    expect((await graph('POST', path, { ...trust, name: 'again' })).status).toBe(409);
    expect((await graph('PATCH', `${path}/server`, { subject: azure.tenantId })).status).toBe(204);
    expect((await graph('GET', `${path}/server`)).body).toMatchObject({ name: 'server', subject: azure.tenantId, issuer: azure.issuer });
    expect((await graph('DELETE', `${path}/server`)).status).toBe(204);
    expect(list((await graph('GET', path)).body['value'])).toEqual([]);
  });
});

it('a registration outlives the change of the world, with its principal and consent', async () => {
  const { appId } = await registerApi();
  const clientId = await principal(appId);
  const [management] = await found('servicePrincipals', `appId eq '${MANAGEMENT}'`);
  const grant = { clientId, consentType: 'AllPrincipals', resourceId: management?.['id'], scope: 'user_impersonation' };
  await graph('POST', 'oauth2PermissionGrants', grant);
  azure.reset('empty');
  expect(await found('servicePrincipals', `appId eq '${appId}'`)).toHaveLength(1);
  expect(await found('oauth2PermissionGrants', `clientId eq '${clientId}'`)).toMatchObject([grant]);
});
