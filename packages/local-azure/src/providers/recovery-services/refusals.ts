import { guestOf } from '../../world/compute/guests';
import { subscriptionOf } from '../../world/arm-ids';
import { CONFIDENTIAL_BACKUP, featureState } from '../../world/subscriptions/features';
import { at, text } from '../../world/json';
import { tenantOfSubscription } from '../../world/subscriptions/subscriptions';
import type { ArmResource, World } from '../../world/world';
import { hasDiskEncryptionEnded, serviceEdition } from './backup-service';
import type { ServiceEdition } from './backup-service';
import { findItem, itemKey, itemsOfVault, protectingVault } from './state/item-store';
import { containerPart, vaultKey, vmNameOf } from './names';
import { encryptionOf } from './state/vm-disks';

/** Why the service does not protect a machine. Codes that Azure does not publish are named in its manner. */
export interface Refusal {
  code: string;
  message: string;
  recommendation: string;
}

/** What keeps a vault from protecting a machine, no matter who asks and however; undefined when nothing does. */
export function refusalToProtect(world: World, vault: ArmResource, vmId: string): Refusal | undefined {
  const name = vmNameOf(vmId);
  if (!name || name.classic) {
    return {
      code: 'UserErrorClassicVmNotSupported',
      message: 'The virtual machine was created in the classic deployment model, which this vault does not protect.',
      recommendation: 'Move the virtual machine to Azure Resource Manager, then enable backup.',
    };
  }
  const vm = world.resources.get(vmId);
  if (!vm) {
    return {
      code: 'UserErrorVmNotFoundV2',
      message: `The virtual machine '${name.name}' was not found in the resource group '${name.resourceGroup}'.`,
      recommendation: 'Make sure that the virtual machine exists and has not been moved.',
    };
  }
  return (
    elsewhere(world, vault, vm) ??
    alreadyProtected(world, vault, vmId, containerPart(name)) ??
    ended(world, vm) ??
    bekOnly(world, vm) ??
    confidential(world, vm) ??
    full(world, vault)
  );
}

/**
 * In January 2017 a vault protected machines of its own subscription alone; today those of others of its tenant too, unless Azure Disk
 * Encryption encrypts them. Source: learn.microsoft.com/azure/backup/backup-azure-vms-encryption, of 22 January 2026.
 */
function elsewhere(world: World, vault: ArmResource, vm: ArmResource): Refusal | undefined {
  const [ofVault, ofMachine] = [subscriptionOf(vault.id).toLowerCase(), subscriptionOf(vm.id).toLowerCase()];
  const isTooFar = serviceEdition(world) === '2017-01' || tenantOfSubscription(world, ofVault) !== tenantOfSubscription(world, ofMachine);
  if (vm.location !== vault.location || (ofVault !== ofMachine && isTooFar)) {
    return {
      code: 'UserErrorVmAndVaultLocationMismatch',
      message: `The virtual machine is in '${vm.location}', the vault in '${vault.location}'. Both must be in the same region and subscription.`,
      recommendation: 'Use a vault in the region and subscription of the virtual machine.',
    };
  }
  if (ofVault === ofMachine || !encryptionOf(world, vm)) return undefined;
  return {
    code: 'UserErrorCrossSubscriptionBackupNotSupportedForEncryptedVm',
    message: 'A virtual machine with Azure Disk Encryption is backed up by a vault in its own subscription only.',
    recommendation: 'Use a vault in the subscription of the virtual machine.',
  };
}

function alreadyProtected(world: World, vault: ArmResource, vmId: string, part: string): Refusal | undefined {
  const vaultId = protectingVault(world, vmId);
  if (vaultId === undefined || isSoftDeletedElsewhere(world, vault, vaultId, part)) return undefined;
  return {
    code: 'VirtualMachineAlreadyProtected',
    message: `Virtual machine with same name and same resource group is already protected. It is protected by the vault ${vaultId}.`,
    recommendation: 'Stop its protection there and delete the backup data before you protect it with another vault.',
  };
}

/** Source: learn.microsoft.com/azure/backup/backup-azure-enhanced-soft-delete-about, on registering soft-deleted items again. */
function isSoftDeletedElsewhere(world: World, vault: ArmResource, vaultId: string, part: string): boolean {
  if (serviceEdition(world) === '2017-01' || vaultKey(vaultId) === vaultKey(vault.id)) return false;
  return findItem(world, itemKey(vaultId, part))?.deletedAt !== undefined;
}

function ended(world: World, vm: ArmResource): Refusal | undefined {
  if (!hasDiskEncryptionEnded(world) || !encryptionOf(world, vm)) return undefined;
  return {
    code: 'UserErrorAzureDiskEncryptionRetired',
    message: 'Azure Disk Encryption is retired. Backup of a virtual machine that it encrypts is not supported.',
    recommendation: 'Move the virtual machine to encryption at host, then enable backup.',
  };
}

function bekOnly(world: World, vm: ArmResource): Refusal | undefined {
  if (serviceEdition(world) === 'current') return undefined;
  const encryption = encryptionOf(world, vm);
  if (!encryption || encryption.kek) return undefined;
  return {
    code: 'UserErrorBekOnlyEncryptionNotSupported',
    message:
      'Validation failed as virtual machine is encrypted with BEK alone. Backups can be enabled only for virtual machines encrypted with both BEK and KEK.',
    recommendation: 'Encrypt the virtual machine with both BEK and KEK, then enable backup.',
  };
}

const CONFIDENTIAL_REGIONS: readonly unknown[] = ['uaenorth', 'koreacentral'];

/** Confidential VMs are backed up in preview. Source: learn.microsoft.com/azure/backup/confidential-vm-backup, of 22 July 2026. */
function confidential(world: World, { id, location, properties }: ArmResource): Refusal | undefined {
  if (serviceEdition(world) === '2017-01' || at(properties, 'securityProfile', 'securityType') !== 'ConfidentialVM') return undefined;
  const encryption = at(properties, 'storageProfile', 'osDisk', 'managedDisk', 'securityProfile', 'securityEncryptionType');
  const isSupported =
    CONFIDENTIAL_REGIONS.includes(location) &&
    /_v6$/i.test(text(at(properties, 'hardwareProfile', 'vmSize')) ?? '') &&
    encryption === 'DiskWithVMGuestState' &&
    featureState(world, subscriptionOf(id), CONFIDENTIAL_BACKUP) === 'Registered';
  if (isSupported) return undefined;
  return {
    code: 'UserErrorConfidentialVmNotSupported',
    message: 'Backup of this confidential virtual machine is not supported.',
    recommendation:
      'Use a size of the v6-series with OS disk encryption in a region of the preview, and register the feature RestorePointSupportForConfidentialVMV2.',
  };
}

/** How many machines a vault takes. */
const LIMITS: Record<ServiceEdition, number> = { '2017-01': 200, current: 1000 };

function full(world: World, vault: ArmResource): Refusal | undefined {
  const limit = LIMITS[serviceEdition(world)];
  if (itemsOfVault(world, vault.id).length < limit) return undefined;
  return {
    code: 'UserErrorVaultItemLimitReached',
    message: `The vault protects ${limit} virtual machines already, which is the most it takes.`,
    recommendation: 'Use another vault in the same region.',
  };
}

/** What would make the first backup fail although enabling works: seen by pre-validation only. */
export function foreseenFailure(world: World, vmId: string): Refusal | undefined {
  const vm = world.resources.get(vmId);
  if (!vm) return undefined;
  const { power, agent } = guestOf(world, vmId);
  if (power === 'running' && !(agent.installed && agent.running)) {
    return {
      code: 'UserErrorGuestAgentStatusUnavailable',
      message: 'The VM agent is not installed or does not answer, so Azure Backup cannot communicate with it.',
      recommendation: 'Install the VM agent or make it run, then try again.',
    };
  }
  const encryption = encryptionOf(world, vm);
  const missing = [encryption?.secretVaultId, encryption?.kek?.keyVaultId].find((id) => id !== undefined && !world.resources.get(id));
  if (missing === undefined) return undefined;
  return {
    code: 'UserErrorKeyVaultNotFound',
    message: `The key vault ${missing}, which holds the encryption key or secret of the virtual machine, was not found.`,
    recommendation: 'Recover the key vault, then try again.',
  };
}
