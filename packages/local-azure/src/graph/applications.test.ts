import { decodeJwt } from 'jose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startLocalAzure, type LocalAzure } from '../index';
import { API_APP_ID, PORTAL_APP_ID } from '../seeds/company';
import { connect } from '../testing/connect';
import { putGrants } from '../world/directory/consent';
import { applications, type Application } from '../world/directory/directory';
import { list, record } from '../world/json';

let azure: LocalAzure;

beforeEach(async () => {
  azure = await startLocalAzure({ file: ':memory:', seed: 'empty' });
});

afterEach(() => azure.stop());

async function post(form: Record<string, string>) {
  const body = new URLSearchParams({ client_id: API_APP_ID, client_secret: azure.apiAppSecret, ...form });
  const answer = await fetch(`${azure.url}/${azure.tenantId}/oauth2/v2.0/token`, { method: 'POST', body });
  return record(await answer.json());
}

const ownToken = async (scope: string) => String((await post({ grant_type: 'client_credentials', scope }))['access_token']);

async function graph(path: string, token?: string) {
  const authorization = `Bearer ${token ?? (await ownToken('https://graph.microsoft.com/.default'))}`;
  const answer = await fetch(`${azure.url}/v1.0/${path}`, { headers: { authorization, 'x-forwarded-host': 'graph.microsoft.com' } });
  return { status: answer.status, body: record(await answer.json()) };
}

const byAppId = (appId: string) => `$filter=${encodeURIComponent(`appId eq '${appId}'`)}`;
const first = ({ body }: { body: Record<string, unknown> }) => record(list(body['value'])[0]);
const registration = async (appId: string) => first(await graph(`applications?${byAppId(appId)}`));

function change(appId: string, members: Partial<Application>): void {
  const known = applications(azure.world).get(appId);
  if (!known) throw new Error(`${appId} is not registered.`);
  applications(azure.world).put(appId, { ...known, ...members });
}

describe('the registration of an API', () => {
  it('tells its version of tokens, its names, its scope and who may ask for it without consent', async () => {
    const api = record((await registration(API_APP_ID))['api']);
    const [scope] = list(api['oauth2PermissionScopes']).map(record);
    expect(api).toMatchObject({ requestedAccessTokenVersion: 2, oauth2PermissionScopes: [{ value: 'access_as_user', isEnabled: true }] });
    expect(api['preAuthorizedApplications']).toEqual([{ appId: PORTAL_APP_ID, delegatedPermissionIds: [scope?.['id']] }]);
    expect((await registration(API_APP_ID))['identifierUris']).toEqual([`api://${API_APP_ID}`]);
  });

  it('is found by its object id, with the identities it trusts', async () => {
    const { id } = await registration(API_APP_ID);
    expect((await graph(`applications/${String(id)}`)).body).toMatchObject({ appId: API_APP_ID });
    const trusted = await graph(`applications/${String(id)}/federatedIdentityCredentials`);
    expect(first(trusted)).toMatchObject({ audiences: ['api://AzureADTokenExchange'] });
    expect((await graph(`applications/${azure.tenantId}`)).status).toBe(404);
  });

  it('decides of which version its tokens are', async () => {
    expect(decodeJwt(await ownToken(`api://${API_APP_ID}/.default`))).toMatchObject({ ver: '2.0', iss: azure.issuer, aud: API_APP_ID });
    change(API_APP_ID, { tokenVersion: 1 });
    const { apiToken } = await connect(azure, 'adele');
    expect(decodeJwt(apiToken)).toMatchObject({
      ver: '1.0',
      iss: `https://sts.windows.net/${azure.tenantId}/`,
      aud: `api://${API_APP_ID}`,
    });
    expect(record((await registration(API_APP_ID))['api'])['requestedAccessTokenVersion']).toBeNull();
  });

  it('is asked by its names only, and by clients it does not know only after consent', async () => {
    change(API_APP_ID, { preAuthorized: [] });
    await expect(connect(azure, 'adele')).rejects.toThrow();
    change(API_APP_ID, { preAuthorized: [PORTAL_APP_ID], identifierUris: [] });
    await expect(connect(azure, 'adele')).rejects.toThrow();
  });
});

it('the registration of a page tells where it waits, and nobody is led elsewhere', async () => {
  expect((await registration(PORTAL_APP_ID))['spa']).toEqual({ redirectUris: azure.redirectUris });
  change(PORTAL_APP_ID, { redirectUris: { spa: ['https://elsewhere.example/'], web: [] } });
  expect((await registration(PORTAL_APP_ID))['spa']).toEqual({ redirectUris: ['https://elsewhere.example/'] });
  await expect(connect(azure, 'adele')).rejects.toThrow();
});

it('what was consented to is told by service, and decides who is given tokens', async () => {
  const grants = async () => {
    const { id } = first(await graph(`servicePrincipals?${byAppId(API_APP_ID)}`));
    return list((await graph(`servicePrincipals/${String(id)}/oauth2PermissionGrants`)).body['value']).map(
      (grant) => record(grant)['scope'],
    );
  };
  expect(await grants()).toEqual(['User.Read Application.Read.All', 'user_impersonation', 'user_impersonation', 'user_impersonation']);
  const vaults = first(await graph(`servicePrincipals?${byAppId('cfa8b339-82a2-471a-a3c9-0fc0be7a4093')}`));
  expect(vaults).toMatchObject({ displayName: 'Azure Key Vault', oauth2PermissionScopes: [{ value: 'user_impersonation' }] });
  putGrants(azure.world, API_APP_ID, { [String(vaults['appId'])]: ['user_impersonation'] });
  expect(await grants()).toEqual(['user_impersonation']);
  const { credential } = await connect(azure, 'adele');
  expect(decodeJwt((await credential.getToken('https://vault.azure.net/.default')).token)['scp']).toBe('user_impersonation');
  await expect(credential.getToken('https://management.azure.com/.default')).rejects.toThrow('65001');
});

it('is shown to nobody without Application.Read.All, neither to people nor to programs', async () => {
  change(API_APP_ID, { graphRoles: [] });
  expect((await graph(`applications?${byAppId(API_APP_ID)}`)).status).toBe(403);
  putGrants(azure.world, API_APP_ID, { '00000003-0000-0000-c000-000000000000': ['User.Read'] });
  const { credential } = await connect(azure, 'megan');
  const { token } = await credential.getToken('https://graph.microsoft.com/.default');
  expect((await graph(`servicePrincipals?${byAppId(API_APP_ID)}`, token)).status).toBe(403);
  expect((await graph('me', token)).status).toBe(200);
});
