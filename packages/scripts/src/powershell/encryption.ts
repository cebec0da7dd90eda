import { lines, type Section } from '../script';
import type { Keys, JourneyValues } from '../values';
import { words, type Language } from '../words';
import { ps, type Code } from '../writing';
import type { Modules } from './dialect';
import { settingsOf } from './machine';

/** The disks that were encrypted, by their names: of VHDs nobody tells. `$others`: data disks that were not, or of which nobody tells it. */
const wereEncrypted = ({ targetGroup }: JourneyValues): Code =>
  lines(
    ps`$were = @()`,
    ps`$others = @()`,
    ps`foreach ($disk in @($osDisk) + $dataDisks) {`,
    ps`  $name = ($disk -split '/')[-1] -replace '\.vhd$', ''`,
    targetGroup !== null && ps`  if (${settingsOf(targetGroup)}.Enabled) { $were += $name; continue }`,
    ps`  if ($disk -ne $osDisk) { $others += $name }`,
    ps`}`,
  );

/** Applies disk encryption again where a disk that was encrypted does not count as it, and shows how the disks stand then. */
export function renewEncryption(modules: Modules, values: JourneyValues, { secret, key }: Keys, language: Language): Section[] {
  const { is2017, arm } = modules;
  const { machine, pass, osType } = values;
  const place = ps`-ResourceGroupName ${machine.group} -VMName ${machine.name}`;
  const view = ps`(Get-${arm}VM -ResourceGroupName ${machine.group} -Name ${machine.name} -Status)`;
  const ready = ps`$agent -and $agent.Statuses[0].Code -eq 'ProvisioningState/succeeded'`;
  const isDual = pass === 'dual';
  // Of a Linux machine today's cmdlet would take a copy first, which it cannot of managed disks.
  const skip = osType === 'Linux' && !is2017 ? ps` -SkipVmBackup` : ps``;
  return [
    {
      says: 'agent',
      code: lines(
        ps`foreach ($attempt in 1..60) {`,
        ps`  $agent = ${view}.VMAgent`,
        ps`  if (${ready}) { break }`,
        ps`  Start-Sleep -Seconds 10`,
        ps`}`,
        ps`if (-not (${ready})) { throw ${machine.name} }`,
      ),
    },
    {
      says: isDual ? 'extensionDual' : 'extension',
      code: lines(
        wereEncrypted(values),
        ps`function Find-EncryptedDisk {`,
        ps`  ${view}.Disks | Where-Object { $_.Statuses | Where-Object { $_.Code -eq 'EncryptionState/encrypted' } } | ForEach-Object { $_.Name }`,
        ps`}`,
        ps`function Find-LockedDisk($names) {`,
        ps`  $reported = @(Find-EncryptedDisk)`,
        ps`  $names | Where-Object { $reported -notcontains $_ }`,
        ps`}`,
        ps`$locked = @(Find-LockedDisk $were)`,
        ps`$first = @(Find-LockedDisk $others)`,
        ps`$apply = 'y'`,
        ps`$told = $true`,
        ps`if (-not $locked -and ($were -or -not $first)) { $apply = 'n' }`,
        ps`elseif ($first) {`,
        ps`  $apply = Read-Host (${words.firstEncryption[language]} + ' ' + ($first -join ', ') + ' [y/N]')`,
        ps`  if ($apply -eq 'y') { $were += $first } else { $told = $false }`,
        ps`}`,
        ps`if ($apply -eq 'y') {`,
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
      code: lines(
        ps`Get-${arm}VMDiskEncryptionStatus ${place}`,
        ps`if (Find-LockedDisk $were) { throw ${machine.name} }`,
        // Of an encrypted machine one disk at least is encrypted, whatever nobody tells.
        ps`if (-not $were -and $told -and -not (Find-EncryptedDisk)) { throw ${machine.name} }`,
      ),
    },
  ];
}

/** What may still be locked keeps the key data: a person left it as it is, and nobody tells whether it was encrypted. */
export function removeLeftoversOfTold(modules: Modules, language: Language): Section {
  const { says, code } = removeLeftovers(modules, language);
  return { says, code: lines(ps`if (-not $told) { ${words.untoldKeeps[language]} + '.' + $left } else {`, code, ps`}`) };
}

/** Deletes the blob with key data, proves that it is gone, and says what the storage account still keeps of it, which the cmdlets of 2017 cannot. */
export const removeLeftovers = ({ storage, is2017 }: Modules, language: Language): Section => ({
  says: 'leftovers',
  code: lines(
    // Asked for by its name it would be an error where it is gone, and so would be that somebody may not look.
    ps`function Find-KeyFile { Get-${storage}Blob @inContainer -Prefix $info | Where-Object { $_.Name -eq $info } }`,
    ps`if ($info) {`,
    ps`  if (Find-KeyFile) { Remove-${storage}Blob @inContainer -Blob $info -Force }`,
    ps`  if (Find-KeyFile) { throw $info }`,
    // Not every kind of account lists what it keeps; the file is gone all the same.
    !is2017 &&
      ps`  try { $kept = @(Get-${storage}Blob @inContainer -Prefix $info -IncludeDeleted -IncludeVersion) } catch { $kept = @(); ${words.keptUntold[language]} }`,
    !is2017 &&
      ps`  if ($kept) { ${words.stillKept[language]}; $kept | ForEach-Object { $_.Name + ' ' + $_.RemainingDaysBeforePermanentDelete } }`,
    ps`}`,
  ),
});
