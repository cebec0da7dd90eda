import { beforeEach, describe, expect, test } from 'vitest';
import { PRODUCTION_SUBSCRIPTION_ID } from '../../seeds/company';
import { setServiceEdition } from './backup-service';
import { openCompany } from './testing';

const GROUP = 'IgniteRG';
const VAULT = 'IgniteDemoVault';
const vaultId = `/subscriptions/${PRODUCTION_SUBSCRIPTION_ID}/resourceGroups/${GROUP}/providers/Microsoft.RecoveryServices/vaults/${VAULT}`;
const vmId = (group: string, name: string) =>
  `/subscriptions/${PRODUCTION_SUBSCRIPTION_ID}/resourceGroups/${group}/providers/Microsoft.Compute/virtualMachines/${name}`;

type Company = Awaited<ReturnType<typeof openCompany>>;
let company: Company;
beforeEach(async () => {
  company = await openCompany();
});

const part = (group: string, name: string) => `iaasvmcontainerv2;${group};${name}`;
const names = (group: string, name: string) => [`IaasVMContainer;${part(group, name)}`, `VM;${part(group, name)}`] as const;

/** Asks for protection and answers the id of the operation. */
async function protect(group: string, name: string, policy = 'DefaultPolicy', vault = [VAULT, GROUP, vaultId] as const): Promise<string> {
  let operation = '';
  await company.backup.protectedItems.createOrUpdate(
    vault[0],
    vault[1],
    'Azure',
    ...names(group, name),
    {
      properties: {
        protectedItemType: 'Microsoft.Compute/virtualMachines',
        sourceResourceId: vmId(group, name),
        policyId: `${vault[2]}/backupPolicies/${policy}`,
      },
    },
    {
      onResponse: ({ headers }) => {
        operation = headers.get('azure-asyncoperation')?.split('?')[0]?.split('/').at(-1) ?? '';
      },
    },
  );
  return operation;
}

const item = (group: string, name: string) => company.backup.protectedItems.get(VAULT, GROUP, 'Azure', ...names(group, name));
const status = (id: string) => company.backup.backupOperationStatuses.get(VAULT, GROUP, id);
const preValidate = (resourceId: string, vault = vaultId) =>
  company.backup.protectionIntentOperations.validate('westeurope', { resourceType: 'VM', resourceId, vaultId: vault, properties: '' });

async function collect<T>(pages: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const one of pages) all.push(one);
  return all;
}

describe('Enabling backup', () => {
  test('takes a while, then the machine is protected and waits for its first backup', async () => {
    const operation = await protect('dbvm1', 'DBVM1Restore');
    expect(await status(operation)).toMatchObject({ status: 'InProgress' });
    await expect(item('dbvm1', 'DBVM1Restore')).rejects.toMatchObject({ statusCode: 404 });

    company.advance(1.6);
    const done = await status(operation);
    expect(done).toMatchObject({ status: 'Succeeded', properties: { objectType: 'OperationStatusJobExtendedInfo' } });
    const protectedItem = await item('dbvm1', 'dbvm1restore');
    expect(protectedItem.properties).toMatchObject({
      protectionState: 'IRPending',
      lastBackupStatus: '',
      policyName: 'DefaultPolicy',
      containerName: 'iaasvmcontainerv2;dbvm1;DBVM1Restore',
    });
    const jobs = await collect(company.backup.backupJobs.list(VAULT, GROUP, { filter: "operation eq 'ConfigureBackup'" }));
    expect(jobs.map(({ properties }) => properties?.status)).toEqual(['Completed']);
  });

  test('again with the same policy changes nothing', async () => {
    await protect('dbvm1', 'DBVM1Restore');
    company.advance(2);
    expect(await protect('dbvm1', 'DBVM1Restore')).toBe('');
    expect(await collect(company.backup.backupJobs.list(VAULT, GROUP, { filter: "operation eq 'ConfigureBackup'" }))).toHaveLength(1);
  });

  test('twice at once is refused the second time', async () => {
    await protect('dbvm1', 'DBVM1Restore');
    await expect(protect('dbvm1', 'DBVM1Restore')).rejects.toMatchObject({
      statusCode: 409,
      code: 'BMSUserErrorConflictingProtectionOperation',
    });
  });

  test('fails when the machine is deleted meanwhile, and leaves nothing behind', async () => {
    const operation = await protect('IgniteRG', 'WebVM1');
    company.world.resources.delete(vmId('IgniteRG', 'WebVM1'));
    company.advance(2);
    expect(await status(operation)).toMatchObject({ status: 'Failed', error: { code: 'UserErrorVmNotFoundV2' } });
    await expect(item('IgniteRG', 'WebVM1')).rejects.toMatchObject({ statusCode: 404 });
  });

  test.each([
    ['of another vault', 'OperationsRG', 'OtherVaultVM1', 'VirtualMachineAlreadyProtected'],
    ['in another region', 'NorthRG', 'NorthVM1', 'UserErrorVmAndVaultLocationMismatch'],
    ['that does not exist', 'IgniteRG', 'NoSuchVM', 'UserErrorVmNotFoundV2'],
  ])('of a machine %s is refused, and foreseen', async (_, group, name, code) => {
    expect(await preValidate(vmId(group, name))).toMatchObject({ status: 'Failed', errorCode: code });
    await expect(protect(group, name)).rejects.toMatchObject({ statusCode: 400, code });
  });

  test.each([
    ['whose agent is not installed', 'OperationsRG', 'NoAgentVM1', 'UserErrorGuestAgentStatusUnavailable'],
    ['whose key vault is gone', 'KeysRG', 'KeyVaultGoneVM1', 'UserErrorKeyVaultNotFound'],
  ])('of a machine %s is foreseen to fail, but not refused', async (_, group, name, code) => {
    expect(await preValidate(vmId(group, name))).toMatchObject({ status: 'Failed', errorCode: code });
    expect(await protect(group, name)).not.toBe('');
  });

  test('of a machine encrypted with a BEK alone depends on the edition of the service', async () => {
    expect(await preValidate(vmId('OperationsRG', 'BekOnlyVM1'))).toMatchObject({ status: 'Succeeded' });
    setServiceEdition(company.world, '2017-01');
    expect(await preValidate(vmId('OperationsRG', 'BekOnlyVM1'))).toMatchObject({
      status: 'Failed',
      errorMessage:
        'Validation failed as virtual machine is encrypted with BEK alone. Backups can be enabled only for virtual machines encrypted with both BEK and KEK.',
    });
    await expect(protect('OperationsRG', 'BekOnlyVM1')).rejects.toMatchObject({ statusCode: 400 });
  });

  test('is not for a reader', async () => {
    company = await openCompany('megan');
    await expect(protect('dbvm1', 'DBVM1Restore')).rejects.toMatchObject({ statusCode: 403, code: 'AuthorizationFailed' });
  });
});

describe('Machines that may be protected', () => {
  test('are those of the region that no vault protects', async () => {
    const filter = "backupManagementType eq 'AzureIaasVM' and workloadType eq 'VM'";
    const offered = await collect(company.backup.backupProtectableItems.list(VAULT, GROUP, { filter }));
    const found = offered.map(({ properties }) => properties?.friendlyName);
    expect(found).toContain('DBVM1Restore');
    expect(found).not.toContain('OtherVaultVM1');
    expect(found).not.toContain('NorthVM1');
    await protect('dbvm1', 'DBVM1Restore');
    const again = await collect(company.backup.backupProtectableItems.list(VAULT, GROUP, { filter }));
    expect(again.map(({ properties }) => properties?.friendlyName)).not.toContain('DBVM1Restore');
  });

  test('tell which vault protects them', async () => {
    const ask = (resourceId: string) => company.backup.backupStatus.get('westeurope', { resourceType: 'VM', resourceId });
    expect(await ask(vmId('dbvm1', 'DBVM1Restore'))).toMatchObject({
      protectionStatus: 'NotProtected',
      containerName: 'iaasvmcontainer;iaasvmcontainerv2;dbvm1;dbvm1restore',
    });
    await protect('dbvm1', 'DBVM1Restore');
    expect(await ask(vmId('dbvm1', 'DBVM1Restore'))).toMatchObject({ protectionStatus: 'Protecting', vaultId });
    company.advance(2);
    expect(await ask(vmId('dbvm1', 'DBVM1Restore'))).toMatchObject({ protectionStatus: 'Protected', vaultId, policyName: 'DefaultPolicy' });
  });
});

describe('Stopping protection', () => {
  beforeEach(async () => {
    await protect('IgniteRG', 'WebVM1');
    company.advance(2);
  });

  const change = (properties: object) =>
    company.backup.protectedItems.createOrUpdate(VAULT, GROUP, 'Azure', ...names('IgniteRG', 'WebVM1'), {
      properties: { protectedItemType: 'Microsoft.Compute/virtualMachines', sourceResourceId: vmId('IgniteRG', 'WebVM1'), ...properties },
    });
  const state = async () => (await item('IgniteRG', 'WebVM1')).properties;

  test('keeps the data, and can be taken back', async () => {
    await change({ protectionState: 'ProtectionStopped' });
    company.advance(1);
    expect(await state()).toMatchObject({ protectionState: 'ProtectionStopped', policyName: '' });
    await change({ policyId: `${vaultId}/backupPolicies/DefaultPolicy` });
    company.advance(2);
    expect(await state()).toMatchObject({ protectionState: 'IRPending', policyName: 'DefaultPolicy' });
  });

  test('with deletion can be undone for two weeks', async () => {
    await company.backup.protectedItems.delete(VAULT, GROUP, 'Azure', ...names('IgniteRG', 'WebVM1'));
    company.advance(1);
    expect(await state()).toMatchObject({ protectionState: 'ProtectionStopped', isScheduledForDeferredDelete: true });
    await change({ protectionState: 'ProtectionStopped', isRehydrate: true, policyId: '' });
    company.advance(1);
    expect(await state()).not.toHaveProperty('isScheduledForDeferredDelete');
    company.advance(15 * 24 * 60);
    expect(await state()).toMatchObject({ protectionState: 'ProtectionStopped' });
  });

  test('with deletion frees the machine after two weeks', async () => {
    await company.backup.protectedItems.delete(VAULT, GROUP, 'Azure', ...names('IgniteRG', 'WebVM1'));
    company.advance(14 * 24 * 60 + 1);
    await expect(item('IgniteRG', 'WebVM1')).rejects.toMatchObject({ statusCode: 404 });
    expect(await preValidate(vmId('IgniteRG', 'WebVM1'))).toMatchObject({ status: 'Succeeded' });
  });
});
