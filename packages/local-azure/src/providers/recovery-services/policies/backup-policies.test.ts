import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clientsOf, MINUTE, namesOf, openCompany, vaultId, vmId } from '../../../testing/backup-company';
import type { Clients, Company } from '../../../testing/backup-company';

const GROUP = 'IgniteRG';

let company: Company;
let adele: Clients;
beforeAll(async () => {
  company = await openCompany();
  adele = await clientsOf(company);
});
afterAll(() => company.stop());

const bodyOf = (count: number, time = '2026-01-05T21:30:00Z') => ({
  properties: {
    backupManagementType: 'AzureIaasVM' as const,
    schedulePolicy: {
      schedulePolicyType: 'SimpleSchedulePolicy' as const,
      scheduleRunFrequency: 'Daily' as const,
      scheduleRunTimes: [new Date(time)],
    },
    retentionPolicy: {
      retentionPolicyType: 'LongTermRetentionPolicy' as const,
      dailySchedule: { retentionTimes: [new Date(time)], retentionDuration: { count, durationType: 'Days' as const } },
    },
    timeZone: 'W. Europe Standard Time',
  },
});
const putPolicy = (name: string, count: number, time?: string) =>
  adele.backup.protectionPolicies.createOrUpdate('IgniteDemoVault', GROUP, name, bodyOf(count, time));
const getPolicy = (name: string) => adele.backup.protectionPolicies.get('IgniteDemoVault', GROUP, name);

describe('The policies of a vault', () => {
  test('are made, changed and deleted', async () => {
    await putPolicy('Nightly', 30);
    await putPolicy('Nightly', 60);
    expect((await getPolicy('nightly')).properties).toMatchObject({
      timeZone: 'W. Europe Standard Time',
      retentionPolicy: { dailySchedule: { retentionDuration: { count: 60, durationType: 'Days' } } },
    });
    await adele.backup.protectionPolicies.beginDeleteAndWait('IgniteDemoVault', GROUP, 'Nightly');
    await expect(getPolicy('Nightly')).rejects.toMatchObject({ statusCode: 404 });
  });

  test('are 200 at most', async () => {
    const put = (name: string) => adele.backup.protectionPolicies.createOrUpdate('NorthVault', 'NorthRG', name, bodyOf(30));
    await expect(put('OneMore')).rejects.toMatchObject({ statusCode: 400, code: 'BMSUserErrorPolicyLimitReached' });
    expect((await put('Project-001')).name).toBe('Project-001');
    await adele.backup.protectionPolicies.beginDeleteAndWait('NorthVault', 'NorthRG', 'Project-002');
    expect((await put('OneMore')).name).toBe('OneMore');
  });

  test('are refused when they make no sense', async () => {
    await expect(putPolicy('Nightly', 3)).rejects.toMatchObject({ statusCode: 400, code: 'BMSUserErrorInvalidPolicyInput' });
    await expect(putPolicy('1st', 30)).rejects.toMatchObject({ statusCode: 400, code: 'BMSUserErrorInvalidPolicyInput' });
  });

  test('that protect a machine stay, and a change reaches the machine', async () => {
    await putPolicy('Weekdays', 30);
    await adele.backup.protectedItems.createOrUpdate('IgniteDemoVault', GROUP, 'Azure', ...namesOf(GROUP, 'WebVM3'), {
      properties: {
        protectedItemType: 'Microsoft.Compute/virtualMachines',
        sourceResourceId: vmId(GROUP, 'WebVM3'),
        policyId: `${vaultId(GROUP, 'IgniteDemoVault')}/backupPolicies/Weekdays`,
      },
    });
    company.advance(2 * MINUTE);
    expect((await getPolicy('Weekdays')).properties).toMatchObject({ protectedItemsCount: 1 });
    await expect(adele.backup.protectionPolicies.beginDeleteAndWait('IgniteDemoVault', GROUP, 'Weekdays')).rejects.toMatchObject({
      code: 'BMSUserErrorPolicyInUse',
      message: expect.stringContaining('WebVM3'),
    });
    let status = 0;
    await adele.backup.protectionPolicies.createOrUpdate('IgniteDemoVault', GROUP, 'Weekdays', bodyOf(45), {
      onResponse: (response) => {
        status = response.status;
      },
    });
    expect(status).toBe(202);
    const jobs = await Array.fromAsync(adele.backup.backupJobs.list('IgniteDemoVault', GROUP, { filter: "status eq 'InProgress'" }));
    expect(jobs.map(({ properties }) => properties?.operation)).toEqual(['ConfigureBackup']);
  });
});
