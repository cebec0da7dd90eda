import { accelerates } from '../accelerates';
import { nameOf } from '../key-url';
import { command, lines } from '../script';
import type { JourneyValues } from '../values';
import { sh, type Code } from '../writing';

/** ARM id of the machine that was backed up. */
export const oldMachine = ({ subscriptionId, vmGroup, vmName }: JourneyValues) =>
  `/subscriptions/${subscriptionId}/resourceGroups/${vmGroup}/providers/Microsoft.Compute/virtualMachines/${vmName}`;

/** Objects inside of disks, without which each disk is one pair of braces. */
const INSIDE_DISKS = [
  '"(managedDisk|vhd|image|diffDiskSettings|encryptionSettings|diskEncryptionKey|keyEncryptionKey|sourceVault|diskEncryptionSet)" *: *[{][^{}]*[}] *,?',
  '"securityProfile" *: *[{][^{}]*"securityEncryptionType"[^{}]*[}] *,?',
] as const;

/** `told`: what fits an expression in the configuration beside the restored disks, or in the old machine where that has nothing. */
export function toldCode(values: JourneyValues): Code {
  return lines(
    sh`flat() { LC_ALL=C tr -cd ' -~' | sed -E -e ':a' -e ${`s/${INSIDE_DISKS[0]}//`} -e ${`s/${INSIDE_DISKS[1]}//`} -e 'ta'; }`,
    command(
      sh`az storage blob download --auth-mode login --account-name ${nameOf(values.storageAccountId)} --container-name "$container"`,
      sh`--name "$(attribute 'Config Blob Name')" --file "$temporary/config.json" --output none 2>/dev/null || true`,
    ),
    sh`kept=$(cat "$temporary/config.json" 2>/dev/null | flat || true)`,
    sh`old=$(az vm show --ids ${oldMachine(values)} --output json 2>/dev/null | flat || true)`,
    sh`told() {`,
    sh`  local text found`,
    sh`  for text in "$kept" "$old"; do`,
    sh`    found=$(printf '%s\n' "$text" | grep -oE -- "$1" || true)`,
    sh`    if [ -n "$found" ]; then printf '%s\n' "$found"; return; fi`,
    sh`  done`,
    sh`}`,
  );
}

/** `use_of`: how the old machine used a disk, as members of JSON. */
export const usesCode = ({ machine }: JourneyValues): Code => {
  const caching = '"caching" *: *"(None|ReadOnly|ReadWrite)"';
  const members = accelerates(machine.size) ? `${caching}|"writeAcceleratorEnabled" *: *true` : caching;
  return sh`use_of() { told "$1" | grep -oE ${members} | sort -u | paste -sd , - || true; }`;
};

/** `use`: that of the system's disk, and that of the data disk at `lun`. */
export const useOfSystem = sh`use=$(use_of '"osDisk" *: *[{][^{}]*[}]')`;
export const useOfLun = sh`  use=$(use_of '[{][^{}]*"lun" *: *'"$lun"'( *,[^{}]*)? *[}]')`;

/** `firmware`: only the old machine's own settings tell of it, or Azure chooses. */
export const firmwareCode = sh`firmware=$(told '"(secureBootEnabled|vTpmEnabled)" *: *(true|false)' | sort -u | paste -sd , -)`;

/** `host`: Azure Disk Encryption excludes encryption at host, and not every size knows it. */
export function hostCode({ keys, targetGroup, location, machine: { size } }: JourneyValues): Code {
  if (keys || targetGroup === null) return sh`host=''`;
  const capability = `[?name=='${size}'].capabilities[] | [?name=='EncryptionAtHostSupported'].value`;
  return lines(
    sh`host=''`,
    sh`case "$(told '"encryptionAtHost" *: *(true|false)')" in *true)`,
    // What sizes can do is hidden from many who may make machines.
    sh`  able=$(az vm list-skus --location ${location} --resource-type virtualMachines --size ${size} --query ${capability} --output tsv 2>/dev/null || true)`,
    sh`  [ "$able" != True ] || host='"encryptionAtHost":true'`,
    sh`  ;;`,
    sh`esac`,
  );
}

/** `license` and `proximity`: what else the old machine was made with, each with a comma behind it. */
export function placeCode({ location }: JourneyValues): Code {
  return lines(
    sh`license=$(told '"(properties[.])?licenseType" *: *"[A-Za-z0-9_]+"' | sed -n '1s/properties[.]//;1p')`,
    sh`case "$license" in *'"None"') license='' ;; esac`,
    sh`license=\${license:+"$license,"}`,
    sh`proximity=$(told '"(properties[.])?proximityPlacementGroup" *: *[{] *"id" *: *"[^"]+"' | sed -n -E '1s/.*"([^"]+)"$/\1/p')`,
    sh`if [ -n "$proximity" ] && [ "$(az ppg show --ids "$proximity" --query location --output tsv 2>/dev/null || true)" != ${location} ]; then proximity=''; fi`,
    sh`proximity=\${proximity:+"\"proximityPlacementGroup\":{\"id\":\"$proximity\"},"}`,
  );
}

/** An Ultra Disk is attached to machines alone that are made for those. */
export const ultraCode: Code = lines(
  sh`  if [ "$(az disk show --ids "$disk" --query sku.name --output tsv)" = UltraSSD_LRS ]; then`,
  sh`    ultra='"additionalCapabilities":{"ultraSSDEnabled":true},'`,
  sh`  fi`,
);
