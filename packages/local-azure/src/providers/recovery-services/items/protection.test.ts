import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { setServiceEdition } from '../backup-service';
import { PRODUCTION_SUBSCRIPTION_ID, TEST_SUBSCRIPTION_ID } from '../../../seeds/company';
import { callerFor } from '../../../testing/arm-caller';
import { clientsOf, DAY, MINUTE, namesOf, openCompany, protect, vaultId, vmId } from '../../../testing/backup-company';
import type { Clients, Company } from '../../../testing/backup-company';
import { CONFIDENTIAL_BACKUP, setFeature } from '../../../world/subscriptions/features';

const GROUP = 'IgniteRG';
const VAULT = 'IgniteDemoVault';
const vault = vaultId(GROUP, VAULT);

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

const item = (group: string, name: string) => adele.backup.protectedItems.get(VAULT, GROUP, 'Azure', ...namesOf(group, name));
const status = (id: string) => adele.backup.backupOperationStatuses.get(VAULT, GROUP, id);
const preValidate = (resourceId: string) =>
  adele.backup.protectionIntentOperations.validate('westeurope', { resourceType: 'VM', resourceId, vaultId: vault, properties: '' });

const ofTest = (name: string) => vmId('TestRG', name).replace(PRODUCTION_SUBSCRIPTION_ID, TEST_SUBSCRIPTION_ID);
const protectTestVM = (sourceResourceId: string) =>
  adele.backup.protectedItems.createOrUpdate(VAULT, GROUP, 'Azure', ...namesOf('TestRG', 'TestVM2'), {
    properties: {
      protectedItemType: 'Microsoft.Compute/virtualMachines',
      sourceResourceId,
      policyId: `${vault}/backupPolicies/DefaultPolicy`,
    },
  });

describe('Enabling backup', () => {
  test('is for those who may write the machine', async () => {
    const alex = await clientsOf(company, 'alex');
    await expect(protect(alex, 'OperationsRG', 'LinuxVM1')).rejects.toMatchObject({
      statusCode: 403,
      code: 'LinkedAuthorizationFailed',
      message: expect.stringContaining('Microsoft.Compute/virtualMachines/write'),
    });
  });

  test('takes a while, then the machine is protected and waits for its first backup', async () => {
    const operation = await protect(adele, 'dbvm1', 'DBVM1Restore');
    expect(await status(operation)).toMatchObject({ status: 'InProgress' });
    await expect(item('dbvm1', 'DBVM1Restore')).rejects.toMatchObject({ statusCode: 404 });

    company.advance(1.6 * MINUTE);
    const done = await status(operation);
    expect(done).toMatchObject({ status: 'Succeeded', properties: { objectType: 'OperationStatusJobExtendedInfo' } });
    const protectedItem = await item('dbvm1', 'dbvm1restore');
    expect(protectedItem.properties).toMatchObject({
      protectionState: 'IRPending',
      lastBackupStatus: '',
      policyName: 'DefaultPolicy',
      containerName: 'iaasvmcontainerv2;dbvm1;DBVM1Restore',
    });
    const jobs = await Array.fromAsync(adele.backup.backupJobs.list(VAULT, GROUP, { filter: "operation eq 'ConfigureBackup'" }));
    expect(jobs.map(({ properties }) => properties?.status)).toEqual(['Completed']);
  });

  test('again with the same policy changes nothing', async () => {
    await protect(adele, 'dbvm1', 'DBVM1Restore');
    company.advance(2 * MINUTE);
    expect(await protect(adele, 'dbvm1', 'DBVM1Restore')).toBe('');
    expect(await Array.fromAsync(adele.backup.backupJobs.list(VAULT, GROUP, { filter: "operation eq 'ConfigureBackup'" }))).toHaveLength(1);
  });

  test('twice at once is refused the second time', async () => {
    await protect(adele, 'dbvm1', 'DBVM1Restore');
    await expect(protect(adele, 'dbvm1', 'DBVM1Restore')).rejects.toMatchObject({
      statusCode: 409,
      code: 'BMSUserErrorConflictingProtectionOperation',
    });
  });

  test('fails when the machine is deleted meanwhile, and leaves nothing behind', async () => {
    const operation = await protect(adele, 'IgniteRG', 'WebVM1');
    company.world.resources.delete(vmId('IgniteRG', 'WebVM1'));
    company.advance(2 * MINUTE);
    expect(await status(operation)).toMatchObject({ status: 'Failed', error: { code: 'UserErrorVmNotFoundV2' } });
    await expect(item('IgniteRG', 'WebVM1')).rejects.toMatchObject({ statusCode: 404 });
  });

  test.each([
    ['of another vault', 'OperationsRG', 'OtherVaultVM1', 'VirtualMachineAlreadyProtected'],
    ['in another region', 'NorthRG', 'NorthVM1', 'UserErrorVmAndVaultLocationMismatch'],
    ['that does not exist', 'IgniteRG', 'NoSuchVM', 'UserErrorVmNotFoundV2'],
  ])('of a machine %s is refused, and foreseen', async (_, group, name, code) => {
    expect(await preValidate(vmId(group, name))).toMatchObject({ status: 'Failed', errorCode: code });
    await expect(protect(adele, group, name)).rejects.toMatchObject({ statusCode: 400, code });
  });

  test.each([
    ['whose agent is not installed', 'OperationsRG', 'NoAgentVM1', 'UserErrorGuestAgentStatusUnavailable'],
    ['whose key vault is gone', 'KeysRG', 'KeyVaultGoneVM1', 'UserErrorKeyVaultNotFound'],
  ])('of a machine %s is foreseen to fail, but not refused', async (_, group, name, code) => {
    expect(await preValidate(vmId(group, name))).toMatchObject({ status: 'Failed', errorCode: code });
    expect(await protect(adele, group, name)).not.toBe('');
  });

  test('of a machine encrypted with a BEK alone depends on the edition of the service', async () => {
    expect(await preValidate(vmId('OperationsRG', 'BekOnlyVM1'))).toMatchObject({ status: 'Succeeded' });
    setServiceEdition(company.world, '2017-01');
    expect(await preValidate(vmId('OperationsRG', 'BekOnlyVM1'))).toMatchObject({
      status: 'Failed',
      errorMessage:
        'Validation failed as virtual machine is encrypted with BEK alone. Backups can be enabled only for virtual machines encrypted with both BEK and KEK.',
    });
    await expect(protect(adele, 'OperationsRG', 'BekOnlyVM1')).rejects.toMatchObject({ statusCode: 400 });
  });

  test('of a confidential machine needs a size, a region, an encrypted disk and a feature of the preview', async () => {
    const confidential = vmId('OperationsRG', 'ConfidentialVM1');
    const code = 'UserErrorConfidentialVmNotSupported';
    expect(await preValidate(confidential)).toMatchObject({ status: 'Failed', errorCode: code });
    await expect(protect(adele, 'OperationsRG', 'ConfidentialVM1', 'EnhancedPolicy')).rejects.toMatchObject({ statusCode: 400, code });

    const move = (id: string, changes: object = {}) => {
      const resource = company.world.resources.get(id);
      if (!resource) throw new Error(`The demo company has no ${id}.`);
      company.world.resources.put({ ...resource, location: 'koreacentral', properties: { ...resource.properties, ...changes } });
    };
    move(vault);
    move(confidential, { hardwareProfile: { vmSize: 'Standard_DC2as_v6' } });
    expect(await preValidate(confidential)).toMatchObject({ errorCode: code });
    setFeature(company.world, PRODUCTION_SUBSCRIPTION_ID, CONFIDENTIAL_BACKUP, true);
    expect(await preValidate(confidential)).toMatchObject({ status: 'Succeeded' });
  });

  test.each([
    ['an Ultra Disk', 'UltraDiskVM1', 'UserErrorDiskTypeNotSupportedWithStandardPolicy'],
    ['Trusted Launch', 'TrustedLaunchVM1', 'UserErrorTrustedLaunchNotSupportedWithStandardPolicy'],
  ])('of a machine with %s needs an enhanced policy', async (_, name, code) => {
    await expect(protect(adele, 'OperationsRG', name)).rejects.toMatchObject({ statusCode: 400, code });
    expect(await protect(adele, 'OperationsRG', name, 'EnhancedPolicy')).not.toBe('');
    setServiceEdition(company.world, '2017-01');
    await expect(protect(adele, 'OperationsRG', name)).rejects.toMatchObject({ code: 'BMSUserErrorConflictingProtectionOperation' });
  });

  test('of a machine with Trusted Launch is taken with a standard policy from a newer client', async () => {
    const [container, protectedItem] = namesOf('OperationsRG', 'TrustedLaunchVM1');
    const url = `${vault}/backupFabrics/Azure/protectionContainers/${container}/protectedItems/${protectedItem}`;
    const properties = {
      protectedItemType: 'Microsoft.Compute/virtualMachines',
      sourceResourceId: vmId('OperationsRG', 'TrustedLaunchVM1'),
      policyId: `${vault}/backupPolicies/DefaultPolicy`,
    };
    const put = async (version: string) => (await callerFor(company, 'adele', version))('PUT', url, { properties });
    expect((await put('2024-10-01')).status).toBe(400);
    expect((await put('2025-01-01')).status).toBe(202);
  });

  test('of a machine in another subscription is taken today, unless Azure Disk Encryption encrypts it', async () => {
    const encrypted = 'UserErrorCrossSubscriptionBackupNotSupportedForEncryptedVm';
    expect(await preValidate(ofTest('TestVM1'))).toMatchObject({ status: 'Failed', errorCode: encrypted });
    expect(await preValidate(ofTest('TestVM2'))).toMatchObject({ status: 'Succeeded' });
    await protectTestVM(ofTest('TestVM2'));
    company.advance(2 * MINUTE);
    expect((await item('TestRG', 'TestVM2')).properties).toMatchObject({
      sourceResourceId: ofTest('TestVM2'),
      protectionState: 'IRPending',
    });
    await expect(protectTestVM(vmId('TestRG', 'TestVM2'))).rejects.toMatchObject({ code: 'VirtualMachineAlreadyProtected' });
    setServiceEdition(company.world, '2017-01');
    expect(await preValidate(ofTest('TestVM2'))).toMatchObject({ errorCode: 'UserErrorVmAndVaultLocationMismatch' });
  });

  test('is not for a reader', async () => {
    const megan = await clientsOf(company, 'megan');
    await expect(protect(megan, 'dbvm1', 'DBVM1Restore')).rejects.toMatchObject({ statusCode: 403, code: 'AuthorizationFailed' });
  });
});

describe('Machines that may be protected', () => {
  test('are those of the region that no vault protects', async () => {
    const filter = "backupManagementType eq 'AzureIaasVM' and workloadType eq 'VM'";
    const offered = await Array.fromAsync(adele.backup.backupProtectableItems.list(VAULT, GROUP, { filter }));
    const found = offered.map(({ properties }) => properties?.friendlyName);
    expect(found).toContain('DBVM1Restore');
    expect(found).not.toContain('OtherVaultVM1');
    expect(found).not.toContain('NorthVM1');
    await protect(adele, 'dbvm1', 'DBVM1Restore');
    const again = await Array.fromAsync(adele.backup.backupProtectableItems.list(VAULT, GROUP, { filter }));
    expect(again.map(({ properties }) => properties?.friendlyName)).not.toContain('DBVM1Restore');
  });

  test('tell which vault protects them', async () => {
    const ask = (resourceId: string) => adele.backup.backupStatus.get('westeurope', { resourceType: 'VM', resourceId });
    expect(await ask(vmId('dbvm1', 'DBVM1Restore'))).toMatchObject({
      protectionStatus: 'NotProtected',
      containerName: 'iaasvmcontainer;iaasvmcontainerv2;dbvm1;dbvm1restore',
    });
    await protect(adele, 'dbvm1', 'DBVM1Restore');
    expect(await ask(vmId('dbvm1', 'DBVM1Restore'))).toMatchObject({ protectionStatus: 'Protecting', vaultId: vault });
    company.advance(2 * MINUTE);
    const known = await ask(vmId('dbvm1', 'DBVM1Restore'));
    expect(known).toMatchObject({ protectionStatus: 'Protected', vaultId: vault, policyName: 'DefaultPolicy', protectedItemsCount: 0 });
    expect(known).not.toHaveProperty('registrationStatus');
  });
});

const changeWebVm = (properties: object) =>
  adele.backup.protectedItems.createOrUpdate(VAULT, GROUP, 'Azure', ...namesOf('IgniteRG', 'WebVM1'), {
    properties: { protectedItemType: 'Microsoft.Compute/virtualMachines', sourceResourceId: vmId('IgniteRG', 'WebVM1'), ...properties },
  });
const deletedContainers = async () => {
  const filter = "backupManagementType eq 'AzureIaasVM' and friendlyName eq 'WebVM1'";
  return (await Array.fromAsync(adele.backup.deletedProtectionContainers.list(GROUP, VAULT, { filter }))).map(
    ({ properties }) => properties,
  );
};
const stateOfWebVm = async () => (await item('IgniteRG', 'WebVM1')).properties;

describe('Stopping protection', () => {
  beforeEach(async () => {
    await protect(adele, 'IgniteRG', 'WebVM1');
    company.advance(2 * MINUTE);
  });

  test('keeps the data, and can be taken back', async () => {
    await changeWebVm({ protectionState: 'ProtectionStopped' });
    company.advance(1 * MINUTE);
    expect(await stateOfWebVm()).toMatchObject({ protectionState: 'ProtectionStopped', policyName: '' });
    const [job] = await Array.fromAsync(adele.backup.backupJobs.list(VAULT, GROUP, { filter: "operation eq 'DisableBackup'" }));
    const { properties } = await adele.backup.jobDetails.get(VAULT, GROUP, job?.name ?? '');
    expect(properties).toMatchObject({ extendedInfo: { propertyBag: { 'VM Name': 'WebVM1', 'Policy Name': '' } } });
    await changeWebVm({ policyId: `${vault}/backupPolicies/DefaultPolicy` });
    company.advance(2 * MINUTE);
    expect(await stateOfWebVm()).toMatchObject({ protectionState: 'IRPending', policyName: 'DefaultPolicy' });
  });

  test('while points go on to end is for immutable vaults', async () => {
    await expect(changeWebVm({ protectionState: 'BackupsSuspended' })).rejects.toMatchObject({ code: 'BMSUserErrorInvalidInput' });
    expect(await stateOfWebVm()).toMatchObject({ protectionState: 'IRPending', policyName: 'DefaultPolicy' });
  });

  test('with deletion can be undone for two weeks', async () => {
    await adele.backup.protectedItems.delete(VAULT, GROUP, 'Azure', ...namesOf('IgniteRG', 'WebVM1'));
    company.advance(1 * MINUTE);
    expect(await stateOfWebVm()).toMatchObject({
      protectionState: 'ProtectionStopped',
      isScheduledForDeferredDelete: true,
      softDeleteRetentionPeriod: 14,
    });
    expect(await deletedContainers()).toMatchObject([{ friendlyName: 'WebVM1', registrationStatus: 'SoftDeleted' }]);
    await changeWebVm({ protectionState: 'ProtectionStopped', isRehydrate: true, policyId: '' });
    company.advance(1 * MINUTE);
    expect(await stateOfWebVm()).not.toHaveProperty('isScheduledForDeferredDelete');
    expect(await stateOfWebVm()).toMatchObject({ softDeleteRetentionPeriod: 0 });
    expect(await deletedContainers()).toEqual([]);
    company.advance(15 * DAY);
    expect(await stateOfWebVm()).toMatchObject({ protectionState: 'ProtectionStopped' });
  });

  test('with deletion leaves the machine to another vault, which keeps it when the data is gone', async () => {
    await adele.backup.protectedItems.delete(VAULT, GROUP, 'Azure', ...namesOf('IgniteRG', 'WebVM1'));
    company.advance(1 * MINUTE);
    const other = vaultId('OperationsRG', 'OperationsVault');
    const protectThere = () =>
      adele.backup.protectedItems.createOrUpdate('OperationsVault', 'OperationsRG', 'Azure', ...namesOf('IgniteRG', 'WebVM1'), {
        properties: {
          protectedItemType: 'Microsoft.Compute/virtualMachines',
          sourceResourceId: vmId('IgniteRG', 'WebVM1'),
          policyId: `${other}/backupPolicies/DefaultPolicy`,
        },
      });
    setServiceEdition(company.world, '2017-01');
    await expect(protectThere()).rejects.toMatchObject({ code: 'VirtualMachineAlreadyProtected' });
    setServiceEdition(company.world, 'current');
    await protectThere();
    company.advance(14 * DAY + 5 * MINUTE);
    await expect(item('IgniteRG', 'WebVM1')).rejects.toMatchObject({ statusCode: 404 });
    expect(await preValidate(vmId('IgniteRG', 'WebVM1'))).toMatchObject({ errorCode: 'VirtualMachineAlreadyProtected' });
  });

  test('with deletion frees the machine after two weeks', async () => {
    await adele.backup.protectedItems.delete(VAULT, GROUP, 'Azure', ...namesOf('IgniteRG', 'WebVM1'));
    company.advance(14 * DAY + MINUTE);
    await expect(item('IgniteRG', 'WebVM1')).rejects.toMatchObject({ statusCode: 404 });
    expect(await preValidate(vmId('IgniteRG', 'WebVM1'))).toMatchObject({ status: 'Succeeded' });
  });
});
