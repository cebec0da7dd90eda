import type { AzureSession } from '../../azure/connection/azure';
import { isStatus } from '../../azure/connection/upstream-failure';
import { listRestoreJobs, type RestoreJob } from '../../azure/jobs/jobs';
import { DAY } from '../../store/bounds';
import type { RecoveryMachineRecord, RecoveryRecord } from '../../store/recovery-plans';
import { vaultKeyOf, vaultOf } from './machine-key';

/** The restore jobs of machines, as Azure lists them: a call for each vault, however many machines there are. */
export async function readJobs(
  session: AzureSession,
  { startedAt, at }: Pick<RecoveryRecord, 'startedAt' | 'at'>,
  machines: readonly RecoveryMachineRecord[],
): Promise<(machine: RecoveryMachineRecord) => RestoreJob | undefined> {
  const vaults = new Map(machines.map(({ item }) => [vaultKeyOf(item), vaultOf(item)]));
  const days = Math.ceil((session.now().getTime() - Date.parse(startedAt ?? at)) / DAY) + 1;
  const listed = await Promise.all(
    [...vaults].map(async ([key, vault]) => [key, await jobsInSight(() => listRestoreJobs(session, vault, days))] as const),
  );
  const jobs = new Map(listed);
  return ({ item, jobId, attempt }) =>
    jobs
      .get(vaultKeyOf(item))
      ?.find(({ id, requestId }) => (jobId === null ? requestId === attempt?.intentId : id.toLowerCase() === jobId.toLowerCase()));
}

/** Who may not look into a vault does not go on with its machines; the others go on. */
async function jobsInSight(read: () => Promise<RestoreJob[]>): Promise<RestoreJob[]> {
  try {
    return await read();
  } catch (error) {
    if (isStatus(error, 403) || isStatus(error, 404)) return [];
    throw error;
  }
}
