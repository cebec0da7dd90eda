import { afterAll, beforeAll, expect, test } from 'vitest';
import { PRODUCTION_SUBSCRIPTION_ID, TENANT_ID, TEST_SUBSCRIPTION_ID } from '../../seeds/company';
import { people } from '../../seeds/people';
import { startLocalAzure, type LocalAzure } from '../../start';
import { callerFor, type Caller } from '../../testing/arm-caller';
import { assignRole } from '../../world/authorization/access';
import { at, list } from '../../world/json';

const GROUPS = '/providers/Microsoft.Management/managementGroups';
const GRAPH = '/providers/Microsoft.ResourceGraph/resources';

let azure: LocalAzure;
let adele: Caller;
let lee: Caller;

beforeAll(async () => {
  azure = await startLocalAzure({ file: ':memory:', clock: { mode: 'standing' } });
  adele = await callerFor(azure, 'Adele', '2021-03-01');
  lee = await callerFor(azure, 'Lee', '2021-03-01');
});
afterAll(() => azure.stop());

const namesOf = (body: unknown) => list(at(body, 'value')).map((one) => at(one, 'name'));
const codeOf = ({ status, body }: { status: number; body: unknown }) => [status, at(body, 'error', 'code')];

async function subscriptionsSeen(call: Caller, body: object) {
  const query = "resources | where type =~ 'microsoft.compute/virtualMachines' | distinct subscriptionId";
  const answer = await call('POST', GRAPH, { query, ...body });
  return answer.status === 200 ? list(answer.body['data']).map((row) => at(row, 'subscriptionId')) : codeOf(answer);
}

test('groups are listed to those who may read them, with all that lies below', async () => {
  expect(namesOf((await adele('GET', GROUPS)).body)).toEqual([TENANT_ID, 'contoso-production', 'contoso-test']);
  expect(namesOf((await lee('GET', GROUPS)).body)).toEqual([]);
  const { body } = await adele('GET', `${GROUPS}/${TENANT_ID}/descendants`);
  expect(namesOf(body)).toEqual(['contoso-production', 'contoso-test', PRODUCTION_SUBSCRIPTION_ID, TEST_SUBSCRIPTION_ID]);
  expect(list(body['value'])[2]).toEqual({
    id: `/subscriptions/${PRODUCTION_SUBSCRIPTION_ID}`,
    type: '/subscriptions',
    name: PRODUCTION_SUBSCRIPTION_ID,
    properties: { displayName: 'Contoso Production', parent: { id: `${GROUPS}/contoso-production` } },
  });
  expect(namesOf((await adele('GET', `${GROUPS}/CONTOSO-TEST/descendants`)).body)).toEqual([TEST_SUBSCRIPTION_ID]);
  for (const name of ['contoso-test', 'nowhere'])
    expect(codeOf(await lee('GET', `${GROUPS}/${name}/descendants`))).toEqual([403, 'AuthorizationFailed']);
});

test('a query is about the subscriptions of a group that the person sees; others are refused', async () => {
  expect(await subscriptionsSeen(adele, { managementGroups: ['contoso-production'] })).toEqual([PRODUCTION_SUBSCRIPTION_ID]);
  expect(await subscriptionsSeen(adele, { managementGroups: [TENANT_ID] })).toHaveLength(2);
  expect(await subscriptionsSeen(lee, { managementGroups: [TENANT_ID] })).toEqual([PRODUCTION_SUBSCRIPTION_ID]);
  expect(await subscriptionsSeen(lee, { managementGroups: ['contoso-test'] })).toEqual([403, 'AccessDenied']);
  expect(await subscriptionsSeen(adele, { managementGroups: ['nowhere'] })).toEqual([403, 'AccessDenied']);
});

test('a role on a group holds in all subscriptions below it', async () => {
  const vaults = `/subscriptions/${TEST_SUBSCRIPTION_ID}/providers/Microsoft.RecoveryServices/vaults`;
  expect((await lee('GET', vaults)).status).toBe(403);
  assignRole(azure.world, { principalId: people.lee.objectId, role: 'Reader', scope: `${GROUPS}/contoso-test` });
  expect((await lee('GET', vaults)).status).toBe(200);
  expect(namesOf((await lee('GET', GROUPS)).body)).toEqual(['contoso-test']);
  expect(await subscriptionsSeen(lee, { managementGroups: ['contoso-test'] })).toEqual([TEST_SUBSCRIPTION_ID]);
  const held = await lee(
    'GET',
    `/subscriptions/${TEST_SUBSCRIPTION_ID}/providers/Microsoft.Authorization/roleAssignments?$filter=atScope()`,
  );
  expect(list(held.body['value']).map((one) => at(one, 'properties', 'scope'))).toContain(`${GROUPS}/contoso-test`);
});
