import { findKeyVault, parseObjectUrl, readKey, readSecret } from '../../world/key-vault-objects';
import { at, record, text } from '../../world/json';
import type { ArmResource, World } from '../../world/world';
import { serviceEdition } from './backup-service';
import type { Item } from './item-store';
import { contentsOf } from './recovery-point-store';
import type { RecoveryPoint } from './recovery-point-store';
import type { Refusal } from './refusals';

/** What a restore asks for. */
export interface RestoreRequest {
  recoveryType: string;
  storageAccountId: string;
  targetResourceGroupId?: string;
}

export function readRestoreRequest(given: unknown): RestoreRequest {
  const body = record(given);
  const targetResourceGroupId = text(body['targetResourceGroupId']);
  return {
    recoveryType: text(body['recoveryType']) ?? 'Invalid',
    storageAccountId: text(body['storageAccountId']) ?? '',
    ...(targetResourceGroupId && { targetResourceGroupId }),
  };
}

/** Everything that keeps a point from being restored as asked. Texts about encrypted machines are the published ones. */
export function refusalsToRestore(world: World, vault: ArmResource, item: Item, point: RecoveryPoint, request: RestoreRequest): Refusal[] {
  return [
    ...(item.deletedAt === undefined ? [] : [softDeleted]),
    ...(point.encrypted && request.recoveryType !== 'RestoreDisks' ? [disksOnly] : []),
    ...stagingRefusals(world, vault, request.storageAccountId),
    ...targetRefusals(world, request.targetResourceGroupId),
    ...(serviceEdition(world) === '2017-01' ? keyRefusals(world, item, point) : []),
  ];
}

const softDeleted: Refusal = {
  code: 'UserErrorItemInSoftDeletedState',
  message: 'The item is soft deleted.',
  recommendation: 'Undelete it, then restore.',
};

const disksOnly: Refusal = {
  code: 'UserErrorRestoreNotAuthorized',
  message: 'Backup service does not have authorization to access resources in your subscription.',
  recommendation: 'Restore the disks, then create the virtual machine from them.',
};

function stagingRefusals(world: World, vault: ArmResource, storageAccountId: string): Refusal[] {
  const account = world.resources.get(storageAccountId);
  if (!account || account.type.toLowerCase() !== 'microsoft.storage/storageaccounts') {
    return [
      refusal('UserErrorStorageAccountNotFound', 'The storage account for the restore does not exist.', 'Choose another storage account.'),
    ];
  }
  if (account.location !== vault.location) {
    const message = 'The vault and the storage account for the restore are in different regions.';
    return [refusal('UserErrorStorageAccountRegionMismatch', message, 'Choose a storage account in the region of the vault.')];
  }
  const isZoned = text(at(account, 'sku', 'name'))?.includes('ZRS') ?? false;
  if (!isZoned || serviceEdition(world) === 'current') return [];
  const message = 'The storage account specified for the restore operation is not supported.';
  return [refusal('UserErrorStorageAccountNotSupported', message, 'Choose a storage account that is locally redundant or geo-redundant.')];
}

function targetRefusals(world: World, groupId: string | undefined): Refusal[] {
  if (groupId === undefined || world.resources.get(groupId)) return [];
  return [refusal('UserErrorTargetResourceGroupNotFound', 'The target resource group does not exist.', 'Choose another resource group.')];
}

/** In 2017 the service wanted to see the key vault, the key and the secret of an encrypted machine before it gave its disks back. */
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

function refusal(code: string, message: string, recommendation: string): Refusal {
  return { code, message, recommendation };
}
