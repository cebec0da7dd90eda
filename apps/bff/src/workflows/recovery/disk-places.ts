import type { ItemPath, RecoveryPoint, RecoveryTarget, ResourceGroupName, StorageAccountId, VaultPath } from '@tresor/contracts';
import { storageAccountId } from '@tresor/contracts';
import type { Edition } from '@tresor/support-matrix';
import type { AzureSession } from '../../azure/connection/azure';
import { listStorageAccounts } from '../../azure/restores/storage-accounts';

/** The group in which the machine comes back. */
export const groupOf = ({ vmGroup }: ItemPath, target: RecoveryTarget): ResourceGroupName =>
  target.kind === 'group' ? target.group : vmGroup;

/** Where the disks go: beside the machine, or as VHDs where Azure makes no others of them. */
export const diskGroupOf = (
  item: ItemPath,
  target: RecoveryTarget,
  edition: Edition,
  { managedDisks }: Pick<RecoveryPoint, 'managedDisks'>,
) => (edition === 'current' && managedDisks ? groupOf(item, target) : null);

/** The first storage account that takes restored disks, by name; undefined where none does. */
export async function accountFor(session: AzureSession, vault: VaultPath, edition: Edition): Promise<StorageAccountId | undefined> {
  const usable = (await listStorageAccounts(session, vault, edition)).find(({ reason }) => reason === null);
  return usable && storageAccountId.parse(usable.id);
}
