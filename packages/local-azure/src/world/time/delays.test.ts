import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { connect, startLocalAzure, type LocalAzure } from '../..';
import { callerFor, type Caller } from '../../testing/arm-caller';
import { PRODUCTION_SUBSCRIPTION_ID } from '../../seeds/company';
import { people } from '../../seeds/people';
import { setRegistered } from '../subscriptions/registered-providers';
import { DELAYS, delayOf, setUnkindness } from './delays';
import { keyVaultPace } from './pace';

const production = `/subscriptions/${PRODUCTION_SUBSCRIPTION_ID}`;
const keyVaults = `${production}/resourceGroups/KeyVaultRG/providers/Microsoft.KeyVault/vaults`;
const MINUTE = 60_000;

let azure: LocalAzure;
let adele: Caller;
let megan: Caller;

beforeEach(async () => {
  azure = await startLocalAzure({ file: ':memory:', clock: { mode: 'standing' }, unkindness: 'longest' });
  adele = await callerFor(azure, 'adele', '2022-04-01');
  megan = await callerFor(azure, 'megan', '2022-04-01');
});

afterEach(() => {
  vi.useRealTimers();
  return azure.stop();
});

const SECRETS_OFFICER = 'b86a8fe4-44ce-4948-aee5-eccb2c155cd7';
const BLOB_OWNER = 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b';
const CONTRIBUTOR = 'b24988ac-6180-42a0-ab88-20f7382dd24c';

async function give(role: string, scope: string, principalId = people.megan.objectId): Promise<string> {
  const id = `${scope}/providers/Microsoft.Authorization/roleAssignments/${randomUUID()}`;
  const roleDefinitionId = `${production}/providers/Microsoft.Authorization/roleDefinitions/${role}`;
  const properties = { principalId, principalType: 'User', roleDefinitionId };
  expect((await adele('PUT', id, { properties })).status).toBe(201);
  return id;
}

/** Whether somebody may list the secrets of a key vault. */
async function listsSecrets(name: string, person = 'megan'): Promise<number> {
  const { credential } = await connect(azure, person);
  const { token } = await credential.getToken('https://vault.azure.net/.default');
  const headers = { authorization: `Bearer ${token}`, 'x-forwarded-host': `${name}.vault.azure.net`, 'x-forwarded-proto': 'https' };
  return (await fetch(`${azure.url}/secrets?api-version=7.4`, { headers })).status;
}

const groupId = `${production}/resourceGroups/LateRG`;
const makeGroup = (caller: Caller) => caller('PUT', groupId, { location: 'westeurope' });

describe('a role assignment', () => {
  it('counts for Resource Manager when its time has come, or at once with a new token', async () => {
    await give(CONTRIBUTOR, production);
    expect((await makeGroup(megan)).status).toBe(403);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 2_000 });
    const again = await callerFor(azure, 'megan', '2022-04-01');
    expect((await makeGroup(again)).status).toBe(201);
    expect((await makeGroup(megan)).status).toBe(403);
    azure.advance(10 * MINUTE);
    expect((await makeGroup(megan)).status).toBe(200);
  });

  it('that was taken away counts on for a while', async () => {
    const id = await give(CONTRIBUTOR, production);
    azure.advance(10 * MINUTE);
    await adele('DELETE', id);
    expect((await makeGroup(megan)).status).toBe(201);
    azure.advance(10 * MINUTE);
    expect((await makeGroup(megan)).status).toBe(403);
  });

  it('is listed at once, and counts for a key vault late, whatever the token', async () => {
    const id = await give(SECRETS_OFFICER, `${keyVaults}/RbacKV`);
    expect((await adele('GET', id)).status).toBe(200);
    expect(await listsSecrets('RbacKV')).toBe(403);
    azure.advance(9 * MINUTE);
    expect(await listsSecrets('RbacKV')).toBe(403);
    azure.advance(MINUTE);
    expect(await listsSecrets('RbacKV')).toBe(200);
  });
});

it('an access policy is shown at once and lets nobody in before its time', async () => {
  const policy = { tenantId: azure.tenantId, objectId: people.megan.objectId, permissions: { secrets: ['list'] } };
  await adele('PUT', `${keyVaults}/NoPolicyKV/accessPolicies/add`, { properties: { accessPolicies: [policy] } });
  expect(await listsSecrets('NoPolicyKV')).toBe(403);
  azure.advance(MINUTE);
  expect(await listsSecrets('NoPolicyKV')).toBe(200);
});

it('a key vault that was just made knows who it was made with, and hears of others late', async () => {
  const policyOf = (objectId: string) => ({ tenantId: azure.tenantId, objectId, permissions: { secrets: ['list'] } });
  const properties = {
    tenantId: azure.tenantId,
    sku: { family: 'A', name: 'standard' },
    accessPolicies: [policyOf(people.adele.objectId)],
  };
  await adele('PUT', `${keyVaults}/BrandNewKV`, { location: 'westeurope', properties });
  expect(await listsSecrets('BrandNewKV', 'adele')).toBe(200);
  await adele('PUT', `${keyVaults}/BrandNewKV/accessPolicies/add`, { properties: { accessPolicies: [policyOf(people.megan.objectId)] } });
  expect(await listsSecrets('BrandNewKV')).toBe(403);
  azure.advance(MINUTE);
  expect(await listsSecrets('BrandNewKV')).toBe(200);
});

const listed = async (path: string) => JSON.stringify((await adele('GET', path)).body).includes('late-ip');
const graphed = async () => {
  const body = { subscriptions: [PRODUCTION_SUBSCRIPTION_ID], query: "resources | where name == 'late-ip' | project name" };
  return JSON.stringify((await adele('POST', '/providers/Microsoft.ResourceGraph/resources', body)).body).includes('late-ip');
};

describe('a new resource', () => {
  const account = `${production}/resourceGroups/KeyVaultRG/providers/Microsoft.Network/publicIPAddresses`;
  const put = () => adele('PUT', `${account}/late-ip`, { location: 'westeurope', sku: { name: 'Standard' }, properties: {} });
  it('is found by its id and in its group at once, in the graph and in lists of the subscription later', async () => {
    expect((await put()).status).toBeLessThan(300);
    expect((await adele('GET', `${account}/late-ip`)).status).toBe(200);
    const inSubscription = `${production}/providers/Microsoft.Network/publicIPAddresses`;
    expect([await listed(account), await listed(inSubscription), await graphed()]).toEqual([true, false, false]);
    azure.advance(MINUTE);
    expect([await listed(inSubscription), await graphed()]).toEqual([false, true]);
    azure.advance(14 * MINUTE);
    expect(await listed(inSubscription)).toBe(true);
  });

  it('that was deleted is shown for as long', async () => {
    await put();
    azure.advance(20 * MINUTE);
    expect(await graphed()).toBe(true);
    await adele('DELETE', `${account}/late-ip`);
    azure.advance(20_000);
    expect((await adele('GET', `${account}/late-ip`)).status).toBe(404);
    expect(await graphed()).toBe(true);
    azure.advance(20_000);
    expect(await graphed()).toBe(false);
  });
});

describe('the name of a container that was deleted', () => {
  const container = `${production}/resourceGroups/StorageRG/providers/Microsoft.Storage/storageAccounts/contosostaging/blobServices/default/containers/late`;

  it('stays reserved for a while, whichever way one comes', async () => {
    expect((await adele('PUT', container, {})).status).toBe(201);
    expect((await adele('DELETE', container)).status).toBe(200);
    expect((await adele('PUT', container, {})).body).toMatchObject({ error: { code: 'ContainerBeingDeleted' } });
    azure.advance(29_000);
    expect((await adele('PUT', container, {})).status).toBe(409);
    azure.advance(1_000);
    expect((await adele('PUT', container, {})).status).toBe(201);
  });
});

it('containers are made by who was given a role for blobs only when its time has come', async () => {
  const make = async () => {
    const { credential } = await connect(azure, 'megan');
    const { token } = await credential.getToken('https://storage.azure.com/.default');
    const host = { 'x-forwarded-host': 'contosostaging.blob.core.windows.net', 'x-forwarded-proto': 'https' };
    const headers = { authorization: `Bearer ${token}`, 'x-ms-version': '2021-08-06', ...host };
    return (await fetch(`${azure.url}/late?restype=container`, { method: 'PUT', headers })).status;
  };
  await give(BLOB_OWNER, production);
  azure.advance(9 * MINUTE);
  expect(await make()).toBe(403);
  azure.advance(MINUTE);
  expect(await make()).toBe(201);
});

it('a resource provider is being registered for a while', async () => {
  const provider = `${production}/providers/Microsoft.KeyVault`;
  const state = async () => (await adele('GET', provider)).body['registrationState'];
  setRegistered(azure.world, PRODUCTION_SUBSCRIPTION_ID, 'Microsoft.KeyVault', false);
  expect(await state()).toBe('NotRegistered');
  expect((await megan('POST', `${provider}/register`)).status).toBe(403);
  expect((await adele('POST', `${provider}/register`)).body['registrationState']).toBe('Registering');
  azure.advance(9 * MINUTE);
  // Asking once more makes it no later.
  expect((await adele('POST', `${provider}/register`)).body['registrationState']).toBe('Registering');
  azure.advance(MINUTE);
  expect(await state()).toBe('Registered');
});

it('a key vault works on after its answer wherever the clock goes by itself', () => {
  expect(keyVaultPace.of(azure.world, 'a purge')).toBe(0);
  azure.world.setClock({ mode: 'accelerated', speed: 60 });
  expect(keyVaultPace.of(azure.world, 'a purge')).toBe(30_000);
  setUnkindness(azure.world, 'kind');
  expect(keyVaultPace.of(azure.world, 'a purge')).toBe(0);
});

describe('the lengths', () => {
  it('are none in a kind world and by chance no longer than the longest', () => {
    setUnkindness(azure.world, 'kind');
    expect(delayOf(azure.world, 'role-assignments', 'a')).toBe(0);
    setUnkindness(azure.world, { seed: 7 });
    const lengths = ['a', 'b', 'c', 'd', 'e'].map((change) => delayOf(azure.world, 'role-assignments', change));
    expect(new Set(lengths).size).toBe(5);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(DELAYS['role-assignments'].most);
    expect(lengths[0]).toBe(delayOf(azure.world, 'role-assignments', 'A'));
  });

  it('all have a source', () => {
    for (const { source, most } of Object.values(DELAYS)) expect([source.length > 20, most > 0]).toEqual([true, true]);
  });
});

it('Compute repeats the groups of disks in capital letters, which mean the same', async () => {
  const vmId = `${production}/resourceGroups/dbvm1/providers/Microsoft.Compute/virtualMachines/DBVM1Restore`;
  const disk = async () => /"id":"([^"]+\/disks\/[^"]+)"/.exec(JSON.stringify((await adele('GET', vmId)).body))?.[1] ?? '';
  expect(await disk()).toContain('/resourceGroups/DBVM1/');
  expect((await adele('GET', await disk())).status).toBe(200);
  setUnkindness(azure.world, 'kind');
  expect(await disk()).toContain('/resourceGroups/dbvm1/');
});
