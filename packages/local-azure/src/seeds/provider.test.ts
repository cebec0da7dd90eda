import { createHttpHeaders, createPipelineRequest } from '@azure/core-rest-pipeline';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startLocalAzure, type LocalAzure } from '../start';
import { callerFor } from '../testing/arm-caller';
import { connect } from '../testing/connect';
import { at, list, text } from '../world/json';
import { TENANT_ID } from './company';
import { FABRIKAM_TENANT_ID } from './people';

let azure: LocalAzure;
beforeAll(async () => {
  azure = await startLocalAzure({ file: ':memory:', seed: 'provider', clock: { mode: 'standing' } });
});
afterAll(() => azure.stop());

test('a subscription that a customer has delegated is told with its own tenant and with the one that manages it', async () => {
  const adele = await callerFor(azure, 'Adele', '2022-12-01');
  const all = list((await adele('GET', '/subscriptions')).body['value']);
  const delegated = all.find((one) => at(one, 'displayName') === 'Fabrikam Production');
  expect(delegated).toMatchObject({ tenantId: FABRIKAM_TENANT_ID, managedByTenants: [{ tenantId: TENANT_ID }] });
  expect(all.filter((one) => one !== delegated).map((one) => [at(one, 'tenantId'), at(one, 'managedByTenants')])).toEqual([
    [TENANT_ID, []],
    [TENANT_ID, []],
  ]);
  const query = "resources | where type =~ 'microsoft.compute/virtualMachines' | project name, tenantId";
  const graph = await adele('POST', '/providers/Microsoft.ResourceGraph/resources', { query });
  expect(new Set(list(graph.body['data']).map((row) => at(row, 'tenantId')))).toEqual(new Set([FABRIKAM_TENANT_ID]));
});

test('its key vault can be read as a resource, and what it holds cannot, for its tokens are those of another tenant', async () => {
  const adele = await callerFor(azure, 'Adele', '2023-07-01');
  const query = "resources | where type =~ 'microsoft.keyvault/vaults' | project id";
  const [row] = list((await adele('POST', '/providers/Microsoft.ResourceGraph/resources?', { query })).body['data']);
  expect((await adele('GET', text(at(row, 'id')) ?? '')).status).toBe(200);
  const { credential, httpClient } = await connect(azure, 'Adele');
  const { token } = await credential.getToken('https://vault.azure.net/.default');
  const headers = createHttpHeaders({ authorization: `Bearer ${token}` });
  const url = 'https://fabrikamkv.vault.azure.net/secrets?api-version=7.4';
  const refused = await httpClient.sendRequest(createPipelineRequest({ url, headers }));
  expect(refused.status).toBe(401);
  expect(refused.headers.get('www-authenticate')).toContain(FABRIKAM_TENANT_ID);
  expect(refused.bodyAsText).toContain('AKV10032');
});
