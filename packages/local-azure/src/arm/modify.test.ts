import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { PRODUCTION_SUBSCRIPTION_ID } from '../seeds/company';
import { startLocalAzure, type LocalAzure } from '../start';
import { callerFor, type Caller } from '../testing/arm-caller';
import { list, record } from '../world/json';
import { policyAssignments, takePolicyAssignment } from '../world/policies/policy-assignments';

let azure: LocalAzure;
let call: Caller;
beforeAll(async () => {
  azure = await startLocalAzure({ file: ':memory:', clock: { mode: 'standing' }, unkindness: 'kind' });
  call = await callerFor(azure, 'adele', '2023-07-01');
});
afterAll(() => azure.stop());
beforeEach(async () => {
  for (const one of policyAssignments(azure.world)) takePolicyAssignment(azure.world, one);
  await call('PATCH', group, { tags: { CostCenter: '4711' } });
});

const subscription = `/subscriptions/${PRODUCTION_SUBSCRIPTION_ID}`;
const group = `${subscription}/resourceGroups/IgniteRG`;
const network = `${group}/providers/Microsoft.Network/virtualNetworks/tagged`;
const definitionOf = (name: string) => `/providers/Microsoft.Authorization/policyDefinitions/${name}`;
const INHERIT_IF_MISSING = definitionOf('ea3f2387-9b95-492a-a190-fcdc54f7b070');
const INHERIT = definitionOf('cd3aa116-8754-49c9-a813-ad46512ece54');
const ADD_OR_REPLACE = definitionOf('5ffd78d9-436d-4b41-a421-5baa819e3008');
const REQUIRED = definitionOf('871b6d14-10aa-478d-b590-94f262ecfa99');
const identified = { identity: { type: 'SystemAssigned' }, location: 'westeurope' };

async function assign(policyDefinitionId: string, parameters: Record<string, string>, more: object = identified, name = 'tags') {
  const values = Object.fromEntries(Object.entries(parameters).map(([parameter, value]) => [parameter, { value }]));
  const path = `${subscription}/providers/Microsoft.Authorization/policyAssignments/${name}`;
  return call('PUT', path, { ...more, properties: { policyDefinitionId, parameters: values } });
}
const make = (tags?: Record<string, string>) =>
  call('PUT', network, {
    location: 'westeurope',
    ...(tags && { tags }),
    properties: { addressSpace: { addressPrefixes: ['10.9.0.0/16'] } },
  });
const tags = async () => (await call('GET', network)).body['tags'];

test('What is made without a tag gets it from its group, and keeps its own', async () => {
  expect((await assign(INHERIT_IF_MISSING, { tagName: 'CostCenter' })).status).toBe(201);
  expect((await make({ owner: 'Adele' })).status).toBeLessThan(300);
  expect(await tags()).toEqual({ owner: 'Adele', CostCenter: '4711' });
  await make({ costcenter: '1' });
  expect(await tags()).toEqual({ costcenter: '1' });
});

test('A tag is replaced by that of the group, also where it is changed by itself, unless the group has none', async () => {
  await assign(INHERIT, { tagName: 'CostCenter' });
  await make({ CostCenter: '1' });
  expect(await tags()).toEqual({ CostCenter: '4711' });
  const path = `${network}/providers/Microsoft.Resources/tags/default`;
  await call('PATCH', path, { operation: 'Merge', properties: { tags: { CostCenter: '2', more: 'x' } } });
  expect(await tags()).toEqual({ CostCenter: '4711', more: 'x' });
  await call('PATCH', group, { tags: {} });
  await make({ CostCenter: '3' });
  expect(await tags()).toEqual({ CostCenter: '3' });
});

test('A change that says nothing of tags keeps the others', async () => {
  await make({ owner: 'Adele' });
  await assign(ADD_OR_REPLACE, { tagName: 'env', tagValue: 'prod' });
  expect((await call('PATCH', `${group}/providers/Microsoft.Compute/virtualMachines/WebVM1`, { properties: {} })).status).toBe(200);
  const { body } = await call('GET', `${group}/providers/Microsoft.Compute/virtualMachines/WebVM1`);
  expect(body['tags']).toMatchObject({ env: 'prod' });
  expect(await tags()).toEqual({ owner: 'Adele' });
  expect((await call('PATCH', group, { tags: { CostCenter: '4711' } })).body['tags']).toEqual({ CostCenter: '4711' });
});

test('What a policy adds another one does not miss, and both are told beforehand', async () => {
  await assign(ADD_OR_REPLACE, { tagName: 'env', tagValue: 'prod' });
  await assign(REQUIRED, { tagName: 'env' }, {}, 'required');
  expect((await make()).status).toBeLessThan(300);
  const path = `${group}/providers/Microsoft.PolicyInsights/checkPolicyRestrictions`;
  const { body } = await call('POST', path, {
    resourceDetails: { resourceContent: { type: 'Microsoft.Network/virtualNetworks', location: 'westeurope' }, apiVersion: '2023-07-01' },
    pendingFields: [{ field: 'tags' }],
  });
  const [env] = list(body['fieldRestrictions']);
  expect(record(env)['field']).toBe('tags.env');
  expect(list(record(env)['restrictions'])).toMatchObject([
    { result: 'Required', defaultValue: 'prod', policyEffect: 'Modify' },
    { result: 'Required', policyEffect: 'Deny' },
  ]);
});

test('It needs an identity, to remedy what is there already', async () => {
  const refused = await assign(ADD_OR_REPLACE, { tagName: 'env', tagValue: 'prod' }, {});
  expect(record(refused.body['error'])).toMatchObject({ code: 'ResourceIdentityRequired', message: expect.stringContaining("'Modify'") });
});

/** Written as text: whatever has a member `then` as a literal is taken for a promise. */
const define = (details: string) =>
  call('PUT', `${subscription}/providers/Microsoft.Authorization/policyDefinitions/mine`, {
    properties: {
      mode: 'Indexed',
      policyRule: JSON.parse(`{"if":{"field":"type","like":"Microsoft.Network/*"},"then":{"effect":"modify","details":${details}}}`),
    },
  });

test('One of one’s own takes tags away; other changes are refused as not served', async () => {
  const remove = '{"operation":"remove","field":"tags[\'secret\']"}';
  expect((await define(`{"operations":[${remove}]}`)).status).toBe(201);
  await assign(`${subscription}/providers/Microsoft.Authorization/policyDefinitions/mine`, {});
  await make({ secret: 'x', owner: 'Adele' });
  expect(await tags()).toEqual({ owner: 'Adele' });
  await call('DELETE', `${subscription}/providers/Microsoft.Authorization/policyAssignments/tags`);
  expect((await define('{"operations":[{"operation":"addOrReplace","field":"location","value":"x"}]}')).status).toBe(501);
  expect((await define(`{"conflictEffect":"audit","operations":[${remove}]}`)).status).toBe(501);
  expect((await define('{"operations":[{"operation":"add","field":"tags.a","value":"[subscription().tags[\'a\']]"}]}')).status).toBe(501);
});
