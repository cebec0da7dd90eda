import type { CommandOutcome, ItemPath } from '@tresor/contracts';
import type { Edition } from '@tresor/support-matrix';
import { sameId, vaultIdOf } from '../../../azure/connection/arm-id';
import type { AzureSession } from '../../../azure/connection/azure';
import { findJobOfRequest } from '../../../azure/jobs/jobs';
import { readHeldKeys } from '../../../azure/restores/held-keys';
import { triggerRestore, validateRestore, type DiskRestore } from '../../../azure/restores/restore-disks';
import { listStorageAccounts } from '../../../azure/restores/storage-accounts';
import { vaultLocation } from '../../../azure/vaults/vaults';
import { inSight } from '../../../facts';
import { Problem } from '../../../problem';
import type { Once } from '../../once/once';
import { requireRights } from '../../rights/require-rights';
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
    if (againStatus === 'InProgress' || againStatus === 'Cancelling') return state('running', 'disks-running');
    return state('failed', disks.value === 0 ? 'disks-gone' : 'disks-incomplete', canComeAgain ? 'restore-missing' : 'restore-disks');
  }
  if (status === 'Cancelled' || status === 'Cancelling') return state('failed', 'disks-cancelled', 'restore-disks');
  return status === 'Failed' ? state('failed', 'disks-failed', 'restore-disks') : state('running', 'disks-running');
}

export interface RestoreRequest {
  edition: Edition;
  recoveryPointId: string;
  storageAccountId: string;
  targetGroup: string | null;
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
  const disks = async (session: AzureSession): Promise<DiskRestore> => ({
    path,
    pointId: request.recoveryPointId,
    region: await vaultLocation(session, path),
    storageAccountId: request.storageAccountId,
    targetGroup: request.targetGroup,
    keys: (await readHeldKeys(session, path, request.recoveryPointId))?.urls ?? null,
    luns: null,
  });
  return once.run(azure, {
    intentId,
    body: { command: 'restore', path, ...request },
    async prepare(session) {
      await requireRights(session, 'restore-disks', { vault: vaultIdOf(path) });
      await requireStorageAccount(session, path, request);
      const restore = await disks(session);
      await validateRestore(session, restore);
      return restore;
    },
    ...(requestId !== undefined && { requestId: () => requestId }),
    look: (session, sent) => findJobOfRequest(session, path, 'Restore', sent),
    send: triggerRestore,
  });
}

export async function requireStorageAccount(
  session: AzureSession,
  path: ItemPath,
  { storageAccountId, edition }: Pick<RestoreRequest, 'storageAccountId' | 'edition'>,
): Promise<void> {
  const account = (await listStorageAccounts(session, path, edition)).find(({ id }) => sameId(id, storageAccountId));
  if (!account) throw new Problem('storage-account-not-found', { fields: ['storageAccountId'] });
  if (account.reason !== null) throw new Problem('storage-account-refused', { fields: ['storageAccountId'] });
}
