import type { CommandOutcome, ItemPath } from '@tresor/contracts';
import type { Edition } from '@tresor/support-matrix';
import { sameId, vaultIdOf } from '../../azure/connection/arm-id';
import type { AzureSession } from '../../azure/connection/azure';
import { vmIdOf } from '../../azure/items/item-place';
import { readJob } from '../../azure/jobs/job-details';
import { listContainerJobs } from '../../azure/jobs/jobs';
import { containerOf } from '../../azure/items/protection';
import { readHeldKeys } from '../../azure/restores/held-keys';
import { readRestoreBag } from '../../azure/restores/restore-bag';
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
  const container = containerOf(vmIdOf(path));
  const disks = async (session: AzureSession): Promise<DiskRestore> => ({
    path,
    pointId: wish.recoveryPointId,
    region: await vaultLocation(session, path),
    storageAccountId: wish.storageAccountId,
    targetGroup: wish.targetGroup,
    keys: (await readHeldKeys(session, path, wish.recoveryPointId))?.urls ?? null,
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
    look: async (session) => (await listContainerJobs(session, path, 'Restore', container)).map(({ id }) => id),
    isMine: (session, jobId) => goesTo(session, path, jobId, wish),
    send: triggerRestore,
  });
}

async function requireStorageAccount(session: AzureSession, path: ItemPath, { storageAccountId, edition }: RestoreWish): Promise<void> {
  const account = (await listStorageAccounts(session, path, edition)).find(({ id }) => sameId(id, storageAccountId));
  if (!account) throw new Problem('storage-account-not-found', { fields: ['storageAccountId'] });
  if (account.reason !== null) throw new Problem('storage-account-refused', { fields: ['storageAccountId'] });
}

/** Whether a job restores to where we asked: a colleague's restore of the same machine is not ours. */
async function goesTo(session: AzureSession, path: ItemPath, jobId: string, wish: RestoreWish): Promise<boolean> {
  const { extendedInfo } = (await readJob(session, path, jobId)).properties;
  const { storageAccountName, targetGroup } = readRestoreBag(extendedInfo?.propertyBag);
  const asked = wish.storageAccountId.split('/').at(-1) ?? '';
  return (
    storageAccountName?.toLowerCase() === asked.toLowerCase() &&
    (targetGroup === null || targetGroup.toLowerCase() === wish.targetGroup?.toLowerCase())
  );
}
