import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startLocalAzure } from '../index';
import type { LocalAzure } from '../index';
import { API_APP_ID, SERVER_IDENTITY_APP_ID } from '../seeds/company';
import { signInAs } from '../testing/connect';
import { applications } from '../world/directory/directory';
import { record } from '../world/json';

let azure: LocalAzure;

beforeAll(async () => {
  azure = await startLocalAzure({ file: ':memory:', seed: 'empty' });
});

afterAll(() => azure.stop());

const PATH = '/metadata/identity/oauth2/token?api-version=2018-02-01&resource=api://AzureADTokenExchange';

async function metadata(path: string, headers: Record<string, string> = { metadata: 'true' }) {
  const answer = await fetch(azure.url + path, { headers: { 'x-forwarded-host': '169.254.169.254', ...headers } });
  return { status: answer.status, body: record(await answer.json()) };
}

async function exchange(assertion: unknown, change: Record<string, string> = {}) {
  const { access_token } = await signInAs(azure, 'adele.vance@contoso.example');
  const form = {
    grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
    requested_token_use: 'on_behalf_of',
    client_id: API_APP_ID,
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: String(assertion),
    assertion: String(access_token),
    scope: 'https://management.azure.com/.default',
    ...change,
  };
  const answer = await fetch(`${azure.url}/${azure.tenantId}/oauth2/v2.0/token`, { method: 'POST', body: new URLSearchParams(form) });
  return record(await answer.json());
}

describe('the managed identity of the computer', () => {
  it('proves that the API is who it says, as the API was told to trust it', async () => {
    const { status, body } = await metadata(PATH);
    expect([status, body['client_id'], body['token_type']]).toEqual([200, SERVER_IDENTITY_APP_ID, 'Bearer']);
    expect(await exchange(body['access_token'])).toHaveProperty('access_token');
  });

  it('proves nothing any more once the trust is gone', async () => {
    const { body } = await metadata(PATH);
    const api = applications(azure.world).get(API_APP_ID);
    if (!api) throw new Error('The API is not registered.');
    applications(azure.world).put(API_APP_ID, { ...api, federatedIdentityCredentials: [] });
    expect(await exchange(body['access_token'])).toMatchObject({ error: 'invalid_client' });
    expect((await metadata(PATH)).body['error_description']).toBe('Identity not found');
    applications(azure.world).put(API_APP_ID, api);
  });

  it('is no token of a person', async () => {
    const { access_token } = await signInAs(azure, 'adele.vance@contoso.example');
    expect(await exchange(access_token)).toMatchObject({ error: 'invalid_client' });
  });

  it.each([
    ['without the header that pages elsewhere cannot send', PATH, {}],
    ['through a proxy', PATH, { metadata: 'true', 'x-forwarded-for': '10.0.0.1' }],
    ['for an identity that is not assigned', `${PATH}&client_id=${API_APP_ID}`, { metadata: 'true' }],
    ['for a resource that nobody knows', PATH.replace('AzureADTokenExchange', 'other'), { metadata: 'true' }],
  ])('is given to nobody %s', async (_how, path, headers) => {
    const { status, body } = await metadata(path, headers);
    expect(status).toBe(400);
    expect(body).not.toHaveProperty('access_token');
  });

  it('is all there is at that address', async () => {
    expect((await metadata('/metadata/instance?api-version=2021-02-01')).status).toBe(404);
  });
});
