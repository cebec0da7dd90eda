import { inSubscription } from '../bash';
import { remark, sh, type Code } from '../writing';
import { azDecrypt } from './decrypt';
import { DAY_SECONDS, FOOTER, lines, SUFFIX, type LeavingTarget, type LeavingWords } from './leaving';

/** Source: https://learn.microsoft.com/azure/virtual-machines/disk-encryption-migrate */
export const AZ_FUNCTIONS = lines([
  inSubscription,
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

export function azOf(target: LeavingTarget, words: LeavingWords): Code {
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
    sh`security=$(of securityProfile.securityType)`,
    sh`trusted=()`,
    sh`if [ "$security" = TrustedLaunch ]; then`,
    sh`  boot=$(of securityProfile.uefiSettings.secureBootEnabled)`,
    sh`  vtpm=$(of securityProfile.uefiSettings.vTpmEnabled)`,
    // What it isn't told, az turns on: a system with drivers that nobody signed would not start.
    sh`  trusted=(--security-type "$security" \${boot:+--enable-secure-boot "$boot"} \${vtpm:+--enable-vtpm "$vtpm"})`,
    sh`fi`,
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
    sh`az vm create --resource-group ${group} --name ${name + SUFFIX} --os-type ${os} --attach-os-disk "$system" \${data[@]+--attach-data-disks "\${data[@]}" --data-disk-caching "\${caching[@]}"} \${trusted[@]+"\${trusted[@]}"} ${place}`,
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
