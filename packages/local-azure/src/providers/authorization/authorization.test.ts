import { randomUUID } from 'node:crypto';
import { AuthorizationManagementClient } from '@azure/arm-authorization';
import { KeyVaultManagementClient } from '@azure/arm-keyvault';
import { SecretClient } from '@azure/keyvault-secrets';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect, startLocalAzure, type LocalAzure } from '../..';
import { PRODUCTION_SUBSCRIPTION_ID, TEST_SUBSCRIPTION_ID } from '../../seeds/company';
import { people } from '../../seeds/people';
import { callerFor } from '../../testing/arm-caller';
import { takeEffect } from '../../testing/take-effect';

let azure: LocalAzure;
let adele: AuthorizationManagementClient;

const production = `/subscriptions/${PRODUCTION_SUBSCRIPTION_ID}`;
const keyVaults = `${production}/resourceGroups/KeyVaultRG`;
const rbacKeyVault = `${keyVaults}/providers/Microsoft.KeyVault/vaults/RbacKV`;

async function clientOf(person: string): Promise<AuthorizationManagementClient> {
  const { credential, httpClient } = await connect(azure, person);
  return new AuthorizationManagementClient(credential, PRODUCTION_SUBSCRIPTION_ID, { httpClient, retryOptions: { maxRetries: 0 } });
}

beforeAll(async () => {
  azure = await startLocalAzure({ file: ':memory:', clock: { mode: 'standing' } });
  adele = await clientOf('Adele');
});
afterAll(() => azure.stop());

async function roleIdOf(roleName: string): Promise<string> {
  const [role] = await Array.fromAsync(adele.roleDefinitions.list(production, { filter: `roleName eq '${roleName}'` }));
  return role?.id ?? '';
}

async function give(client: AuthorizationManagementClient, principalId: string, roleName: string, scope: string): Promise<string> {
  const roleDefinitionId = await roleIdOf(roleName);
  const { id = '' } = await client.roleAssignments.create(scope, randomUUID(), { principalId, roleDefinitionId });
  takeEffect(azure);
  return id;
}

describe('Built-in roles', () => {
  test.each([
    ['Owner', '8e3af657-a8ff-443c-a75c-2fe8c4bcb635'],
    ['User Access Administrator', '18d7d88d-d35e-4fb5-a5c3-7773c20a72d9'],
    ['Backup Operator', '00c29273-979b-4161-815c-10b084fb9324'],
    ['Key Vault Administrator', '00482a5a-887f-4fb3-b363-3b7fe8e74483'],
    ['Storage Blob Data Owner', 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'],
  ])('(%s) have the ids they have everywhere', async (roleName, name) => {
    expect(await Array.fromAsync(adele.roleDefinitions.list(production, { filter: `roleName eq '${roleName}'` }))).toMatchObject([
      { name, roleType: 'BuiltInRole', assignableScopes: ['/'] },
    ]);
  });

  test('do not change and are not deleted', async () => {
    const owner = '8e3af657-a8ff-443c-a75c-2fe8c4bcb635';
    await expect(adele.roleDefinitions.delete(production, owner)).rejects.toMatchObject({ statusCode: 400 });
    await expect(adele.roleDefinitions.createOrUpdate(production, owner, custom('Owner'))).rejects.toMatchObject({ statusCode: 400 });
  });
});

const custom = (roleName: string, more: { actions?: string[]; dataActions?: string[]; assignableScopes?: string[] } = {}) => ({
  roleName,
  roleType: 'CustomRole',
  description: 'Reads what Azure Backup needs.',
  permissions: [{ actions: more.actions ?? ['Microsoft.KeyVault/vaults/read'], dataActions: more.dataActions ?? [] }],
  assignableScopes: more.assignableScopes ?? [production],
});

describe('A custom role', () => {
  test('is made, found, changed and deleted', async () => {
    const name = randomUUID();
    expect(await adele.roleDefinitions.createOrUpdate(production, name, custom('Vault viewer'))).toMatchObject({
      roleName: 'Vault viewer',
      roleType: 'CustomRole',
      assignableScopes: [production],
    });
    await adele.roleDefinitions.createOrUpdate(production, name, custom('Vault reader'));
    expect(await Array.fromAsync(adele.roleDefinitions.list(keyVaults, { filter: "type eq 'CustomRole'" }))).toContainEqual(
      expect.objectContaining({ roleName: 'Vault reader' }),
    );
    expect(
      await Array.fromAsync(adele.roleDefinitions.list(`/subscriptions/${TEST_SUBSCRIPTION_ID}`, { filter: "type eq 'CustomRole'" })),
    ).toEqual([]);
    expect(await adele.roleDefinitions.get(production, name.toUpperCase())).toMatchObject({ name });
    expect(await adele.roleDefinitions.delete(production, name)).toMatchObject({ name });
    await expect(adele.roleDefinitions.get(production, name)).rejects.toMatchObject({
      statusCode: 404,
      code: 'RoleDefinitionDoesNotExist',
    });
  });

  test('opens an RBAC key vault once it is given, until it is taken', async () => {
    const name = randomUUID();
    const reading = { dataActions: ['Microsoft.KeyVault/vaults/secrets/readMetadata/action'], assignableScopes: [keyVaults] };
    await adele.roleDefinitions.createOrUpdate(keyVaults, name, custom('Secret lister', reading));
    const { credential, httpClient } = await connect(azure, 'Megan');
    const secrets = new SecretClient('https://rbackv.vault.azure.net', credential, { httpClient, retryOptions: { maxRetries: 0 } });
    const list = () => Array.fromAsync(secrets.listPropertiesOfSecrets());
    await expect(list()).rejects.toMatchObject({ statusCode: 403 });
    const assignment = await adele.roleAssignments.create(rbacKeyVault, randomUUID(), {
      principalId: people.megan.objectId,
      roleDefinitionId: `${production}/providers/Microsoft.Authorization/roleDefinitions/${name}`,
      description: 'for the audit',
    });
    expect(assignment).toMatchObject({ description: 'for the audit', createdBy: people.adele.objectId });
    takeEffect(azure);
    expect((await list()).length).toBeGreaterThan(0);
    await expect(adele.roleDefinitions.delete(keyVaults, name)).rejects.toMatchObject({ code: 'RoleDefinitionHasAssignments' });
    await adele.roleAssignments.deleteById(assignment.id ?? '');
    takeEffect(azure);
    await expect(list()).rejects.toMatchObject({ statusCode: 403 });
    await adele.roleDefinitions.delete(keyVaults, name);
  });

  test.each([
    ['of an action that no provider has', { actions: ['Contoso.Unknown/things/read'] }, 'InvalidActionOrNotAction'],
    ['that can be assigned nowhere', { assignableScopes: [] }, 'MissingAssignableScopes'],
    ['that can be assigned everywhere', { assignableScopes: ['/'] }, 'InvalidAssignableScope'],
  ])('%s is refused', async (_, wrong, code) => {
    await expect(adele.roleDefinitions.createOrUpdate(production, randomUUID(), custom('Wrong', wrong))).rejects.toMatchObject({ code });
  });

  test('has a name of its own, and belongs to anyone who owns all its scopes', async () => {
    await expect(adele.roleDefinitions.createOrUpdate(production, randomUUID(), custom('reader'))).rejects.toMatchObject({
      statusCode: 409,
      code: 'RoleDefinitionWithSameNameExists',
    });
    const lee = await clientOf('Lee');
    await give(adele, people.lee.objectId, 'Owner', keyVaults);
    const reaching = custom('Far reaching', { assignableScopes: [keyVaults, production] });
    await expect(lee.roleDefinitions.createOrUpdate(keyVaults, randomUUID(), reaching)).rejects.toMatchObject({
      code: 'LinkedAuthorizationFailed',
    });
  });
});

describe('Role assignments', () => {
  test('are given by owners and administrators of access, and by nobody else', async () => {
    const [patti, megan] = [people.patti.objectId, people.megan.objectId];
    const client = await clientOf('Patti');
    await expect(give(client, megan, 'Reader', rbacKeyVault)).rejects.toMatchObject({ statusCode: 403, code: 'AuthorizationFailed' });
    await give(adele, patti, 'Role Based Access Control Administrator', rbacKeyVault);
    const id = await give(client, megan, 'Key Vault Reader', rbacKeyVault);
    expect(await client.roleAssignments.getById(id)).toMatchObject({ principalType: 'User', scope: rbacKeyVault });
    await expect(give(client, megan, 'Reader', keyVaults)).rejects.toMatchObject({ statusCode: 403 });
  });

  test('are for principals and roles that exist', async () => {
    const scope = rbacKeyVault;
    await expect(give(adele, randomUUID(), 'Reader', scope)).rejects.toMatchObject({ statusCode: 400, code: 'PrincipalNotFound' });
    const unknown = `${production}/providers/Microsoft.Authorization/roleDefinitions/${randomUUID()}`;
    const assignment = { principalId: people.lee.objectId, roleDefinitionId: unknown };
    await expect(adele.roleAssignments.create(scope, randomUUID(), assignment)).rejects.toMatchObject({
      code: 'RoleDefinitionDoesNotExist',
    });
  });

  test('are found at their own scope alone, so that the owner of a group takes none of the subscription', async () => {
    const held = await give(adele, people.megan.objectId, 'Backup Reader', production);
    const name = held.split('/').at(-1) ?? '';
    await give(adele, people.alex.objectId, 'Owner', keyVaults);
    const alex = await clientOf('Alex');
    await expect(alex.roleAssignments.deleteById(held)).rejects.toMatchObject({ code: 'AuthorizationFailed' });
    await expect(alex.roleAssignments.get(keyVaults, name)).rejects.toMatchObject({ statusCode: 404, code: 'RoleAssignmentNotFound' });
    await alex.roleAssignments.delete(keyVaults, name);
    const assignment = { principalId: people.megan.objectId, roleDefinitionId: await roleIdOf('Backup Reader') };
    await expect(alex.roleAssignments.create(keyVaults, name, assignment)).rejects.toMatchObject({
      statusCode: 409,
      code: 'RoleAssignmentUpdateNotPermitted',
    });
    expect(await adele.roleAssignments.getById(held.toUpperCase())).toMatchObject({ scope: production });
  });

  test('go with what they are at: a key vault that is recovered, and a group that is made again, have none', async () => {
    const groupId = `${production}/resourceGroups/PassingRG`;
    const id = `${groupId}/providers/Microsoft.KeyVault/vaults/PassingKV`;
    const call = await callerFor(azure, 'adele', '2023-07-01');
    const settings = { tenantId: azure.tenantId, sku: { family: 'A', name: 'standard' }, enableRbacAuthorization: true };
    const make = (properties: object) => call('PUT', id, { location: 'westeurope', properties: { ...settings, ...properties } });
    await call('PUT', groupId, { location: 'westeurope' });
    await make({});
    const atGroup = await give(adele, people.megan.objectId, 'Reader', groupId);
    const held = await give(adele, people.megan.objectId, 'Key Vault Reader', id);
    const ofSecret = await give(adele, people.megan.objectId, 'Key Vault Secrets User', `${id}/secrets/one`);
    const isThere = async (assignment: string) => (await call('GET', assignment)).status === 200;
    await call('DELETE', id);
    await make({ createMode: 'recover' });
    expect(await Promise.all([held, ofSecret, atGroup].map(isThere))).toEqual([false, false, true]);
    await call('DELETE', groupId);
    azure.advance(60_000);
    await call('PUT', groupId, { location: 'westeurope' });
    expect(await isThere(atGroup)).toBe(false);
  });

  test('leave a subscription its last owner', async () => {
    const scope = `/subscriptions/${TEST_SUBSCRIPTION_ID}`;
    const owner = await roleIdOf('Owner');
    const owners = (await Array.fromAsync(adele.roleAssignments.listForScope(scope, { filter: 'atScope()' }))).filter(
      // Adele owns the company's management group, too.
      (held) => held.scope === scope && held.roleDefinitionId?.split('/').at(-1) === owner.split('/').at(-1),
    );
    const [other, own] = owners.toSorted(
      (one, two) => Number(one.principalId === people.adele.objectId) - Number(two.principalId === people.adele.objectId),
    );
    await adele.roleAssignments.deleteById(other?.id ?? '');
    await expect(adele.roleAssignments.deleteById(own?.id ?? '')).rejects.toThrow('last RBAC admin assignment');
  });
});

describe('Permissions', () => {
  test('name what the caller may do at a resource, a group and a subscription, inherited or not', async () => {
    const client = await clientOf('Alex');
    const keyVault = ['KeyVaultRG', 'Microsoft.KeyVault', '', 'vaults', 'RbacKV'] as const;
    await give(adele, people.alex.objectId, 'Key Vault Secrets User', rbacKeyVault);
    const atResource = await Array.fromAsync(client.permissions.listForResource(...keyVault));
    expect(atResource.map(({ actions }) => actions)).toContainEqual(['*/read']);
    expect(atResource.flatMap(({ dataActions }) => dataActions)).toContain('Microsoft.KeyVault/vaults/secrets/getSecret/action');
    const atGroup = await Array.fromAsync(client.permissions.listForResourceGroup('KeyVaultRG'));
    expect(atGroup.flatMap(({ dataActions }) => dataActions)).toEqual([]);
    expect(atGroup.map(({ actions }) => actions)).toContainEqual(['*/read']);
  });

  test('of a contributor leave out giving access', async () => {
    await give(adele, people.lee.objectId, 'Contributor', keyVaults);
    const client = await clientOf('Lee');
    const [permission] = (await Array.fromAsync(client.permissions.listForResourceGroup('KeyVaultRG'))).filter(
      ({ notActions }) => notActions?.length,
    );
    expect(permission?.notActions).toContain('Microsoft.Authorization/*/Write');
    const { credential, httpClient } = await connect(azure, 'Lee');
    const management = new KeyVaultManagementClient(credential, PRODUCTION_SUBSCRIPTION_ID, {
      httpClient,
      retryOptions: { maxRetries: 0 },
    });
    expect((await management.vaults.get('KeyVaultRG', 'RbacKV')).name).toBe('RbacKV');
  });
});
