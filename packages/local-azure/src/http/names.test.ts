import { afterAll, beforeAll, expect, it } from 'vitest';
import { connect, startLocalAzure } from '../index';
import type { LocalAzure } from '../index';
import { PRODUCTION_SUBSCRIPTION_ID } from '../seeds/company';
import { record } from '../world/json';

let azure: LocalAzure;
const keyVault = `/subscriptions/${PRODUCTION_SUBSCRIPTION_ID}/resourceGroups/NamesRG/providers/Microsoft.KeyVault/vaults/NamesKV`;

beforeAll(async () => {
  azure = await startLocalAzure({ file: ':memory:', seed: 'empty' });
  const group = keyVault.slice(0, keyVault.indexOf('/providers/'));
  await ask('management.azure.com', 'PUT', `${group}?api-version=2024-11-01`, { location: 'westeurope' });
});

afterAll(() => azure.stop());

/** Asks as Adele, over TLS as far as the server can tell. */
async function ask(host: string, method: string, path: string, body?: unknown, scope = 'https://management.azure.com/.default') {
  const { credential } = await connect(azure, 'adele');
  const { token } = await credential.getToken(scope);
  const headers = { authorization: `Bearer ${token}`, 'x-forwarded-host': host, 'x-forwarded-proto': 'https' };
  const answer = await fetch(azure.url + path, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) });
  return { status: answer.status, body: record(await answer.json()) };
}

const vaultUri = ({ body }: { body: Record<string, unknown> }) => record(body['properties'])['vaultUri'];

it('names each address as the caller would reach it, no matter who made the resource', async () => {
  const properties = { tenantId: azure.tenantId, sku: { family: 'A', name: 'standard' }, enableRbacAuthorization: true };
  const made = await ask('localhost:8443', 'PUT', `${keyVault}?api-version=2023-02-01`, { location: 'westeurope', properties });
  expect(made.status).toBe(200);
  expect(vaultUri(made)).toBe('https://nameskv.vault.localhost:8443/');
  expect(vaultUri(await ask('management.azure.com', 'GET', `${keyVault}?api-version=2023-02-01`))).toBe('https://nameskv.vault.azure.net/');
});

it('leads the names of a vault to its keys and secrets, whose ids follow the name', async () => {
  const path = '/secrets/hint?api-version=7.4';
  // The name of a vault leads to it only some seconds after it was made.
  azure.advance(60_000);
  const hint = { value: 'see https://nameskv.vault.azure.net/keys/k' };
  const { body } = await ask('nameskv.vault.localhost:8443', 'PUT', path, hint, 'https://vault.localhost/.default');
  expect(body).toMatchObject({
    ...hint,
    id: expect.stringMatching(/^https:\/\/nameskv\.vault\.localhost:8443\/secrets\/hint\/[0-9a-f]{32}$/),
  });
  const nominal = await ask('nameskv.vault.azure.net', 'GET', path, undefined, 'https://vault.azure.net/.default');
  expect(nominal.body).toMatchObject({ ...hint, id: expect.stringMatching(/^https:\/\/nameskv\.vault\.azure\.net\/secrets\/hint\//) });
});

it('keeps Azure’s names whatever names it is told', async () => {
  const tags = { where: 'https://nameskv.vault.localhost:8443/keys/k', account: 'https://st1.blob.core.localhost:8443/c/b' };
  const change = await ask('localhost:8443', 'PATCH', `${keyVault}?api-version=2023-02-01`, { tags });
  expect(change.body['tags']).toEqual(tags);
  expect((await ask('management.azure.com', 'GET', `${keyVault}?api-version=2023-02-01`)).body['tags']).toEqual({
    where: 'https://nameskv.vault.azure.net/keys/k',
    account: 'https://st1.blob.core.windows.net/c/b',
  });
});
