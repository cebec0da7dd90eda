import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { PRODUCTION_SUBSCRIPTION_ID } from '../../seeds/company';
import { startLocalAzure, type LocalAzure } from '../../start';
import { callerFor, type Caller } from '../../testing/arm-caller';
import { takeEffect } from '../../testing/take-effect';
import { list, record } from '../../world/json';
import { policyAssignments, takePolicyAssignment } from '../../world/policies/policy-assignments';
import { policyExemptions, takeExemption } from '../../world/policies/policy-exemptions';

let azure: LocalAzure;
let call: Caller;
let megan: Caller;
beforeAll(async () => {
  azure = await startLocalAzure({ file: ':memory:', clock: { mode: 'standing' }, unkindness: 'kind' });
  call = await callerFor(azure, 'adele', '2023-04-01');
  megan = await callerFor(azure, 'megan', '2023-04-01');
});
afterAll(() => azure.stop());
beforeEach(() => {
  for (const one of policyExemptions(azure.world, '')) takeExemption(azure.world, one);
  for (const one of policyAssignments(azure.world)) takePolicyAssignment(azure.world, one);
});

const subscription = `/subscriptions/${PRODUCTION_SUBSCRIPTION_ID}`;
const group = `${subscription}/resourceGroups/IgniteRG`;
const authorization = '/providers/Microsoft.Authorization';
const definitionOf = (name: string) => `${authorization}/policyDefinitions/${name}`;
const GROUP_TAG = definitionOf('96670d01-0a4d-4649-9c89-2d3abc0a5025');
const GROUP_LOCATIONS = definitionOf('e765b5de-1225-4ba3-bd56-1ac6695af988');
const NO_PUBLIC_KEY_VAULTS = definitionOf('405c5871-3e91-4644-8a63-58e19d68ff5b');
const BACK_UP = definitionOf('09ce66bc-1220-4153-8104-e3f51c936913');
const SET = `${subscription}${authorization}/policySetDefinitions/baseline`;
const ASSIGNED = `${subscription}${authorization}/policyAssignments/baseline`;

const members = [
  { policyDefinitionId: GROUP_TAG, policyDefinitionReferenceId: 'owner', parameters: { tagName: { value: "[parameters('tag')]" } } },
  {
    policyDefinitionId: GROUP_LOCATIONS,
    policyDefinitionReferenceId: 'europe',
    parameters: { listOfAllowedLocations: { value: "[parameters('regions')]" } },
  },
  { policyDefinitionId: NO_PUBLIC_KEY_VAULTS, parameters: { effect: { value: 'Deny' } } },
];
const parameters = { tag: { type: 'String' }, regions: { type: 'Array', defaultValue: ['westeurope'] } };
const define = (properties: object = {}) =>
  call('PUT', SET, { properties: { displayName: 'Baseline', parameters, policyDefinitions: members, ...properties } });
const assign = async (more: object = {}) => {
  await define();
  const properties = { policyDefinitionId: SET, displayName: 'Company baseline', parameters: { tag: { value: 'Owner' } }, ...more };
  return call('PUT', ASSIGNED, { properties });
};
const codeOf = ({ body }: { body: Record<string, unknown> }) => record(body['error'])['code'];
const violationsIn = ({ body }: { body: Record<string, unknown> }) =>
  list(record(body['error'])['additionalInfo']).map((one) => record(record(one)['info']));
const make = (name: string, body: object = { location: 'northeurope' }) => call('PUT', `${subscription}/resourceGroups/${name}`, body);

test('An initiative is defined, read, listed, and kept while it is assigned, as are its policies', async () => {
  expect((await define()).status).toBe(201);
  expect((await define()).status).toBe(200);
  const { body } = await call('GET', SET);
  expect(body).toMatchObject({
    id: SET,
    properties: {
      displayName: 'Baseline',
      policyType: 'Custom',
      policyDefinitions: [...members.slice(0, 2), { policyDefinitionReferenceId: '3' }],
    },
  });
  expect(list((await call('GET', `${group}${authorization}/policySetDefinitions`)).body['value'])).toHaveLength(1);
  await assign();
  expect(codeOf(await call('DELETE', SET))).toBe('PolicySetDefinitionInUse');
  expect(codeOf(await define({ parameters: { ...parameters, more: { type: 'String' } } }))).toBe('InvalidPolicyParameterUpdate');
  expect((await call('GET', SET)).body['properties']).toMatchObject({ parameters });
  await call('DELETE', ASSIGNED);
  expect((await call('DELETE', SET)).status).toBe(200);
  expect(codeOf(await call('GET', SET))).toBe('PolicySetDefinitionNotFound');
});

test('What does not fit its policies is refused', async () => {
  const [owner] = members;
  expect(codeOf(await define({ policyDefinitions: [{ ...owner, policyDefinitionId: definitionOf('none') }] }))).toBe(
    'PolicyDefinitionNotFound',
  );
  expect(codeOf(await define({ policyDefinitions: [{ ...owner, parameters: {} }] }))).toBe('MissingPolicyParameter');
  expect(codeOf(await define({ policyDefinitions: [{ ...owner, parameters: { other: { value: 'x' } } }] }))).toBe(
    'UndefinedPolicyParameter',
  );
  expect(codeOf(await define({ policyDefinitions: [owner, owner] }))).toBe('DuplicatePolicyDefinitionReferenceId');
  expect((await define({ policyDefinitions: [{ ...owner, definitionVersion: '1.*.*' }] })).status).toBe(501);
  expect(codeOf(await assign({ parameters: {} }))).toBe('MissingPolicyParameter');
  expect(codeOf(await assign({ policyDefinitionId: `${SET}s` }))).toBe('PolicySetDefinitionNotFound');
});

test('All its policies refuse at once, each told with its part of the initiative and what that was given', async () => {
  await assign();
  const refused = await make('NewRG');
  expect(refused.status).toBe(403);
  expect(record(refused.body['error'])['message']).toContain('"policySetDefinition":{"name":"Baseline"');
  expect(violationsIn(refused)).toMatchObject([
    {
      policyDefinitionReferenceId: 'owner',
      policySetDefinitionId: SET,
      policySetDefinitionDisplayName: 'Baseline',
      policyDefinitionId: GROUP_TAG,
    },
    {
      policyDefinitionReferenceId: 'europe',
      policyAssignmentDisplayName: 'Company baseline',
      policyAssignmentParameters: { tag: 'Owner', regions: ['westeurope'] },
    },
  ]);
  expect((await make('NewRG', { location: 'westeurope', tags: { Owner: 'Adele' } })).status).toBe(201);
});

test('The organization’s words are those for the part, or else those for all', async () => {
  await assign({
    nonComplianceMessages: [{ message: 'Keep to the baseline.' }, { message: 'Stay in Europe.', policyDefinitionReferenceId: 'europe' }],
  });
  const refused = await make('NewRG2');
  expect(record(refused.body['error'])['message']).toContain("Reasons: 'Keep to the baseline.', 'Stay in Europe.'.");
});

test('What would be refused is told beforehand with the part of the initiative', async () => {
  await assign();
  const keyVault = { type: 'Microsoft.KeyVault/vaults', name: 'kv', location: 'westeurope', properties: {} };
  const path = `${group}/providers/Microsoft.PolicyInsights/checkPolicyRestrictions`;
  const { body } = await call('POST', path, { resourceDetails: { resourceContent: keyVault, apiVersion: '2023-07-01' } });
  expect(list(record(body['contentEvaluationResult'])['policyEvaluations'])).toMatchObject([
    { policyInfo: { policySetDefinitionId: SET, policyDefinitionReferenceId: '3', policyAssignmentId: ASSIGNED } },
  ]);
});

test('An initiative that deploys needs an identity, too', async () => {
  const vault = `${group}/providers/Microsoft.RecoveryServices/vaults/IgniteDemoVault`;
  const values = { vaultLocation: { value: 'westeurope' }, backupPolicyId: { value: `${vault}/backupPolicies/DefaultPolicy` } };
  await call('PUT', `${SET}-backup`, { properties: { policyDefinitions: [{ policyDefinitionId: BACK_UP, parameters: values }] } });
  expect(codeOf(await call('PUT', ASSIGNED, { properties: { policyDefinitionId: `${SET}-backup` } }))).toBe('ResourceIdentityRequired');
});

const exempt = (properties: object, name = 'for-now', scope = group) =>
  call('PUT', `${scope}${authorization}/policyExemptions/${name}`, {
    properties: { policyAssignmentId: ASSIGNED, exemptionCategory: 'Waiver', ...properties },
  });
const openKeyVault = {
  location: 'westeurope',
  properties: { tenantId: '00000000-0000-0000-0000-000000000000', sku: { family: 'A', name: 'standard' }, accessPolicies: [] },
};
const put = (place: string) => call('PUT', `${place}/providers/Microsoft.KeyVault/vaults/exempt-kv`, openKeyVault);

test('An exemption lets be what it names, where it holds, until it expires', async () => {
  await assign();
  expect(codeOf(await put(group))).toBe('RequestDisallowedByPolicy');
  expect((await exempt({ policyDefinitionReferenceIds: ['owner'] })).status).toBe(201);
  expect(codeOf(await put(group))).toBe('RequestDisallowedByPolicy');
  const expiresOn = new Date(azure.world.clock.now() + 3_600_000).toISOString();
  expect(await exempt({ policyDefinitionReferenceIds: ['3'], expiresOn })).toMatchObject({
    status: 200,
    body: { properties: { expiresOn } },
  });
  expect(codeOf(await put(group))).not.toBe('RequestDisallowedByPolicy');
  expect(codeOf(await put(`${subscription}/resourceGroups/KeyVaultRG`))).toBe('RequestDisallowedByPolicy');
  azure.advance(3_600_000);
  expect(codeOf(await put(group))).toBe('RequestDisallowedByPolicy');
  await exempt({ exemptionCategory: 'Mitigated' });
  expect(codeOf(await put(group))).not.toBe('RequestDisallowedByPolicy');
  expect(list((await call('GET', `${subscription}${authorization}/policyExemptions`)).body['value'])).toHaveLength(1);
  expect(list((await call('GET', `${subscription}${authorization}/policyExemptions?$filter=atExactScope()`)).body['value'])).toEqual([]);
  const path = `${group}${authorization}/policyExemptions/for-now`;
  expect((await call('GET', path)).status).toBe(200);
  expect((await call('DELETE', path)).status).toBe(200);
  expect((await call('DELETE', path)).status).toBe(204);
  expect(codeOf(await call('GET', path))).toBe('PolicyExemptionNotFound');
});

test('Who may not change policies exempts from none, and what would be passed over is refused', async () => {
  await assign();
  const path = `${group}${authorization}/policyExemptions/mine`;
  expect((await megan('PUT', path, { properties: { policyAssignmentId: ASSIGNED, exemptionCategory: 'Waiver' } })).status).toBe(403);
  expect(codeOf(await exempt({ exemptionCategory: 'Gladly' }))).toBe('InvalidExemptionCategory');
  expect(codeOf(await exempt({ policyAssignmentId: `${ASSIGNED}s` }))).toBe('PolicyAssignmentNotFound');
  expect(codeOf(await exempt({}, 'above', '/subscriptions/none'))).not.toBeUndefined();
  expect((await exempt({ resourceSelectors: [{}] })).status).toBe(501);
});

test('It counts as late as an assignment does', async () => {
  const late = await startLocalAzure({ file: ':memory:', clock: { mode: 'standing' }, unkindness: 'longest' });
  const ask = await callerFor(late, 'adele', '2023-04-01');
  await ask('PUT', ASSIGNED, { properties: { policyDefinitionId: NO_PUBLIC_KEY_VAULTS, parameters: { effect: { value: 'Deny' } } } });
  takeEffect(late);
  await ask('PUT', `${group}${authorization}/policyExemptions/late`, {
    properties: { policyAssignmentId: ASSIGNED, exemptionCategory: 'Waiver' },
  });
  const code = async () => codeOf(await ask('PUT', `${group}/providers/Microsoft.KeyVault/vaults/exempt-kv`, openKeyVault));
  expect(await code()).toBe('RequestDisallowedByPolicy');
  takeEffect(late);
  expect(await code()).not.toBe('RequestDisallowedByPolicy');
  await late.stop();
});
