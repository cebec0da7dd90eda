import { afterAll, beforeAll, expect, test } from 'vitest';
import { PRODUCTION_SUBSCRIPTION_ID, TENANT_ID } from '../../seeds/company';
import { startLocalAzure, type LocalAzure } from '../../start';
import { callerFor, type Caller } from '../../testing/arm-caller';
import { list, record } from '../../world/json';
import { policiesAt } from '../../world/policies/policy-assignments';

let azure: LocalAzure;
let call: Caller;
beforeAll(async () => {
  azure = await startLocalAzure({ file: ':memory:', clock: { mode: 'standing' }, unkindness: 'kind' });
  call = await callerFor(azure, 'adele', '2023-04-01');
});
afterAll(() => azure.stop());

const subscription = `/subscriptions/${PRODUCTION_SUBSCRIPTION_ID}`;
const group = `${subscription}/resourceGroups/IgniteRG`;
const definitions = '/providers/Microsoft.Authorization/policyDefinitions';
const assignments = '/providers/Microsoft.Authorization/policyAssignments';
const ALLOWED_LOCATIONS = `${definitions}/e56962a6-4747-49cd-b67b-bf8b01975c4c`;
const PURGE_PROTECTION = `${definitions}/0b60c0b2-2dc2-4e1c-b5c9-abbed971de53`;
const europe = {
  displayName: 'Europe only',
  policyDefinitionId: ALLOWED_LOCATIONS,
  parameters: { listOfAllowedLocations: { value: ['westeurope'] } },
};

const put = (scope: string, properties: object, name = 'rule') => call('PUT', `${scope}${assignments}/${name}`, { properties });
const codeOf = ({ body }: { body: Record<string, unknown> }) => record(body['error'])['code'];
const namesIn = ({ body }: { body: Record<string, unknown> }) => list(body['value']).map((one) => record(one)['name']);

/** Written as text: whatever has a member `then` as a literal is taken for a promise. */
const ruleOf = (condition: string, effect: string): unknown => JSON.parse(`{"if":${condition},"then":{"effect":"${effect}"}}`);

test('What comes with Azure is read by everybody, by name and rule', async () => {
  const { status, body } = await call('GET', ALLOWED_LOCATIONS);
  expect(status).toBe(200);
  expect(body).toMatchObject({
    id: ALLOWED_LOCATIONS,
    properties: { displayName: 'Allowed locations', policyType: 'BuiltIn', mode: 'Indexed', metadata: { category: 'General' } },
  });
  expect(namesIn(await call('GET', definitions))).toContain(PURGE_PROTECTION.split('/').at(-1));
  expect(namesIn(await call('GET', `${subscription}${definitions}?$filter=policyType eq 'Custom'`))).toEqual([]);
  expect(await call('GET', `${definitions}/none`)).toMatchObject({ status: 404, body: { error: { code: 'PolicyDefinitionNotFound' } } });
});

test('An assignment is made, read where it stands, listed where it holds, and taken away', async () => {
  const made = await put(subscription, europe);
  expect(made).toMatchObject({
    status: 201,
    body: { name: 'rule', properties: { ...europe, scope: subscription, enforcementMode: 'Default' } },
  });
  expect((await call('GET', `${subscription}${assignments}/rule`)).body).toEqual(made.body);
  expect((await call('GET', `${group}${assignments}/rule`)).status).toBe(404);
  await put(group, { ...europe, enforcementMode: 'DoNotEnforce' }, 'inner');
  expect(namesIn(await call('GET', `${group}${assignments}`))).toEqual(expect.arrayContaining(['rule', 'inner']));
  expect(namesIn(await call('GET', `${group}${assignments}?$filter=atExactScope()`))).toEqual(['inner']);
  expect(namesIn(await call('GET', `${subscription}${assignments}?$filter=atScope()`))).toEqual(['rule']);
  expect(namesIn(await call('GET', `${subscription}${assignments}`))).toHaveLength(2);
  expect((await call('DELETE', `${group}${assignments}/inner`)).status).toBe(200);
  expect((await call('DELETE', `${subscription}${assignments}/rule`)).status).toBe(200);
  expect((await call('DELETE', `${subscription}${assignments}/rule`)).status).toBe(204);
});

test('An assignment that does not fit its policy is refused', async () => {
  expect(codeOf(await put(subscription, { ...europe, parameters: {} }))).toBe('MissingPolicyParameter');
  expect(codeOf(await put(subscription, { ...europe, parameters: { ...europe.parameters, more: { value: 1 } } }))).toBe(
    'UndefinedPolicyParameter',
  );
  expect(codeOf(await put(subscription, { policyDefinitionId: PURGE_PROTECTION, parameters: { effect: { value: 'Modify' } } }))).toBe(
    'PolicyParameterValueNotAllowed',
  );
  expect(codeOf(await put(subscription, { ...europe, policyDefinitionId: `${definitions}/none` }))).toBe('PolicyDefinitionNotFound');
  expect(codeOf(await put(`${group}x`, europe))).toBe('ResourceGroupNotFound');
});

test('What would be passed over is refused as not served', async () => {
  expect((await put(subscription, { ...europe, overrides: [{}] })).status).toBe(501);
  const define = (condition: string, effect: string) =>
    call('PUT', `${subscription}${definitions}/mine`, { properties: { mode: 'All', policyRule: ruleOf(condition, effect) } });
  expect((await define('{"field":"Microsoft.Compute/disks/unheardOf","equals":"x"}', 'deny')).status).toBe(501);
  expect((await define('{"field":"type","match":"x"}', 'deny')).status).toBe(501);
  expect((await define('{"field":"name","equals":"[toLower(\'X\')]"}', 'deny')).status).toBe(501);
  expect((await define('{"field":"type","equals":"Microsoft.Compute/disks"}', 'modify')).status).toBe(501);
});

test('A policy of one’s own is followed, and kept while it is assigned', async () => {
  const id = `${subscription}${definitions}/no-test-names`;
  const parameters = { prefix: { type: 'String' } };
  const policyRule = ruleOf('{"field":"name","like":"[concat(parameters(\'prefix\'),\'*\')]"}', 'deny');
  expect((await call('PUT', id, { properties: { displayName: 'No test names', mode: 'All', parameters, policyRule } })).status).toBe(201);
  await put(subscription, { policyDefinitionId: id, parameters: { prefix: { value: 'test-' } } }, 'names');
  const tested = await call('PUT', `${subscription}/resourceGroups/TEST-RG`, { location: 'westeurope' });
  expect(codeOf(tested)).toBe('RequestDisallowedByPolicy');
  expect(codeOf(await call('DELETE', id))).toBe('PolicyDefinitionInUse');
  const other = { mode: 'All', parameters: { ...parameters, more: { type: 'String' } }, policyRule };
  expect(codeOf(await call('PUT', id, { properties: other }))).toBe('InvalidPolicyParameterUpdate');
  await call('DELETE', `${subscription}${assignments}/names`);
  expect((await call('DELETE', id)).status).toBe(200);
});

test('What holds at a management group holds in all its subscriptions', async () => {
  const root = `/providers/Microsoft.Management/managementGroups/${TENANT_ID}`;
  await put(root, { ...europe, policyDefinitionId: `${definitions}/e765b5de-1225-4ba3-bd56-1ac6695af988` });
  expect(namesIn(await call('GET', `${group}${assignments}?$filter=atScope()`))).toEqual(['rule']);
  const elsewhere = await call('PUT', `${subscription}/resourceGroups/ElsewhereRG`, { location: 'northeurope' });
  expect(codeOf(elsewhere)).toBe('RequestDisallowedByPolicy');
  expect((await call('DELETE', `${root}${assignments}/rule`)).status).toBe(200);
});

test('What was put at a group goes with it', async () => {
  const doomed = `${subscription}/resourceGroups/DoomedRG`;
  await call('PUT', doomed, { location: 'westeurope' });
  await put(doomed, europe, 'doomed');
  expect(policiesAt(azure.world, doomed)).toHaveLength(1);
  azure.world.write(() => azure.world.resources.delete(doomed));
  expect(policiesAt(azure.world, doomed)).toEqual([]);
});
