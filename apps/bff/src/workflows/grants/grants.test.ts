import { randomUUID } from 'node:crypto';
import {
  commandOutcome,
  grant,
  jobDetails,
  keyVaultAccess,
  keyVaultView,
  policiesInTheWay,
  problem,
  type KeyVaultDetails,
} from '@tresor/contracts';
import { takeEffect } from '@tresor/local-azure';
import { neededKeyVaultPermissions } from '@tresor/support-matrix';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { asker, type Asked } from '../../testing/ask';
import { keyVaultId, OPERATIONS } from '../../testing/contoso-places';
import { direct } from '../../testing/direct';
import { startContoso, type Contoso } from '../../testing/start-contoso';

let contoso: Contoso;
const ask = asker(() => contoso);

beforeEach(async () => {
  contoso = await startContoso();
});

afterEach(() => contoso[Symbol.asyncDispose]());

const PRODUCTION = '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009';
const place = (name: string) => `/api/key-vaults/f2edfd5d-5496-4683-b94f-b3588c579009/KeyVaultRG/${name}`;
const ALL = neededKeyVaultPermissions('current', true);

async function look(name: string, asked: Asked = {}): Promise<KeyVaultDetails> {
  const { details } = await ask.get(keyVaultView, place(name), asked);
  if (!details) throw new Error(`${name} cannot be read`);
  return details;
}

async function give(name: string, way = 'access-policy', more: Record<string, unknown> = {}, grantId = randomUUID(), asked: Asked = {}) {
  const { stamp } = await look(name, asked);
  return ask.send(grant, 'PUT', `${place(name)}/grants/${grantId}`, { way, permissions: ALL, stamp, ...more }, asked);
}

const undo = (name: string, grantId: string, asked?: Asked) =>
  ask.send(grant, 'POST', `${place(name)}/grants/${grantId}/undo`, undefined, asked);

const policiesOf = async (name: string) => {
  const { body } = await direct(contoso.azure, 'adele', 'GET', `${keyVaultId('KeyVaultRG', name)}?api-version=2023-07-01`);
  const { properties } = z
    .object({ properties: z.object({ accessPolicies: z.array(z.looseObject({ objectId: z.string() })) }) })
    .parse(body);
  return properties.accessPolicies.toSorted((a, b) => a.objectId.localeCompare(b.objectId));
};

const rolesIn = async (kind: 'roleAssignments' | 'roleDefinitions', filter: string) => {
  const url = `${keyVaultId('KeyVaultRG', 'RbacKV')}/providers/Microsoft.Authorization/${kind}?$filter=${filter}&api-version=2022-04-01`;
  const { body } = await direct(contoso.azure, 'adele', 'GET', url);
  return z.object({ value: z.array(z.object({ name: z.string(), properties: z.looseObject({}) })) }).parse(body).value;
};

const ownRoles = async () =>
  (await rolesIn('roleDefinitions', `type eq 'CustomRole'`)).filter(({ properties }) =>
    String(properties['roleName']).startsWith('Azure Backup'),
  );

async function stateOf(name: string): Promise<string | undefined> {
  const question = { edition: 'current', needsKeys: true, keyVaultIds: [keyVaultId('KeyVaultRG', name)] };
  const [access] = await ask.send(z.array(keyVaultAccess), 'POST', '/api/key-vault-access', question);
  return access?.state;
}

/** Changes the service's policy as somebody would with other tools. */
async function changeBehindOurBack(name: string, change: 'add' | 'remove', permissions: Record<string, string[]>): Promise<void> {
  const { serviceId } = await look(name);
  const properties = { accessPolicies: [{ tenantId: contoso.azure.tenantId, objectId: serviceId, permissions }] };
  await direct(contoso.azure, 'adele', 'PUT', `${keyVaultId('KeyVaultRG', name)}/accessPolicies/${change}?api-version=2023-07-01`, {
    properties,
  });
}

describe('a key vault with access policies', () => {
  it('gets one entry for the service, and nobody else’s changes', async () => {
    const before = await policiesOf('NoPolicyKV');
    const given = await give('NoPolicyKV');
    expect(given).toMatchObject({
      by: { name: 'Adele Vance' },
      permissions: ALL,
      before: { policy: null },
      after: { policy: { keys: ['backup', 'get', 'list'], secrets: ['backup', 'get', 'list'] } },
      undo: 'possible',
    });
    const after = await policiesOf('NoPolicyKV');
    expect(after).toEqual(expect.arrayContaining(before));
    expect(after).toHaveLength(before.length + 1);
    expect(await stateOf('NoPolicyKV')).toBe('granted');
  });

  it('gets the missing words only, and loses exactly those when it is undone', async () => {
    const before = await policiesOf('HalfPolicyKV');
    const { grantId, permissions } = await give('HalfPolicyKV');
    expect(permissions).toEqual(['secrets/backup']);
    expect(await stateOf('HalfPolicyKV')).toBe('granted');
    expect(await undo('HalfPolicyKV', grantId)).toMatchObject({ undo: 'undone', undone: { by: { name: 'Adele Vance' } } });
    expect(await policiesOf('HalfPolicyKV')).toEqual(before);
    expect((await look('HalfPolicyKV')).grants).toMatchObject([{ grantId, undo: 'undone' }]);
  });

  it('that holds BEKs only gets nothing for keys', async () => {
    const given = await give('NoPolicyKV', 'access-policy', { permissions: neededKeyVaultPermissions('current', false) });
    expect(given.after?.policy).toMatchObject({ keys: [], secrets: ['backup', 'get', 'list'] });
  });

  it('is left alone where somebody changed it since it was looked at', async () => {
    const { stamp } = await look('NoPolicyKV');
    await changeBehindOurBack('NoPolicyKV', 'add', { secrets: ['get'] });
    const path = `${place('NoPolicyKV')}/grants/${randomUUID()}`;
    expect(await ask.refusal('PUT', path, { way: 'access-policy', permissions: ALL, stamp })).toBe('key-vault-changed');
    expect((await look('NoPolicyKV')).grants).toEqual([]);
  });

  it('keeps what others added when a grant is to be undone: that is refused', async () => {
    const { grantId } = await give('HalfPolicyKV');
    await changeBehindOurBack('HalfPolicyKV', 'add', { keys: ['sign'] });
    expect((await look('HalfPolicyKV')).grants).toMatchObject([{ undo: 'changed' }]);
    expect(await ask.refusal('POST', `${place('HalfPolicyKV')}/grants/${grantId}/undo`)).toBe('grant-changed');
    expect(await stateOf('HalfPolicyKV')).toBe('granted');
  });

  it('is given access once, however often the same id is sent', async () => {
    const { stamp } = await look('NoPolicyKV');
    const grantId = randomUUID();
    const send = () =>
      ask.send(grant, 'PUT', `${place('NoPolicyKV')}/grants/${grantId}`, { way: 'access-policy', permissions: ALL, stamp });
    await Promise.all([send(), send(), send()]);
    expect(await send()).toMatchObject({ grantId, undo: 'possible' });
    expect((await look('NoPolicyKV')).grants).toHaveLength(1);
    expect(await policiesOf('NoPolicyKV')).toHaveLength(2);
  });

  it('has one record of it, however often a server ends while it is given', async () => {
    const { stamp } = await look('NoPolicyKV');
    const send = (grantId: string) =>
      ask.send(grant, 'PUT', `${place('NoPolicyKV')}/grants/${grantId}`, { way: 'access-policy', permissions: ALL, stamp });
    contoso.azure.faults.arm({ operation: 'PUT .*/accessPolicies/add', kind: '500' });
    for (let time = 0; time < 4; time += 1) await expect(send(randomUUID())).rejects.toThrow('azure-failed');
    contoso.azure.faults.clear();
    await send(randomUUID());
    expect((await look('NoPolicyKV')).grants).toMatchObject([{ undo: 'possible' }]);
  });

  it('tells who lacks what for giving access, and does not pretend', async () => {
    const patti = { person: 'patti' };
    expect((await look('NoPolicyKV', patti)).missingToGrant).toEqual(['Microsoft.KeyVault/vaults/accessPolicies/write']);
    const { stamp } = await look('NoPolicyKV');
    const path = `${place('NoPolicyKV')}/grants/${randomUUID()}`;
    expect(await ask.refusal('PUT', path, { way: 'access-policy', permissions: ALL, stamp }, patti)).toBe('forbidden');
    expect((await look('NoPolicyKV')).grants).toEqual([]);
    expect(await ask.get(keyVaultView, place('NoPolicyKV'), { person: 'lee' })).toMatchObject({ state: 'unreadable', details: null });
    expect(await ask.get(keyVaultView, place('GoneKV'))).toMatchObject({ state: 'missing', details: null });
  });
});

describe('a key vault with Azure RBAC', () => {
  it('gets a role of exactly five data actions, which undoing deletes again', async () => {
    const given = await give('RbacKV', 'custom-role');
    expect(await stateOf('RbacKV')).toBe('granted');
    const [role] = await ownRoles();
    expect(role?.properties).toMatchObject({
      roleName: given.roleName,
      permissions: [
        {
          actions: [],
          dataActions: [
            'keys/read',
            'keys/backup/action',
            'secrets/getSecret/action',
            'secrets/readMetadata/action',
            'secrets/backup/action',
          ].map((action) => `Microsoft.KeyVault/vaults/${action}`),
        },
      ],
      assignableScopes: [PRODUCTION],
    });
    expect(await undo('RbacKV', given.grantId)).toMatchObject({ undo: 'undone' });
    expect(await ownRoles()).toEqual([]);
    expect(await stateOf('RbacKV')).toBe('lacking');
  });

  it('can get Azure’s own role in its stead', async () => {
    const { grantId, roleName } = await give('RbacKV', 'built-in-role');
    expect(roleName).toBe('Key Vault Administrator');
    expect(await rolesIn('roleAssignments', 'atScope()')).toEqual(expect.arrayContaining([expect.objectContaining({ name: grantId })]));
    expect(await stateOf('RbacKV')).toBe('granted');
  });

  it('keeps a role that others hold by now', async () => {
    const first = await give('RbacKV', 'custom-role');
    const { serviceId } = await look('RbacKV');
    const [role] = await ownRoles();
    const roleDefinitionId = `${PRODUCTION}/providers/Microsoft.Authorization/roleDefinitions/${role?.name ?? ''}`;
    const other = `${keyVaultId('KeyVaultRG', 'RbacReadyKV')}/providers/Microsoft.Authorization/roleAssignments/${randomUUID()}`;
    const properties = { principalId: serviceId, principalType: 'ServicePrincipal', roleDefinitionId };
    await direct(contoso.azure, 'adele', 'PUT', `${other}?api-version=2022-04-01`, { properties });
    await undo('RbacKV', first.grantId);
    expect(await ownRoles()).toHaveLength(1);
  });

  it('says what is missing for defining a role', async () => {
    expect(await look('RbacKV', { person: 'megan' })).toMatchObject({
      missingToGrant: expect.arrayContaining(['Microsoft.Authorization/roleAssignments/write']),
      missingToDefineRole: expect.arrayContaining(['Microsoft.Authorization/roleDefinitions/write']),
    });
  });
});

it('a grant survives the server, and one whose answer was lost is found again', async () => {
  const { grantId } = await give('HalfPolicyKV');
  await using another = await contoso.startAnother({ dataDir: contoso.server.dataDir });
  expect((await look('HalfPolicyKV', { server: another })).grants).toMatchObject([
    { grantId, by: { username: 'adele.vance@contoso.example' } },
  ]);

  await fetch(`${contoso.azure.url}/control/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ operation: 'PUT .*accessPolicies/add', kind: 'reset-after', times: 3 }),
  });
  const lost = randomUUID();
  const { stamp } = await look('NoPolicyKV');
  const sent = await contoso.as('adele', `${place('NoPolicyKV')}/grants/${lost}`, {
    method: 'PUT',
    body: JSON.stringify({ way: 'access-policy', permissions: ALL, stamp }),
  });
  if (!sent.ok) expect(problem.parse(await sent.json()).code).toBe('azure-unreachable');
  expect((await look('NoPolicyKV')).grants).toMatchObject([{ grantId: lost, undo: 'possible' }]);
});

async function backUp() {
  const { jobId } = await ask.send(commandOutcome, 'PUT', `${OPERATIONS}/items/OperationsRG/RevokedVM1/backups/${randomUUID()}`, {
    retainUntil: null,
  });
  contoso.azure.advance(6 * 3_600_000);
  return ask.get(jobDetails, `${OPERATIONS}/jobs/${jobId ?? ''}`);
}

it('without access the next backup fails for that reason, with it the one after succeeds', async () => {
  const { grantId } = await give('RevokedKV');
  expect(await backUp()).toMatchObject({ status: 'Completed' });
  await undo('RevokedKV', grantId);
  expect(await backUp()).toMatchObject({ status: 'Failed', errors: [{ title: 'UserErrorKeyVaultPermissionsNotConfigured' }] });
  await give('RevokedKV');
  expect(await backUp()).toMatchObject({ status: 'Completed' });
});

it('what policies forbid of a grant is told before it is given: of a role what keeps roles from being given, of an access policy nothing', async () => {
  const rights = (what: string) => `${PRODUCTION}/providers/Microsoft.Authorization/${what}?api-version=2023-04-01`;
  const put = (what: string, properties: object) => direct(contoso.azure, 'adele', 'PUT', rights(what), { properties });
  const check = (name: string, way: string) =>
    ask.send(policiesInTheWay, 'POST', `${place(name)}/grants/policies/check`, { way, permissions: ALL });
  expect(await check('RbacKV', 'built-in-role')).toEqual({ policies: [], areSeen: true });
  const policyRule: unknown = JSON.parse(
    '{"if":{"field":"type","equals":"Microsoft.Authorization/roleAssignments"},"then":{"effect":"deny"}}',
  );
  await put('policyDefinitions/noRoles', { displayName: 'No roles', mode: 'All', policyRule });
  const policyDefinitionId = `${PRODUCTION}/providers/Microsoft.Authorization/policyDefinitions/noRoles`;
  await put('policyAssignments/noRoles', { displayName: 'Roles by the platform team alone', policyDefinitionId });
  takeEffect(contoso.azure);
  const forbidden = { policies: [{ name: 'Roles by the platform team alone', scope: PRODUCTION }], areSeen: true };
  // An answer serves the same question for a second more.
  await expect.poll(() => check('RbacKV', 'built-in-role')).toEqual(forbidden);
  expect(await check('RbacKV', 'custom-role')).toEqual(forbidden);
  expect(await check('NoPolicyKV', 'access-policy')).toEqual({ policies: [], areSeen: true });
  const { stamp } = await look('RbacKV');
  const order = { way: 'built-in-role', permissions: ALL, stamp };
  expect(await ask.refusal('PUT', `${place('RbacKV')}/grants/${randomUUID()}`, order)).toBe('disallowed-by-policy');
  expect((await look('RbacKV')).grants).toEqual([]);
});
