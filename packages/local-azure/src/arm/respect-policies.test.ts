import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { PRODUCTION_SUBSCRIPTION_ID } from '../seeds/company';
import { startLocalAzure, type LocalAzure } from '../start';
import { callerFor, type Caller } from '../testing/arm-caller';
import { setUnkindness } from '../world/time/delays';
import { at, list, record } from '../world/json';
import { policyAssignments, takePolicyAssignment } from '../world/policies/policy-assignments';

let azure: LocalAzure;
let call: Caller;
beforeAll(async () => {
  azure = await startLocalAzure({ file: ':memory:', clock: { mode: 'standing' } });
  call = await callerFor(azure, 'adele', '2024-03-01');
});
afterAll(() => azure.stop());
beforeEach(() => {
  setUnkindness(azure.world, 'kind');
  for (const one of policyAssignments(azure.world)) takePolicyAssignment(azure.world, one);
});

const subscription = `/subscriptions/${PRODUCTION_SUBSCRIPTION_ID}`;
const group = `${subscription}/resourceGroups/IgniteRG`;
const machine = `${group}/providers/Microsoft.Compute/virtualMachines/WebVM1`;
const definitionOf = (name: string) => `/providers/Microsoft.Authorization/policyDefinitions/${name}`;
const ALLOWED_LOCATIONS = definitionOf('e56962a6-4747-49cd-b67b-bf8b01975c4c');
const TAG_ON_GROUPS = definitionOf('96670d01-0a4d-4649-9c89-2d3abc0a5025');
const TAG_ON_RESOURCES = definitionOf('871b6d14-10aa-478d-b590-94f262ecfa99');
const NO_PUBLIC_KEY_VAULTS = definitionOf('405c5871-3e91-4644-8a63-58e19d68ff5b');
const PURGE_PROTECTION = definitionOf('0b60c0b2-2dc2-4e1c-b5c9-abbed971de53');
const NO_PUBLIC_IPS = definitionOf('83a86a26-fd1f-447c-b59d-e51f44264114');
const ALLOWED_SIZES = definitionOf('cccc23c7-8427-4f53-ad12-b6a63eb452b3');

const assignmentAt = (scope: string) => `${scope}/providers/Microsoft.Authorization/policyAssignments/rule`;
const assign = async (policyDefinitionId: string, parameters: Record<string, unknown>, more: object = {}, scope = subscription) => {
  const values = Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, { value }]));
  const answer = await call('PUT', assignmentAt(scope), { properties: { policyDefinitionId, parameters: values, ...more } });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
};
const errorIn = ({ body }: { body: Record<string, unknown> }) => record(body['error']);
const infoIn = (answer: { body: Record<string, unknown> }, place = 0) => record(at(list(errorIn(answer)['additionalInfo'])[place], 'info'));
const keyVault = (name: string, properties: object = {}) =>
  call('PUT', `${group}/providers/Microsoft.KeyVault/vaults/${name}`, {
    location: 'westeurope',
    properties: { tenantId: azure.tenantId, sku: { family: 'A', name: 'standard' }, accessPolicies: [], ...properties },
  });
const account = (location: string) =>
  call('PUT', `${group}/providers/Microsoft.Storage/storageAccounts/policystore`, {
    location,
    kind: 'StorageV2',
    sku: { name: 'Standard_LRS' },
    properties: {},
  });

test('What a policy forbids is refused with who forbids it and why, and nothing is made', async () => {
  await assign(ALLOWED_LOCATIONS, { listOfAllowedLocations: ['West Europe'] }, { displayName: 'Europe only' });
  const refused = await account('northeurope');
  expect(refused.status).toBe(403);
  expect(errorIn(refused)).toMatchObject({ code: 'RequestDisallowedByPolicy', target: 'policystore' });
  expect(errorIn(refused)['message']).toBe(
    `Resource 'policystore' was disallowed by policy. Policy identifiers: '[{"policyAssignment":{"name":"Europe only","id":"${assignmentAt(subscription)}"},"policyDefinition":{"name":"Allowed locations","id":"${ALLOWED_LOCATIONS}","version":"1.0.0"}}]'.`,
  );
  expect(errorIn(refused)['additionalInfo']).toMatchObject([
    {
      type: 'PolicyViolation',
      info: {
        policyDefinitionId: ALLOWED_LOCATIONS,
        policyDefinitionDisplayName: 'Allowed locations',
        policyDefinitionEffect: 'Deny',
        policyAssignmentId: assignmentAt(subscription),
        policyAssignmentName: 'rule',
        policyAssignmentDisplayName: 'Europe only',
        policyAssignmentScope: subscription,
        policyAssignmentParameters: { listOfAllowedLocations: ['West Europe'] },
      },
    },
  ]);
  expect(at(infoIn(refused), 'evaluationDetails', 'evaluatedExpressions')).toContainEqual({
    result: 'True',
    expressionKind: 'Field',
    expression: 'location',
    path: 'location',
    expressionValue: 'northeurope',
    targetValue: ['West Europe'],
    operator: 'NotIn',
  });
  expect((await account('westeurope')).status).toBeLessThan(300);
});

test('Groups need their tag, and what is in them is let be', async () => {
  await assign(TAG_ON_GROUPS, { tagName: 'CostCenter' });
  const newGroup = `${subscription}/resourceGroups/PolicyRG`;
  expect(errorIn(await call('PUT', newGroup, { location: 'westeurope' }))['target']).toBe('PolicyRG');
  expect((await call('PUT', newGroup, { location: 'westeurope', tags: { costcenter: '7' } })).status).toBe(201);
  expect((await call('PATCH', newGroup, { tags: { CostCenter: '8' } })).status).toBe(200);
  expect((await call('PATCH', newGroup, { tags: { Stage: 'live' } })).status).toBe(403);
  expect((await account('westeurope')).status).toBeLessThan(300);
});

test('Tags that are needed cannot be taken away by themselves', async () => {
  await assign(TAG_ON_RESOURCES, { tagName: 'Owner' });
  const tags = `${machine}/providers/Microsoft.Resources/tags/default`;
  expect((await call('PUT', tags, { properties: { tags: { Owner: 'Adele' } } })).status).toBe(200);
  expect(errorIn(await call('PUT', tags, { properties: { tags: {} } }))).toMatchObject({
    code: 'RequestDisallowedByPolicy',
    target: 'WebVM1',
  });
  expect((await call('PATCH', tags, { operation: 'Delete', properties: { tags: { Owner: 'Adele' } } })).status).toBe(403);
});

test('A change is judged by what comes of it', async () => {
  await assign(ALLOWED_SIZES, { listOfAllowedSKUs: ['Standard_D2s_v3'] });
  expect(await call('PATCH', machine, { tags: { Stage: 'live' } })).toMatchObject({
    status: 403,
    body: { error: { code: 'RequestDisallowedByPolicy' } },
  });
  await assign(ALLOWED_SIZES, {
    listOfAllowedSKUs: [String(at(azure.world.resources.get(machine)?.properties, 'hardwareProfile', 'vmSize'))],
  });
  expect((await call('PATCH', machine, { tags: { Stage: 'live' } })).status).toBeLessThan(300);
});

test('Key vaults are judged by what the request says, not by what Azure makes of it', async () => {
  await assign(NO_PUBLIC_KEY_VAULTS, { effect: 'Deny' });
  expect((await keyVault('policy-kv-open')).status).toBe(403);
  expect((await keyVault('policy-kv-closed', { publicNetworkAccess: 'Disabled' })).status).toBe(200);
  await assign(PURGE_PROTECTION, { effect: 'Deny' });
  expect((await keyVault('policy-kv-purge', { enablePurgeProtection: false })).status).toBe(403);
  expect((await keyVault('policy-kv-safe', { enablePurgeProtection: true })).status).toBe(200);
});

test('Of an array every member counts', async () => {
  await assign(NO_PUBLIC_IPS, {});
  const nic = (...addresses: (string | undefined)[]) =>
    call('PUT', `${group}/providers/Microsoft.Network/networkInterfaces/policy-nic`, {
      location: 'westeurope',
      properties: {
        ipConfigurations: addresses.map((id, place) => ({
          name: `ip${place}`,
          properties: { ...(id !== undefined && { publicIPAddress: { id } }) },
        })),
      },
    });
  expect((await nic(undefined, `${group}/providers/Microsoft.Network/publicIPAddresses/x`)).status).toBe(403);
  expect(errorIn(await nic(undefined, undefined))['code']).not.toBe('RequestDisallowedByPolicy');
});

test('What belongs to a resource is called by both names', async () => {
  await assign(TAG_ON_RESOURCES, { tagName: 'Owner' });
  const extension = { location: 'westeurope', properties: { publisher: 'Contoso', type: 'Tool', typeHandlerVersion: '1.0' } };
  expect(errorIn(await call('PUT', `${machine}/extensions/Tool`, extension))['target']).toBe('WebVM1/Tool');
});

test('A machine whose own disk may not be made is there, failed', async () => {
  const network = `${subscription}/resourceGroups/NetworkRG/providers/Microsoft.Network/virtualNetworks/contoso-westeurope`;
  const name = 'PolicyVM';
  const nic = `${group}/providers/Microsoft.Network/networkInterfaces/policy-vm-nic`;
  const ipConfigurations = [{ name: 'ip', properties: { subnet: { id: `${network}/subnets/default` } } }];
  expect((await call('PUT', nic, { location: 'westeurope', properties: { ipConfigurations } })).status).toBe(201);
  const definition = `${subscription}/providers/Microsoft.Authorization/policyDefinitions/no-standard-disks`;
  // As text: whatever has a member of this name as a literal is taken for a promise.
  const policyRule: unknown = JSON.parse(
    '{"if":{"field":"Microsoft.Compute/disks/sku.name","equals":"Standard_LRS"},"then":{"effect":"deny"}}',
  );
  expect((await call('PUT', definition, { properties: { mode: 'All', policyRule } })).status).toBe(201);
  await assign(definition, {});
  const vm = `${group}/providers/Microsoft.Compute/virtualMachines/${name}`;
  const made = await call('PUT', vm, {
    location: 'westeurope',
    properties: {
      hardwareProfile: { vmSize: 'Standard_D2s_v3' },
      osProfile: { computerName: name, adminUsername: 'adele', adminPassword: 'Only-for-tests-1' },
      storageProfile: {
        imageReference: { publisher: 'MicrosoftWindowsServer', offer: 'WindowsServer', sku: '2022-datacenter', version: 'latest' },
        osDisk: { createOption: 'FromImage' },
      },
      networkProfile: { networkInterfaces: [{ id: nic }] },
    },
  });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  azure.advance(60_000);
  const status = await call('GET', new URL(made.headers.get('azure-asyncoperation') ?? '').pathname);
  const state = at((await call('GET', vm)).body, 'properties', 'provisioningState');
  expect({ state, status: status.body['status'] }).toEqual({ state: 'Failed', status: 'Failed' });
  expect(errorIn(status)).toMatchObject({ code: 'RequestDisallowedByPolicy', message: expect.stringContaining(" Target: '") });
});

test('The organization says it in words of its own, and each policy in the way is named', async () => {
  await assign(TAG_ON_RESOURCES, { tagName: 'Owner' }, { nonComplianceMessages: [{ message: 'Name who owns it.' }] });
  await assign(ALLOWED_LOCATIONS, { listOfAllowedLocations: ['westeurope'] }, {}, group);
  const refused = await account('northeurope');
  expect(errorIn(refused)['message']).toBe(
    "Resource 'policystore' was disallowed by policy. Reasons: 'Name who owns it.'. See error details for policy resource IDs.",
  );
  const named = [infoIn(refused, 0), infoIn(refused, 1)].map((info) => info['policyAssignmentId']);
  expect(new Set(named)).toEqual(new Set([assignmentAt(subscription), assignmentAt(group)]));
});

test('What only looks, is turned off, is not enforced or does not hold there refuses nothing', async () => {
  for (const effect of ['Audit', 'Disabled']) {
    await assign(NO_PUBLIC_KEY_VAULTS, { effect });
    expect((await keyVault(`policy-kv-${effect}`)).status, effect).toBe(200);
  }
  await assign(NO_PUBLIC_KEY_VAULTS, { effect: 'Deny' }, { enforcementMode: 'DoNotEnforce' });
  expect((await keyVault('policy-kv-loose')).status).toBe(200);
  await assign(NO_PUBLIC_KEY_VAULTS, { effect: 'Deny' }, { notScopes: [group] });
  expect((await keyVault('policy-kv-left-out')).status).toBe(200);
  await assign(NO_PUBLIC_KEY_VAULTS, { effect: 'Deny' });
  expect((await call('POST', `${machine}/deallocate`)).status).toBeLessThan(300);
});

test('A new assignment and the end of one take effect late', async () => {
  setUnkindness(azure.world, 'longest');
  await assign(NO_PUBLIC_KEY_VAULTS, { effect: 'Deny' });
  expect((await keyVault('policy-kv-early')).status).toBe(200);
  await azure.world.letPass(30 * 60_000);
  expect((await keyVault('policy-kv-late')).status).toBe(403);
  expect((await call('DELETE', assignmentAt(subscription))).status).toBe(200);
  expect((await call('GET', assignmentAt(subscription))).status).toBe(404);
  expect((await keyVault('policy-kv-still')).status).toBe(403);
  await azure.world.letPass(30 * 60_000);
  expect((await keyVault('policy-kv-free')).status).toBe(200);
});

const template = (...resources: object[]) => ({ $schema: 'https://schema', contentVersion: '1.0.0.0', resources });
const nsgIn = (location: string, more: object = {}) => ({
  type: 'Microsoft.Network/networkSecurityGroups',
  apiVersion: '2023-05-01',
  name: `nsg-${location}`,
  location,
  properties: { securityRules: [] },
  ...more,
});
const deployment = (name: string) => `${group}/providers/Microsoft.Resources/deployments/${name}`;

test('A template with a resource that a policy forbids is refused before anything of it is made', async () => {
  await assign(ALLOWED_LOCATIONS, { listOfAllowedLocations: ['westeurope'] }, { displayName: 'Europe only' });
  const inner = { mode: 'Incremental', template: template(nsgIn('eastus')) };
  const body = {
    properties: {
      mode: 'Incremental',
      template: template(nsgIn('westeurope'), nsgIn('northeurope'), {
        type: 'Microsoft.Resources/deployments',
        apiVersion: '2023-05-01',
        name: 'inside',
        properties: inner,
      }),
    },
  };
  const error = {
    code: 'InvalidTemplateDeployment',
    message: 'The template deployment failed because of policy violation. Please see details for more information.',
    details: [
      { code: 'RequestDisallowedByPolicy', target: 'nsg-northeurope' },
      { code: 'RequestDisallowedByPolicy', target: 'nsg-eastus' },
    ],
  };
  const validated = await call('POST', `${deployment('policy-one')}/validate`, body);
  expect(validated).toMatchObject({ status: 400, body: { error } });
  expect(at(list(errorIn(validated)['details'])[0], 'additionalInfo')).toMatchObject([
    { type: 'PolicyViolation', info: { policyAssignmentDisplayName: 'Europe only' } },
  ]);
  expect(await call('PUT', deployment('policy-one'), body)).toMatchObject({ status: 400, body: { error } });
  expect((await call('GET', deployment('policy-one'))).status).toBe(404);
  const { headers } = await call('POST', `${deployment('policy-one')}/whatIf`, body);
  expect((await call('GET', new URL(headers.get('location') ?? '').pathname)).body).toMatchObject({ status: 'Failed', error });
});

test('A template that first makes the group of a deployment inside it is judged by what is known', async () => {
  await assign(TAG_ON_GROUPS, { tagName: 'Owner' });
  const inside = {
    type: 'Microsoft.Resources/deployments',
    apiVersion: '2023-05-01',
    name: 'inside',
    resourceGroup: 'PolicyNewRG',
    dependsOn: ['PolicyNewRG'],
    properties: { mode: 'Incremental', template: template(nsgIn('westeurope')) },
  };
  const outer = { type: 'Microsoft.Resources/resourceGroups', apiVersion: '2023-07-01', name: 'PolicyNewRG', location: 'westeurope' };
  const validate = (tags: object) =>
    call('POST', `${subscription}/providers/Microsoft.Resources/deployments/policy-groups/validate`, {
      location: 'westeurope',
      properties: { mode: 'Incremental', template: template({ ...outer, tags }, inside) },
    });
  expect((await validate({ Owner: 'Adele' })).status).toBe(200);
  expect(errorIn(await validate({}))['details']).toMatchObject([{ target: 'PolicyNewRG' }]);
});

test('What a policy forbids by the time its turn has come ends the deployment with it', async () => {
  const [first, second] = [nsgIn('westeurope', { name: 'nsg-first' }), nsgIn('northeurope', { name: 'nsg-second' })];
  const properties = { mode: 'Incremental', template: template(first, { ...second, dependsOn: ['nsg-first'] }) };
  expect((await call('PUT', deployment('policy-two'), { properties })).status).toBe(201);
  await assign(ALLOWED_LOCATIONS, { listOfAllowedLocations: ['westeurope'] });
  azure.advance(60_000);
  expect((await call('GET', deployment('policy-two'))).body).toMatchObject({
    properties: {
      provisioningState: 'Failed',
      error: {
        code: 'DeploymentFailed',
        details: [{ code: 'RequestDisallowedByPolicy', target: 'nsg-second', additionalInfo: [{ type: 'PolicyViolation' }] }],
      },
    },
  });
});
