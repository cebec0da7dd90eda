import { lines, type Section } from '../script';
import type { Keys, RestoreValues } from '../values';
import { ps } from '../writing';
import type { Modules } from './dialect';

/** Applies disk encryption again where the data disks do not count as encrypted, and shows how the disks stand then. */
export function renewEncryption({ arm }: Modules, { machine, pass }: RestoreValues, { secret, key }: Keys): Section[] {
  const place = ps`-ResourceGroupName ${machine.group} -VMName ${machine.name}`;
  const isDual = pass === 'dual';
  return [
    {
      says: isDual ? 'extensionDual' : 'extension',
      code: lines(
        ps`$status = Get-${arm}VMDiskEncryptionStatus ${place}`,
        ps`if ($status.DataVolumesEncrypted -ne 'Encrypted') {`,
        ps`  $keys = @{ DiskEncryptionKeyVaultUrl = ($secretUrl -replace '/secrets/.*$', ''); DiskEncryptionKeyVaultId = ${secret.keyVaultId} }`,
        key && ps`  $keys += @{ KeyEncryptionKeyUrl = $keyUrl; KeyEncryptionKeyVaultId = ${key.keyVaultId} }`,
        isDual && ps`  $application = Get-Credential -Message 'Azure Disk Encryption: Entra application (client id, secret)'`,
        isDual && ps`  $keys += @{ AadClientID = $application.UserName; AadClientSecret = $application.GetNetworkCredential().Password }`,
        ps`  Set-${arm}VMDiskEncryptionExtension ${place} @keys -VolumeType Data -Force | Out-Null`,
        ps`}`,
      ),
    },
    { says: 'verify', code: ps`Get-${arm}VMDiskEncryptionStatus ${place}` },
  ];
}

/** Deletes the blob with key data, and proves that it is gone. */
export const removeLeftovers = ({ storage }: Modules): Section => ({
  says: 'leftovers',
  code: lines(
    ps`$blob = $files['Encryption Info Blob Name']`,
    ps`if ($blob) {`,
    ps`  Remove-${storage}Blob @inContainer -Blob $blob -Force -ErrorAction SilentlyContinue`,
    ps`  if (Get-${storage}Blob @inContainer -Blob $blob -ErrorAction SilentlyContinue) { throw $blob }`,
    ps`}`,
  ),
});
