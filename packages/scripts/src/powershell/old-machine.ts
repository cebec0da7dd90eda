import { accelerates } from '../accelerates';
import { lines } from '../script';
import type { JourneyValues } from '../values';
import { ps, type Code } from '../writing';

interface LikeOld {
  /** `$like`: what the machine is configured with, */
  given: Code;
  splat: Code;
  /** … how it uses the disk of its system, */
  ofSystem: Code;
  /** … and a data disk. */
  ofData: Code;
  used: Code;
  /** Once all disks are in its model. */
  withDisks: Code | null;
}

/** `$config` and `$old`: the configuration beside the restored disks, and the old machine where it still stands. */
export const toldCode = ({ vmGroup, vmName }: JourneyValues): Code =>
  lines(
    ps`$old = Get-AzVM -ResourceGroupName ${vmGroup} -Name ${vmName} -ErrorAction SilentlyContinue`,
    ps`$configFile = Join-Path $temporary.FullName 'config.json'`,
    ps`if ($files['Config Blob Name']) {`,
    ps`  Get-AzStorageBlobContent @inContainer -Blob $files['Config Blob Name'] -Destination $configFile -Force -ErrorAction SilentlyContinue | Out-Null`,
    ps`}`,
    ps`$config = $null`,
    ps`if (Test-Path -Path $configFile) {`,
    ps`  $config = (Get-Content -Path $configFile -Raw -Encoding Unicode).TrimEnd([char]0) | ConvertFrom-Json`,
    ps`}`,
  );

/** Those of the old machine, but for what is Azure's own, or ours. */
const oldTagsCode = lines(
  ps`if ($old.Tags) { $old.Tags.GetEnumerator() | ForEach-Object { $tags[$_.Key] = $_.Value } }`,
  ps`elseif (-not $old -and $config.tags) { $config.tags.PSObject.Properties | ForEach-Object { $tags[$_.Name] = [string]$_.Value } }`,
  ps`@($tags.Keys) | Where-Object { $_ -match '^(microsoft|azure|windows|tresor-(restore|isolation)$)' } | ForEach-Object { $tags.Remove($_) }`,
);

/** `$tags`: with which the new machine, and what is made for it, is made. */
export const tagsCode = ({ machine: { withoutTags, addedTags = [] } }: JourneyValues): Code =>
  lines(ps`$tags = @{}`, withoutTags !== true && oldTagsCode, ...addedTags.map(({ name, value }) => ps`$tags[${name}] = ${value}`));

/** Whether it has any. */
export const hasTags = ({ machine }: JourneyValues): boolean => machine.withoutTags !== true || (machine.addedTags ?? []).length > 0;

/** What a new machine has of the features of the old one: each as the configuration tells it, else the old machine. */
export function oldMachineCode(values: JourneyValues): LikeOld {
  const { targetGroup, location, machine } = values;
  const hasAccelerator = accelerates(machine.size);
  return {
    given: lines(
      ps`$like = @{}`,
      hasTags(values) && ps`if ($tags.Count) { $like.Tags = $tags }`,
      ps`$license = @($config.'properties.licenseType', $old.LicenseType) | Where-Object { $_ -and $_ -ne 'None' } | Select-Object -First 1`,
      ps`if ($license) { $like.LicenseType = $license }`,
      machine.withoutProximityGroup !== true && groupCode(location),
      targetGroup !== null && ofManagedDisks(values, targetGroup),
    ),
    splat: ps` @like`,
    // As the first that tells of its caching.
    ofSystem: lines(
      ps`$was = @($config.'properties.storageProfile'.osDisk, $old.StorageProfile.OsDisk) | Where-Object { [string]$_.caching } | Select-Object -First 1`,
      ps`if ($was) { $system.Caching = [string]$was.caching }`,
      hasAccelerator && ps`if ($was.writeAcceleratorEnabled) { $system.WriteAccelerator = $true }`,
    ),
    ofData: lines(
      ps`  $was = @($config.'properties.storageProfile'.dataDisks) + @($old.StorageProfile.DataDisks) |`,
      ps`    Where-Object { $_.lun -eq $lun -and [string]$_.caching } | Select-Object -First 1`,
      ps`  $use = @{}`,
      ps`  if ($was) { $use.Caching = [string]$was.caching }`,
      hasAccelerator && ps`  if ($was.writeAcceleratorEnabled) { $use.WriteAccelerator = $true }`,
    ),
    used: ps` @use`,
    withDisks: hasAccelerator ? atMost(values) : null,
  };
}

/** The proximity placement group, where it is there and in the region. */
const groupCode = (location: string): Code =>
  lines(
    ps`$group = @($config.'properties.proximityPlacementGroup'.id, $old.ProximityPlacementGroup.Id) | Where-Object { $_ } | Select-Object -First 1`,
    ps`if ($group -and (Get-AzProximityPlacementGroup -ResourceId $group -ErrorAction SilentlyContinue).Location -eq ${location}) {`,
    ps`  $like.ProximityPlacementGroupId = $group`,
    ps`}`,
  );

/** What a size can do. It is hidden from many who may make machines, who then make one without what cannot be known to work. */
function ability({ location, machine }: JourneyValues, name: string): Code {
  const size = ps`$_.ResourceType -eq 'virtualMachines' -and $_.Name -eq ${machine.size}`;
  const sizes = ps`Get-AzComputeResourceSku -Location ${location} -ErrorAction SilentlyContinue | Where-Object { ${size} }`;
  return ps`(${sizes}).Capabilities | Where-Object { $_.Name -eq ${name} } | ForEach-Object { $_.Value }`;
}

/** Write Accelerator is for so many disks of a machine, by its size; where the old one had it on more, the new one has it on none. */
const atMost = (values: JourneyValues): Code =>
  lines(
    ps`$accelerated = @(@($vm.StorageProfile.OsDisk) + @($vm.StorageProfile.DataDisks) | Where-Object { $_.WriteAcceleratorEnabled })`,
    ps`if ($accelerated) {`,
    ps`  $most = ${ability(values, 'MaxWriteAcceleratorDisksAllowed')}`,
    ps`  if ($accelerated.Count -gt [int]$most) { $accelerated | ForEach-Object { $_.WriteAcceleratorEnabled = $false } }`,
    ps`}`,
  );

/** Azure Disk Encryption excludes encryption at host, and not every size knows it; an Ultra Disk needs a machine that is made for those. */
function ofManagedDisks(values: JourneyValues, group: string): Code {
  const atHost = lines(
    ps`$atHost = @($config.'properties.securityProfile'.encryptionAtHost, $old.SecurityProfile.EncryptionAtHost) | Where-Object { $null -ne $_ } | Select-Object -First 1`,
    ps`if ($atHost) {`,
    ps`  $able = ${ability(values, 'EncryptionAtHostSupported')}`,
    ps`  if ($able -eq 'True') { $like.EncryptionAtHost = $true }`,
    ps`}`,
  );
  return lines(
    !values.keys && atHost,
    ps`$kinds = $dataDisks | ForEach-Object { (Get-AzDisk -ResourceGroupName ${group} -DiskName ($_ -split '/')[-1]).Sku.Name }`,
    ps`if ($kinds | Where-Object { $_ -eq 'UltraSSD_LRS' }) { $like.EnableUltraSSD = $true }`,
  );
}
