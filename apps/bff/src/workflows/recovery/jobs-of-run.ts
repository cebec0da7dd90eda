import { sameName } from '@tresor/support-matrix';
import type { AzureSession } from '../../azure/connection/azure';
import { unlessHidden } from '../../azure/connection/upstream-failure';
import { listRestoreJobs, type RestoreJob } from '../../azure/jobs/jobs';
import { DAY } from '../../store/bounds';
import type { RecoveryMachineRecord, RecoveryRecord } from '../../store/recovery-plans';
import { vaultKeyOf, vaultOf } from './machine-key';

/** The restores of a run that go on by plans of their own. */
export const restoresOf = (azure: AzureSession, { machines }: Pick<RecoveryRecord, 'machines'>) =>
  machines.flatMap(({ item, jobId, isPlanned, isOut }) =>
    jobId === null || !isPlanned || isOut ? [] : [{ azure, vault: vaultOf(item), jobId }],
  );

/** The restore jobs of machines, as Azure lists them: a call for each vault, however many machines there are. */
export async function readJobs(
  session: AzureSession,
  { startedAt, at }: Pick<RecoveryRecord, 'startedAt' | 'at'>,
  machines: readonly RecoveryMachineRecord[],
): Promise<(machine: RecoveryMachineRecord) => RestoreJob | undefined> {
  const vaults = new Map(machines.map(({ item }) => [vaultKeyOf(item), vaultOf(item)]));
  const days = Math.ceil((session.now().getTime() - Date.parse(startedAt ?? at)) / DAY) + 1;
  // A person who may not look into a vault does not go on with its machines; the others go on.
  const listed = await Promise.all(
    [...vaults].map(async ([key, vault]) => [key, await unlessHidden(listRestoreJobs(session, vault, days), [])] as const),
  );
  const jobs = new Map(listed);
  return ({ item, jobId, attempt }) =>
    jobs.get(vaultKeyOf(item))?.find(({ id, requestId }) => (jobId === null ? requestId === attempt?.intentId : sameName(id, jobId)));
}
