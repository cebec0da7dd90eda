import type { ItemPath, MachineDraft, ResourceGroupName, StorageAccountId, VaultPath } from '@tresor/contracts';
import { resourceGroupName, storageAccountId } from '@tresor/contracts';
import type { Edition } from '@tresor/support-matrix';
import type { AzureSession } from '../../azure/connection/azure';
import { listStorageAccounts } from '../../azure/restores/storage-accounts';
import type { RecoveryRecord } from '../../store/recovery-plans';
import { isNamesake, keyOf } from './machine-key';

/** What of a plan decides where its machines come back. */
export type Targeted = Pick<RecoveryRecord, 'target' | 'machines' | 'isolatedGroup'>;

/** The group in which the machine comes back. */
export function groupOf(item: ItemPath, plan: Targeted): ResourceGroupName {
  const isolated = isolatedGroupOf(item, plan);
  if (isolated !== null) return isolated;
  return plan.target.kind === 'group' ? plan.target.group : item.vmGroup;
}

type UnlikeOld = Pick<MachineDraft, 'withoutProximityGroup' | 'withoutTags' | 'addedTags'>;

/** What of a machine is decided for all of its plan; in isolation it has none of the old tags and is in no proximity placement group anyway. */
export function unlikeOld({ target }: Pick<RecoveryRecord, 'target'>): UnlikeOld {
  const added = target.addedTags && { addedTags: target.addedTags };
  if (target.kind === 'isolated') return { ...added };
  const { withoutProximityGroup, withoutTags } = target;
  return { ...(withoutProximityGroup && { withoutProximityGroup }), ...(withoutTags && { withoutTags }), ...added };
}

/** Namesakes of an isolated run get a group each. Null where it is not isolated. */
export function isolatedGroupOf(item: ItemPath, { machines, isolatedGroup }: Targeted): ResourceGroupName | null {
  if (isolatedGroup === null) return null;
  const namesakes = machines.filter(({ item: other }) => isNamesake(other, item));
  const place = namesakes.findIndex(({ item: other }) => keyOf(other) === keyOf(item));
  return resourceGroupName.parse(place <= 0 ? isolatedGroup : `${isolatedGroup}-${String(place + 1)}`);
}

/** Where the disks go: beside the machine; in 2017 they stayed VHDs. */
export const diskGroupOf = (item: ItemPath, plan: Targeted & Pick<RecoveryRecord, 'edition'>) =>
  plan.edition === 'current' ? groupOf(item, plan) : null;

/** The first storage account that takes restored disks, by name; undefined where none does. One whose firewall may keep our server out comes last. */
export async function accountFor(session: AzureSession, vault: VaultPath, edition: Edition): Promise<StorageAccountId | undefined> {
  const usable = (await listStorageAccounts(session, vault, edition)).filter(({ reason }) => reason === null);
  const [first] = usable.toSorted((a, b) => Number(a.isClosed) - Number(b.isClosed));
  return first && storageAccountId.parse(first.id);
}
