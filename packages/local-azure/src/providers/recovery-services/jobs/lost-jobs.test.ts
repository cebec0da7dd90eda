import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { claimsOfVault } from '../state/item-store';
import { findJob, forgetJobs, jobsAtWork, saveJob, type Job } from '../state/job-store';
import {
  clientsOf,
  DAY,
  HOUR,
  MINUTE,
  namesOf,
  openCompany,
  protect,
  vaultId,
  type Clients,
  type Company,
} from '../../../testing/backup-company';

const VAULT = ['IgniteDemoVault', 'IgniteRG'] as const;
const VM = ['dbvm1', 'DBVM1Restore'] as const;
const VAULT_ID = vaultId('IgniteRG', 'IgniteDemoVault');

let company: Company;
let adele: Clients;
beforeAll(async () => {
  company = await openCompany();
  adele = await clientsOf(company);
});
afterAll(() => company.stop());
beforeEach(() => company.reset('contoso'));

async function startBackup(): Promise<string> {
  await protect(adele, ...VM);
  company.advance(2 * MINUTE);
  await adele.backup.backups.trigger(...VAULT, 'Azure', ...namesOf(...VM), { properties: { objectType: 'IaasVMBackupRequest' } });
  const [started] = await Array.fromAsync(
    adele.backup.backupJobs.list(...VAULT, { filter: "operation eq 'Backup' and status eq 'InProgress'" }),
  );
  return started?.name ?? '';
}

describe('a job whose next step fails', () => {
  it('ends as failed and gives its item back', async () => {
    const report = vi.spyOn(console, 'error').mockReturnValue();
    const id = await startBackup();
    // As a damaged state would have it.
    const jobs = company.world.documents<Job>('backup-jobs');
    const [job] = jobsAtWork(company.world, VAULT_ID);
    const day = new Date(job?.startedAt ?? 0).toISOString().slice(0, 10);
    const key = `${VAULT_ID.toLowerCase()}/${day}/${id}`;
    expect(jobs.get(key)?.id).toBe(id);
    const damaged: object = { ...job, operation: 'Nonsense' };
    company.world.documents<object>('backup-jobs').put(key, damaged);
    company.advance(HOUR);
    expect(report).toHaveBeenCalled();
    report.mockRestore();
    expect(claimsOfVault(company.world, VAULT_ID)).toEqual([]);
    expect(findJob(company.world, VAULT_ID, id)).toMatchObject({ status: 'Failed', errors: [{ errorTitle: 'InternalServerError' }] });
  });
});

it('a vault that is gone leaves no job behind, however old', async () => {
  const id = await startBackup();
  const job = findJob(company.world, VAULT_ID, id);
  if (!job) throw new Error('The backup was not started.');
  saveJob(company.world, { ...job, id: 'old', startedAt: company.world.clock.now() - 500 * DAY });
  forgetJobs(company.world, VAULT_ID);
  expect([findJob(company.world, VAULT_ID, id), findJob(company.world, VAULT_ID, 'old')]).toEqual([undefined, undefined]);
  expect(company.world.documents('backup-jobs').list(`${VAULT_ID.toLowerCase()}/`)).toEqual([]);
});
