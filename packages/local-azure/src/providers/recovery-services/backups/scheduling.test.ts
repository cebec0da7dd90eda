import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { clientsOf, DAY, MINUTE, namesOf, openCompany, protect, vmId } from '../../../testing/backup-company';
import type { Clients, Company } from '../../../testing/backup-company';

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

const jobs = (filter = "operation eq 'Backup'") => Array.fromAsync(adele.backup.backupJobs.list(...VAULT, { filter }));
const points = () => Array.fromAsync(adele.backup.recoveryPoints.list(...VAULT, 'Azure', ...namesOf(...VM)));

describe('Backups by schedule', () => {
  beforeEach(startAfresh);

  test('run every night and are given up when their time is over', async () => {
    await protect(adele, ...VM);
    company.advance(5 * DAY);
    expect((await points()).length).toBeGreaterThanOrEqual(4);
    company.advance(29 * DAY);
    const kept = await points();
    expect(kept.length).toBeGreaterThanOrEqual(29);
    expect(kept.length).toBeLessThanOrEqual(31);
    expect(kept.at(-1)?.properties).toMatchObject({
      recoveryPointTierDetails: [{ type: 'InstantRP', status: 'Deleted' }, { status: 'Valid' }],
    });
  });

  test('stop with the protection, and everything is kept', async () => {
    await protect(adele, ...VM);
    company.advance(3 * DAY);
    await adele.backup.protectedItems.createOrUpdate(...VAULT, 'Azure', ...namesOf(...VM), {
      properties: {
        protectedItemType: 'Microsoft.Compute/virtualMachines',
        sourceResourceId: vmId(...VM),
        protectionState: 'ProtectionStopped',
      },
    });
    company.advance(MINUTE);
    const before = await points();
    company.advance(32 * DAY);
    expect(await points()).toHaveLength(before.length);
  });

  test('are listed by day, newest first', async () => {
    await protect(adele, ...VM);
    company.advance(3 * DAY);
    expect(await jobs()).toHaveLength(1);
    const all = await jobs("startTime eq '2020-01-01 12:00:00 AM' and endTime eq '2099-01-01 12:00:00 AM' and operation eq 'Backup'");
    const starts = all.map(({ properties }) => properties?.startTime?.valueOf() ?? 0);
    expect(starts.length).toBeGreaterThanOrEqual(2);
    expect(starts).toEqual(starts.toSorted((a, b) => b - a));
  });
});
