import { lines, type Section } from '../script';
import type { Keys, JourneyValues } from '../values';
import { ps } from '../writing';
import type { Modules } from './dialect';

/** Applies disk encryption again where a disk does not count as encrypted, and shows how the disks stand then. */
export function renewEncryption({ is2017, arm }: Modules, { machine, pass, osType }: JourneyValues, { secret, key }: Keys): Section[] {
  const place = ps`-ResourceGroupName ${machine.group} -VMName ${machine.name}`;
  const view = ps`(Get-${arm}VM -ResourceGroupName ${machine.group} -Name ${machine.name} -Status)`;
  const isDual = pass === 'dual';
  // Of a Linux machine today's cmdlet would take a copy first, which it cannot of managed disks.
  const skip = osType === 'Linux' && !is2017 ? ps` -SkipVmBackup` : ps``;
  return [
    {
      says: 'agent',
      code: lines(
        ps`foreach ($attempt in 1..60) {`,
        ps`  $agent = ${view}.VMAgent`,
        ps`  if ($agent -and $agent.Statuses[0].Code -eq 'ProvisioningState/succeeded') { break }`,
        ps`  Start-Sleep -Seconds 10`,
        ps`}`,
      ),
    },
    {
      says: isDual ? 'extensionDual' : 'extension',
      code: lines(
        ps`function Find-LockedDisk {`,
        ps`  ${view}.Disks | Where-Object { -not ($_.Statuses | Where-Object { $_.Code -eq 'EncryptionState/encrypted' }) }`,
        ps`}`,
        ps`if (Find-LockedDisk) {`,
        ps`  $keys = @{ DiskEncryptionKeyVaultUrl = ($secretUrl -replace '/secrets/.*$', ''); DiskEncryptionKeyVaultId = ${secret.keyVaultId} }`,
        key && ps`  $keys += @{ KeyEncryptionKeyUrl = $keyUrl; KeyEncryptionKeyVaultId = ${key.keyVaultId} }`,
        isDual && ps`  $application = Get-Credential -Message 'Azure Disk Encryption: Entra application (client id, secret)'`,
        isDual && ps`  $keys += @{ AadClientID = $application.UserName; AadClientSecret = $application.GetNetworkCredential().Password }`,
        ps`  Set-${arm}VMDiskEncryptionExtension ${place} @keys -VolumeType Data${skip} -Force | Out-Null`,
        ps`}`,
      ),
    },
    {
      says: 'verify',
      code: lines(ps`Get-${arm}VMDiskEncryptionStatus ${place}`, ps`if (Find-LockedDisk) { throw ${machine.name} }`),
    },
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
