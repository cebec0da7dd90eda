import { afterAll, beforeAll, expect, it } from 'vitest';
import { connect, startLocalAzure } from '../index';
import type { Connection, LocalAzure } from '../index';
import { people } from '../seeds/people';
import { PRODUCTION_SUBSCRIPTION_ID as PRODUCTION, TEST_SUBSCRIPTION_ID as TEST } from '../seeds/company';
import { assignRole } from '../world/authorization/access';
import { readBack } from '../world/json';
import { putResourceGroup } from '../world/subscriptions/subscriptions';
import { takeEffect } from '../testing/take-effect';

let azure: LocalAzure;

beforeAll(async () => {
  azure = await startLocalAzure({ file: ':memory:', seed: 'empty' });
  for (const name of ['rg-a', 'rg-b']) putResourceGroup(azure.world, { subscriptionId: PRODUCTION, name, location: 'westeurope' });
  // The first token waits for the authority to make its key.
  await tokenOf('adele');
});

afterAll(() => azure.stop());

const tokens = new Map<string, string>();

async function tokenOf(person: string, scope = 'https://management.azure.com/.default'): Promise<string> {
  const known = tokens.get(person + scope);
  if (known) return known;
  const { credential }: Connection = await connect(azure, person);
  const { token } = await credential.getToken(scope);
  tokens.set(person + scope, token);
  return token;
}

async function call(
  person: string | undefined,
  method: string,
  path: string,
  more: { body?: unknown; headers?: Record<string, string>; token?: string } = {},
) {
  const token = more.token ?? (person && (await tokenOf(person)));
  const answer = await fetch(azure.url + path, {
    method,
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      'x-forwarded-host': 'management.azure.com',
      'x-forwarded-proto': 'https',
      ...more.headers,
    },
    ...(more.body !== undefined && { body: typeof more.body === 'string' ? more.body : JSON.stringify(more.body) }),
  });
  const text = await answer.text();
  const body = readBack<{ error?: { code: string; message: string }; value?: { name: string }[]; name?: string }>(text || '{}');
  return { status: answer.status, headers: answer.headers, body, text };
}

const groups = `/subscriptions/${PRODUCTION}/resourceGroups`;
const version = 'api-version=2024-03-01';

it('asks who is calling, and says where to find out', async () => {
  const { status, body, headers } = await call(undefined, 'GET', `${groups}?${version}`);
  expect(status).toBe(401);
  expect(body.error?.code).toBe('AuthenticationFailed');
  expect(headers.get('www-authenticate')).toContain(`authorization_uri="https://login.microsoftonline.com/${azure.tenantId}"`);
});

it('takes no token that was meant for something else, and none that was tampered with', async () => {
  const token = await tokenOf('adele', 'https://vault.azure.net/.default');
  expect((await call(undefined, 'GET', `${groups}?${version}`, { token })).body.error?.code).toBe('InvalidAuthenticationTokenAudience');
  const tampered = (await tokenOf('adele')).replace(/.{6}$/, 'AAAAAA');
  expect((await call(undefined, 'GET', `${groups}?${version}`, { token: tampered })).body.error?.code).toBe('InvalidAuthenticationToken');
});

it('wants a version, however its name is spelled', async () => {
  expect((await call('adele', 'GET', groups)).body.error?.code).toBe('MissingApiVersionParameter');
  expect((await call('adele', 'GET', `${groups}?api-version=latest`)).body.error?.code).toBe('InvalidApiVersionParameter');
  expect((await call('adele', 'GET', `${groups}?api%2Dversion=2031-01-01-preview`)).status).toBe(200);
});

it('finds paths in any case, with doubled slashes and encodings', async () => {
  const { status, body } = await call('adele', 'GET', `//Subscriptions/${PRODUCTION.toUpperCase()}//resourcegroups/RG%2DA/?${version}`);
  expect(status).toBe(200);
  expect(body.name).toBe('rg-a');
});

it('takes an encoded slash for no slash, so that the deletion of a group deletes nothing else', async () => {
  const inside = `${groups}/rg-a%2Fproviders%2FMicrosoft.KeyVault%2Fvaults%2FSomeKV?${version}`;
  expect(await call('adele', 'DELETE', inside)).toMatchObject({ status: 400, body: { error: { code: 'InvalidRequestUri' } } });
  expect((await call('adele', 'GET', `${groups}/%ZZ?${version}`)).body.error?.code).toBe('InvalidRequestUri');
});

it('says in this order: no such subscription, no permission, no such group, no such resource', async () => {
  expect((await call('lee', 'GET', `/subscriptions/nope/resourceGroups?${version}`)).body.error?.code).toBe('InvalidSubscriptionId');
  const unknown = '/subscriptions/00000000-0000-4000-8000-00000000dead';
  expect((await call('lee', 'GET', `${unknown}/resourceGroups?${version}`)).body.error?.code).toBe('SubscriptionNotFound');
  const forbidden = await call('lee', 'PUT', `${groups}/new?${version}`, { body: { location: 'westeurope' } });
  expect(forbidden.status).toBe(403);
  expect(forbidden.body.error?.message).toContain(
    `does not have authorization to perform action 'Microsoft.Resources/subscriptions/resourceGroups/write' over scope '${groups}/new'`,
  );
  const missing = await call('adele', 'GET', `${groups}/nope/providers/Microsoft.Compute/virtualMachines/x?${version}`);
  expect(missing.body.error?.code).toBe('ResourceGroupNotFound');
  expect(missing.headers.get('x-ms-failure-cause')).toBe('gateway');
  const noVm = await call('adele', 'GET', `${groups}/rg-a/providers/Microsoft.Compute/virtualMachines/x?${version}`);
  expect(noVm.body.error?.code).toBe('ResourceNotFound');
});

it('shows nothing of what somebody may see a part of, but for the lists of a subscription and a group', async () => {
  const subscription = `/subscriptions/${TEST}`;
  const group = `${subscription}/resourceGroups/parts`;
  putResourceGroup(azure.world, { subscriptionId: TEST, name: 'parts', location: 'westeurope' });
  const keyVaults = `${group}/providers/Microsoft.KeyVault/vaults`;
  const properties = { tenantId: azure.tenantId, sku: { family: 'A', name: 'standard' }, accessPolicies: [] };
  await call('adele', 'PUT', `${keyVaults}/PartsKV?${version}`, { body: { location: 'westeurope', properties } });
  assignRole(azure.world, { principalId: people.lee.objectId, role: 'Reader', scope: `${keyVaults}/PartsKV/secrets/one` });
  for (const path of [`${keyVaults}/PartsKV`, group, `${subscription}/providers/Microsoft.Compute/skus`]) {
    expect([path, (await call('lee', 'GET', `${path}?${version}`)).body.error?.code]).toEqual([path, 'AuthorizationFailed']);
  }
  expect((await call('lee', 'GET', `${subscription}?${version}`)).status).toBe(200);
  for (const path of [`${subscription}/resourceGroups`, keyVaults])
    expect((await call('lee', 'GET', `${path}?${version}`)).body.value).toEqual([]);
});

it('shows in a list what the caller may see', async () => {
  assignRole(azure.world, { principalId: people.lee.objectId, role: 'Reader', scope: `/subscriptions/${TEST}/resourceGroups/only` });
  for (const name of ['only', 'other']) putResourceGroup(azure.world, { subscriptionId: TEST, name, location: 'westeurope' });
  const { status, body } = await call('lee', 'GET', `/subscriptions/${TEST}/resourceGroups?${version}`);
  expect(status).toBe(200);
  expect(body.value?.map((group) => group.name)).toEqual(['only']);
});

it('says plainly what it does not serve', async () => {
  const unserved = await call('adele', 'GET', `${groups}/rg-a/providers/Microsoft.Compute/galleries/g?${version}`);
  expect(unserved.status).toBe(501);
  expect(unserved.body.error?.message).toContain('does not serve GET');
  const unknown = await call('adele', 'GET', `${groups}/rg-a/providers/Contoso.Unknown/things?${version}`);
  expect(unknown.body.error?.code).toBe('InvalidResourceNamespace');
});

it('answers with the headers clients rely on', async () => {
  const headers = {
    'x-ms-correlation-request-id': '11111111-2222-3333-4444-555555555555',
    'x-ms-client-request-id': 'mine',
    'x-ms-return-client-request-id': 'true',
  };
  const answer = await call('adele', 'GET', `${groups}?${version}`, { headers });
  expect(answer.headers.get('x-ms-request-id')).toBe(headers['x-ms-correlation-request-id']);
  expect(answer.headers.get('x-ms-client-request-id')).toBe('mine');
  expect(answer.headers.get('x-ms-routing-request-id')).toMatch(/^WESTEUROPE:\d{8}T\d{6}Z:1{8}-/);
  expect(answer.headers.get('x-ms-ratelimit-remaining-subscription-reads')).toMatch(/^2[0-4]\d$/);
  expect(answer.headers.get('cache-control')).toBe('no-cache');
});

it('creates, changes and deletes a group', async () => {
  const path = `${groups}/rg-new?${version}`;
  expect((await call('adele', 'HEAD', path)).status).toBe(404);
  expect((await call('adele', 'PUT', path, { body: {} })).body.error?.code).toBe('LocationRequired');
  expect((await call('adele', 'PUT', path, { body: '{"location":' })).body.error?.code).toBe('InvalidRequestContent');
  expect((await call('adele', 'PUT', path, { body: { location: 'West Europe' } })).status).toBe(201);
  expect((await call('adele', 'PUT', path, { body: { location: 'westeurope' } })).status).toBe(200);
  expect((await call('adele', 'PATCH', path, { body: { tags: { a: 'b' } } })).text).toContain('"tags":{"a":"b"}');
  expect((await call('adele', 'HEAD', path)).status).toBe(204);
  const deleted = await call('adele', 'DELETE', path);
  expect(deleted.status).toBe(202);
  expect(deleted.headers.get('location')).toMatch(/^https:\/\/management\.azure\.com\/subscriptions\//);
  expect((await call('adele', 'GET', path)).status).toBe(404);
});

it('gives and takes roles, which count once they have taken effect', async () => {
  const name = '7d1b8f3e-50a4-4c0e-9a54-0f6b7c1f2f11';
  const path = `${groups}/rg-b/providers/Microsoft.Authorization/roleAssignments`;
  const body = { properties: { principalId: people.lee.objectId, roleDefinitionId: '/providers/x/acdd72a7-3385-48ef-bd42-f606fba81ae7' } };
  const resource = `${groups}/rg-b/providers/Microsoft.KeyVault/vaults?${version}`;
  expect((await call('lee', 'GET', resource)).status).toBe(403);
  expect((await call('megan', 'PUT', `${path}/${name}?${version}`, { body })).status).toBe(403);
  expect((await call('adele', 'PUT', `${path}/${name}?${version}`, { body })).status).toBe(201);
  expect((await call('adele', 'PUT', `${path}/${name}?${version}`, { body })).status).toBe(200);
  expect((await call('adele', 'PUT', `${path}/${name.replace('7d', '8d')}?${version}`, { body })).body.error?.code).toBe(
    'RoleAssignmentExists',
  );
  takeEffect(azure);
  expect((await call('lee', 'GET', resource)).status).toBe(200);
  const listed = await call('adele', 'GET', `/${path}?${version}&%24filter=principalId+eq+%27${people.lee.objectId}%27`);
  expect(listed.body.value?.map((assignment) => assignment.name)).toContain(name);
  expect((await call('lee', 'GET', `${groups}/rg-b/providers/Microsoft.Authorization/permissions?${version}`)).text).toContain('"*/read"');
  expect((await call('adele', 'DELETE', `${path}/${name}?${version}`)).status).toBe(200);
  takeEffect(azure);
  expect((await call('lee', 'GET', resource)).status).toBe(403);
});

it('does not answer a page whose name was made to point here', async () => {
  const { request } = await import('node:http');
  const status = await new Promise<number | undefined>((resolve, reject) => {
    request(azure.url, { headers: { host: 'evil.example' } }, (answer) => resolve(answer.resume().statusCode))
      .on('error', reject)
      .end();
  });
  expect(status).toBe(421);
});
