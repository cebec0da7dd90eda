import { subscriptionOf } from '../../../world/arm-ids';
import type { ArmResource, World } from '../../../world/world';
import type { Refusal } from '../refusals';
import type { Item } from '../state/item-store';
import { contentsOf } from '../state/recovery-point-store';
import type { RecoveryPoint } from '../state/recovery-point-store';
import { crossSubscriptionRestoreOf } from '../state/vault-store';
import type { RestoreRequest } from './restore-request';
import { disksToRestore } from './restored-disks';
import { refusal } from './staging-checks';

/** Disks that are asked for by LUN must be in the point. The code is assumed. */
export function lunRefusals(world: World, item: Item, point: RecoveryPoint, { luns = [] }: RestoreRequest): Refusal[] {
  const held = contentsOf(world, item, point.id);
  const known = held ? disksToRestore(held, 0).map(({ lun }) => lun) : [];
  const missing = luns.filter((lun) => !known.includes(lun));
  if (missing.length === 0) return [];
  const message = `The recovery point holds no data disk with LUN ${missing.join(', ')}.`;
  return [refusal('UserErrorDiskNotInRecoveryPoint', message, 'Name disks that the recovery point holds.')];
}

/** What keeps a restore from going where it is asked to. */
export function targetRefusals(world: World, vault: ArmResource, item: Item, request: RestoreRequest): Refusal[] {
  const { targetResourceGroupId, targetVirtualMachineId } = request;
  if (targetResourceGroupId !== undefined && !world.resources.get(targetResourceGroupId)) {
    return [refusal('UserErrorTargetResourceGroupNotFound', 'The target resource group does not exist.', 'Choose another resource group.')];
  }
  const targets = [targetResourceGroupId, targetVirtualMachineId].flatMap((id) => id ?? []);
  const own = subscriptionOf(item.vmId).toLowerCase();
  const isElsewhere = targets.some((id) => subscriptionOf(id).toLowerCase() !== own);
  return isElsewhere && crossSubscriptionRestoreOf(vault) !== 'Enabled' ? [ownSubscriptionOnly] : [];
}

/** The code is assumed. */
const ownSubscriptionOnly = refusal(
  'UserErrorCrossSubscriptionRestoreNotAllowed',
  'Restoring into another subscription is turned off for this vault.',
  'Choose a target in the subscription of the virtual machine.',
);
