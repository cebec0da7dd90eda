import type { RestoreInVault, VaultPath } from '@tresor/contracts';
import pLimit from 'p-limit';
import type { AzureSession } from '../../azure/connection/azure';
import { isStatus } from '../../azure/connection/upstream-failure';
import { listRestoreJobs } from '../../azure/jobs/jobs';
import { listVaults } from '../../azure/vaults/vaults';
import type { CommandRecord } from '../record/command-record';
import { reasonsOf } from '../record/find-commands';
import { withoutCompleting } from './journey/completing-jobs';

const DAYS = 30;
const PARALLEL = 8;
/** Who has more vaults looks into one of them. */
const MOST_VAULTS = 50;

/** The restores of the last thirty days, newest first, no matter who began them. */
export async function listRestores(record: CommandRecord, session: AzureSession, path: VaultPath) {
  const jobs = withoutCompleting(await listRestoreJobs(session, path, DAYS));
  const reasons = await reasonsOf(record, path, DAYS);
  return jobs.map(({ id, workload, status, startTime }) => ({
    jobId: id,
    vmName: workload,
    status,
    startTime,
    reasons: [...(reasons.get(id.toLowerCase()) ?? [])],
  }));
}

/** The newest restore of each machine in all vaults the user may see: what went before it was given up. */
export async function listAllRestores(record: CommandRecord, session: AzureSession): Promise<RestoreInVault[]> {
  const vaults = (await listVaults(session)).slice(0, MOST_VAULTS);
  const found = await pLimit(PARALLEL).map(vaults, async ({ subscriptionId, resourceGroup, name: vaultName }) => {
    const vault = { subscriptionId, resourceGroup, vaultName };
    const restores = await listRestores(record, session, vault).catch((error: unknown) => {
      if (isStatus(error, 403) || isStatus(error, 404)) return [];
      throw error;
    });
    const newest = restores.filter(({ vmName }, at) => restores.findIndex((one) => one.vmName === vmName) === at);
    return newest.map((restore) => ({ ...restore, vault }));
  });
  return found.flat().toSorted((a, b) => (b.startTime ?? '').localeCompare(a.startTime ?? ''));
}
