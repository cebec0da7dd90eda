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

/** `told`: what fits an expression, and of that a second one, in the configuration beside the restored disks, or in the old machine where that has nothing. */
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
    sh`    found=$(printf '%s\n' "$text" | grep -oE -- "$1" | grep -E -- "\${2:-.}" || true)`,
    sh`    if [ -n "$found" ]; then printf '%s\n' "$found"; return; fi`,
    sh`  done`,
    sh`}`,
  );
}

/** `use_of`: how the old machine used a disk, as members of JSON, by the first that tells of its caching. */
export const usesCode = ({ machine }: JourneyValues): Code => {
  const caching = '"caching" *: *"(None|ReadOnly|ReadWrite)"';
  const members = accelerates(machine.size) ? `${caching}|"writeAcceleratorEnabled" *: *true` : caching;
  return sh`use_of() { told "$1" ${caching} | grep -oE ${members} | sort -u | paste -sd , - || true; }`;
};

/** `use`: that of the system's disk, and that of the data disk at `lun`. */
export const useOfSystem = sh`use=$(use_of '"osDisk" *: *[{][^{}]*[}]')`;
export const useOfLun = sh`  use=$(use_of '[{][^{}]*"lun" *: *'"$lun"'( *,[^{}]*)? *[}]')`;

/** `firmware`: only the old machine's own settings tell of it, or Azure chooses. */
export const firmwareCode = sh`firmware=$(told '"(secureBootEnabled|vTpmEnabled)" *: *(true|false)' | sort -u | paste -sd , -)`;

/** `can`: what a size can do. It is hidden from many who may make machines, who then make one without what cannot be known to work. */
export function canCode({ location, machine: { size } }: JourneyValues): Code {
  const capability = sh`${`[?name=='${size}'].capabilities[] | [?name=='`}"$1"${`'].value`}`;
  const skus = sh`az vm list-skus --location ${location} --resource-type virtualMachines --size ${size}`;
  return sh`can() { ${skus} --query ${capability} --output tsv 2>/dev/null || true; }`;
}

/** `host`: Azure Disk Encryption excludes encryption at host, and not every size knows it. */
export function hostCode({ keys, targetGroup }: JourneyValues): Code {
  if (keys || targetGroup === null) return sh`host=''`;
  return lines(
    sh`host=''`,
    sh`case "$(told '"encryptionAtHost" *: *(true|false)')" in *true)`,
    sh`  [ "$(can EncryptionAtHostSupported)" != True ] || host='"encryptionAtHost":true'`,
    sh`  ;;`,
    sh`esac`,
  );
}

/** Write Accelerator is for so many disks of a machine, by its size; where the old one had it on more, the new one has it on none. */
export function acceleratorCode({ machine }: JourneyValues): Code | null {
  if (!accelerates(machine.size)) return null;
  return lines(
    sh`accelerated=$(printf '%s\n' "$data" "$use" | grep -o writeAcceleratorEnabled | grep -c . || true)`,
    sh`if [ "$accelerated" -gt 0 ]; then`,
    sh`  most=$(can MaxWriteAcceleratorDisksAllowed)`,
    sh`  if [ "$accelerated" -gt "\${most:-0}" ]; then`,
    sh`    plain() { printf '%s' "$1" | sed -E 's/,"writeAcceleratorEnabled" *: *true//g'; }`,
    sh`    data=$(plain "$data")`,
    sh`    use=$(plain "$use")`,
    sh`  fi`,
    sh`fi`,
  );
}

/** `license` and `proximity`: what else the old machine was made with, each with a comma behind it. */
export function placeCode({ location, machine }: JourneyValues): Code {
  const group = lines(
    sh`proximity=$(told '"(properties[.])?proximityPlacementGroup" *: *[{] *"id" *: *"[^"]+"' | sed -n -E '1s/.*"([^"]+)"$/\1/p')`,
    sh`if [ -n "$proximity" ] && [ "$(az ppg show --ids "$proximity" --query location --output tsv 2>/dev/null || true)" != ${location} ]; then proximity=''; fi`,
    sh`proximity=\${proximity:+"\"proximityPlacementGroup\":{\"id\":\"$proximity\"},"}`,
  );
  return lines(
    sh`license=$(told '"(properties[.])?licenseType" *: *"[A-Za-z0-9_]+"' | sed -n '1s/properties[.]//;1p')`,
    sh`case "$license" in *'"None"') license='' ;; esac`,
    sh`license=\${license:+"$license,"}`,
    machine.withoutProximityGroup === true ? sh`proximity=''` : group,
  );
}

/** An Ultra Disk is attached to machines alone that are made for those. */
export const ultraCode: Code = lines(
  sh`  if [ "$(az disk show --ids "$disk" --query sku.name --output tsv)" = UltraSSD_LRS ]; then`,
  sh`    ultra='"additionalCapabilities":{"ultraSSDEnabled":true},'`,
  sh`  fi`,
);
