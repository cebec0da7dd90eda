import { inSubscription } from '../bash';
import { join, ps, remark, sh, type Code } from '../writing';
import { azDecrypt, type Encrypted } from './decrypt';
import { untilFailure, type Shell } from './until-failure';

/** A machine that is to leave Azure Disk Encryption for encryption at host. */
export interface LeavingTarget extends Encrypted {
  subscriptionId: string;
  /** Its disks are decrypted and copied, or a machine with a fresh OS disk is made. */
  way: 'move' | 'rebuild';
  /** Its size cannot encrypt at host: the script asks for another. */
  needsSize: boolean;
}

/** What the scripts say beside their commands, in the language of the person who reads them. */
export interface LeavingWords {
  /** What has to be looked at inside the machine before its disks are copied, by its system. */
  guest: Readonly<Record<LeavingTarget['os'], string>>;
  /** The question whether that is so; `yes` goes on. */
  question: string;
  size: string;
  image: string;
  /** Of a new machine that an earlier run made: nothing is done for it. */
  there: string;
  /** Of a new machine that Azure has not, or not yet, provided: it needs a person. */
  halfMade: string;
  /** Of copies that an earlier run made, with nothing run since: they are used. */
  whole: string;
  /** Of a disk that has the name of a copy, and on which a machine may have worked, or whose source has changed since: nothing deletes it. */
  kept: string;
  /** What is left to do for who moved, and for who rebuilt. */
  afterMove: string;
  afterRebuild: string;
}

const lines = (pieces: readonly Code[]) => join(pieces, '\n');

/** Azure omits the footer when it tells the size of a disk. */
const FOOTER = 512;
const DAY_SECONDS = 86_400;
const SUFFIX = '-host';

/** Source: https://learn.microsoft.com/azure/virtual-machines/disk-encryption-migrate */
const AZ_FUNCTIONS = lines([
  sh`register() {`,
  sh`  az feature register --namespace Microsoft.Compute --name EncryptionAtHost --output none`,
  sh`  for _ in $(seq 120); do`,
  sh`    state=$(az feature show --namespace Microsoft.Compute --name EncryptionAtHost --query properties.state --output tsv)`,
  sh`    [ "$state" = Registered ] && break || sleep 30`,
  sh`  done`,
  sh`  if [ "$state" != Registered ]; then echo "EncryptionAtHost: $state" >&2; exit 1; fi`,
  sh`  az provider register --namespace Microsoft.Compute --output none`,
  sh`}`,
  sh`of() { az vm show --ids "$vm" --query "$1" --output tsv; }`,
  sh`disk() { az disk show --ids "$1" --query "$2" --output tsv; }`,
  // Of a disk and what it holds: its machine was neither started nor deallocated since, nor another one given it.
  sh`mark() { az disk show --ids "$1" --query "LastOwnershipUpdateTime && join('/', [uniqueId, LastOwnershipUpdateTime, to_string(diskSizeBytes)])" --output tsv; }`,
  sh`look_at_copy() {`,
  sh`  to="\${1##*/}"${SUFFIX}`,
  sh`  state=$(az disk show --resource-group "$group" --name "$to" --query "join('/', [creationData.createOption, diskState])" --output tsv 2>/dev/null) || [ $? = 3 ]`,
  sh`  case "$state" in`,
  sh`    '') return ;;`,
  sh`    Upload/ReadyToUpload | Upload/ActiveUpload)`,
  sh`      [ "$state" != Upload/ActiveUpload ] || az disk revoke-access --resource-group "$group" --name "$to" --output none`,
  sh`      az disk delete --resource-group "$group" --name "$to" --yes --output none`,
  sh`      return ;;`,
  sh`    Upload/Unattached)`,
  sh`      source=$(mark "$1")`,
  sh`      copy=$(az disk show --resource-group "$group" --name "$to" --query "join('/', [tags.\"tresor-copy-of\" || '', to_string(diskSizeBytes)])" --output tsv)`,
  sh`      if [ -n "$source" ] && [ "$copy" = "$source" ]; then whole+=("$to"); return; fi ;;`,
  sh`  esac`,
  // Once its upload has ended, a machine may have worked on it.
  sh`  echo "$to ($state)" "$kept" >&2`,
  sh`  exit 1`,
  sh`}`,
  sh`copy() {`,
  sh`  to="\${1##*/}"${SUFFIX}`,
  sh`  case " \${whole[*]-} " in *" $to "*) return ;; esac`,
  // A line each: of several on one line the shell minds the last alone.
  sh`  os=$(disk "$1" osType)`,
  sh`  generation=$(disk "$1" hyperVGeneration)`,
  sh`  security=$(disk "$1" securityProfile.securityType)`,
  sh`  zone=$(disk "$1" 'zones[0]')`,
  sh`  az disk create --resource-group "$group" --name "$to" --location "$(disk "$1" location)" --sku "$(disk "$1" sku.name)" --for-upload true --upload-size-bytes $(($(disk "$1" diskSizeBytes) + ${FOOTER})) \${os:+--os-type "$os"} \${generation:+--hyper-v-generation "$generation"} \${security:+--security-type "$security"} \${zone:+--zone "$zone"} --output none`,
  sh`  target=$(az disk grant-access --resource-group "$group" --name "$to" --access-level Write --duration-in-seconds ${DAY_SECONDS} --query '[accessSas, accessSAS] | [?@] | [0]' --output tsv)`,
  sh`  source=$(az disk grant-access --ids "$1" --access-level Read --duration-in-seconds ${DAY_SECONDS} --query '[accessSas, accessSAS] | [?@] | [0]' --output tsv)`,
  sh`  copied=y`,
  sh`  azcopy copy "$source" "$target" --blob-type PageBlob || copied=n`,
  // With access to its disk left open, the old machine could not be started again.
  sh`  az disk revoke-access --ids "$1" --output none`,
  sh`  [ "$copied" = y ]`,
  sh`}`,
  sh`finish() {`,
  sh`  to="\${1##*/}"${SUFFIX}`,
  sh`  case " \${whole[*]-} " in *" $to "*) return ;; esac`,
  sh`  az disk revoke-access --resource-group "$group" --name "$to" --output none`,
  sh`  source=$(mark "$1")`,
  sh`  [ -z "$source" ] || az disk update --resource-group "$group" --name "$to" --set tags.tresor-copy-of="\${source%/*}" --output none`,
  sh`}`,
]);

/** A command each: a list joined by `&&` goes on where nobody is there to answer. */
const ask = (question: string, variable: Code) => [sh`echo ${question}`, sh`read -r ${variable}`];

function azOf(target: LeavingTarget, words: LeavingWords): Code {
  const { subscriptionId, group, name, os, way, needsSize } = target;
  const place = sh`--location "$location" --subnet "$subnet" --nsg '' --public-ip-address '' --size "$size" \${vmzone:+--zone "$vmzone"} --encryption-at-host true --output none`;
  const begin = [
    // Before anything is decrypted or deallocated for it.
    ...(way === 'move' ? [sh`command -v azcopy >/dev/null || { echo 'azcopy is needed' >&2; exit 1; }`] : []),
    sh`az account set --subscription ${subscriptionId}`,
    sh`subscription=${subscriptionId}`,
    sh`state=$(az vm show --resource-group ${group} --name ${name + SUFFIX} --query provisioningState --output tsv 2>/dev/null) || [ $? = 3 ]`,
    // One that Azure could not provide is there, too.
    sh`case "$state" in`,
    sh`  '') ;;`,
    sh`  Succeeded) echo ${name + SUFFIX} ${words.there}; exit 0 ;;`,
    sh`  *) echo ${name + SUFFIX} "($state)" ${words.halfMade} >&2; exit 1 ;;`,
    sh`esac`,
    sh`register`,
    sh`group=${group}`,
    sh`vm=$(az vm show --resource-group ${group} --name ${name} --query id --output tsv)`,
    sh`subnet=$(az network nic show --ids "$(of '[networkProfile.networkInterfaces[?primary].id, networkProfile.networkInterfaces[].id][] | [0]')" --query 'ipConfigurations[0].subnet.id' --output tsv)`,
    // Not that of its resource group, which az takes where none is named.
    sh`location=$(of location)`,
    sh`vmzone=$(of 'zones[0]')`,
    ...(needsSize ? ask(words.size, sh`size`) : [sh`size=$(of hardwareProfile.vmSize)`]),
  ];
  const move = [
    sh`system=$(of storageProfile.osDisk.managedDisk.id)`,
    // They get the LUNs 0, 1, 2 … in this order.
    sh`disks=$(of 'sort_by(storageProfile.dataDisks, &lun)[].managedDisk.id')`,
    sh`whole=()`,
    sh`for one in "$system" $disks; do look_at_copy "$one"; done`,
    sh`if [ "\${#whole[@]}" = 0 ]; then`,
    // Only one that runs can be decrypted, and seen to be; an earlier run may have deallocated it.
    sh`az vm start --ids "$vm" --output none`,
    azDecrypt(target, os === 'Windows' ? 'ALL' : 'DATA'),
    sh`echo ${words.guest[os]}`,
    ...ask(words.question, sh`answer`),
    sh`[ "$answer" = yes ]`,
    sh`az vm deallocate --ids "$vm" --output none`,
    sh`else`,
    sh`echo "\${whole[@]}" ${words.whole}`,
    sh`fi`,
    // A command of its own: in a list joined by `&&` the shell goes on where a copy has failed.
    sh`copy "$system"`,
    sh`data=() caching=()`,
    sh`for one in $disks; do`,
    sh`  copy "$one"`,
    sh`  caching+=("\${#data[@]}=$(of "storageProfile.dataDisks[?managedDisk.id=='$one'].caching | [0]")")`,
    sh`  data+=("$to")`,
    sh`done`,
    // Not before all are there: a copy whose upload is open has had no machine, and another run may delete it.
    sh`for one in "$system" $disks; do finish "$one"; done`,
    sh`system="\${system##*/}"${SUFFIX}`,
    sh`az vm create --resource-group ${group} --name ${name + SUFFIX} --os-type ${os} --attach-os-disk "$system" \${data[@]+--attach-data-disks "\${data[@]}" --data-disk-caching "\${caching[@]}"} ${place}`,
  ];
  const rebuild = [
    ...ask(words.image, sh`image`),
    sh`az vm create --resource-group ${group} --name ${name + SUFFIX} --image "$image" --admin-username azureuser --generate-ssh-keys ${place}`,
  ];
  return lines([
    ...begin,
    ...(way === 'move' ? move : rebuild),
    sh`az vm show --resource-group ${group} --name ${name + SUFFIX} --query securityProfile.encryptionAtHost --output tsv`,
    remark(way === 'move' ? words.afterMove : words.afterRebuild),
  ]);
}

const PS_FUNCTIONS = lines([
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

function psOf({ subscriptionId, group, name, os, way, needsSize }: LeavingTarget, words: LeavingWords): Code {
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

/** What is done for one machine: where it stops, the next one's turn comes. */
const azApart = ({ name }: LeavingTarget, code: Code) =>
  lines([sh`set +e`, sh`(`, sh`set -e`, code, sh`)`, sh`[ $? = 0 ] || stopped+=(${name})`, sh`set -e`]);
const psApart = ({ name }: LeavingTarget, code: Code) =>
  lines([ps`try {`, ps`& {`, code, ps`}`, ps`} catch { [Console]::Error.WriteLine(${name} + ': ' + $_); $stopped += ${name} }`]);

/**
 * Takes machines out of Azure Disk Encryption, one after the other: decrypts, copies each disk by upload to a new one, for a copy by snapshot
 * keeps the mark of Azure Disk Encryption, and makes a new machine with encryption at host beside the old one, which stays, deallocated.
 * What only somebody inside the machine can see is asked for. A machine that stops holds up no other: run again, it goes on for those alone
 * that have no new machine, with the copies that are whole as long as nothing has run with their sources since. Source: disk-encryption-migrate. Throws UnwritableValueError.
 */
export function leavingScript(shell: Shell, targets: readonly LeavingTarget[], words: LeavingWords): string {
  const isAz = shell === 'az';
  const apart = isAz ? azApart : psApart;
  const parts = targets.flatMap((target) => [remark(target.name), apart(target, isAz ? azOf(target, words) : psOf(target, words))]);
  const [opening, end] = isAz
    ? [
        lines([sh`kept=${words.kept}`, inSubscription, AZ_FUNCTIONS, sh`stopped=()`]),
        sh`if [ "\${#stopped[@]}" != 0 ]; then printf '%s\n' "\${stopped[@]}" >&2; exit 1; fi`,
      ]
    : [lines([ps`$kept = ${words.kept}`, PS_FUNCTIONS, ps`$stopped = @()`]), ps`if ($stopped) { throw ($stopped -join ', ') }`];
  return `${untilFailure(shell, [opening, ...parts, end]).text}\n`;
}
