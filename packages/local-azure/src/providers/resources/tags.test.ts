import { afterAll, beforeAll, expect, test } from 'vitest';
import { PRODUCTION_SUBSCRIPTION_ID } from '../../seeds/company';
import { startLocalAzure, type LocalAzure } from '../../start';
import { callerFor, type Caller } from '../../testing/arm-caller';

let azure: LocalAzure;
let call: Caller;
beforeAll(async () => {
  azure = await startLocalAzure({ file: ':memory:', clock: { mode: 'standing' } });
  call = await callerFor(azure, 'adele', '2024-03-01');
});
afterAll(() => azure.stop());

const group = `/subscriptions/${PRODUCTION_SUBSCRIPTION_ID}/resourceGroups/IgniteRG`;
const tagsOf = (scope: string) => `${scope}/providers/Microsoft.Resources/tags/default`;

test.each([group, `${group}/providers/Microsoft.Compute/virtualMachines/WebVM1`])(
  'Tags of %s are put, merged and taken away',
  async (scope) => {
    await call('PUT', tagsOf(scope), { properties: { tags: { Owner: 'adele', Stage: 'live' } } });
    const merge = { operation: 'Merge', properties: { tags: { stage: 'test', Cost: '42' } } };
    expect((await call('PATCH', tagsOf(scope), merge)).body['properties']).toEqual({ tags: { Owner: 'adele', stage: 'test', Cost: '42' } });
    await call('PATCH', tagsOf(scope), { operation: 'Delete', properties: { tags: { owner: '' } } });
    expect((await call('GET', tagsOf(scope))).body['properties']).toEqual({ tags: { stage: 'test', Cost: '42' } });
    expect((await call('GET', scope)).body['tags']).toEqual({ stage: 'test', Cost: '42' });
    await call('PATCH', tagsOf(scope), { operation: 'Replace', properties: { tags: {} } });
    expect((await call('GET', tagsOf(scope))).body['properties']).toEqual({ tags: {} });
  },
);

test('Tags of what is not there, and changes without a known operation, are refused', async () => {
  expect((await call('GET', tagsOf(`${group}/providers/Microsoft.Compute/virtualMachines/None`))).status).toBe(404);
  expect((await call('GET', tagsOf(group.replace('IgniteRG', 'NoRG')))).status).toBe(404);
  expect((await call('PATCH', tagsOf(group), { operation: 'Mix', properties: { tags: {} } })).status).toBe(400);
});

test.each([
  ['more than 50', Object.fromEntries(Array.from({ length: 51 }, (_, number) => [`t${String(number)}`, '']))],
  ['a reserved word', { WindowsUpdate: 'monday' }],
  ['one name twice', { owner: 'adele', Owner: 'adele' }],
  ['a forbidden character', { 'a/b': '' }],
  ['a name that is too long', { ['n'.repeat(513)]: '' }],
  ['a value that is too long', { owner: 'v'.repeat(257) }],
])('Tags with %s are refused, with a resource and by themselves', async (_, tags) => {
  const address = `${group}/providers/Microsoft.Network/publicIPAddresses/tagged`;
  const refused = { status: 400, body: { error: { code: 'InvalidTags' } } };
  expect(await call('PUT', address, { location: 'westeurope', tags })).toMatchObject(refused);
  expect(await call('PATCH', tagsOf(group), { operation: 'Merge', properties: { tags } })).toMatchObject(refused);
});

test('Who may only read sees tags and changes none', async () => {
  const megan = await callerFor(azure, 'megan', '2024-03-01');
  expect((await megan('GET', tagsOf(group))).status).toBe(200);
  expect((await megan('PUT', tagsOf(group), { properties: { tags: {} } })).status).toBe(403);
});

test('The provider names what can be done with it', async () => {
  const { body } = await call('GET', '/providers/Microsoft.Resources/operations');
  expect(JSON.stringify(body['value'])).toContain('Microsoft.Resources/tags/write');
});
