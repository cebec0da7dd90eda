import { randomUUID } from 'node:crypto';
import { AuthorizationManagementClient } from '@azure/arm-authorization';
import { KeyVaultManagementClient } from '@azure/arm-keyvault';
import { KeyClient } from '@azure/keyvault-keys';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { PRODUCTION_SUBSCRIPTION_ID, TENANT_ID } from '../../../seeds/company';
import { guestOf, putGuest } from '../../../world/compute/guests';
import { findKeyVault } from '../../../world/key-vault/key-vault-objects';
import { connect } from '../../../testing/connect';
import { backupServiceObjectId, setServiceEdition } from '../backup-service';
import { clientsOf, DAY, HOUR, MINUTE, namesOf, openCompany, protect, vmId } from '../../../testing/backup-company';
import { snapshotSpan } from '../state/durations';
import type { Clients, Company } from '../../../testing/backup-company';
import { takeEffect } from '../../../testing/take-effect';

const VAULT = ['IgniteDemoVault', 'IgniteRG'] as const;
const VM = ['dbvm1', 'DBVM1Restore'] as const;

let company: Company;
let adele: Clients;
beforeAll(async () => {
  company = await openCompany();
  adele = await clientsOf(company);
});
afterAll(() => company.stop());
const startAfresh = () => company.reset('contoso');

const backUp = (group: string, name: string) =>
  adele.backup.backups.trigger(...VAULT, 'Azure', ...namesOf(group, name), { properties: { objectType: 'IaasVMBackupRequest' } });
const jobs = (filter = "operation eq 'Backup'") => Array.fromAsync(adele.backup.backupJobs.list(...VAULT, { filter }));
const job = (id: string) => adele.backup.jobDetails.get(...VAULT, id);
const points = (group: string, name: string) =>
  Array.fromAsync(adele.backup.recoveryPoints.list(...VAULT, 'Azure', ...namesOf(group, name)));
const item = async (group: string, name: string) =>
  (await adele.backup.protectedItems.get(...VAULT, 'Azure', ...namesOf(group, name))).properties;

async function protectAndBackUp(group: string, name: string): Promise<string> {
  await protect(adele, group, name);
  company.advance(2 * MINUTE);
  await backUp(group, name);
  const [started] = await jobs("operation eq 'Backup' and status eq 'InProgress'");
  return started?.name ?? '';
}

/** Takes the backup service out of a key vault's access policies, or lets it in again. */
async function change(what: 'add' | 'remove', keyVault: string): Promise<void> {
  const { credential, httpClient } = await connect(company, 'adele');
  const { vaults } = new KeyVaultManagementClient(credential, PRODUCTION_SUBSCRIPTION_ID, { httpClient });
  const words: ('get' | 'list' | 'backup')[] = ['get', 'list', 'backup'];
  const service = { tenantId: TENANT_ID, objectId: backupServiceObjectId(company.world), permissions: { keys: words, secrets: words } };
  await vaults.updateAccessPolicy('IgniteRG', keyVault, what, { properties: { accessPolicies: [service] } });
}

describe('A backup', () => {
  beforeEach(startAfresh);

  test('is asked for nine times on a day of UTC by today’s service, however they end, and again after midnight', async () => {
    await protect(adele, ...VM);
    company.advance(2 * MINUTE);
    company.advance(DAY - (company.world.clock.now() % DAY) + 4 * HOUR);
    for (let attempt = 1; attempt <= 9; attempt += 1) {
      await backUp(...VM);
      company.advance(1.5 * HOUR);
    }
    const refusal = { statusCode: 400, code: 'CloudDosAbsoluteLimitReached' };
    await expect(backUp(...VM)).rejects.toMatchObject(refusal);
    setServiceEdition(company.world, '2017-01');
    await backUp(...VM);
    setServiceEdition(company.world, 'current');
    company.advance(1.5 * HOUR);
    await expect(backUp(...VM)).rejects.toMatchObject(refusal);
    company.advance(9 * HOUR);
    await backUp(...VM);
  });

  test('takes a snapshot, transfers it, and leaves a recovery point with the keys of its moment', async () => {
    const id = await protectAndBackUp(...VM);
    company.advance(2 * MINUTE);
    expect((await job(id)).properties).toMatchObject({
      status: 'InProgress',
      extendedInfo: { tasksList: [{ taskId: 'Take Snapshot', status: 'InProgress' }, { status: 'NotStarted' }] },
    });
    const snapshot = snapshotSpan(2);
    company.advance(snapshot - 2 * MINUTE + 10_000);
    expect((await job(id)).properties).toMatchObject({
      status: 'InProgress',
      extendedInfo: { tasksList: [{ status: 'Completed' }, { status: 'NotStarted', duration: 'PT0S' }] },
    });
    company.advance(20 * MINUTE - snapshot);
    expect((await job(id)).properties).toMatchObject({
      extendedInfo: { tasksList: [{ status: 'Completed' }, { taskId: 'Transfer data to vault', status: 'InProgress' }] },
    });
    company.advance(40 * MINUTE);
    expect((await job(id)).properties).toMatchObject({
      status: 'Completed',
      actionsInfo: ['Cancellable'],
      extendedInfo: { progressPercentage: 100 },
    });
    expect(await item(...VM)).toMatchObject({ protectionState: 'Protected', lastBackupStatus: 'Completed' });

    const [listed] = await points(...VM);
    expect(listed?.properties).toMatchObject({ recoveryPointType: 'AppConsistent', isSourceVMEncrypted: true });
    const point = await adele.backup.recoveryPoints.get(...VAULT, 'Azure', ...namesOf(...VM), listed?.name ?? '');
    expect(point.properties).toMatchObject({
      keyAndSecret: {
        kekDetails: { keyUrl: expect.stringContaining('https://ignitedemokv.vault.azure.net/keys/') },
        bekDetails: { secretUrl: expect.stringContaining('https://ignitedemokv.vault.azure.net/secrets/') },
      },
    });
  });

  test('holds a key that comes back after it was purged', async () => {
    await protectAndBackUp(...VM);
    company.advance(HOUR);
    const [listed] = await points(...VM);
    const { credential, httpClient } = await connect(company, 'adele');
    const keys = new KeyClient('https://ignitedemokv.vault.azure.net', credential, { httpClient });
    const kek = (await Array.fromAsync(keys.listPropertiesOfKeys()))[0]?.name ?? '';
    const before = await keys.getKey(kek);
    await (await keys.beginDeleteKey(kek, { intervalInMs: 0 })).pollUntilDone();
    await keys.purgeDeletedKey(kek);

    const point = await adele.backup.recoveryPoints.get(...VAULT, 'Azure', ...namesOf(...VM), listed?.name ?? '');
    const held = point.properties && 'keyAndSecret' in point.properties ? point.properties.keyAndSecret?.kekDetails?.keyBackupData : '';
    await keys.restoreKeyBackup(Buffer.from(held ?? '', 'base64url'));
    expect((await keys.getKey(kek)).key?.n).toEqual(before.key?.n);
  });

  test('fails when the key vault does not let the service in', async () => {
    const id = await protectAndBackUp(...VM);
    await change('remove', 'IgniteDemoKV');
    company.advance(HOUR);
    expect((await job(id)).properties).toMatchObject({
      status: 'Failed',
      errorDetails: [
        {
          errorCode: 400166,
          errorString: 'Azure Backup Service does not have sufficient permissions to Key Vault for Backup of Encrypted Virtual Machines.',
        },
      ],
      extendedInfo: { tasksList: [{ status: 'Failed' }, { status: 'NotStarted' }] },
    });
    expect(await item(...VM)).toMatchObject({ protectionState: 'IRPending', lastBackupStatus: 'Failed', healthStatus: 'ActionRequired' });
    expect(await points(...VM)).toEqual([]);

    await change('add', 'IgniteDemoKV');
    await backUp(...VM);
    company.advance(2 * HOUR);
    expect(await item(...VM)).toMatchObject({ protectionState: 'Protected', lastBackupStatus: 'Completed', healthStatus: 'Passed' });
    putGuest(company.world, vmId(...VM), {
      ...guestOf(company.world, vmId(...VM)),
      agent: { installed: true, running: true, version: '2.5.1198.709' },
    });
    expect(await item(...VM)).toMatchObject({
      protectionStatus: 'Healthy',
      healthStatus: 'ActionSuggested',
      healthDetails: [{ code: 380016, title: 'UserErrorGuestAgentVersionUnsupported' }],
    });
  });

  test('fails and works again as roles on an RBAC key vault come and go', async () => {
    const { credential, httpClient } = await connect(company, 'adele');
    const roles = new AuthorizationManagementClient(credential, PRODUCTION_SUBSCRIPTION_ID, { httpClient });
    const service = backupServiceObjectId(company.world);
    const scope = findKeyVault(company.world, 'RbacKV')?.id ?? '';
    const give = (role: string) =>
      roles.roleAssignments.create(scope, randomUUID(), {
        principalId: service,
        roleDefinitionId: `/providers/Microsoft.Authorization/roleDefinitions/${role}`,
      });
    const statusOfNext = async () => {
      takeEffect(company);
      await backUp('KeysRG', 'RbacVM1');
      company.advance(HOUR);
      return (await jobs())[0]?.properties?.status;
    };
    await protect(adele, 'KeysRG', 'RbacVM1');
    company.advance(2 * MINUTE);
    expect(await statusOfNext()).toBe('Failed');
    await give('b86a8fe4-44ce-4948-aee5-eccb2c155cd7');
    expect(await statusOfNext()).toBe('Failed');
    const { id = '' } = await give('12338af0-0e69-4776-bea7-57ae8d297424');
    expect(await statusOfNext()).toBe('Completed');
    await roles.roleAssignments.deleteById(id);
    expect(await statusOfNext()).toBe('Failed');
  });

  test('of a machine whose agent stopped fails, and of one that is off does not need it', async () => {
    const id = await protectAndBackUp(...VM);
    const guest = guestOf(company.world, vmId(...VM));
    putGuest(company.world, vmId(...VM), { ...guest, agent: { ...guest.agent, running: false } });
    company.advance(HOUR);
    expect((await job(id)).properties).toMatchObject({ status: 'Failed' });

    putGuest(company.world, vmId(...VM), { ...guest, power: 'deallocated', agent: { ...guest.agent, running: false } });
    await backUp(...VM);
    company.advance(HOUR);
    expect((await points(...VM))[0]?.properties).toMatchObject({ recoveryPointType: 'CrashConsistent' });
  });

  test('of a Linux machine is consistent for its file system', async () => {
    await protectAndBackUp('IgniteRG', 'FileServerVM3');
    company.advance(2 * HOUR);
    expect((await points('IgniteRG', 'FileServerVM3'))[0]?.properties).toMatchObject({ recoveryPointType: 'FileSystemConsistent' });
  });

  test('of a machine that was deleted fails', async () => {
    const id = await protectAndBackUp(...VM);
    company.world.resources.delete(vmId(...VM));
    company.advance(HOUR);
    expect((await job(id)).properties).toMatchObject({ status: 'Failed', errorDetails: [{ errorCode: 400094 }] });
  });

  test('does not run twice at once', async () => {
    await protectAndBackUp(...VM);
    await expect(backUp(...VM)).rejects.toMatchObject({ statusCode: 409, code: 'BMSUserErrorObjectLocked' });
  });

  test('has its point from the snapshot on, which a cancellation leaves behind', async () => {
    const id = await protectAndBackUp(...VM);
    company.advance(10 * MINUTE);
    const snapshotAlone = [{ properties: { recoveryPointTierDetails: [{ type: 'InstantRP', status: 'Valid' }] } }];
    expect(await points(...VM)).toMatchObject(snapshotAlone);
    await adele.backup.jobCancellations.trigger(...VAULT, id);
    company.advance(MINUTE);
    expect((await job(id)).properties).toMatchObject({ status: 'Cancelled' });
    expect(await points(...VM)).toMatchObject(snapshotAlone);
  });

  test('can be cancelled before its snapshot and leaves nothing', async () => {
    const id = await protectAndBackUp(...VM);
    company.advance(MINUTE);
    await adele.backup.jobCancellations.trigger(...VAULT, id);
    expect((await job(id)).properties).toMatchObject({ status: 'Cancelling' });
    company.advance(MINUTE);
    expect((await job(id)).properties).toMatchObject({ status: 'Cancelled' });
    expect(await points(...VM)).toEqual([]);
  });
});

describe('The backup of a machine with something wrong', () => {
  beforeAll(startAfresh);

  test.each([
    ['NoPolicyVM1', 'sufficient permissions'],
    ['HalfPolicyVM1', 'sufficient permissions'],
    ['RbacVM1', 'sufficient permissions'],
    ['KeyVaultGoneVM1', 'its key vault does not exist'],
    ['KeyVaultDeletedVM1', 'its key vault was deleted'],
    ['SecretPurgedVM1', 'it does not exist'],
    ['KekExpiredVM1', 'it has expired'],
    ['KekDisabledVM1', 'it is disabled'],
    ['NoNetworkVM1', 'no network'],
    ['LockedDriveVM1', 'locked by BitLocker'],
  ])('(%s) fails with the true reason: %s', async (name, reason) => {
    const id = await protectAndBackUp('KeysRG', name);
    company.advance(HOUR);
    const { properties } = await job(id);
    expect(properties?.status).toBe('Failed');
    expect(JSON.stringify(properties)).toContain(reason);
  });
});
