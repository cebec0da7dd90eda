import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { PRODUCTION_SUBSCRIPTION_ID } from '../../../seeds/company';
import { addStorageAccount } from '../../../seeds/places';
import { findAccount } from '../../../world/storage/storage-accounts';
import { setServiceEdition } from '../backup-service';
import { clientsOf, HOUR, namesOf, openCompany, vaultId, vmId } from '../../../testing/backup-company';
import type { Clients, Company } from '../../../testing/backup-company';

const VAULT = ['OperationsVault', 'OperationsRG'] as const;
const group = (name: string) => `/subscriptions/${PRODUCTION_SUBSCRIPTION_ID}/resourceGroups/${name}`;
const account = (name: string) => `${group('StorageRG')}/providers/Microsoft.Storage/storageAccounts/${name}`;

let company: Company;
let adele: Clients;
beforeAll(async () => {
  company = await openCompany();
  adele = await clientsOf(company);
  const place = { subscriptionId: PRODUCTION_SUBSCRIPTION_ID, group: 'StorageRG', location: 'westeurope' };
  addStorageAccount(company.world, place, 'onlyblobs', 'Standard_LRS', 'BlobStorage');
  for (const [name, changes] of [
    ['sleeping', { statusOfPrimary: 'unavailable' }],
    ['keyless', { allowSharedKeyAccess: false }],
  ] as const) {
    addStorageAccount(company.world, place, name);
    const made = findAccount(company.world, name);
    if (made) company.world.resources.put({ ...made, properties: { ...made.properties, ...changes } });
  }
});
afterEach(() => setServiceEdition(company.world, 'current'));
afterAll(() => company.stop());

async function newestPoint(name: string): Promise<{ id: string; name: string }> {
  const [point] = await Array.fromAsync(adele.backup.recoveryPoints.list(...VAULT, 'Azure', ...namesOf('OperationsRG', name)));
  return { id: point?.id ?? '', name: point?.name ?? '' };
}

const request = (name: string, pointName: string, more: object = {}) => ({
  objectType: 'IaasVMRestoreRequest' as const,
  recoveryPointId: pointName,
  recoveryType: 'RestoreDisks' as const,
  sourceResourceId: vmId('OperationsRG', name),
  targetResourceGroupId: group('OperationsRG'),
  storageAccountId: account('contosostaging'),
  region: 'westeurope',
  createNewCloudService: false,
  originalStorageAccountOption: false,
  ...more,
});

test('An item is found in its own container, and its points by moments', async () => {
  const [container, item] = namesOf('OperationsRG', 'AppVM1');
  const pointsOf = (fabric: string, of: string, filter?: string) =>
    Array.fromAsync(adele.backup.recoveryPoints.list(...VAULT, fabric, of, item, filter === undefined ? {} : { filter }));
  const missing = { statusCode: 404, code: 'BMSUserErrorContainerObjectNotFound' };
  await expect(pointsOf('Azure', 'IaasVMContainer;iaasvmcontainer;OperationsRG;AppVM1')).rejects.toMatchObject(missing);
  await expect(pointsOf('Mars', container)).rejects.toMatchObject(missing);
  const nonsense = "startDate eq 'yesterday' and endDate eq 'today'";
  await expect(pointsOf('Azure', container, nonsense)).rejects.toMatchObject({ statusCode: 400, code: 'BMSUserErrorInvalidInput' });
  expect(await pointsOf('azure', container.toUpperCase())).not.toEqual([]);
});

/** What keeps the newest point of a machine from being restored. */
async function refusals(name: string, more: object = {}): Promise<unknown[]> {
  const point = await newestPoint(name);
  const { validateOperationResponse } = await adele.backup.operation.validate(...VAULT, {
    id: point.id,
    properties: { objectType: 'ValidateIaasVMRestoreOperationRequest', restoreRequest: request(name, point.name, more) },
  });
  return (validateOperationResponse?.validationResults ?? []).map(({ message }) => message);
}

const refused = (action: string) => ({ statusCode: 403, code: 'LinkedAuthorizationFailed', message: expect.stringContaining(action) });

describe('Restoring disks', () => {
  test('is for those who may write where they pass through and come to', async () => {
    const point = await newestPoint('AppVM1');
    const names = namesOf('OperationsRG', 'AppVM1');
    const begin = ({ backup }: Clients, more: object) =>
      backup.restores.beginTrigger(...VAULT, 'Azure', ...names, point.name, { properties: request('AppVM1', point.name, more) });
    const [alex, lee] = [await clientsOf(company, 'alex'), await clientsOf(company, 'lee')];
    await expect(begin(alex, {})).rejects.toMatchObject(refused('Microsoft.Resources/subscriptions/resourceGroups/write'));
    await expect(begin(lee, { targetResourceGroupId: group('RestoreRG') })).rejects.toMatchObject(
      refused('Microsoft.Storage/storageAccounts/write'),
    );
  });

  test('brings them back encrypted as they were', async () => {
    const point = await newestPoint('FullRestoreVM1');
    expect(await refusals('FullRestoreVM1')).toEqual([]);
    const restore = adele.backup.restores.beginTrigger(
      ...VAULT,
      'Azure',
      ...namesOf('OperationsRG', 'FullRestoreVM1'),
      point.name,
      { properties: request('FullRestoreVM1', point.name) },
      { updateIntervalInMs: 0 },
    );
    await (await restore).pollUntilDone();
    company.advance(4 * HOUR);
    const [job] = await Array.fromAsync(adele.backup.backupJobs.list(...VAULT, { filter: "operation eq 'Restore'" }));
    expect(job?.properties).toMatchObject({ status: 'Completed', entityFriendlyName: 'FullRestoreVM1' });
    const disks = company.world.resources.list('Microsoft.Compute/disks', group('OperationsRG'));
    const [restored] = disks.filter(({ name }) => name.startsWith('fullrestorevm1-osdisk-'));
    expect(restored?.properties).toMatchObject({ diskState: 'Unattached', encryptionSettingsCollection: { enabled: true } });
  });

  test.each([
    ['of a whole encrypted machine', { recoveryType: 'AlternateLocation' }, 'does not have authorization'],
    ['through an account in another region', { storageAccountId: account('contosonorth') }, 'different regions'],
    ['through an account that does not exist', { storageAccountId: account('nosuchaccount') }, 'does not exist'],
    ['into a group that does not exist', { targetResourceGroupId: group('NoSuchRG') }, 'does not exist'],
    ['through an account that holds blobs only', { storageAccountId: account('onlyblobs') }, 'not supported'],
    ['through an account that is offline', { storageAccountId: account('sleeping') }, 'not online'],
    ['through an account whose keys are switched off', { storageAccountId: account('keyless') }, 'not authorized'],
    ['of some of its disks', { restoreDiskLunList: [0] }, 'Disk exclusion is not supported'],
  ])('%s is refused', async (_, more, reason) => {
    expect(await refusals('FullRestoreVM1', more)).toEqual([expect.stringContaining(reason)]);
  });

  test.each([
    ['LostVaultVM1', 'You cannot restore this encrypted VM since key vault associated with this VM does not exist.'],
    ['LostKeysVM1', 'You cannot restore this encrypted VM since key and secret associated with this VM do not exist.'],
  ])('of %s as a whole was refused in 2017 for what is lost, of its disks never', async (name, reason) => {
    const whole = { recoveryType: 'AlternateLocation' };
    expect(await refusals(name, whole)).toEqual([expect.stringContaining('does not have authorization')]);
    setServiceEdition(company.world, '2017-01');
    expect(await refusals(name, whole)).toEqual([reason, expect.stringContaining('does not have authorization')]);
    expect(await refusals(name)).toEqual([]);
  });

  test('can be validated in the background', async () => {
    const point = await newestPoint('FullRestoreVM1');
    const verdict = await adele.backup.validateOperation.beginTriggerAndWait(...VAULT, {
      id: `${vaultId('OperationsRG', 'OperationsVault')}/${point.id.split('/vaults/OperationsVault/')[1] ?? ''}`,
      properties: {
        objectType: 'ValidateIaasVMRestoreOperationRequest',
        restoreRequest: request('FullRestoreVM1', point.name, { storageAccountId: account('contosonorth') }),
      },
    });
    expect(verdict).not.toBeNull();
  });
});
