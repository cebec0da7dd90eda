import { findKeyVault, parseObjectUrl, readKey, readSecret } from '../../../world/key-vault/key-vault-objects';
import type { ArmResource, World } from '../../../world/world';
import { serviceEdition } from '../backup-service';
import type { Item } from '../state/item-store';
import { machineRefusals } from './machine-checks';
import { contentsOf } from '../state/recovery-point-store';
import type { RecoveryPoint } from '../state/recovery-point-store';
import type { Refusal } from '../refusals';
import type { RestoreRequest } from './restore-request';
import { refusal, stagingRefusal } from './staging-checks';
import { subscriptionOf } from '../../../world/arm-ids';
import { badRequest } from '../wire';
import { crossSubscriptionRestoreOf } from '../state/vault-store';
import { disksToRestore } from './restored-disks';

/** Disks that are asked for by LUN must be in the point. The code is assumed. */
function lunRefusals(world: World, item: Item, point: RecoveryPoint, { luns = [] }: RestoreRequest): Refusal[] {
  const held = contentsOf(world, item, point.id);
  const known = held ? disksToRestore(held, 0).map(({ lun }) => lun) : [];
  const missing = luns.filter((lun) => !known.includes(lun));
  if (missing.length === 0) return [];
  const message = `The recovery point holds no data disk with LUN ${missing.join(', ')}.`;
  return [refusal('UserErrorDiskNotInRecoveryPoint', message, 'Name disks that the recovery point holds.')];
}

/** What keeps a restore from going where it is asked to. */
function targetRefusals(world: World, vault: ArmResource, item: Item, request: RestoreRequest): Refusal[] {
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

/** Everything that keeps a point from being restored as asked. Texts about encrypted machines are the published ones. */
export function refusalsToRestore(world: World, vault: ArmResource, item: Item, point: RecoveryPoint, request: RestoreRequest): Refusal[] {
  return [
    ...(item.deletedAt === undefined ? [] : [softDeleted]),
    ...(point.archived ? [inArchive] : []),
    ...(point.encrypted ? encryptedRefusals(world, item, point, request) : machineRefusals(world, item, request)),
    ...(stagingRefusal(world, vault, point, request.storageAccountId) ?? []),
    ...(point.encrypted ? [] : lunRefusals(world, item, point, request)),
    ...targetRefusals(world, vault, item, request),
  ];
}

/** @throws 400 with the first of what keeps a point from being restored as asked. */
export function requireRestorable(...asked: Parameters<typeof refusalsToRestore>): void {
  const [first] = refusalsToRestore(...asked);
  if (first) throw badRequest(first.code, `${first.message} ${first.recommendation}`);
}

/** That it takes a rehydration is published, the code is not. */
const inArchive = refusal(
  'UserErrorRecoveryPointInArchiveTier',
  'The recovery point is in the archive tier.',
  'Restore it with a rehydration, or choose a point that is in the vault.',
);

const softDeleted = refusal('UserErrorItemInSoftDeletedState', 'The item is soft deleted.', 'Undelete it, then restore.');

/** Of an encrypted machine all disks are restored, and nothing but disks. */
function encryptedRefusals(world: World, item: Item, point: RecoveryPoint, { recoveryType, luns }: RestoreRequest): Refusal[] {
  const disksOnly = refusal(
    'UserErrorRestoreNotAuthorized',
    'Backup service does not have authorization to access resources in your subscription.',
    'Restore the disks, then create the virtual machine from them.',
  );
  const allDisks = refusal(
    'UserErrorEncryptedVmNotSupportedWithDiskEx',
    'Disk exclusion is not supported for encrypted virtual machines.',
    'Restore all disks.',
  );
  const lost = serviceEdition(world) === '2017-01' ? keyRefusals(world, item, point) : [];
  return [...(recoveryType === 'RestoreDisks' ? [] : [...lost, disksOnly]), ...(luns === undefined ? [] : [allDisks])];
}

/**
 * In 2017 the service looked for key vault, key and secret before it made an encrypted machine. The messages come from the text of
 * October 2016, when that was the way to restore; disks it gave back without, as the way to keys that lie beside them shows.
 */
function keyRefusals(world: World, item: Item, point: RecoveryPoint): Refusal[] {
  const encryption = contentsOf(world, item, point.id)?.keys?.encryption;
  if (!encryption) return [];
  const { secretUrl, kek } = encryption;
  const urls = [secretUrl, ...(kek ? [kek.keyUrl] : [])];
  if (urls.some((url) => !findKeyVault(world, parseObjectUrl(url)?.vault ?? ''))) {
    const message = 'You cannot restore this encrypted VM since key vault associated with this VM does not exist.';
    return [refusal('UserErrorKeyVaultNotFound', message, 'Create the key vault and restore key and secret into it.')];
  }
  const isLost = [readSecret(world, secretUrl), ...(kek ? [readKey(world, kek.keyUrl)] : [])].some(
    ({ state }) => state === 'missing' || state === 'deleted',
  );
  if (!isLost) return [];
  const message = 'You cannot restore this encrypted VM since key and secret associated with this VM do not exist.';
  return [refusal('UserErrorKeyAndSecretNotFound', message, 'Restore key and secret into the key vault.')];
}
