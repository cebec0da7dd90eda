import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { PRODUCTION_SUBSCRIPTION_ID } from '../../seeds/company';
import { startLocalAzure, type LocalAzure } from '../../start';
import { callerFor, type Caller } from '../../testing/arm-caller';
import { list, record } from '../../world/json';
import { policyAssignments, takePolicyAssignment } from '../../world/policies/policy-assignments';
import { setRegistered } from '../../world/subscriptions/registered-providers';

let azure: LocalAzure;
let call: Caller;
beforeAll(async () => {
  azure = await startLocalAzure({ file: ':memory:', clock: { mode: 'standing' }, unkindness: 'kind' });
  call = await callerFor(azure, 'adele', '2024-10-01');
});
afterAll(() => azure.stop());
beforeEach(() => {
  for (const one of policyAssignments(azure.world)) takePolicyAssignment(azure.world, one);
});

const subscription = `/subscriptions/${PRODUCTION_SUBSCRIPTION_ID}`;
const group = `${subscription}/resourceGroups/IgniteRG`;
const definitionOf = (name: string) => `/providers/Microsoft.Authorization/policyDefinitions/${name}`;
const ALLOWED_LOCATIONS = definitionOf('e56962a6-4747-49cd-b67b-bf8b01975c4c');
const GROUP_LOCATIONS = definitionOf('e765b5de-1225-4ba3-bd56-1ac6695af988');
const TAG_ON_RESOURCES = definitionOf('871b6d14-10aa-478d-b590-94f262ecfa99');
const NO_PUBLIC_KEY_VAULTS = definitionOf('405c5871-3e91-4644-8a63-58e19d68ff5b');

const assign = async (policyDefinitionId: string, parameters: Record<string, unknown>, name = 'rule') => {
  const values = Object.fromEntries(Object.entries(parameters).map(([parameter, value]) => [parameter, { value }]));
  const path = `${subscription}/providers/Microsoft.Authorization/policyAssignments/${name}`;
  expect((await call('PUT', path, { properties: { policyDefinitionId, parameters: values } })).status).toBe(201);
  return { policyDefinitionId, policyAssignmentId: path };
};
const check = async (scope: string, resourceContent: object, more: object = {}) => {
  const path = `${scope}/providers/Microsoft.PolicyInsights/checkPolicyRestrictions`;
  const { status, body } = await call('POST', path, { resourceDetails: { resourceContent, apiVersion: '2023-07-01' }, ...more });
  expect(status, JSON.stringify(body)).toBe(200);
  return {
    restrictions: body['fieldRestrictions'],
    evaluations: list(record(body['contentEvaluationResult'])['policyEvaluations']),
  };
};
const keyVault = { type: 'Microsoft.KeyVault/vaults', name: 'kv', location: 'westeurope', properties: { createMode: 'default' } };

const groupIn = (location: string) => ({ type: 'Microsoft.Resources/subscriptions/resourceGroups', name: 'NewRG', location });

test('What would be refused as it is described is told with the policy and the comparisons', async () => {
  const policyInfo = await assign(NO_PUBLIC_KEY_VAULTS, { effect: 'Deny' });
  const { evaluations, restrictions } = await check(group, keyVault);
  expect(evaluations).toMatchObject([{ policyInfo, evaluationResult: 'NonCompliant', effectDetails: { policyEffect: 'Deny' } }]);
  expect(list(record(record(evaluations[0])['evaluationDetails'])['evaluatedExpressions'])).toContainEqual({
    result: 'True',
    expressionKind: 'Field',
    expression: 'Microsoft.KeyVault/vaults/publicNetworkAccess',
    path: 'properties.publicNetworkAccess',
    targetValue: 'Disabled',
    operator: 'NotEquals',
  });
  expect(restrictions).toEqual([]);
  expect(await check(group, { ...keyVault, properties: { publicNetworkAccess: 'Disabled' } })).toEqual({
    restrictions: [],
    evaluations: [],
  });
});

test('Which values of a field would be refused is told with those that are not', async () => {
  const policy = await assign(ALLOWED_LOCATIONS, { listOfAllowedLocations: ['westeurope', 'germanywestcentral'] });
  const { restrictions, evaluations } = await check(
    group,
    { type: 'Microsoft.KeyVault/vaults' },
    { pendingFields: [{ field: 'location', values: ['westeurope', 'northeurope'] }] },
  );
  expect(restrictions).toEqual([
    {
      field: 'location',
      restrictions: [
        {
          result: 'Deny',
          values: ['northeurope'],
          policy,
          policyEffect: 'Deny',
          reason: 'location must be one of the following: westeurope, germanywestcentral, global',
        },
      ],
    },
  ]);
  expect(evaluations).toEqual([]);
});

test('A tag that is needed is told before anybody has thought of one', async () => {
  const policy = await assign(TAG_ON_RESOURCES, { tagName: 'Owner' });
  const { restrictions } = await check(group, keyVault, { pendingFields: [{ field: 'tags' }] });
  expect(restrictions).toEqual([
    { field: 'tags.Owner', restrictions: [{ result: 'Required', policy, policyEffect: 'Deny', reason: 'tags.Owner is required' }] },
  ]);
  expect((await check(group, { ...keyVault, tags: { owner: 'Adele' } }, { pendingFields: [{ field: 'tags' }] })).restrictions).toEqual([]);
});

test('A resource group is asked about in its subscription', async () => {
  await assign(GROUP_LOCATIONS, { listOfAllowedLocations: ['westeurope'] });
  expect((await check(subscription, groupIn('northeurope'))).evaluations).toHaveLength(1);
  expect((await check(subscription, groupIn('West Europe'))).evaluations).toEqual([]);
});

test('Audits are told when they are asked for', async () => {
  await assign(NO_PUBLIC_KEY_VAULTS, {});
  expect((await check(group, keyVault)).evaluations).toEqual([]);
  expect((await check(group, keyVault, { includeAuditEffect: true })).evaluations).toMatchObject([
    { effectDetails: { policyEffect: 'Audit' } },
  ]);
});

test('It needs the right to read, a resource type and a registered provider', async () => {
  const path = `${group}/providers/Microsoft.PolicyInsights/checkPolicyRestrictions`;
  expect(await call('POST', path, { resourceDetails: { resourceContent: {} } })).toMatchObject({ status: 400 });
  const [lee, megan] = await Promise.all(['lee', 'megan'].map((person) => callerFor(azure, person, '2024-10-01')));
  const asked = { resourceDetails: { resourceContent: keyVault } };
  expect(await lee?.('POST', path, asked)).toMatchObject({ status: 403, body: { error: { code: 'AuthorizationFailed' } } });
  expect((await megan?.('POST', path, asked))?.status).toBe(200);
  setRegistered(azure.world, PRODUCTION_SUBSCRIPTION_ID, 'Microsoft.PolicyInsights', false);
  expect(await call('POST', path, {})).toMatchObject({ status: 409, body: { error: { code: 'MissingSubscriptionRegistration' } } });
  setRegistered(azure.world, PRODUCTION_SUBSCRIPTION_ID, 'Microsoft.PolicyInsights', true);
});
