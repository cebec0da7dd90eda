import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { backUp, groupId, IGNITE, restore } from '../../../testing/restoring';
import { clientsOf, MINUTE, namesOf, openCompany, protect, vaultId, vmId } from '../../../testing/backup-company';
import type { Clients, Company } from '../../../testing/backup-company';
import { list, record, text } from '../../../world/json';

const GROUP = 'OperationsRG';
const MANY = 'ManyDisksVM1';

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

const names = namesOf(GROUP, MANY);
const item = async () => (await adele.backup.protectedItems.get(...IGNITE, 'Azure', ...names)).properties;

/** Changes the item of a machine as the command line does. Answers whether the service told where to watch that. */
async function exclude(name: string, extendedProperties: object): Promise<boolean> {
  let isWatched = false;
  await adele.backup.protectedItems.createOrUpdate(
    ...IGNITE,
    'Azure',
    ...namesOf(GROUP, name),
    {
      properties: {
        protectedItemType: 'Microsoft.Compute/virtualMachines',
        sourceResourceId: vmId(GROUP, name),
        policyId: `${vaultId('IgniteRG', 'IgniteDemoVault')}/backupPolicies/DefaultPolicy`,
        extendedProperties,
      },
    },
    { onResponse: ({ headers }) => void (isWatched = headers.has('azure-asyncoperation')) },
  );
  company.advance(2 * MINUTE);
  return isWatched;
}

const named = (disks: unknown) =>
  list(disks)
    .map((disk) => text(record(disk)['name']))
    .join('; ');

const newestPoint = async () => {
  const [point] = await Array.fromAsync(adele.backup.recoveryPoints.list(...IGNITE, 'Azure', ...names));
  return point?.properties;
};

/** How many disks a restore into a group of the machine's own subscription brings back. */
async function restoredDisks(more: object = {}): Promise<(number | undefined)[]> {
  const before = new Set(company.world.resources.list('Microsoft.Compute/disks', groupId('RestoreRG')).map(({ id }) => id));
  await restore(company, adele, IGNITE, GROUP, MANY, { targetResourceGroupId: groupId('RestoreRG'), ...more });
  const made = company.world.resources.list('Microsoft.Compute/disks', groupId('RestoreRG')).filter(({ id }) => !before.has(id));
  return made.map(({ name }) => Number(/-datadisk-(\d+)/.exec(name)?.[1] ?? -1)).toSorted((a, b) => a - b);
}

describe('The disks of a backup', () => {
  test('are chosen for an item that is there, which takes a job', async () => {
    await protect(adele, GROUP, MANY);
    company.advance(2 * MINUTE);
    expect(await exclude(MANY, { diskExclusionProperties: { diskLunList: [0, 2], isInclusionList: true } })).toBe(true);
    expect(await item()).toMatchObject({ extendedProperties: { diskExclusionProperties: { diskLunList: [0, 2], isInclusionList: true } } });
    await backUp(company, adele, GROUP, MANY);
    expect(await newestPoint()).toMatchObject({
      recoveryPointDiskConfiguration: {
        numberOfDisksIncludedInBackup: 3,
        numberOfDisksAttachedToVm: 34,
        includedDiskList: [{ lun: -1 }, { lun: 0 }, { lun: 2 }],
      },
    });
    const [ran] = await Array.fromAsync(adele.backup.backupJobs.list(...IGNITE, { filter: "operation eq 'Backup'" }));
    const { properties } = await adele.backup.jobDetails.get(...IGNITE, ran?.name ?? '');
    const disks = record(record(await newestPoint())['recoveryPointDiskConfiguration']);
    const [included, excluded] = ['included', 'excluded'].map((one) => named(disks[`${one}DiskList`]));
    expect(properties).toMatchObject({
      extendedInfo: { propertyBag: { 'Backed-up disk(s)': included, 'Excluded disk(s)': excluded } },
    });
    expect(await restoredDisks()).toEqual([-1, 0, 2]);
    await expect(restoredDisks({ restoreDiskLunList: [1] })).rejects.toMatchObject({ code: 'UserErrorDiskNotInRecoveryPoint' });
  });

  test('are all of them again when nothing is left out any more', async () => {
    await exclude(MANY, { diskExclusionProperties: { diskLunList: [1], isInclusionList: false } });
    await backUp(company, adele, GROUP, MANY);
    expect(await newestPoint()).toMatchObject({ recoveryPointDiskConfiguration: { excludedDiskList: [{ lun: 1 }] } });
    await exclude(MANY, {});
    expect(await item()).not.toHaveProperty('extendedProperties.diskExclusionProperties');
    await backUp(company, adele, GROUP, MANY);
    expect(await newestPoint()).not.toHaveProperty('recoveryPointDiskConfiguration');
  });

  test('of an encrypted machine are never chosen', async () => {
    const excluded = exclude('StoppedVM1', { diskExclusionProperties: { diskLunList: [0], isInclusionList: true } });
    await expect(excluded).rejects.toMatchObject({ statusCode: 400, code: 'UserErrorEncryptedVmNotSupportedWithDiskEx' });
  });
});

test('A restore of the system’s disk alone brings back that one', async () => {
  await backUp(company, adele, GROUP, MANY);
  expect(await restoredDisks({ restoreDiskLunList: [] })).toEqual([-1]);
  expect(await restoredDisks({ restoreDiskLunList: [3] })).toEqual([-1, 3]);
  expect(await restoredDisks()).toHaveLength(34);
});
