import { ps, remark, type Code } from '../writing';
import { DAY_SECONDS, FOOTER, lines, SUFFIX, type LeavingTarget, type LeavingWords } from './leaving';

export const PS_FUNCTIONS = lines([
  ps`function Register-HostEncryption {`,
  ps`  Register-AzProviderFeature -ProviderNamespace Microsoft.Compute -FeatureName EncryptionAtHost | Out-Null`,
  ps`  foreach ($attempt in 1..120) {`,
  ps`    $state = (Get-AzProviderFeature -ProviderNamespace Microsoft.Compute -FeatureName EncryptionAtHost).RegistrationState`,
  ps`    if ($state -eq 'Registered') { break }`,
  ps`    Start-Sleep -Seconds 30`,
  ps`  }`,
  ps`  if ($state -ne 'Registered') { throw "EncryptionAtHost: $state" }`,
  ps`  Register-AzResourceProvider -ProviderNamespace Microsoft.Compute | Out-Null`,
  ps`}`,
  // Of a disk and what it holds: its machine was neither started nor deallocated since, nor another one given it. Get-AzDisk does not tell.
  ps`function Get-CopyMark($id) {`,
  ps`  $disk = ((Invoke-AzRestMethod -Method GET -Path ($id + '?api-version=2023-04-02')).Content | ConvertFrom-Json).properties`,
  ps`  if ($disk.LastOwnershipUpdateTime) { $disk.uniqueId + '/' + ('{0:o}' -f $disk.LastOwnershipUpdateTime) + '/' + $disk.diskSizeBytes }`,
  ps`}`,
  ps`function Test-WholeCopy($group, $id) {`,
  ps`  $to = $id.Split('/')[8] + ${SUFFIX}`,
  ps`  $old = Get-AzDisk -ResourceGroupName $group | Where-Object { $_.Name -eq $to }`,
  ps`  if (-not $old) { return $false }`,
  ps`  $state = $old.CreationData.CreateOption + '/' + $old.DiskState`,
  ps`  if ($state -in @('Upload/ReadyToUpload', 'Upload/ActiveUpload')) {`,
  ps`    if ($old.DiskState -eq 'ActiveUpload') { Revoke-AzDiskAccess -ResourceGroupName $group -DiskName $to | Out-Null }`,
  ps`    Remove-AzDisk -ResourceGroupName $group -DiskName $to -Force | Out-Null`,
  ps`    return $false`,
  ps`  }`,
  ps`  $tag = if ($old.Tags) { $old.Tags['tresor-copy-of'] }`,
  ps`  $source = Get-CopyMark $id`,
  ps`  if ($state -eq 'Upload/Unattached' -and $source -and ($tag + '/' + $old.DiskSizeBytes) -eq $source) { return $true }`,
  // Once its upload has ended, a machine may have worked on it.
  ps`  throw ($to + ' (' + $state + ') ' + $kept)`,
  ps`}`,
  ps`function Copy-Disk($group, $id) {`,
  ps`  $disk = Get-AzDisk -ResourceGroupName $id.Split('/')[4] -DiskName $id.Split('/')[8]`,
  ps`  $to = $disk.Name + ${SUFFIX}`,
  ps`  $shape = @{ Location = $disk.Location; SkuName = $disk.Sku.Name; CreateOption = 'Upload'; UploadSizeInBytes = $disk.DiskSizeBytes + ${FOOTER} }`,
  ps`  if ($disk.OsType) { $shape.OsType = $disk.OsType }`,
  ps`  if ($disk.HyperVGeneration) { $shape.HyperVGeneration = $disk.HyperVGeneration }`,
  ps`  if ($disk.Zones) { $shape.Zone = $disk.Zones }`,
  ps`  $config = New-AzDiskConfig @shape`,
  ps`  if ($disk.SecurityProfile.SecurityType) { $config = Set-AzDiskSecurityProfile -Disk $config -SecurityType $disk.SecurityProfile.SecurityType }`,
  ps`  New-AzDisk -ResourceGroupName $group -DiskName $to -Disk $config | Out-Null`,
  ps`  $target = Grant-AzDiskAccess -ResourceGroupName $group -DiskName $to -Access Write -DurationInSecond ${DAY_SECONDS}`,
  ps`  $source = Grant-AzDiskAccess -ResourceGroupName $disk.ResourceGroupName -DiskName $disk.Name -Access Read -DurationInSecond ${DAY_SECONDS}`,
  ps`  azcopy copy $source.AccessSAS $target.AccessSAS --blob-type PageBlob | Out-Host`,
  ps`  $copied = $LASTEXITCODE -eq 0`,
  // With access to its disk left open, the old machine could not be started again.
  ps`  Revoke-AzDiskAccess -ResourceGroupName $disk.ResourceGroupName -DiskName $disk.Name | Out-Null`,
  ps`  if (-not $copied) { throw $to }`,
  ps`}`,
  ps`function Complete-Copy($group, $id) {`,
  ps`  $to = $id.Split('/')[8] + ${SUFFIX}`,
  ps`  Revoke-AzDiskAccess -ResourceGroupName $group -DiskName $to | Out-Null`,
  ps`  $source = Get-CopyMark $id`,
  ps`  if (-not $source) { return }`,
  ps`  $update = New-AzDiskUpdateConfig -Tag @{ 'tresor-copy-of' = $source.Substring(0, $source.LastIndexOf('/')) }`,
  ps`  Update-AzDisk -ResourceGroupName $group -DiskName $to -DiskUpdate $update | Out-Null`,
  ps`}`,
  ps`function Get-CopyId($group, $id) { (Get-AzDisk -ResourceGroupName $group -DiskName ($id.Split('/')[8] + ${SUFFIX})).Id }`,
]);

export function psOf({ subscriptionId, group, name, os, way, needsSize }: LeavingTarget, words: LeavingWords): Code {
  const system = os === 'Windows' ? ps`-Windows` : ps`-Linux`;
  const begin = [
    // Before anything is decrypted or deallocated for it.
    ...(way === 'move' ? [ps`Get-Command azcopy | Out-Null`] : []),
    ps`Set-AzContext -Subscription ${subscriptionId} | Out-Null`,
    ps`$new = Get-AzVM -ResourceGroupName ${group} | Where-Object { $_.Name -eq ${name + SUFFIX} }`,
    // One that Azure could not provide is there, too.
    ps`if ($new -and $new.ProvisioningState -ne 'Succeeded') { throw (${name + SUFFIX} + ' (' + $new.ProvisioningState + ') ' + ${words.halfMade}) }`,
    ps`if ($new) { Write-Host ${name + SUFFIX} ${words.there}; return }`,
    ps`Register-HostEncryption`,
    ps`$vm = Get-AzVM -ResourceGroupName ${group} -Name ${name}`,
    ps`$nics = @($vm.NetworkProfile.NetworkInterfaces | Where-Object { $_.Primary }) + @($vm.NetworkProfile.NetworkInterfaces)`,
    ps`$nic = Get-AzNetworkInterface -ResourceId $nics[0].Id`,
    needsSize ? ps`$size = Read-Host ${words.size}` : ps`$size = $vm.HardwareProfile.VmSize`,
    ps`$zone = @{}`,
    ps`if ($vm.Zones) { $zone.Zone = $vm.Zones }`,
    ps`$config = New-AzVMConfig -VMName ${name + SUFFIX} -VMSize $size -EncryptionAtHost @zone`,
  ];
  const move = [
    ps`$disks = @($vm.StorageProfile.OsDisk.ManagedDisk.Id) + @($vm.StorageProfile.DataDisks | ForEach-Object { $_.ManagedDisk.Id })`,
    ps`$whole = @($disks | Where-Object { Test-WholeCopy ${group} $_ })`,
    ps`if (-not $whole) {`,
    // Only one that runs can be decrypted, and seen to be; an earlier run may have deallocated it.
    ps`Start-AzVM -ResourceGroupName ${group} -Name ${name} | Out-Null`,
    os === 'Windows'
      ? ps`Disable-AzVMDiskEncryption -ResourceGroupName ${group} -VMName ${name} -VolumeType All -Force`
      : ps`Disable-AzVMDiskEncryption -ResourceGroupName ${group} -VMName ${name} -VolumeType Data -Force`,
    ps`Write-Host ${words.guest[os]}`,
    ps`if ((Read-Host ${words.question}) -ne 'yes') { throw ${name} }`,
    ps`Stop-AzVM -ResourceGroupName ${group} -Name ${name} -Force | Out-Null`,
    ps`} else { Write-Host (@($whole | ForEach-Object { $_.Split('/')[8] + ${SUFFIX} }) -join ' ') ${words.whole} }`,
    ps`$left = @($disks | Where-Object { $_ -notin $whole })`,
    ps`foreach ($one in $left) { Copy-Disk ${group} $one }`,
    // Not before all are there: a copy whose upload is open has had no machine, and another run may delete it.
    ps`foreach ($one in $left) { Complete-Copy ${group} $one }`,
    ps`$config = Set-AzVMOSDisk -VM $config -ManagedDiskId (Get-CopyId ${group} $vm.StorageProfile.OsDisk.ManagedDisk.Id) -CreateOption Attach ${system}`,
    // A disk of Trusted Launch makes such a machine alone, and what it isn't told of the firmware, Azure turns on.
    ps`$security = $vm.SecurityProfile`,
    ps`if ($security.SecurityType -eq 'TrustedLaunch') {`,
    ps`  $config = Set-AzVMSecurityProfile -VM $config -SecurityType $security.SecurityType`,
    ps`  $firmware = $security.UefiSettings`,
    ps`  if ($firmware) { $config = Set-AzVMUefi -VM $config -EnableVtpm $firmware.VTpmEnabled -EnableSecureBoot $firmware.SecureBootEnabled }`,
    ps`}`,
    ps`foreach ($one in $vm.StorageProfile.DataDisks) { $config = Add-AzVMDataDisk -VM $config -ManagedDiskId (Get-CopyId ${group} $one.ManagedDisk.Id) -Lun $one.Lun -Caching $one.Caching -CreateOption Attach }`,
  ];
  const rebuild = [
    ps`$image = (Read-Host ${words.image}).Split(':')`,
    ps`$config = Set-AzVMOperatingSystem -VM $config -Linux -ComputerName ${name} -Credential (Get-Credential)`,
    ps`$config = Set-AzVMSourceImage -VM $config -PublisherName $image[0] -Offer $image[1] -Skus $image[2] -Version $image[3]`,
  ];
  return lines([
    ...begin,
    ...(way === 'move' ? move : rebuild),
    ps`$newNic = New-AzNetworkInterface -ResourceGroupName ${group} -Location $vm.Location -Name ${`${name}${SUFFIX}-nic`} -SubnetId $nic.IpConfigurations[0].Subnet.Id -Force`,
    ps`$config = Add-AzVMNetworkInterface -VM $config -Id $newNic.Id`,
    ps`New-AzVM -ResourceGroupName ${group} -Location $vm.Location -VM $config | Out-Null`,
    ps`(Get-AzVM -ResourceGroupName ${group} -Name ${name + SUFFIX}).SecurityProfile.EncryptionAtHost`,
    remark(way === 'move' ? words.afterMove : words.afterRebuild),
  ]);
}
