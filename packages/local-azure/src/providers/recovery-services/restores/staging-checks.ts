import { at, text } from '../../../world/json';
import { accountTrouble, allowsKeys, STORAGE_TYPE } from '../../../world/storage/storage-accounts';
import type { ArmResource, World } from '../../../world/world';
import { serviceEdition } from '../backup-service';
import type { RecoveryPoint } from '../state/recovery-point-store';
import type { Refusal } from '../refusals';

/** `recommendation`: what to do about it, as the service says it. */
export const refusal = (code: string, message: string, recommendation: string): Refusal => ({ code, message, recommendation });

const unsupported = (recommendation: string): Refusal[] => [
  refusal(
    'UserErrorStorageAccountNotSupported',
    'The storage account specified for the restore operation is not supported.',
    recommendation,
  ),
];

/** What keeps a storage account from being the staging place of a restore; undefined when nothing does. */
export function stagingRefusal(world: World, vault: ArmResource, point: RecoveryPoint, accountId: string): Refusal[] | undefined {
  const account = world.resources.get(accountId);
  if (account?.type.toLowerCase() !== STORAGE_TYPE.toLowerCase()) {
    const message = 'The storage account for the restore does not exist.';
    return [refusal('UserErrorStorageAccountNotFound', message, 'Choose another storage account.')];
  }
  if (account.location !== vault.location) {
    const message = 'The vault and the storage account for the restore are in different regions.';
    return [refusal('UserErrorStorageAccountRegionMismatch', message, 'Choose a storage account in the region of the vault.')];
  }
  return kindRefusal(world, account, point) ?? reachRefusal(account);
}

function kindRefusal(world: World, account: ArmResource, point: RecoveryPoint): Refusal[] | undefined {
  const kind = text(account['kind']) ?? '';
  const sku = text(at(account, 'sku', 'name')) ?? '';
  if (kind !== 'Storage' && kind !== 'StorageV2') return unsupported('Choose a general-purpose storage account.');
  if (sku.includes('ZRS') && serviceEdition(world) === '2017-01') {
    return unsupported('Choose a storage account that is locally redundant or geo-redundant.');
  }
  if (sku.startsWith('Premium') && !point.premium)
    return unsupported('Choose a standard storage account: the machine has no premium disks.');
  return undefined;
}

/** What keeps Azure Backup out of an account; undefined when nothing does. */
export function reachRefusal(account: ArmResource): Refusal[] | undefined {
  if (accountTrouble(account) === 'offline') {
    return [
      refusal('UserErrorStorageAccountNotOnline', 'The storage account for the restore is not online.', 'Choose another storage account.'),
    ];
  }
  // Azure Backup is among the services that a firewall lets through unless it is told not to.
  const lets = text(at(account.properties, 'networkAcls', 'bypass')) ?? 'AzureServices';
  const isFirewalled = accountTrouble(account) === 'firewall' && !lets.includes('AzureServices');
  if (!isFirewalled && allowsKeys(account)) return undefined;
  return [
    refusal(
      'UserErrorStorageAccountNotAuthorized',
      'Storage service is not authorized to access resources in your subscription.',
      isFirewalled
        ? 'Let trusted Azure services through the firewall of the account.'
        : 'Allow access by account keys, or choose another account.',
    ),
  ];
}
