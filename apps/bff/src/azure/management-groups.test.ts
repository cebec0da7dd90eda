import { estateSight, itemInVault, listedKeyVault, managementGroup, vaultAlerts, virtualMachinePage } from '@tresor/contracts';
import { takeEffect } from '@tresor/local-azure';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { asker, type Ask } from '../testing/ask';
import { direct } from '../testing/direct';
import { startContoso, type Contoso } from '../testing/start-contoso';

const ROOT = 'Tenant Root Group';
const AUTHORIZATION = 'providers/Microsoft.Authorization';
const LEE = '5fb08da2-d416-4ec7-a259-0a17d46e3f85';
const GUID = '5e0c3b1a-7d24-4c69-9f38-a1b2c3d4e5f6';
const PRODUCTION = 'f2edfd5d-5496-4683-b94f-b3588c579009';

let contoso: Contoso;
let ask: Ask;
beforeAll(async () => {
  contoso = await startContoso();
  ask = asker(() => contoso);
});
afterAll(() => contoso[Symbol.asyncDispose]());

const names = async (person: string) =>
  (await ask.get(managementGroup.array(), '/api/management-groups', { person })).map((one) => one.displayName);
const subscriptionsOf = (ids: readonly string[]) => new Set(ids.map((id) => id.split('/')[2]?.toLowerCase()));

it('the management groups that somebody may read are there to choose, and none for others', async () => {
  expect(await names('adele')).toEqual(['Contoso production', 'Contoso test', ROOT]);
  expect(await names('lee')).toEqual([]);
});

it('each list is narrowed to the subscriptions of a management group', async () => {
  const inGroup = '?managementGroup=contoso-production';
  const only = new Set([PRODUCTION]);
  const items = await ask.get(itemInVault.array(), `/api/items${inGroup}`);
  expect(new Set(items.map(({ vault }) => vault.subscriptionId))).toEqual(only);
  const keyVaults = await ask.get(listedKeyVault.array(), `/api/key-vaults${inGroup}`);
  expect(subscriptionsOf(keyVaults.map(({ id }) => id))).toEqual(only);
  const alerts = await ask.get(vaultAlerts.array(), `/api/estate/alerts${inGroup}`);
  expect(new Set(alerts.map(({ vault }) => vault.subscriptionId))).toEqual(only);
  expect(alerts.find(({ vault }) => vault.vaultName === 'OperationsVault')?.state).toBe('reached');
  expect((await ask.get(listedKeyVault.array(), '/api/key-vaults')).length).toBeGreaterThanOrEqual(keyVaults.length);
  const pages = await ask.pages(virtualMachinePage, `/api/virtual-machines${inGroup}`);
  const machines = pages.flatMap(({ rows }) => rows);
  expect(new Set(machines.map(({ subscriptionId }) => subscriptionId))).toEqual(only);
  expect(machines.some(({ protectedByVaultId }) => protectedByVaultId !== null)).toBe(true);
  const elsewhere = await ask.pages(virtualMachinePage, '/api/virtual-machines?managementGroup=contoso-test');
  const all = await ask.pages(virtualMachinePage, '/api/virtual-machines');
  expect(machines.length + elsewhere.flatMap(({ rows }) => rows).length).toBe(all.flatMap(({ rows }) => rows).length);
});

it('of a management group is told how many of its subscriptions cannot be read, also of those that are not seen at all', async () => {
  const root = (await ask.get(managementGroup.array(), '/api/management-groups')).find(({ displayName }) => displayName === ROOT);
  const scope = `/providers/Microsoft.Management/managementGroups/${root?.name}`;
  const rights = ['read', 'descendants/read'].map((action) => `Microsoft.Management/managementGroups/${action}`);
  const put = async (kind: string, properties: object) =>
    (await direct(contoso.azure, 'adele', 'PUT', `${scope}/${AUTHORIZATION}/${kind}/${GUID}?api-version=2022-04-01`, { properties }))
      .status;
  const permissions = [{ actions: rights, notActions: [], dataActions: [], notDataActions: [] }];
  expect(await put('roleDefinitions', { roleName: 'Sees groups', type: 'CustomRole', permissions, assignableScopes: [scope] })).toBe(201);
  const roleDefinitionId = `${scope}/${AUTHORIZATION}/roleDefinitions/${GUID}`;
  expect(await put('roleAssignments', { principalId: LEE, principalType: 'User', roleDefinitionId })).toBe(201);
  takeEffect(contoso.azure);
  const sightOf = async (group: string) => {
    const { subscriptions, unreadable } = await ask.get(estateSight, `/api/estate/sight?managementGroup=${group}`, { person: 'lee' });
    return [subscriptions, ...unreadable.map(({ name }) => name)];
  };
  expect(await sightOf(root?.name ?? '')).toEqual([2, 'Contoso Test']);
  expect(await sightOf('contoso-production')).toEqual([1]);
});
