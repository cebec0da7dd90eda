import type { EstateRestores, VaultPath } from '@tresor/contracts';
import { vaultIdOf } from '../../azure/connection/arm-id';
import type { AzureSession } from '../../azure/connection/azure';
import { listAllRestoreJobs } from '../../azure/jobs/all-jobs';
import { listRestoreJobs, newestFirst } from '../../azure/jobs/jobs';
import { listPairedJobs } from '../../azure/jobs/paired-jobs';
import type { GraphScope } from '../../azure/machines/resource-graph';
import type { CommandRecord } from '../record/command-record';
import { reasonsOf } from '../record/find-commands';
import { withoutCompleting } from './journey/completing-jobs';

const DAYS = 30;

/** The restores of the last thirty days, newest first, no matter who began them. */
export async function listRestores(record: CommandRecord, session: AzureSession, path: VaultPath) {
  const [own, paired] = await Promise.all([listRestoreJobs(session, path, DAYS), listPairedJobs(session, path, DAYS)]);
  const jobs = [...withoutCompleting(own), ...paired].toSorted(newestFirst);
  const reasons = await reasonsOf(record, path, DAYS);
  return jobs.map(({ id, workload, status, startTime }) => ({
    jobId: id,
    vmName: workload,
    status,
    startTime,
    reasons: [...(reasons.get(id.toLowerCase()) ?? [])],
  }));
}

/** The restores of every vault whose jobs the user may read, newest first: one query, however many vaults there are. */
export async function listAllRestores(
  record: CommandRecord,
  session: AzureSession,
  days: number,
  scope: GraphScope,
): Promise<EstateRestores> {
  const { total, restores: found } = await listAllRestoreJobs(session, days, scope);
  const jobs = withoutCompleting(found);
  const vaults = new Map(jobs.map(({ vault }) => [vaultIdOf(vault).toLowerCase(), vault]));
  const reasons = new Map(await Promise.all([...vaults].map(async ([key, vault]) => [key, await reasonsOf(record, vault, days)] as const)));
  const restores = jobs.map(({ id, workload, status, startTime, vault }) => ({
    jobId: id,
    vmName: workload,
    status,
    startTime,
    reasons: [...(reasons.get(vaultIdOf(vault).toLowerCase())?.get(id.toLowerCase()) ?? [])],
    vault,
  }));
  // What completes a restore is not one of its own.
  return { total: total - (found.length - jobs.length), restores };
}
