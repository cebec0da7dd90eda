import type { VaultPath } from '@tresor/contracts';
import type { AzureSession } from '../../azure/connection/azure';
import { listJobs } from '../../azure/jobs/jobs';

const DAYS = 30;

/** The restores of the last thirty days, newest first, whoever began them. */
export async function listRestores(session: AzureSession, path: VaultPath) {
  const jobs = await listJobs(session, path, DAYS);
  return jobs
    .filter(({ operation }) => operation === 'Restore')
    .map(({ id, workload, status, startTime }) => ({ jobId: id, vmName: workload, status, startTime }));
}
