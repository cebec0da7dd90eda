import { heldUrlOf } from '../key-values';
import { lines, type Section } from '../script';
import { RESTORE_MARK, type Keys, type JourneyValues } from '../values';
import { words, type Language } from '../words';
import { ps, type Code } from '../writing';
import type { Modules } from './dialect';
import { hasTags, oldMachineCode, tagsCode, toldCode } from './old-machine';

/** Makes the machine of `$osDisk` and `$dataDisks`; one that an earlier run made of them stays as it is. */
export function createMachine(modules: Modules, values: JourneyValues, language: Language): Section[] {
  const { arm } = modules;
  const { name, group } = values.machine;
  const place = ps`-ResourceGroupName ${group} -Name ${name}`;
  return [
    { says: 'standing', code: standingCode(modules, values) },
    ...(values.keys && values.pass === 'single' ? [movedKeys(values, values.keys)] : []),
    { says: 'network', code: networkCode(modules, values) },
    { says: 'machine', code: machineCode(modules, values, language) },
    { says: 'running', code: ps`(Get-${arm}VM ${place} -Status).Statuses | ForEach-Object { $_.DisplayStatus }` },
  ];
}

/** `$standing`: a machine that is there already. One of other disks is nobody's to overwrite. */
function standingCode({ arm }: Modules, { targetGroup, machine: { name, group } }: JourneyValues): Code {
  const held = targetGroup === null ? ps`Vhd.Uri` : ps`ManagedDisk.Id`;
  return lines(
    ps`$standing = Get-${arm}VM -ResourceGroupName ${group} -Name ${name} -ErrorAction SilentlyContinue`,
    ps`if ($standing -and $standing.StorageProfile.OsDisk.${held} -ne $osDisk) { throw ${name} }`,
  );
}

/** The encryption settings of the managed disk `$disk`: one that was plain when the point was made has none. */
export const settingsOf = (group: string): Code =>
  ps`(Get-AzDisk -ResourceGroupName ${group} -DiskName ($disk -split '/')[-1]).EncryptionSettingsCollection`;

/** Without an Entra application the disks carry the settings, of VHDs that of the system: they are changed where key or secret were put back. */
function movedKeys({ targetGroup }: JourneyValues, { secret, key }: Keys): Section {
  const differs = key ? ps`$secretUrl -ne ${heldUrlOf(secret)} -or $keyUrl -ne ${heldUrlOf(key)}` : ps`$secretUrl -ne ${heldUrlOf(secret)}`;
  const managed = lines(
    ps`  foreach ($disk in @($osDisk) + $dataDisks) {`,
    ps`    if (-not ${settingsOf(targetGroup ?? '')}.Enabled) { continue }`,
    ps`    $update = New-AzDiskUpdateConfig -EncryptionSettingsEnabled $true`,
    ps`    $update = Set-AzDiskUpdateDiskEncryptionKey -DiskUpdate $update -SecretUrl $secretUrl -SourceVaultId ${secret.keyVaultId}`,
    key && ps`    $update = Set-AzDiskUpdateKeyEncryptionKey -DiskUpdate $update -KeyUrl $keyUrl -SourceVaultId ${key.keyVaultId}`,
    ps`    Update-AzDisk -ResourceGroupName ${targetGroup ?? ''} -DiskName ($disk -split '/')[-1] -DiskUpdate $update | Out-Null`,
    ps`  }`,
  );
  const vhd = lines(
    ps`  $settings = @{ encryptionEnabled = $true; diskEncryptionKey = @{ secretUrl = $secretUrl; sourceVault = @{ id = ${secret.keyVaultId} } } }`,
    key && ps`  $settings.keyEncryptionKey = @{ keyUrl = $keyUrl; sourceVault = @{ id = ${key.keyVaultId} } }`,
    ps`  $blob = Get-AzStorageBlob @inContainer -Blob ($osDisk -split '/')[-1]`,
    ps`  $blob.ICloudBlob.Metadata['DiskEncryptionSettings'] = ConvertTo-Json $settings -Compress -Depth 4`,
    ps`  $blob.ICloudBlob.SetMetadata()`,
  );
  return { says: 'movedKeys', code: lines(ps`if (-not $standing -and (${differs})) {`, targetGroup === null ? vhd : managed, ps`}`) };
}

function networkCode({ is2017, arm }: Modules, values: JourneyValues): Code {
  const { location, machine, vmName } = values;
  const { group, subnetId, publicIp } = machine;
  const mark = ps`@{ ${RESTORE_MARK} = [string]$job.JobId }`;
  // The modules of 2017 read no configuration.
  const isTagged = !is2017 && hasTags(values);
  const place = ps`-ResourceGroupName ${group} -Location ${location} -Tag ${isTagged ? ps`(${mark} + $tags)` : mark} -Force`;
  const sku = is2017 ? ps`` : ps` -Sku Standard`;
  return lines(
    ps`if (-not $standing) {`,
    !is2017 && toldCode(values),
    isTagged && tagsCode(values),
    ps`$own = ${`${vmName}-`} + ([string]$job.JobId).Substring(0, 8)`,
    publicIp && ps`$address = New-${arm}PublicIpAddress -Name ($own + '-ip') ${place} -AllocationMethod Static${sku}`,
    ps`$nic = New-${arm}NetworkInterface -Name ($own + '-nic') ${place} -SubnetId ${subnetId}${publicIp ? ps` -PublicIpAddressId $address.Id` : ps``}`,
    ps`}`,
  );
}

/** What was bought with the system has to be named again; the disk tells it, or the old machine. */
const planCode = lines(
  ps`$plan = $onDisk.PurchasePlan`,
  ps`if (-not $plan) { $plan = $old.Plan }`,
  ps`if ($plan) { $vm = Set-AzVMPlan -VM $vm -Name $plan.Name -Publisher $plan.Publisher -Product $plan.Product }`,
);

/** `$type`: the disk of a confidential machine tells what of it is encrypted, and its machine has to say the same. */
const encryptsCode = lines(
  ps`$type = [string]$onDisk.SecurityProfile.SecurityType`,
  ps`if ($type -like 'ConfidentialVM_Disk*') { $system.SecurityEncryptionType = 'DiskWithVMGuestState' }`,
  ps`elseif ($type -like 'ConfidentialVM_*') { $system.SecurityEncryptionType = ($type -split '_')[1] -replace 'EncryptedWithPlatformKey$', '' }`,
);

/** The disk of the system says what the machine has to be; of its firmware only the old machine's own settings tell, or Azure chooses. */
const securityCode = lines(
  ps`$security = ($type -split '_')[0]`,
  ps`if ($security -and $security -ne 'Standard') {`,
  ps`  $vm = Set-AzVMSecurityProfile -VM $vm -SecurityType $security`,
  ps`  $firmware = $config.'properties.securityProfile'.uefiSettings`,
  ps`  if (-not $firmware) { $firmware = $old.SecurityProfile.UefiSettings }`,
  ps`  if ($firmware) { $vm = Set-AzVMUefi -VM $vm -EnableVtpm $firmware.vTpmEnabled -EnableSecureBoot $firmware.secureBootEnabled }`,
  ps`}`,
);

function machineCode({ arm, is2017 }: Modules, values: JourneyValues, language: Language): Code {
  const { keys, pass, targetGroup, machine, osType, location } = values;
  const place = targetGroup === null ? ps`-VhdUri` : ps`-ManagedDiskId`;
  const nameOfDisk = ps`(($disk -split '/')[-1] -replace '\.vhd$', '')`;
  // The modules of 2017 know none of it, and nor did Azure of most.
  const likeOld = is2017 ? { given: null, splat: ps``, ofSystem: null, ofData: null, used: ps``, withDisks: null } : oldMachineCode(values);
  const make = ps`New-${arm}VM -ResourceGroupName ${machine.group} -Location ${location} -VM $vm | Out-Null`;
  return lines(
    ps`if (-not $standing) {`,
    likeOld.given,
    ps`$vm = New-${arm}VMConfig -VMName ${machine.name} -VMSize ${machine.size}${likeOld.splat}`,
    ps`$disk = $osDisk`,
    ps`$system = @{ VM = $vm; Name = ${nameOfDisk}; CreateOption = 'Attach' }`,
    keys && pass === 'dual' ? settingsCode(keys) : null,
    likeOld.ofSystem,
    targetGroup !== null && ps`$onDisk = Get-AzDisk -ResourceGroupName ${targetGroup} -DiskName ($osDisk -split '/')[-1]`,
    targetGroup !== null && encryptsCode,
    ps`$vm = Set-${arm}VMOSDisk @system ${place} $osDisk ${osType === 'Linux' ? ps`-Linux` : ps`-Windows`}`,
    ps`foreach ($disk in $dataDisks) {`,
    ps`  $lun = [int][regex]::Match($disk, '-datadisk-(\d+)-', 'IgnoreCase').Groups[1].Value`,
    likeOld.ofData,
    ps`  $vm = Add-${arm}VMDataDisk -VM $vm -Name ${nameOfDisk} ${place} $disk -Lun $lun -CreateOption Attach${likeOld.used}`,
    ps`}`,
    likeOld.withDisks,
    // A disk of a zone has machines of that zone alone.
    targetGroup !== null && ps`if ($onDisk.Zones) { $vm.Zones = $onDisk.Zones }`,
    targetGroup !== null && planCode,
    targetGroup !== null && securityCode,
    ps`$vm = Add-${arm}VMNetworkInterface -VM $vm -Id $nic.Id`,
    is2017 || machine.withoutProximityGroup === true ? make : inGroupIfAllowed(make, language),
    ps`}`,
  );
}

/** Only Azure tells whether this person may put a machine into the old one's group. */
const inGroupIfAllowed = (make: Code, language: Language): Code =>
  lines(
    ps`try { ${make} } catch {`,
    ps`  if (-not ([string]$_ -like '*LinkedAuthorizationFailed*' -and [string]$_ -like '*proximityPlacementGroups*')) { throw }`,
    ps`  ${words.withoutGroup[language]}`,
    ps`  $vm.ProximityPlacementGroup = $null`,
    ps`  ${make}`,
    ps`}`,
  );

/** With an Entra application the machine's model carries the settings. */
const settingsCode = ({ secret, key }: Keys): Code =>
  lines(
    ps`$system += @{ DiskEncryptionKeyUrl = $secretUrl; DiskEncryptionKeyVaultId = ${secret.keyVaultId} }`,
    key && ps`$system += @{ KeyEncryptionKeyUrl = $keyUrl; KeyEncryptionKeyVaultId = ${key.keyVaultId} }`,
  );
