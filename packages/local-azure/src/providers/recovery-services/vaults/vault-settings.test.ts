import { AuthorizationManagementClient } from '@azure/arm-authorization';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { PRODUCTION_SUBSCRIPTION_ID, TEST_SUBSCRIPTION_ID } from '../../../seeds/company';
import { connect } from '../../../testing/connect';
import { groupId, restoreRequest, newestPoint } from '../../../testing/restoring';
import { clientsOf, namesOf, openCompany, vaultId, vmId } from '../../../testing/backup-company';
import type { Clients, Company } from '../../../testing/backup-company';
import { readBack } from '../../../world/json';

const VAULT = ['OperationsVault', 'OperationsRG'] as const;
const READER = 'acdd72a7-3385-48ef-bd42-f606fba81ae7';

let company: Company;
let adele: Clients;
beforeAll(async () => {
  company = await openCompany();
  adele = await clientsOf(company);
});
beforeEach(() => {
  company.reset('contoso');
});
afterAll(() => company.stop());

const [vault, group] = VAULT;
const change = (body: object) => adele.vaults.vaults.beginUpdateAndWait(group, vault, body, { updateIntervalInMs: 0 });
const properties = (given: object) => change({ properties: given });
const immutability = (state: string) => properties({ securitySettings: { immutabilitySettings: { state } } });
const crossSubscription = (crossSubscriptionRestoreState: string) =>
  properties({ restoreSettings: { crossSubscriptionRestoreSettings: { crossSubscriptionRestoreState } } });

async function refusalsOfRestoreElsewhere(): Promise<(string | undefined)[]> {
  const point = await newestPoint(adele, VAULT, group, 'AppVM1');
  const target = groupId('TestRG').replace(PRODUCTION_SUBSCRIPTION_ID, TEST_SUBSCRIPTION_ID);
  const restore = restoreRequest(group, 'AppVM1', point.name, { targetResourceGroupId: target });
  const { validateOperationResponse } = await adele.backup.operation.validate(...VAULT, {
    id: point.id,
    properties: { objectType: 'ValidateIaasVMRestoreOperationRequest', restoreRequest: restore },
  });
  return (validateOperationResponse?.validationResults ?? []).map(({ code }) => code);
}

/** For `JSON.stringify`: everything is kept for a week. */
const shortened = (key: string, value: unknown) => (key === 'retentionDuration' ? { ...Object(value), count: 7 } : value);

describe('Restoring into another subscription', () => {
  test('is refused while the vault does not allow it', async () => {
    expect(await refusalsOfRestoreElsewhere()).toEqual([]);
    await crossSubscription('Disabled');
    expect(await refusalsOfRestoreElsewhere()).toEqual(['UserErrorCrossSubscriptionRestoreNotAllowed']);
    await crossSubscription('Enabled');
    expect(await refusalsOfRestoreElsewhere()).toEqual([]);
  });

  test('is never allowed again once it was turned off for good', async () => {
    await crossSubscription('PermanentlyDisabled');
    await expect(crossSubscription('Enabled')).rejects.toMatchObject({ statusCode: 400 });
    await expect(crossSubscription('Sometimes')).rejects.toMatchObject({ statusCode: 400 });
    await change({ tags: { seen: 'yes' } });
    expect(await refusalsOfRestoreElsewhere()).toEqual(['UserErrorCrossSubscriptionRestoreNotAllowed']);
  });
});

const policyOf = async () => {
  const found = await Array.fromAsync(adele.backup.backupProtectedItems.list(...VAULT));
  const name = found.map(({ properties: one }) => one).find((one) => one?.sourceResourceId === vmId(group, 'AppVM1'))?.policyName ?? '';
  return { name, policy: await adele.backup.protectionPolicies.get(...VAULT, name) };
};

describe('An immutable vault', () => {
  test('keeps its points as long as it said, and tells so', async () => {
    await immutability('Unlocked');
    await expect(adele.backup.protectedItems.delete(...VAULT, 'Azure', ...namesOf(group, 'AppVM1'))).rejects.toMatchObject({
      code: 'UserErrorImmutableVaultOperationNotAllowed',
    });
    const { name, policy } = await policyOf();
    const daily = readBack<NonNullable<typeof policy.properties>>(JSON.stringify(policy.properties, shortened));
    await expect(adele.backup.protectionPolicies.createOrUpdate(...VAULT, name, { properties: daily })).rejects.toMatchObject({
      code: 'UserErrorImmutableVaultOperationNotAllowed',
    });
    const [point] = await Array.fromAsync(adele.backup.recoveryPoints.list(...VAULT, 'Azure', ...namesOf(group, 'AppVM1')));
    expect(point?.properties).toMatchObject({ recoveryPointProperties: { immutabilityProperties: { isImmutable: true } } });
    await immutability('Disabled');
    await adele.backup.protectedItems.delete(...VAULT, 'Azure', ...namesOf(group, 'AppVM1'));
  });

  test('that is locked stays so', async () => {
    await immutability('Locked');
    for (const state of ['Unlocked', 'Disabled']) {
      await expect(immutability(state)).rejects.toMatchObject({ statusCode: 400, code: 'UserErrorImmutabilityLocked' });
    }
    await change({ tags: { seen: 'yes' } });
    const { properties: kept } = await adele.vaults.vaults.get(group, vault);
    expect(kept?.securitySettings?.immutabilitySettings?.state).toBe('Locked');
  });
});

describe('The identity of a vault', () => {
  test('is a principal to which a role can be assigned, and stays the same', async () => {
    const { identity } = await change({ identity: { type: 'SystemAssigned' } });
    expect(identity).toMatchObject({ type: 'SystemAssigned', principalId: expect.stringMatching(/^[0-9a-f-]{36}$/) });
    const { credential, httpClient } = await connect(company, 'adele');
    const { roleAssignments } = new AuthorizationManagementClient(credential, PRODUCTION_SUBSCRIPTION_ID, { httpClient });
    const assigned = await roleAssignments.create(groupId('StorageRG'), '0b6d4ef0-5a38-4d16-a1c0-3a2c4d0e6f10', {
      principalId: identity?.principalId ?? '',
      roleDefinitionId: `/subscriptions/${PRODUCTION_SUBSCRIPTION_ID}/providers/Microsoft.Authorization/roleDefinitions/${READER}`,
    });
    expect(assigned.principalType).toBe('ServicePrincipal');
    const again = await change({ identity: { type: 'SystemAssigned' }, tags: { seen: 'yes' } });
    expect(again.identity?.principalId).toBe(identity?.principalId);
    expect((await change({ identity: { type: 'None' } })).identity).toBeUndefined();
  });

  test('of a user must be there', async () => {
    const missing = `${vaultId(group, vault)}/identities/none`;
    const assigned = change({ identity: { type: 'UserAssigned', userAssignedIdentities: { [missing]: {} } } });
    await expect(assigned).rejects.toMatchObject({ code: 'FailedIdentityOperation' });
  });
});

test.each([
  ['a key of its owner', { encryption: { infrastructureEncryption: 'Enabled' } }],
  ['private endpoints only', { publicNetworkAccess: 'Disabled' }],
  ['no alerts of replication', { monitoringSettings: { azureMonitorAlertSettings: { alertsForAllReplicationIssues: 'Disabled' } } }],
  ['a scan for threats', { securitySettings: { sourceScanConfiguration: { state: 'Enabled' } } }],
])('A vault with %s is not served', async (_, given) => {
  await expect(properties(given)).rejects.toMatchObject({ statusCode: 501 });
  await properties({
    publicNetworkAccess: 'Enabled',
    monitoringSettings: { azureMonitorAlertSettings: { alertsForAllJobFailures: 'Enabled' } },
  });
});
