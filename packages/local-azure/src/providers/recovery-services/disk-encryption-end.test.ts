import { afterAll, beforeAll, expect, test } from 'vitest';
import { startLocalAzure, type LocalAzure } from '../../start';
import { clientsOf, DAY, HOUR, MINUTE, namesOf, protect, vaultId, vmId } from '../../testing/backup-company';
import { setServiceEdition } from './backup-service';

const END = Date.parse('2028-09-15T00:00:00Z');
const VAULT = ['IgniteDemoVault', 'IgniteRG'] as const;
const ENCRYPTED = ['dbvm1', 'DBVM1Restore'] as const;

let azure: LocalAzure;
beforeAll(async () => {
  azure = await startLocalAzure({ file: ':memory:', seed: 'empty', clock: { mode: 'standing' } });
  azure.advance(END - DAY + 10 * HOUR - azure.world.clock.now());
  azure.reset('contoso');
});
afterAll(() => azure.stop());

test('From the end of Azure Disk Encryption on, machines that it encrypts are no longer backed up, and others are', async () => {
  const adele = await clientsOf(azure);
  const validate = async ([group, name]: readonly [string, string]) => {
    const resource = { resourceType: 'VM', resourceId: vmId(group, name), vaultId: vaultId('IgniteRG', 'IgniteDemoVault'), properties: '' };
    return (await adele.backup.protectionIntentOperations.validate('westeurope', resource)).errorCode;
  };
  const backUp = async (group: string, name: string) => {
    await adele.backup.backups.trigger(...VAULT, 'Azure', ...namesOf(group, name), { properties: { objectType: 'IaasVMBackupRequest' } });
    azure.advance(6 * HOUR);
    const [job] = await Array.fromAsync(adele.backup.backupJobs.list(...VAULT, { filter: "operation eq 'Backup'" }));
    return (await adele.backup.jobDetails.get(...VAULT, job?.name ?? '')).properties;
  };
  await protect(adele, ...ENCRYPTED);
  azure.advance(2 * MINUTE);
  expect(await validate(['dbvm2', 'DBVM2'])).toBeUndefined();
  azure.advance(DAY);
  expect(await validate(['dbvm2', 'DBVM2'])).toBe('UserErrorAzureDiskEncryptionRetired');
  expect(await backUp(...ENCRYPTED)).toMatchObject({
    status: 'Failed',
    errorDetails: [{ errorTitle: 'UserErrorAzureDiskEncryptionRetired' }],
  });
  expect(await validate(['IgniteRG', 'WebVM1'])).toBeUndefined();
  setServiceEdition(azure.world, '2017-01');
  expect(await validate(['dbvm2', 'DBVM2'])).toBeUndefined();
});
