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

const subscription = `/subscriptions/${PRODUCTION_SUBSCRIPTION_ID}`;
const group = `${subscription}/resourceGroups/IgniteRG`;
const machine = `${group}/providers/Microsoft.Compute/virtualMachines/WebVM1`;
const lockOf = (scope: string, name = 'keep') => `${scope}/providers/Microsoft.Authorization/locks/${name}`;
const tagsOf = (scope: string) => `${scope}/providers/Microsoft.Resources/tags/default`;
const withTag = { properties: { tags: { Stage: 'live' } } };

const locked = async (scope: string, level: string, then: () => Promise<void>) => {
  await call('PUT', lockOf(scope), { properties: { level, notes: 'in use' } });
  await then();
  expect((await call('DELETE', lockOf(scope))).status).toBe(200);
};
const names = async (scope: string, filter = '') =>
  JSON.stringify((await call('GET', `${scope}/providers/Microsoft.Authorization/locks${filter}`)).body['value']).includes('keep');
const codeOf = ({ body }: { body: Record<string, unknown> }) => JSON.stringify(body);

test('A lock is made, changed, read where it stands and taken away', async () => {
  const lock = { properties: { level: 'CanNotDelete', notes: 'in use' } };
  expect((await call('PUT', lockOf(group), lock)).status).toBe(201);
  expect((await call('PUT', lockOf(group), lock)).status).toBe(200);
  expect((await call('GET', lockOf(group))).body).toMatchObject({ name: 'keep', type: 'Microsoft.Authorization/locks', ...lock });
  expect((await call('GET', lockOf(machine))).status).toBe(404);
  expect((await call('DELETE', lockOf(group))).status).toBe(200);
  expect((await call('DELETE', lockOf(group))).status).toBe(204);
  expect(codeOf(await call('PUT', lockOf(group), { properties: { level: 'Never' } }))).toContain('InvalidLockLevel');
  expect((await call('PUT', lockOf(`${group}x`), lock)).status).toBe(404);
});

test('A list names what holds at a scope and what lies below, if wanted', async () => {
  await locked(group, 'CanNotDelete', async () => {
    expect(await names(machine)).toBe(true);
    expect(await names(machine, '?$filter=atScope()')).toBe(true);
    expect(await names(subscription)).toBe(true);
    expect(await names(subscription, '?$filter=atScope()')).toBe(false);
  });
});

test('What must not be deleted can still be changed', async () => {
  await locked(group, 'CanNotDelete', async () => {
    expect(await call('DELETE', machine)).toMatchObject({ status: 409, body: { error: { code: 'ScopeLocked' } } });
    expect(codeOf(await call('DELETE', machine))).toContain(`'${machine}' cannot perform delete operation`);
    expect((await call('PUT', tagsOf(machine), withTag)).status).toBe(200);
  });
});

test('What may only be read refuses changes and actions alike, and is read', async () => {
  await locked(machine, 'ReadOnly', async () => {
    expect(codeOf(await call('PUT', tagsOf(machine), withTag))).toContain('cannot perform write operation');
    expect(codeOf(await call('POST', `${machine}/restart`))).toContain('ScopeLocked');
    expect((await call('GET', machine)).status).toBe(200);
    expect((await call('PUT', tagsOf(group), withTag)).status).toBe(200);
  });
});

test('A group keeps what is locked in it, and nothing else goes first', async () => {
  await locked(machine, 'CanNotDelete', async () => {
    expect(codeOf(await call('DELETE', group))).toContain(`locked: '${machine}'`);
    expect((await call('GET', group)).body['properties']).toMatchObject({ provisioningState: 'Succeeded' });
  });
});

test('Only who manages access manages locks, and a refusal by a lock is in the activity log', async () => {
  const lee = await callerFor(azure, 'lee', '2024-03-01');
  expect((await lee('PUT', lockOf(group), { properties: { level: 'ReadOnly' } })).status).toBe(403);
  await locked(machine, 'ReadOnly', async () => {
    await call('POST', `${machine}/deallocate`);
  });
  const from = new Date(azure.world.clock.now() - 60_000).toISOString();
  const filter = `eventTimestamp ge '${from}' and resourceUri eq '${machine}'`;
  const log = await call(
    'GET',
    `${subscription}/providers/Microsoft.Insights/eventtypes/management/values?$filter=${encodeURIComponent(filter)}`,
  );
  expect(codeOf(log)).toContain('virtualMachines/deallocate/action');
});
