import { groupOf, nameOf } from '../key-url';
import { lines, type Section } from '../script';
import type { DiskValues, JourneyValues, RestoreValues } from '../values';
import { words, type Language } from '../words';
import { join, ps, type Code } from '../writing';
import type { Modules } from './dialect';

/** Asks for the disks of the point. `$job` is the job from here on. */
export function askForDisks({ is2017, arm, inVault }: Modules, values: DiskValues): Section[] {
  const { pointId, storageAccountId, targetGroup } = values;
  const account = ps`-StorageAccountName ${nameOf(storageAccountId)} -StorageAccountResourceGroupName ${groupOf(storageAccountId)}`;
  const today = targetGroup === null ? ps` -RestoreAsUnmanagedDisks` : ps` -TargetResourceGroupName ${targetGroup} @asManaged`;
  const target = is2017 ? ps`` : ps`${today} -VaultLocation $vault.Location`;
  return [
    { says: 'point', code: ps`$point = Get-${arm}RecoveryServicesBackupRecoveryPoint -Item $item -RecoveryPointId ${pointId}${inVault}` },
    {
      says: 'restoreDisks',
      code: lines(
        // Unmanaged disks become managed where it is told so, and of others the cmdlet takes no such word.
        !is2017 && targetGroup !== null && ps`$asManaged = @{ RestoreAsManagedDisk = $true }`,
        !is2017 && targetGroup !== null && ps`if ($point.IsManagedVirtualMachine) { $asManaged = @{} }`,
        ps`$job = Restore-${arm}RecoveryServicesBackupItem -RecoveryPoint $point ${account}${target}${inVault}`,
      ),
    },
  ];
}

export const waitForJob = ({ arm, inVault }: Modules): Section => ({
  says: 'waitForJob',
  code: lines(
    ps`$job = Wait-${arm}RecoveryServicesBackupJob -Job $job -Timeout 43200${inVault}`,
    ps`if ($job.Status -notlike 'Completed*') { throw $job.Status }`,
  ),
});

const jobDetail = ({ is2017, arm, inVault }: Modules, job: Code): Code =>
  ps`Get-${arm}RecoveryServicesBackupJobDetail${is2017 ? ps`s` : ps``} ${job}${inVault}`;

/** The job of a restore that has been made, by its id or by what tells it; the list of jobs leaves out those older than a day. */
export const madeRestore = (modules: Modules, jobId: string | Code): Section => ({
  says: 'job',
  code: ps`$job = ${jobDetail(modules, ps`-JobId ${jobId}`)}`,
});

/** What the job tells of the files it left, and the way into the storage account. Whatever fails from here on says that the one with the keys stays. */
export function restoredFiles(modules: Modules, { storageAccountId, keys }: JourneyValues, language: Language): Section {
  const { is2017 } = modules;
  const name = nameOf(storageAccountId);
  return {
    says: 'files',
    code: lines(
      ps`$files = (${jobDetail(modules, ps`-Job $job`)}).Properties`,
      is2017
        ? ps`Set-AzureRmCurrentStorageAccount -Name ${name} -ResourceGroupName ${groupOf(storageAccountId)} | Out-Null`
        : ps`$storage = New-AzStorageContext -StorageAccountName ${name} -UseConnectedAccount`,
      ps`$inContainer = @{ Container = $files['Config Blob Container Name']${is2017 ? ps`` : ps`; Context = $storage`} }`,
      keys &&
        lines(
          ps`$info = $files['Encryption Info Blob Name']`,
          // That of confidential VMs is called so.
          ps`if (-not $info) { $info = $files['Secured Encryption Info Blob Name'] }`,
          ps`if ($info) { $left = ' ' + ${words.keyFileStays[language]} + ' ' + $files['Config Blob Container Name'] + '/' + $info }`,
        ),
    ),
  };
}

/** The restored disks of a restore that has been made. */
export function knownDisks({ disks: [osDisk = '', ...dataDisks] }: RestoreValues): Section {
  const data = join(
    dataDisks.map((disk) => ps`${disk}`),
    ', ',
  );
  return { says: 'disks', code: lines(ps`$osDisk = ${osDisk}`, ps`$dataDisks = @(${data})`) };
}

const is = (part: string): Code => ps`$_.Name -like ${`*-${part}-*`}`;

/** The disks that the job restored: Azure Backup writes its id into a tag of managed ones, VHDs are as the configuration beside the VHDs names them. */
export function newDisks({ is2017, storage }: Modules, { targetGroup }: JourneyValues, language: Language): Section {
  if (targetGroup !== null) {
    return {
      says: 'disks',
      code: lines(
        ps`$all = @(Get-AzDisk -ResourceGroupName ${targetGroup})`,
        ps`$found = $all | Where-Object { $_.Tags -and $_.Tags['RSVaultBackup'] -eq [string]$job.JobId }`,
        ps`$osDisk = ($found | Where-Object { ${is('osdisk')} }).Id`,
        ps`$untagged = ${words.untagged[language]} + ' RSVaultBackup=' + $job.JobId`,
        ps`if (-not $osDisk) { throw $untagged }`,
        // Without one that came with them, and lost its tag, the machine would be made all the same.
        ps`$stem = ($osDisk -split '/')[-1] -split '-osdisk-'`,
        ps`$others = $all | Where-Object { -not ($_.Tags -and $_.Tags['RSVaultBackup']) } | ForEach-Object { $_.Name }`,
        ps`$lost = @($others | Where-Object { $_ -like ($stem[0] + '-datadisk-*-' + $stem[-1]) })`,
        ps`if ($lost) { throw ($untagged + ' ' + ($lost -join ', ')) }`,
        ps`$dataDisks = @($found | Where-Object { ${is('datadisk')} } | ForEach-Object { $_.Id })`,
      ),
    };
  }
  const profile = is2017 ? ps`$config.StorageProfile` : ps`$config.'properties.storageProfile'`;
  const uri = is2017 ? ps`VirtualHardDisk.Uri` : ps`vhd.uri`;
  return {
    says: 'config',
    code: lines(
      ps`$configFile = Join-Path $temporary.FullName 'config.json'`,
      ps`Get-${storage}BlobContent @inContainer -Blob $files['Config Blob Name'] -Destination $configFile -Force | Out-Null`,
      ps`$config = (Get-Content -Path $configFile -Raw -Encoding Unicode).TrimEnd([char]0) | ConvertFrom-Json`,
      ps`$osDisk = ${profile}.osDisk.${uri}`,
      ps`$dataDisks = @(${profile}.dataDisks | ForEach-Object { $_.${uri} })`,
    ),
  };
}
