import type { CommandOutcome, ItemPath, TargetRegion } from '@tresor/contracts';
import type { Edition } from '@tresor/support-matrix';
import { sameId, vaultIdOf } from '../../../azure/connection/arm-id';
import type { AzureSession } from '../../../azure/connection/azure';
import { seeBackupOperation } from '../../../azure/items/backup-operation';
import { getItem } from '../../../azure/items/get-item';
import { isElsewhere, vmIdOf } from '../../../azure/items/item-place';
import { findJobOfRequest, isRunning } from '../../../azure/jobs/jobs';
import { findPairedJobOfRequest } from '../../../azure/jobs/paired-jobs';
import { hadManagedDisks, readHeldKeys } from '../../../azure/restores/held-keys';
import { listPairedPoints } from '../../../azure/restores/recovery-points';
import { triggerInPair } from '../../../azure/restores/restore-in-pair';
import { triggerRestore, validateRestore, type DiskRestore } from '../../../azure/restores/restore-disks';
import { listStorageAccounts } from '../../../azure/restores/storage-accounts';
import { openPairedRegion } from '../../../azure/vaults/paired-region';
import { vaultLocation } from '../../../azure/vaults/vaults';
import { inSight } from '../../../facts';
import { Problem } from '../../../problem';
import type { Once } from '../../once/once';
import { requireRights } from '../../rights/held-rights';
import { DONE, hiddenState, state, type State, type StepFacts } from './state';

/** Where the restoring of the disks stands. */
export function disksStep({ status, disks, missing, againStatus, canComeAgain, machine }: StepFacts): State {
  if (status === 'Completed' || status === 'CompletedWithWarnings') {
    if (inSight(machine, null) !== null) return DONE;
    if (disks.state === 'hidden') return hiddenState(disks.needs);
    if (disks.value > 0 && missing.state === 'hidden') return hiddenState(missing.needs);
    if (disks.value > 0 && inSight(missing, 0) === 0) return DONE;
    // Of a machine that was made of them nothing is missing.
    if (machine.state === 'hidden') return hiddenState(machine.needs);
    if (isRunning(againStatus)) return state('running', 'disks-running');
    return state('failed', disks.value === 0 ? 'disks-gone' : 'disks-incomplete', canComeAgain ? 'restore-missing' : 'restore-disks');
  }
  if (status === 'Cancelled' || status === 'Cancelling') return state('failed', 'disks-cancelled', 'restore-disks');
  return status === 'Failed' ? state('failed', 'disks-failed', 'restore-disks') : state('running', 'disks-running');
}

const LONGEST_DAYS = 3650;

interface RestoreRequest {
  edition: Edition;
  recoveryPointId: string;
  storageAccountId: string;
  targetGroup: string | null;
  /** In that of the vault unless told. */
  region?: TargetRegion | undefined;
}

/** Validates, then restores the disks of a recovery point, once for an intent. `requestId`: where others are to know its job by it. */
export async function startRestore(
  once: Once,
  azure: AzureSession,
  intentId: string,
  path: ItemPath,
  request: RestoreRequest,
  requestId?: string,
): Promise<CommandOutcome> {
  const isPaired = request.region === 'paired';
  const disks = async (session: AzureSession, region: string): Promise<DiskRestore> => ({
    path,
    vmId: await requireOwnSubscription(session, path),
    pointId: request.recoveryPointId,
    region,
    storageAccountId: request.storageAccountId,
    targetGroup: request.targetGroup,
    asManaged: request.targetGroup !== null && !(await hadManagedDisks(session, path, request.recoveryPointId)),
    keys: (await readHeldKeys(session, path, request.recoveryPointId))?.urls ?? null,
    luns: null,
  });
  return once.run(azure, {
    intentId,
    body: { command: 'restore', path, ...request },
    async prepare(session) {
      const places = { ...placesOf(path, request), vault: vaultIdOf(path), subscription: `/subscriptions/${path.subscriptionId}` };
      await requireRights(session, isPaired ? 'restore-in-pair' : 'restore-disks', places);
      const region = isPaired ? await requirePairedRegion(session, path, request) : await vaultLocation(session, path);
      await requireStorageAccount(session, path, request, region);
      const restore = await disks(session, region);
      // Of a restore in the paired region Azure has no check beforehand.
      if (!isPaired) await validateRestore(session, restore);
      return restore;
    },
    ...(requestId !== undefined && { requestId: () => requestId }),
    look: (session, sent) => (isPaired ? findPairedJobOfRequest(session, path, sent) : findJobOfRequest(session, path, 'Restore', sent)),
    ask: (session, operation) => seeBackupOperation(session, path, operation),
    send: isPaired ? triggerInPair : triggerRestore,
  });
}

/** The machine of an item. @throws Problem where it is in another subscription than its vault, whose places no step here goes to */
async function requireOwnSubscription(session: AzureSession, path: ItemPath): Promise<string> {
  const { vmId } = await getItem(session, path);
  if (isElsewhere(path, vmId)) throw new Problem('machine-elsewhere');
  return vmId || vmIdOf(path);
}

/** Where the disks of a restore pass through and come to. */
export const placesOf = (
  { subscriptionId }: Pick<ItemPath, 'subscriptionId'>,
  { storageAccountId, targetGroup }: Pick<DiskRestore, 'storageAccountId' | 'targetGroup'>,
) => ({
  'storage-account': storageAccountId,
  ...(targetGroup !== null && { group: `/subscriptions/${subscriptionId}/resourceGroups/${targetGroup}` }),
});

/** The paired region, where it has the point. @throws Problem where nothing of the vault, or not this, can be restored there, or not as VHDs */
async function requirePairedRegion(
  session: AzureSession,
  path: ItemPath,
  { recoveryPointId, targetGroup }: RestoreRequest,
): Promise<string> {
  const region = await openPairedRegion(session, path);
  if (region === null) throw new Problem('paired-region-closed', { fields: ['region'] });
  if (targetGroup === null) throw new Problem('invalid-request', { fields: ['targetGroup'] });
  const points = await listPairedPoints(session, path, region, LONGEST_DAYS);
  if (!points.some(({ id }) => id === recoveryPointId)) throw new Problem('paired-region-closed', { fields: ['recoveryPointId'] });
  return region;
}

export async function requireStorageAccount(
  session: AzureSession,
  path: ItemPath,
  { storageAccountId, edition }: Pick<RestoreRequest, 'storageAccountId' | 'edition'>,
  region?: string,
): Promise<void> {
  const account = (await listStorageAccounts(session, path, edition, region)).find(({ id }) => sameId(id, storageAccountId));
  if (!account) throw new Problem('storage-account-not-found', { fields: ['storageAccountId'] });
  if (account.reason !== null) throw new Problem('storage-account-refused', { fields: ['storageAccountId'] });
}
