import type { CommandOutcome, ItemPath } from '@tresor/contracts';
import type { Edition } from '@tresor/support-matrix';
import { sameId, vaultIdOf } from '../../azure/connection/arm-id';
import type { AzureSession } from '../../azure/connection/azure';
import { findJobOfRequest } from '../../azure/jobs/jobs';
import { readHeldKeys } from '../../azure/restores/held-keys';
import { triggerRestore, validateRestore, type DiskRestore } from '../../azure/restores/restore-disks';
import { listStorageAccounts } from '../../azure/restores/storage-accounts';
import { vaultLocation } from '../../azure/vaults/vaults';
import { Problem } from '../../problem';
import type { Once } from '../once/once';
import { requireRights } from '../rights/require-rights';

export interface RestoreWish {
  edition: Edition;
  recoveryPointId: string;
  storageAccountId: string;
  targetGroup: string | null;
}

/** Validates, then restores the disks of a recovery point, once for an intent. */
export async function startRestore(
  once: Once,
  azure: AzureSession,
  intentId: string,
  path: ItemPath,
  wish: RestoreWish,
): Promise<CommandOutcome> {
  const disks = async (session: AzureSession): Promise<DiskRestore> => ({
    path,
    pointId: wish.recoveryPointId,
    region: await vaultLocation(session, path),
    storageAccountId: wish.storageAccountId,
    targetGroup: wish.targetGroup,
    keys: (await readHeldKeys(session, path, wish.recoveryPointId))?.urls ?? null,
    luns: null,
  });
  return once.run(azure, {
    intentId,
    body: { command: 'restore', path, ...wish },
    async prepare(session) {
      await requireRights(session, 'restore-disks', { vault: vaultIdOf(path) });
      await requireStorageAccount(session, path, wish);
      const restore = await disks(session);
      await validateRestore(session, restore);
      return restore;
    },
    look: (session, sent) => findJobOfRequest(session, path, 'Restore', sent),
    send: triggerRestore,
  });
}

export async function requireStorageAccount(
  session: AzureSession,
  path: ItemPath,
  { storageAccountId, edition }: Pick<RestoreWish, 'storageAccountId' | 'edition'>,
): Promise<void> {
  const account = (await listStorageAccounts(session, path, edition)).find(({ id }) => sameId(id, storageAccountId));
  if (!account) throw new Problem('storage-account-not-found', { fields: ['storageAccountId'] });
  if (account.reason !== null) throw new Problem('storage-account-refused', { fields: ['storageAccountId'] });
}
