import { mayReach } from '../../../world/network/outbound';
import { guestOf } from '../../../world/compute/guests';
import { keyVaultPermits } from '../../../world/key-vault/key-vault-access';
import { findKeyVault, parseObjectUrl, readKey, readSecret } from '../../../world/key-vault/key-vault-objects';
import type { ObjectKind, Unreadable } from '../../../world/key-vault/key-vault-objects';
import { record } from '../../../world/json';
import type { ArmResource, World } from '../../../world/world';
import { backupServiceObjectId, hasDiskEncryptionEnded, serviceEdition } from '../backup-service';
import type { JobError } from '../state/job-store';
import type { DiskExclusion } from '../state/disk-exclusion';
import type { DiskEncryption } from '../state/vm-disks';
import { encryptionOf, osTypeOf } from '../state/vm-disks';

/** An error of a job. Numbers other than 400094, 400166 and 400206 are not known by Azure. */
const failure = (errorCode: number, errorTitle: string, errorString: string, recommendation: string): JobError => ({
  errorCode,
  errorTitle,
  errorString,
  recommendations: [recommendation],
});

export const vmGone: JobError = failure(
  400094,
  'BCMV2VMNotFound',
  'The virtual machine does not exist. Either it was deleted or it was moved.',
  'Create a virtual machine of the same name in the same resource group, or stop the protection.',
);

/** As an item tells it, under another number than its jobs. */
const itemVmGone = {
  code: 320001,
  title: 'ResourceNotFound',
  message: 'Could not perform the operation as VM no longer exists.',
  recommendations: [
    'Stop protecting virtual machine without deleting backup data. More details at http://go.microsoft.com/fwlink/?LinkId=808124 ',
  ],
};

/** What an item tells of the failure of its last backup. */
export function healthDetailOf(error: JobError) {
  const { errorCode: code, errorTitle: title, errorString: message, recommendations } = error;
  return error === vmGone ? itemVmGone : { code, title, message, recommendations };
}

const agentUnavailable = failure(
  400165,
  'UserErrorGuestAgentStatusUnavailable',
  'The VM agent is unable to communicate with the Azure Backup service.',
  'Install the VM agent or make it run, then try again.',
);

const agentSilent = failure(
  400167,
  'GuestAgentSnapshotTaskStatusError',
  'Could not communicate with the VM agent for the status of the snapshot.',
  'Make sure that the VM agent runs and is up to date, then try again.',
);

const noNetwork = failure(
  400206,
  'ExtensionSnapshotFailedNoNetwork',
  'Snapshot operation failed due to no network connectivity on the virtual machine.',
  'Ensure that VM has network access. For snapshot to succeed, either whitelist Azure datacenter IP ranges or setup a proxy server for network access. For more details, refer to  https://aka.ms/extension-snapshot-failed-nonetwork. If you are already using proxy server, make sure that proxy server settings are configured correctly.',
);

const driveLocked = failure(
  400169,
  'ExtensionSnapshotBitlockerError',
  'The Volume Shadow Copy Service failed: this drive is locked by BitLocker Drive Encryption.',
  'Unlock the drive inside the virtual machine, then try again.',
);

const noPermission = failure(
  400166,
  'UserErrorKeyVaultPermissionsNotConfigured',
  'Azure Backup Service does not have sufficient permissions to Key Vault for Backup of Encrypted Virtual Machines.',
  'Give Backup Management Service the permissions Get, List and Backup for keys and secrets of the key vault.',
);

const disksExcluded = failure(
  400172,
  'UserErrorEncryptedVmNotSupportedWithDiskEx',
  'Disk exclusion is not supported for encrypted virtual machines.',
  'Back up all disks of the virtual machine, then try again.',
);

/** Where policies forbid the place of its snapshots. */
export const disallowed: JobError = failure(
  400174,
  'UserErrorRequestDisallowedByPolicy',
  'An invalid policy is configured on the VM which is preventing Snapshot operation.',
  'Change the policy (Azure Policy) from the effect Deny to Modify, or create the resource group by hand by the naming schema of Azure Backup.',
);

const retired = failure(
  400173,
  'UserErrorAzureDiskEncryptionRetired',
  'Azure Disk Encryption is retired. Backup of a virtual machine that it encrypts is not supported.',
  'Move the virtual machine to encryption at host, then back it up.',
);

/** What makes the backup of a machine fail at this moment; undefined when nothing does. */
export function failureOf(world: World, vmId: string, exclusion?: DiskExclusion): JobError | undefined {
  const vm = world.resources.get(vmId);
  if (!vm) return vmGone;
  const encryption = encryptionOf(world, vm);
  if (encryption && hasDiskEncryptionEnded(world)) return retired;
  if (encryption && exclusion) return disksExcluded;
  return (encryption && keyFailure(world, encryption)) ?? guestFailure(world, vm);
}

function guestFailure(world: World, vm: ArmResource): JobError | undefined {
  const guest = guestOf(world, vm.id);
  // A machine that is off is copied from outside: nobody inside is asked.
  if (guest.power !== 'running') return undefined;
  if (!guest.agent.installed) return agentUnavailable;
  if (!guest.agent.running) return agentSilent;
  if (!guest.network || !mayReach(world, vm, 'backup')) return noNetwork;
  return guest.lockedDrive && osTypeOf(vm) === 'Windows' ? driveLocked : undefined;
}

function keyFailure(world: World, { secretUrl, kek }: DiskEncryption): JobError | undefined {
  const secretNeeds = serviceEdition(world) === '2017-01' ? ['get', 'list'] : ['get', 'list', 'backup'];
  const forbidden =
    isForbidden(world, secretUrl, 'secrets', secretNeeds) ||
    (kek !== undefined && isForbidden(world, kek.keyUrl, 'keys', ['get', 'list', 'backup']));
  if (forbidden) return noPermission;
  const secret = readSecret(world, secretUrl);
  if (secret.state !== 'present') return unreadable('secret', secretUrl, secret.state);
  const key = kek && readKey(world, kek.keyUrl);
  return kek && key && key.state !== 'present' ? unreadable('key', kek.keyUrl, key.state) : undefined;
}

function isForbidden(world: World, url: string, kind: ObjectKind, permissions: string[]): boolean {
  const keyVault = findKeyVault(world, parseObjectUrl(url)?.vault ?? '');
  if (!keyVault) return false;
  const service = backupServiceObjectId(world);
  return isClosed(keyVault) || !permissions.every((permission) => keyVaultPermits(world, keyVault, service, kind, permission));
}

/** Azure Backup is among the services that a firewall lets through unless it is told not to. */
function isClosed({ properties }: ArmResource): boolean {
  const { defaultAction, bypass = 'AzureServices' } = record(properties['networkAcls']);
  return (properties['publicNetworkAccess'] === 'Disabled' || defaultAction === 'Deny') && bypass !== 'AzureServices';
}

const whatIsWrong: Record<Unreadable['state'], string> = {
  'vault-missing': 'its key vault does not exist',
  'vault-deleted': 'its key vault was deleted',
  missing: 'it does not exist',
  deleted: 'it was deleted',
  disabled: 'it is disabled',
  expired: 'it has expired',
};

function unreadable(kind: 'key' | 'secret', url: string, state: Unreadable['state']): JobError {
  const isVault = state === 'vault-missing' || state === 'vault-deleted';
  return failure(
    isVault ? 400171 : 400170,
    isVault ? 'UserErrorKeyVaultNotFound' : 'UserErrorKeyOrSecretNotAvailable',
    `The encryption ${kind} ${url} of the virtual machine cannot be read: ${whatIsWrong[state]}.`,
    isVault ? 'Recover the key vault, then try again.' : `Recover or enable the ${kind}, then try again.`,
  );
}
