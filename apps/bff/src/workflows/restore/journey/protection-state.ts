import { itemPath, type ItemPath, type VaultPath } from '@tresor/contracts';
import { isBackedUp } from '@tresor/support-matrix';
import type { MachineState } from '../../../azure/compute/machine';
import { parseArmId, sameId } from '../../../azure/connection/arm-id';
import type { AzureSession } from '../../../azure/connection/azure';
import { getItem, type BackedUpItem } from '../../../azure/items/get-item';
import { listContainerJobs } from '../../../azure/jobs/jobs';
import { containerOf } from '../../../azure/items/protection';
import { listPoints } from '../../../azure/restores/recovery-points';
import { isStatus } from '../../../azure/connection/upstream-failure';
import { own } from '../../../own';

/**
 * How the vault protects a machine. Azure enables a backup without looking whether it can be made, so `protected` is only what has a
 * recovery point since the machine was made, in the vault or by a backup that ended well; before that it is `unproven`, or `snapshot-only`
 * where there is no more than the snapshot with which a backup begins, as long as none runs or has failed. It is `failing` once the newest backup has failed, as it does
 * when the keys are taken away again.
 */
export interface Protection {
  state:
    | 'none'
    | 'enabling'
    | 'unproven'
    | 'snapshot-only'
    | 'backing-up'
    | 'backup-failed'
    | 'protected'
    | 'failing'
    | 'stopped'
    | 'deleted';
  newestPoint: string | null;
  /** The backup job that runs, or the newest one that failed. */
  jobId: string | null;
}

export const UNPROTECTED: Protection = { state: 'none', newestPoint: null, jobId: null };

/** The item of a machine in a vault; undefined where there is none. */
export async function findItem(session: AzureSession, path: ItemPath): Promise<BackedUpItem | undefined> {
  try {
    return await getItem(session, path);
  } catch (error) {
    if (isStatus(error, 404)) return undefined;
    throw error;
  }
}

/** The same of a machine; none where a namesake in another subscription has it. */
export async function findOwnItem(session: AzureSession, vault: VaultPath, machineId: string): Promise<BackedUpItem | undefined> {
  const item = await findItem(session, itemOf(vault, machineId));
  return item && (item.vmId === '' || sameId(item.vmId, machineId)) ? item : undefined;
}

export async function readProtection(session: AzureSession, vault: VaultPath, machine: MachineState): Promise<Protection> {
  const path = itemOf(vault, machine.id);
  const item = await findOwnItem(session, vault, machine.id);
  if (item?.deletedAt != null) return { ...UNPROTECTED, state: 'deleted' };
  const jobs = (operation: string) => listContainerJobs(session, vault, operation, containerOf(machine.id));
  if (!item || !isBackedUp(item)) {
    const isEnabling = (await jobs('ConfigureBackup')).some(({ status }) => status === 'InProgress');
    return { ...UNPROTECTED, state: isEnabling ? 'enabling' : item ? 'stopped' : 'none' };
  }
  const isOfMachine = (moment: string | null) => Date.parse(moment ?? '') >= Date.parse(machine.created ?? '');
  const hasEndedWell = item.lastBackupStatus?.startsWith('Completed') && isOfMachine(item.lastBackupTime);
  if (isOfMachine(item.latestRecoveryPoint) && (hasEndedWell || (await isInVault(session, path, isOfMachine)))) {
    const failed = item.lastBackupStatus === 'Failed' ? (await jobs('Backup'))[0] : undefined;
    const state = failed?.status === 'Failed' ? 'failing' : 'protected';
    return { state, newestPoint: item.latestRecoveryPoint, jobId: state === 'failing' ? (failed?.id ?? null) : null };
  }
  const [backup] = (await jobs('Backup')).filter(({ startTime }) => isOfMachine(startTime));
  if (backup?.status.startsWith('Completed')) {
    // The item was read before the jobs, perhaps by an earlier look: of a backup that ended since it cannot show the point.
    session.forget();
    const newestPoint = (await findItem(session, path))?.latestRecoveryPoint ?? null;
    if (isOfMachine(newestPoint)) return { state: 'protected', newestPoint, jobId: null };
  }
  const state = own(STATE_BY_JOB, backup?.status) ?? (isOfMachine(item.latestRecoveryPoint) ? 'snapshot-only' : 'unproven');
  return { state, newestPoint: null, jobId: backup?.id ?? null };
}

/** So far back the points of a new machine are looked at. */
const POINT_DAYS = 30;

/** Whether a point that was made since then is more than a snapshot. Where Azure tells no tiers it is, as in the years before there were snapshots. */
async function isInVault(session: AzureSession, path: ItemPath, isOfMachine: (moment: string | null) => boolean): Promise<boolean> {
  const points = await listPoints(session, path, POINT_DAYS);
  return points.some(({ time, tiers }) => isOfMachine(time) && (tiers.includes('vault') || tiers.includes('archive')));
}

const STATE_BY_JOB: Record<string, Protection['state']> = { InProgress: 'backing-up', Failed: 'backup-failed' };

/** A machine that was recreated under its old name and group goes on as the item it was. */
export function itemOf({ subscriptionId, resourceGroup, vaultName }: VaultPath, machineId: string): ItemPath {
  const { resourceGroup: vmGroup, name: vmName } = parseArmId(machineId) ?? {};
  return itemPath.parse({ subscriptionId, resourceGroup, vaultName, vmGroup, vmName });
}
