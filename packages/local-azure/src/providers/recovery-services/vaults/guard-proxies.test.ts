import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { people } from '../../../seeds/people';
import { RESOURCE_GUARD_ID } from '../../../seeds/resource-guard';
import { callerFor, type Caller } from '../../../testing/arm-caller';
import { clientsOf, HOUR, MINUTE, namesOf, openCompany, vaultId, type Clients, type Company } from '../../../testing/backup-company';
import { at, readBack, text } from '../../../world/json';
import { takeEffect } from '../../../testing/take-effect';
import { setServiceEdition } from '../backup-service';

const VAULT = ['OperationsVault', 'OperationsRG'] as const;
const ITEM = namesOf('OperationsRG', 'AppVM1');
const PROXY = [...VAULT, 'VaultProxy'] as const;
const OPERATOR = 'f54b6d04-23c6-443e-b462-9c16ab7b4a52';
const itemId = `${vaultId('OperationsRG', 'OperationsVault')}/backupFabrics/Azure/protectionContainers/${ITEM[0]}/protectedItems/${ITEM[1]}`;

let company: Company;
let adele: Clients;
let patti: Clients;
let armOf: Record<'adele' | 'patti', Caller>;
beforeAll(async () => {
  company = await openCompany();
});
beforeEach(async () => {
  company.reset('contoso');
  [adele, patti] = [await clientsOf(company), await clientsOf(company, 'patti')];
  armOf = { adele: await callerFor(company, 'adele', '2021-01-01-preview'), patti: await callerFor(company, 'patti', '2020-10-01') };
  await adele.backup.resourceGuardProxy.put(...PROXY, { properties: { resourceGuardResourceId: RESOURCE_GUARD_ID } });
});
afterAll(() => company.stop());

const request = (type: string) => `${RESOURCE_GUARD_ID}/${type}/default`;
const blocked = { code: 'UserErrorOperationBlockedByResourceGuard', statusCode: 400 };
const forbidden = { code: 'LinkedAuthorizationFailed', statusCode: 403 };

const deleteItem = ({ backup }: Clients) => backup.protectedItems.delete(...VAULT, 'Azure', ...ITEM);
const unlockItem = ({ backup }: Clients) =>
  backup.resourceGuardProxy.unlockDelete(...PROXY, {
    resourceGuardOperationRequests: [request('deleteProtectedItemRequests')],
    resourceToBeDeleted: itemId,
  });
const turnOffSoftDelete = ({ backup }: Clients, requests?: string[]) =>
  backup.backupResourceVaultConfigs.update(...VAULT, {
    properties: { softDeleteFeatureState: 'Disabled', ...(requests && { resourceGuardOperationRequests: requests }) },
  });
const stopItem = ({ backup }: Clients, requests?: string[]) =>
  backup.protectedItems.createOrUpdate(...VAULT, 'Azure', ...ITEM, {
    properties: {
      protectedItemType: 'Microsoft.Compute/virtualMachines',
      protectionState: 'ProtectionStopped',
      ...(requests && { resourceGuardOperationRequests: requests }),
    },
  });

const pin = (client: Clients, types: string[] = []) =>
  client.backup.securityPINs.get(...VAULT, { parameters: { resourceGuardOperationRequests: types.map(request) } });
const guardNorth = ({ backup }: Clients, resourceGuardResourceId = RESOURCE_GUARD_ID) =>
  backup.resourceGuardProxy.put('NorthVault', 'NorthRG', 'VaultProxy', { properties: { resourceGuardResourceId } });

/** For `JSON.stringify`: everything is kept for so long. */
const kept = (count: number) => (key: string, value: unknown) => (key === 'retentionDuration' ? { ...Object(value), count } : value);

async function keepFor(client: Clients, count: number, requests?: string[]) {
  const { properties } = await client.backup.protectionPolicies.get(...VAULT, 'DefaultPolicy');
  const changed = readBack<NonNullable<typeof properties>>(JSON.stringify(properties, kept(count)));
  const approved = { ...changed, ...(requests && { resourceGuardOperationRequests: requests }) };
  return client.backup.protectionPolicies.createOrUpdate(...VAULT, 'DefaultPolicy', { properties: approved });
}

const requests = `${RESOURCE_GUARD_ID}/providers/Microsoft.Authorization/roleAssignmentScheduleRequests`;

/** Patti asks for the role on the guard; answers the id of the approval that it waits for. */
async function askForRole(): Promise<string> {
  const { status, body } = await armOf.patti('PUT', `${requests}/${randomUUID()}`, {
    properties: {
      requestType: 'SelfActivate',
      principalId: people.patti.objectId,
      roleDefinitionId: `/providers/Microsoft.Authorization/roleDefinitions/${OPERATOR}`,
      justification: 'CHG-4711',
      scheduleInfo: { expiration: { type: 'AfterDuration', duration: 'PT1H' } },
    },
  });
  expect([status, at(body, 'properties', 'status')]).toEqual([201, 'PendingApproval']);
  return text(at(body, 'properties', 'approvalId')) ?? '';
}

async function decide(person: 'adele' | 'patti', approval: string, reviewResult: 'Approve' | 'Deny') {
  const { body } = await armOf.adele('GET', approval);
  const [stage] = [at(body, 'properties', 'stages')].flat();
  return armOf[person]('PATCH', text(at(stage, 'id')) ?? '', { properties: { reviewResult, justification: 'As agreed.' } });
}

describe('A vault with a Resource Guard', () => {
  test('tells which, and what it protects', async () => {
    const [proxy] = await Array.fromAsync(adele.backup.resourceGuardProxies.list(...VAULT));
    expect(proxy).toMatchObject({ name: 'VaultProxy', properties: { resourceGuardResourceId: RESOURCE_GUARD_ID } });
    expect(proxy?.properties?.resourceGuardOperationDetails).toContainEqual({
      vaultCriticalOperation: 'Microsoft.RecoveryServices/vaults/backupFabrics/protectionContainers/protectedItems/delete',
      defaultResourceRequest: request('deleteProtectedItemRequests'),
    });
    const vault = await adele.vaults.vaults.get('OperationsRG', 'OperationsVault');
    expect(vault.properties?.securitySettings).toMatchObject({ multiUserAuthorization: 'Enabled' });
  });

  test('lets data be deleted by one only who may act on the guard, and has unlocked it in the last half hour', async () => {
    await expect(deleteItem(adele)).rejects.toMatchObject(blocked);
    await expect(unlockItem(patti)).rejects.toMatchObject(forbidden);
    const { unlockDeleteExpiryTime } = await unlockItem(adele);
    expect(Date.parse(unlockDeleteExpiryTime ?? '')).toBe(company.world.clock.now() + 30 * MINUTE);
    company.advance(31 * MINUTE);
    await expect(deleteItem(adele)).rejects.toMatchObject(blocked);
    await unlockItem(adele);
    await deleteItem(adele);
  });

  test('lets nothing else be unlocked by a request, and nothing of another vault', async () => {
    const named = { resourceGuardOperationRequests: [request('disableSoftDeleteRequests')], resourceToBeDeleted: itemId };
    await expect(adele.backup.resourceGuardProxy.unlockDelete(...PROXY, named)).rejects.toMatchObject(blocked);
    const elsewhere = { ...named, resourceToBeDeleted: vaultId('IgniteRG', 'IgniteDemoVault') };
    await expect(adele.backup.resourceGuardProxy.unlockDelete(...PROXY, elsewhere)).rejects.toMatchObject({ statusCode: 400 });
  });

  test('keeps soft delete, protection, policies and its PIN from those who have no approval', async () => {
    setServiceEdition(company.world, '2017-01');
    for (const [act, type] of [
      [turnOffSoftDelete, 'disableSoftDeleteRequests'],
      [stopItem, 'stopProtectionWithRetainDataRequests'],
      [(client: Clients, named?: string[]) => keepFor(client, 7, named), 'updateProtectionPolicyRequests'],
    ] as const) {
      await expect(act(patti), type).rejects.toMatchObject(blocked);
      await expect(act(patti, [request(type)]), type).rejects.toMatchObject(forbidden);
      await act(adele, [request(type)]);
      company.advance(10 * MINUTE);
    }
    await expect(pin(patti)).rejects.toMatchObject(blocked);
    await expect(pin(patti, ['getBackupSecurityPINRequests'])).rejects.toMatchObject(forbidden);
    expect((await pin(adele, ['getBackupSecurityPINRequests'])).securityPIN).toMatch(/^\d{6}$/);
  });

  test('asks for no approval of what is not weaker, nor of what its guard leaves out', async () => {
    await keepFor(patti, 60);
    company.advance(10 * MINUTE);
    await expect(keepFor(patti, 59)).rejects.toMatchObject(blocked);
    const vaultCriticalOperationExclusionList = ['Microsoft.RecoveryServices/vaults/backupPolicies/write'];
    const { status } = await armOf.adele('PATCH', RESOURCE_GUARD_ID, { properties: { vaultCriticalOperationExclusionList } });
    expect(status).toBe(200);
    await keepFor(patti, 59);
  });

  test('cannot be set free without an approval, nor its guard leave that out', async () => {
    const remove = ({ backup }: Clients) => backup.resourceGuardProxy.delete(...PROXY);
    await expect(remove(adele)).rejects.toMatchObject(blocked);
    const vaultCriticalOperationExclusionList = ['Microsoft.RecoveryServices/vaults/backupResourceGuardProxies/delete'];
    expect(await armOf.adele('PATCH', RESOURCE_GUARD_ID, { properties: { vaultCriticalOperationExclusionList } })).toMatchObject({
      status: 400,
    });
    const resourceGuardOperationRequests = [request('deleteResourceGuardProxyRequests')];
    await expect(patti.backup.resourceGuardProxy.unlockDelete(...PROXY, { resourceGuardOperationRequests })).rejects.toMatchObject(
      forbidden,
    );
    await adele.backup.resourceGuardProxy.unlockDelete(...PROXY, { resourceGuardOperationRequests });
    await remove(adele);
    await deleteItem(patti);
  });
});

describe('An approval of a Resource Guard', () => {
  test('is a role that one asks for and another grants, and that ends by itself', async () => {
    const approval = await askForRole();
    await expect(unlockItem(patti)).rejects.toMatchObject(forbidden);
    expect(await decide('patti', approval, 'Approve')).toMatchObject({ status: 403 });
    const waiting = await armOf.adele('GET', `${requests}?$filter=asApprover()`);
    expect(waiting.body['value']).toMatchObject([{ properties: { approvalId: approval, justification: 'CHG-4711' } }]);
    company.advance(2 * HOUR);
    expect(await decide('adele', approval, 'Approve')).toMatchObject({ status: 200, body: { properties: { status: 'Completed' } } });
    takeEffect(company);
    await unlockItem(patti);
    company.advance(61 * MINUTE);
    takeEffect(company);
    await expect(unlockItem(patti)).rejects.toMatchObject(forbidden);
  });

  test('that was denied gives nothing, and can be asked for again', async () => {
    const approval = await askForRole();
    await decide('adele', approval, 'Deny');
    await expect(unlockItem(patti)).rejects.toMatchObject(forbidden);
    expect(await decide('adele', approval, 'Approve')).toMatchObject({ status: 400 });
    await askForRole();
  });
});

describe('A Resource Guard', () => {
  test('has a request for each operation that it protects', async () => {
    const path = `${RESOURCE_GUARD_ID}/getBackupSecurityPINRequests`;
    expect((await armOf.patti('GET', path)).body['value']).toMatchObject([{ name: 'default', id: `${path}/default` }]);
    expect((await armOf.patti('GET', `${path}/default`)).status).toBe(200);
    expect((await armOf.patti('GET', RESOURCE_GUARD_ID)).body['properties']).toMatchObject({ provisioningState: 'Succeeded' });
    expect(await armOf.patti('DELETE', RESOURCE_GUARD_ID)).toMatchObject({ status: 403 });
  });

  test('of another region, and one that the caller may not see, protects no vault', async () => {
    await expect(guardNorth(adele)).rejects.toMatchObject({ code: 'UserErrorResourceGuardRegionMismatch' });
    await expect(guardNorth(adele, `${RESOURCE_GUARD_ID}-gone`)).rejects.toMatchObject({ code: 'UserErrorResourceGuardNotFound' });
    await expect(guardNorth(await clientsOf(company, 'lee'))).rejects.toMatchObject(forbidden);
  });
});
