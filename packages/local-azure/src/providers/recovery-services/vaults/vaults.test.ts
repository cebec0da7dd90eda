import type { SecuritySettings } from '@azure/arm-recoveryservices';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { clientsOf, DAY, MINUTE, openCompany, vmId, namesOf, vaultId } from '../../../testing/backup-company';
import type { Clients, Company } from '../../../testing/backup-company';
import { setServiceEdition } from '../backup-service';
import * as store from '../state/vault-store';

const GROUP = 'IgniteRG';

let company: Company;
let adele: Clients;
beforeAll(async () => {
  company = await openCompany();
  adele = await clientsOf(company);
});
afterEach(() => setServiceEdition(company.world, 'current'));
afterAll(() => company.stop());

/** Asks for a vault and lets the time pass that the service takes. */
async function createVault(name: string, securitySettings?: SecuritySettings): Promise<void> {
  const properties = { publicNetworkAccess: 'Enabled', ...(securitySettings && { securitySettings }) };
  const body = { location: 'westeurope', sku: { name: 'RS0', tier: 'Standard' }, properties };
  const poller = await adele.vaults.vaults.beginCreateOrUpdate(GROUP, name, body, { updateIntervalInMs: 0 });
  company.advance(MINUTE);
  await poller.pollUntilDone();
}

async function refusesToTurnOff(vault: string): Promise<void> {
  const refusal = { code: 'BMSUserErrorDisablingSoftDeleteStateNotAllowed', statusCode: 400 };
  const configs = adele.backup.backupResourceVaultConfigs;
  for (const properties of [{ softDeleteFeatureState: 'Disabled' }, { enhancedSecurityState: 'Disabled' }]) {
    await expect(configs.put(vault, GROUP, { properties })).rejects.toMatchObject(refusal);
    await expect(configs.update(vault, GROUP, { properties })).rejects.toMatchObject(refusal);
  }
  const properties = { securitySettings: { softDeleteSettings: { softDeleteState: 'Disabled' } } };
  await expect(adele.vaults.vaults.beginUpdateAndWait(GROUP, vault, { properties })).rejects.toMatchObject(refusal);
}

/** Asks for a vault in East Asia. */
async function askForVault(name: string): Promise<void> {
  const body = { location: 'East Asia', sku: { name: 'RS0' } };
  const poller = await adele.vaults.vaults.beginCreateOrUpdate(GROUP, name, body, { updateIntervalInMs: 0 });
  await poller.submitted();
}

const protectIn = (vault: string, name: string) =>
  adele.backup.protectedItems.createOrUpdate(vault, GROUP, 'Azure', ...namesOf(GROUP, name), {
    properties: {
      protectedItemType: 'Microsoft.Compute/virtualMachines',
      sourceResourceId: vmId(GROUP, name),
      policyId: `${vaultId(GROUP, vault)}/backupPolicies/DefaultPolicy`,
    },
  });

describe('A vault', () => {
  test('takes a moment to be made, and then has its two policies', async () => {
    await createVault('NewVault');
    expect((await adele.vaults.vaults.get(GROUP, 'newvault')).properties).toMatchObject({
      provisioningState: 'Succeeded',
      backupStorageVersion: 'Unassigned',
      redundancySettings: { standardTierStorageRedundancy: 'LocallyRedundant' },
      securitySettings: { softDeleteSettings: { softDeleteState: 'AlwaysON', enhancedSecurityState: 'AlwaysON' } },
    });
    const filter = "backupManagementType eq 'AzureIaasVM'";
    const policies = await Array.fromAsync(adele.backup.backupPolicies.list('NewVault', GROUP, { filter }));
    expect(policies.map(({ name }) => name)).toEqual(['DefaultPolicy', 'EnhancedPolicy']);
  });

  test('is found in its group and in its subscription', async () => {
    const inGroup = await Array.fromAsync(adele.vaults.vaults.listByResourceGroup(GROUP));
    const everywhere = await Array.fromAsync(adele.vaults.vaults.listBySubscriptionId());
    expect(inGroup.map(({ name }) => name)).toContain('IgniteDemoVault');
    expect(everywhere.map(({ name }) => name)).toEqual(expect.arrayContaining(['IgniteDemoVault', 'OperationsVault', 'NorthVault']));
  });

  test('that is not there is not found', async () => {
    await expect(adele.vaults.vaults.get(GROUP, 'NoVault')).rejects.toMatchObject({ statusCode: 404, code: 'ResourceNotFound' });
  });

  test('lets its redundancy be chosen until it protects something', async () => {
    await createVault('RedundantVault');
    const configs = adele.backup.backupResourceStorageConfigsNonCRR;
    await configs.update('RedundantVault', GROUP, { properties: { storageModelType: 'GeoRedundant' } });
    expect((await configs.get('RedundantVault', GROUP)).properties).toMatchObject({
      storageModelType: 'GeoRedundant',
      storageTypeState: 'Unlocked',
    });
    await protectIn('RedundantVault', 'WebVM1');
    company.advance(2 * MINUTE);
    expect((await configs.get('RedundantVault', GROUP)).properties).toMatchObject({ storageTypeState: 'Locked' });
    await expect(configs.update('RedundantVault', GROUP, { properties: { storageModelType: 'LocallyRedundant' } })).rejects.toMatchObject({
      statusCode: 400,
    });
  });

  test('keeps its redundancy, however the change is asked for', async () => {
    await createVault('SettledVault');
    const change = (standardTierStorageRedundancy: string, crossRegionRestore?: string) =>
      adele.vaults.vaults.beginUpdateAndWait(GROUP, 'SettledVault', {
        properties: { redundancySettings: { standardTierStorageRedundancy, ...(crossRegionRestore && { crossRegionRestore }) } },
      });
    await change('ZoneRedundant');
    await expect(change('Nowhere')).rejects.toMatchObject({ code: 'BMSUserErrorInvalidInput' });
    await expect(change('LocallyRedundant', 'Enabled')).rejects.toMatchObject({ statusCode: 400 });
    const configs = adele.backup.backupResourceStorageConfigsNonCRR;
    await expect(configs.update('SettledVault', GROUP, { properties: { storageModelType: 'GeoRedundant' } })).rejects.toMatchObject({
      code: 'BMSUserErrorRedundancySettingsUseVaultApi',
    });
    await protectIn('SettledVault', 'WebVM3');
    await expect(change('GeoRedundant')).rejects.toMatchObject({ code: 'BMSUserErrorStorageTypeLocked' });
    await change('ZoneRedundant');
  });

  test('is what it was until the service is done with a change, and at once where nothing changes', async () => {
    await createVault('ChangingVault');
    company.world.setClock({ mode: 'accelerated', speed: 0.01 });
    const properties = { redundancySettings: { standardTierStorageRedundancy: 'GeoRedundant' } };
    const changing = await adele.vaults.vaults.beginUpdate(GROUP, 'ChangingVault', { properties }, { updateIntervalInMs: 0 });
    await changing.submitted();
    expect((await adele.vaults.vaults.get(GROUP, 'ChangingVault')).properties).toMatchObject({
      provisioningState: 'Updating',
      redundancySettings: { standardTierStorageRedundancy: 'LocallyRedundant' },
    });
    company.world.setClock({ mode: 'standing' });
    company.advance(MINUTE);
    expect((await changing.pollUntilDone()).properties).toMatchObject({ provisioningState: 'Succeeded', ...properties });
    const answers: number[] = [];
    const onResponse = ({ status }: { status: number }) => answers.push(status);
    const tags = { owner: 'Contoso' };
    await adele.vaults.vaults.beginUpdateAndWait(GROUP, 'ChangingVault', { properties, tags }, { onResponse });
    expect(answers).toEqual([200]);
  });

  test('whose soft delete is always on keeps it on', async () => {
    const alwaysOn = { softDeleteState: 'AlwaysOn', enhancedSecurityState: 'AlwaysOn', softDeleteRetentionPeriodInDays: 30 };
    const securitySettings = { softDeleteSettings: alwaysOn };
    const body = { location: 'westeurope', sku: { name: 'Standard' }, properties: { publicNetworkAccess: 'Enabled', securitySettings } };
    const poller = await adele.vaults.vaults.beginCreateOrUpdate(GROUP, 'GuardedVault', body, { updateIntervalInMs: 0 });
    company.advance(MINUTE);
    expect((await poller.pollUntilDone()).properties?.securitySettings).toMatchObject({
      softDeleteSettings: { softDeleteState: 'AlwaysON', softDeleteRetentionPeriodInDays: 30 },
    });
    const config = await adele.backup.backupResourceVaultConfigs.get('GuardedVault', GROUP);
    expect(config.properties).toMatchObject({ softDeleteFeatureState: 'AlwaysON', isSoftDeleteFeatureStateEditable: false });
    await adele.backup.backupResourceVaultConfigs.update('GuardedVault', GROUP, config);
    setServiceEdition(company.world, '2017-01');
    await refusesToTurnOff('GuardedVault');
  });

  test('keeps soft delete on, by today’s service', async () => {
    await createVault('SafeVault', { softDeleteSettings: { softDeleteState: 'Disabled', enhancedSecurityState: 'Disabled' } });
    const { properties } = await adele.backup.backupResourceVaultConfigs.get('SafeVault', GROUP);
    expect(properties).toMatchObject({ softDeleteFeatureState: 'Enabled', enhancedSecurityState: 'Enabled' });
    await refusesToTurnOff('SafeVault');
    await adele.backup.backupResourceVaultConfigs.update('SafeVault', GROUP, { properties: { softDeleteRetentionPeriodInDays: 30 } });
  });

  test('turns soft delete off by the service of January 2017, and stays so', async () => {
    setServiceEdition(company.world, '2017-01');
    await createVault('OldVault');
    const off = { properties: { softDeleteFeatureState: 'Disabled' } };
    expect((await adele.backup.backupResourceVaultConfigs.put('OldVault', GROUP, off)).properties).toMatchObject(off.properties);
    setServiceEdition(company.world, 'current');
    expect((await adele.backup.backupResourceVaultConfigs.update('OldVault', GROUP, off)).properties).toMatchObject(off.properties);
  });

  test('is not deleted while deleted items can be brought back, but two weeks later', async () => {
    await createVault('SoftVault');
    await protectIn('SoftVault', 'FileServerVM3');
    company.advance(2 * MINUTE);
    await adele.backup.protectedItems.delete('SoftVault', GROUP, 'Azure', ...namesOf(GROUP, 'FileServerVM3'));
    company.advance(2 * MINUTE);
    await expect(adele.vaults.vaults.beginDelete(GROUP, 'SoftVault')).rejects.toMatchObject({
      code: 'ServiceResourceNotEmptyWithBackendMessage',
      message: expect.stringContaining('FileServerVM3'),
    });
    company.advance(14 * DAY);
    await adele.vaults.vaults.beginDelete(GROUP, 'SoftVault', { updateIntervalInMs: 0 });
    company.advance(MINUTE);
    await expect(adele.vaults.vaults.get(GROUP, 'SoftVault')).rejects.toMatchObject({ statusCode: 404 });
  });

  test('is not deleted while it holds something, and is gone afterwards', async () => {
    setServiceEdition(company.world, '2017-01');
    await createVault('FullOfSomething');
    await adele.backup.backupResourceVaultConfigs.put('FullOfSomething', GROUP, { properties: { softDeleteFeatureState: 'Disabled' } });
    await protectIn('FullOfSomething', 'WebVM2');
    company.advance(2 * MINUTE);
    const { properties } = await adele.vaults.vaults.get(GROUP, 'FullOfSomething');
    expect(properties).toMatchObject({ backupStorageVersion: 'V2' });
    await expect(adele.vaults.vaults.beginDelete(GROUP, 'FullOfSomething')).rejects.toMatchObject({
      code: 'ServiceResourceNotEmptyWithContainerDetails',
    });
    await adele.backup.protectedItems.delete('FullOfSomething', GROUP, 'Azure', ...namesOf(GROUP, 'WebVM2'));
    company.advance(3 * MINUTE);
    const poller = await adele.vaults.vaults.beginDelete(GROUP, 'FullOfSomething', { updateIntervalInMs: 0 });
    expect(poller.isDone()).toBe(false);
    company.advance(MINUTE);
    await expect(adele.vaults.vaults.get(GROUP, 'FullOfSomething')).rejects.toMatchObject({ statusCode: 404 });
  });

  test('is one of 25 in a region by the service of January 2017, of 500 today', async () => {
    const fill = (from: number, to: number) => {
      for (let number = from; number < to; number += 1)
        store.createVault(company.world, { id: vaultId(GROUP, `Filler${number}`), location: 'eastasia' });
    };
    const full = { statusCode: 400, code: 'VaultLimitReached' };
    fill(0, 25);
    setServiceEdition(company.world, '2017-01');
    await expect(askForVault('OneMore')).rejects.toMatchObject(full);
    await createVault('InAnotherRegion');
    setServiceEdition(company.world, 'current');
    fill(25, 499);
    await askForVault('TheLast');
    await expect(askForVault('OneTooMany')).rejects.toMatchObject(full);
    await askForVault('TheLast');
  });

  test('counts what it protects', async () => {
    const summaries = await Array.fromAsync(
      adele.backup.backupUsageSummaries.list('OperationsVault', 'OperationsRG', { filter: "type eq 'BackupProtectedItemCountSummary'" }),
    );
    const items = await Array.fromAsync(adele.backup.backupProtectedItems.list('OperationsVault', 'OperationsRG'));
    expect(summaries[0]?.currentValue).toBe(items.length);
    const usages = await Array.fromAsync(adele.vaults.usages.listByVaults('OperationsRG', 'OperationsVault'));
    expect(usages.find(({ unit }) => unit === 'Bytes')?.currentValue).toBeDefined();
  });
});
