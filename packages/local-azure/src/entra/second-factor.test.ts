import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { signInAs, startLocalAzure } from '../index';
import type { LocalAzure } from '../index';
import { PRODUCTION_SUBSCRIPTION_ID } from '../seeds/company';
import { people } from '../seeds/people';
import { record } from '../world/json';
import { askForSecondFactor } from '../world/directory/second-factor';

const { username } = people.adele;
const PROOF = JSON.stringify({ access_token: { acrs: { essential: true, values: ['p1'] } } });

let azure: LocalAzure;

beforeAll(async () => {
  azure = await startLocalAzure({ file: ':memory:', seed: 'empty' });
  askForSecondFactor(azure.world, people.adele.objectId, false);
});

afterAll(() => azure.stop());

async function redeem(form: Record<string, string>): Promise<Record<string, unknown>> {
  const answer = await fetch(`${azure.url}/${azure.tenantId}/oauth2/v2.0/token`, { method: 'POST', body: new URLSearchParams(form) });
  return record(await answer.json());
}

/** A token of Resource Manager on behalf of who sent the assertion, or the refusal. */
const exchange = (assertion: unknown, claims?: string) =>
  redeem({
    grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
    requested_token_use: 'on_behalf_of',
    client_id: azure.apiAppId,
    client_secret: azure.apiAppSecret,
    assertion: String(assertion),
    scope: 'https://management.azure.com/.default',
    ...(claims !== undefined && { claims }),
  });

async function ask(method: string, assertion: unknown, { claims, group = 'kept' }: { claims?: string; group?: string } = {}) {
  const { access_token: token } = await exchange(assertion, claims);
  return fetch(`${azure.url}/subscriptions/${PRODUCTION_SUBSCRIPTION_ID}/resourceGroups/${group}?api-version=2024-03-01`, {
    method,
    headers: { authorization: `Bearer ${String(token)}`, 'x-forwarded-host': 'management.azure.com', 'x-forwarded-proto': 'https' },
    ...(method === 'PUT' && { body: JSON.stringify({ location: 'westeurope' }) }),
  });
}

it('Resource Manager lets who signed in with a password alone only read, until the claims that it asks for are proved', async () => {
  const { access_token: assertion } = await signInAs(azure, username);
  const refused = await ask('PUT', assertion, { group: 'mfa' });
  expect([refused.status, record(await refused.json())['error']]).toEqual([
    401,
    expect.objectContaining({
      code: 'RequestDisallowedByAzure',
      message: expect.stringMatching(/^Resource 'mfa' was disallowed by Azure/),
    }),
  ]);
  expect((await ask('DELETE', assertion, { group: 'mfa' })).status).toBe(401);
  expect((await ask('GET', assertion, { group: 'mfa' })).status).toBe(404);
  const [, claims = ''] = /claims="([^"]+)"/.exec(refused.headers.get('www-authenticate') ?? '') ?? [];
  expect(Buffer.from(claims, 'base64').toString()).toBe(PROOF);
  expect(await exchange(assertion, PROOF)).toMatchObject({ error: 'interaction_required' });
  const { access_token: proved } = await signInAs(azure, username, { claims: PROOF });
  expect((await ask('PUT', proved, { group: 'mfa' })).status).toBe(201);
  expect((await ask('DELETE', proved, { group: 'mfa', claims: PROOF })).status).toBe(202);
});

it('asks nobody for more who signs in with a second factor', async () => {
  askForSecondFactor(azure.world, people.adele.objectId, true);
  const { access_token: assertion } = await signInAs(azure, username);
  askForSecondFactor(azure.world, people.adele.objectId, false);
  expect((await ask('PUT', assertion)).status).toBe(401);
  askForSecondFactor(azure.world, people.adele.objectId, true);
  expect((await ask('PUT', assertion)).status).toBe(201);
  askForSecondFactor(azure.world, people.adele.objectId, false);
});

it('what was proved holds for the browser, until that person signs out there', async () => {
  let cookie = '';
  const [redirectUri = ''] = azure.redirectUris;
  const verifier = 'v'.repeat(43);
  const assertionOf = async (more: Record<string, string>) => {
    const query = new URLSearchParams({
      client_id: azure.portalAppId,
      response_type: 'code',
      redirect_uri: redirectUri,
      response_mode: 'query',
      scope: `api://${azure.apiAppId}/access_as_user`,
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
      ...more,
    });
    const isSilent = more['prompt'] === 'none';
    const answer = await fetch(`${azure.url}/${azure.tenantId}/oauth2/v2.0/authorize?${query.toString()}`, {
      redirect: 'manual',
      headers: { cookie },
      ...(!isSilent && { method: 'POST', body: new URLSearchParams({ username }) }),
    });
    cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    const code = new URL(answer.headers.get('location') ?? '').searchParams.get('code') ?? '';
    const client = { client_id: azure.portalAppId, redirect_uri: redirectUri };
    return (await redeem({ grant_type: 'authorization_code', code, code_verifier: verifier, ...client }))['access_token'];
  };
  expect((await ask('PUT', await assertionOf({}))).status).toBe(401);
  expect((await ask('PUT', await assertionOf({ claims: PROOF }))).status).toBe(200);
  expect((await ask('PUT', await assertionOf({ prompt: 'none' }))).status).toBe(200);
  await fetch(`${azure.url}/${azure.tenantId}/oauth2/v2.0/logout`, { headers: { cookie }, redirect: 'manual' });
  expect((await ask('PUT', await assertionOf({}))).status).toBe(401);
});
