import { accelerates } from '../accelerates';
import { lines } from '../script';
import type { JourneyValues } from '../values';
import { ps, type Code } from '../writing';

interface LikeOld {
  /** `$config` and `$old`: the configuration beside the restored disks, and the old machine where it still stands. */
  told: Code;
  /** What the machine is configured with, */
  given: Code;
  /** … how it uses the disk of its system, */
  ofSystem: Code;
  /** … and a data disk. */
  ofData: Code;
  used: Code;
}

/** What a new machine has of the features of the old one: each as the configuration tells it, else the old machine. */
export function oldMachineCode(values: JourneyValues): LikeOld {
  const { vmGroup, vmName, targetGroup, location, machine } = values;
  const accelerator = accelerates(machine.size) && ps`  if ($was.writeAcceleratorEnabled) { $use.WriteAccelerator = $true }`;
  return {
    told: lines(
      ps`$old = Get-AzVM -ResourceGroupName ${vmGroup} -Name ${vmName} -ErrorAction SilentlyContinue`,
      ps`$configFile = Join-Path $temporary.FullName 'config.json'`,
      ps`if ($files['Config Blob Name']) {`,
      ps`  Get-AzStorageBlobContent @inContainer -Blob $files['Config Blob Name'] -Destination $configFile -Force -ErrorAction SilentlyContinue | Out-Null`,
      ps`}`,
      ps`$config = $null`,
      ps`if (Test-Path -Path $configFile) {`,
      ps`  $config = (Get-Content -Path $configFile -Raw -Encoding Unicode).TrimEnd([char]0) | ConvertFrom-Json`,
      ps`}`,
      ps`$oldDisks = $config.'properties.storageProfile'`,
      ps`if (-not $oldDisks) { $oldDisks = $old.StorageProfile }`,
      ps`$like = @{}`,
      ps`$license = @($config.'properties.licenseType', $old.LicenseType) | Where-Object { $_ -and $_ -ne 'None' } | Select-Object -First 1`,
      ps`if ($license) { $like.LicenseType = $license }`,
      ps`$group = @($config.'properties.proximityPlacementGroup'.id, $old.ProximityPlacementGroup.Id) | Where-Object { $_ } | Select-Object -First 1`,
      ps`if ($group -and (Get-AzProximityPlacementGroup -ResourceId $group -ErrorAction SilentlyContinue).Location -eq ${location}) {`,
      ps`  $like.ProximityPlacementGroupId = $group`,
      ps`}`,
      targetGroup !== null && ofManagedDisks(values, targetGroup),
    ),
    given: ps` @like`,
    ofSystem: lines(
      ps`if ($oldDisks.osDisk.caching) { $system.Caching = [string]$oldDisks.osDisk.caching }`,
      accelerates(machine.size) && ps`if ($oldDisks.osDisk.writeAcceleratorEnabled) { $system.WriteAccelerator = $true }`,
    ),
    ofData: lines(
      ps`  $was = @($oldDisks.dataDisks) | Where-Object { $_.lun -eq $lun } | Select-Object -First 1`,
      ps`  $use = @{}`,
      ps`  if ($was.caching) { $use.Caching = [string]$was.caching }`,
      accelerator,
    ),
    used: ps` @use`,
  };
}

/** Azure Disk Encryption excludes encryption at host, and not every size knows it; an Ultra Disk needs a machine that is made for those. */
function ofManagedDisks({ keys, location, machine }: JourneyValues, group: string): Code {
  const size = ps`$_.ResourceType -eq 'virtualMachines' -and $_.Name -eq ${machine.size}`;
  const able = ps`$_.Name -eq 'EncryptionAtHostSupported' -and $_.Value -eq 'True'`;
  const atHost = lines(
    ps`$atHost = @($config.'properties.securityProfile'.encryptionAtHost, $old.SecurityProfile.EncryptionAtHost) | Where-Object { $null -ne $_ } | Select-Object -First 1`,
    // What sizes can do is hidden from many who may make machines.
    ps`if ($atHost) {`,
    ps`  $capabilities = (Get-AzComputeResourceSku -Location ${location} -ErrorAction SilentlyContinue | Where-Object { ${size} }).Capabilities`,
    ps`  if ($capabilities | Where-Object { ${able} }) { $like.EncryptionAtHost = $true }`,
    ps`}`,
  );
  return lines(
    !keys && atHost,
    ps`$kinds = $dataDisks | ForEach-Object { (Get-AzDisk -ResourceGroupName ${group} -DiskName ($_ -split '/')[-1]).Sku.Name }`,
    ps`if ($kinds | Where-Object { $_ -eq 'UltraSSD_LRS' }) { $like.EnableUltraSSD = $true }`,
  );
}
