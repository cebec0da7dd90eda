import { nameOf } from '../key-url';
import { heldUrlOf } from '../key-values';
import { command, lines, type Section } from '../script';
import { RESTORE_MARK, type Keys, type JourneyValues } from '../values';
import { words, type Language } from '../words';
import { sh, type Code } from '../writing';
import { must } from './frame';
import { tagsCode } from './tags';
import {
  acceleratorCode,
  canCode,
  firmwareCode,
  hostCode,
  oldMachine,
  placeCode,
  toldCode,
  ultraCode,
  useOfLun,
  useOfSystem,
  usesCode,
} from './features';

const json = JSON.stringify;

const groupId = ({ subscriptionId, machine }: JourneyValues) => `/subscriptions/${subscriptionId}/resourceGroups/${machine.group}`;

export const machineIdOf = (values: JourneyValues) =>
  `${groupId(values)}/providers/Microsoft.Compute/virtualMachines/${values.machine.name}`;

/** Makes the machine of `os_disk` and `data_disks`; one that an earlier run made of them keeps its network. */
export function createMachine(values: JourneyValues, language: Language): Section[] {
  return [
    { says: 'standing', code: standingCode(values) },
    ...(values.keys && values.pass === 'single' ? [movedKeys(values, values.keys)] : []),
    { says: 'network', code: networkCode(values) },
    { says: 'machine', code: machineCode(values, language) },
    { says: 'running', code: sh`az vm get-instance-view --ids "$machine" --query 'instanceView.statuses[].displayStatus' --output tsv` },
  ];
}

/** `holder`: the system disk of a machine that is there already. A machine of other disks is nobody's to overwrite. */
const standingCode = (values: JourneyValues): Code =>
  lines(
    sh`machine=${machineIdOf(values)}`,
    sh`holder=$(az vm show --ids "$machine" --query 'storageProfile.osDisk.[managedDisk.id, vhd.uri]' --output tsv 2>/dev/null) || [ $? = 3 ]`,
    sh`if [ -n "$holder" ] && ! echo "$holder" | grep -Fi -- "$os_disk" >/dev/null; then`,
    sh`  echo "$machine: $holder" >&2`,
    sh`  false`,
    sh`fi`,
  );

/** The settings of `secret_url` and `key_url` as disks and machines carry them. */
function settingsCode({ secret, key }: Keys): Code {
  const ofSecret = [sh`"$secret_url"`, sh`${json(secret.keyVaultId)}`] as const;
  if (!key) return sh`settings=$(printf '"diskEncryptionKey":{"secretUrl":"%s","sourceVault":{"id":%s}}' ${ofSecret[0]} ${ofSecret[1]})`;
  return command(
    sh`settings=$(printf '"diskEncryptionKey":{"secretUrl":"%s","sourceVault":{"id":%s}},"keyEncryptionKey":{"keyUrl":"%s","sourceVault":{"id":%s}}'`,
    sh`${ofSecret[0]} ${ofSecret[1]} "$key_url" ${json(key.keyVaultId)})`,
  );
}

/** Whether the managed disk `disk` has encryption settings: one that was plain when the point was made has none. */
export const hasSettings = sh`[ "$(az disk show --ids "$disk" --query encryptionSettingsCollection.enabled --output tsv)" = true ]`;

/** Without an Entra application the disks carry the settings, of VHDs that of the system: they are changed where key or secret were put back. */
function movedKeys({ targetGroup, storageAccountId }: JourneyValues, keys: Keys): Section {
  const differs = keys.key
    ? sh`[ "$secret_url" != ${heldUrlOf(keys.secret)} ] || [ "$key_url" != ${heldUrlOf(keys.key)} ]`
    : sh`[ "$secret_url" != ${heldUrlOf(keys.secret)} ]`;
  const managed = lines(
    command(
      sh`  printf '{"properties":{"encryptionSettingsCollection":{"enabled":true,"encryptionSettingsVersion":"1.1","encryptionSettings":[{%s}]}}}'`,
      sh`  "$settings" > "$temporary/disk.json"`,
    ),
    sh`  for disk in "$os_disk" \${data_disks[@]+"\${data_disks[@]}"}; do`,
    sh`    if ${hasSettings}; then`,
    sh`      az rest --method patch --url "$disk?api-version=2023-04-02" --body "@$temporary/disk.json" --output none`,
    sh`      az disk wait --ids "$disk" --updated --interval 5 --timeout 600`,
    sh`    fi`,
    sh`  done`,
  );
  const vhd = command(
    sh`  az storage blob metadata update --auth-mode login --account-name ${nameOf(storageAccountId)} --container-name "$container"`,
    sh`  --name "\${os_disk##*/}" --metadata "DiskEncryptionSettings={\"encryptionEnabled\":true,$settings}" --output none`,
  );
  return {
    says: 'movedKeys',
    code: lines(settingsCode(keys), sh`if [ -z "$holder" ] && { ${differs}; }; then`, targetGroup === null ? vhd : managed, sh`fi`),
  };
}

function networkCode(values: JourneyValues): Code {
  const { group, subnetId, publicIp } = values.machine;
  const place = sh`--resource-group ${group} --location ${values.location} --tags ${RESTORE_MARK}="$job" \${given[@]+"\${given[@]}"}`;
  return lines(
    toldCode(values),
    sh`given=()`,
    tagsCode(values),
    sh`if [ -z "$holder" ]; then`,
    sh`own=${values.vmName}-"\${job%%-*}"`,
    publicIp && sh`az network public-ip create ${place} --name "$own-ip" --sku Standard --allocation-method Static --output none`,
    sh`az network nic create ${place} --name "$own-nic" --subnet ${subnetId}${publicIp ? sh` --public-ip-address "$own-ip"` : sh``} --output none`,
    sh`fi`,
  );
}

/** The model of a machine, as printf fills it. */
const BODY = [
  '{"location":%s,%s%s"properties":{%s"hardwareProfile":{"vmSize":%s},"storageProfile":{"osDisk":{"osType":"%s",%s%s},"dataDisks":[%s]},',
  '"networkProfile":{"networkInterfaces":[{"id":%s,"properties":{"primary":true}}]}}}',
].join('');

/** `plan`: what was bought with the system has to be named again; the disk tells it, or the old machine. */
function planCode(values: JourneyValues): Code {
  const parts = '.{name:name,publisher:publisher,product:product}';
  return lines(
    sh`plan=$(az disk show --ids "$os_disk" --query ${`purchasePlan${parts}`} --output json | tr -d '\n')`,
    sh`case "$plan" in '{'*) ;; *) plan=$(az vm show --ids ${oldMachine(values)} --query ${`plan${parts}`} --output json 2>/dev/null | tr -d '\n' || true) ;; esac`,
    sh`case "$plan" in '{'*) plan="\"plan\":$plan," ;; *) plan='' ;; esac`,
  );
}

/** `security` and `encrypts`: the disk of the system says what the machine has to be, and of a confidential one what of it is encrypted. */
function securityCode({ targetGroup }: JourneyValues): Code {
  const ofDisk = lines(
    sh`security=$(az disk show --ids "$os_disk" --query securityProfile.securityType --output tsv)`,
    sh`case "$security" in`,
    sh`  ConfidentialVM_Disk*) encrypts=DiskWithVMGuestState ;;`,
    sh`  ConfidentialVM_VMGuestStateOnly*) encrypts=VMGuestStateOnly ;;`,
    sh`  ConfidentialVM_*) encrypts=\${security#*_} ;;`,
    sh`esac`,
    sh`encrypts=\${encrypts:+"\"securityProfile\":{\"securityEncryptionType\":\"$encrypts\"}"}`,
    sh`security=\${security%%_*}`,
    sh`case "$security" in`,
    sh`  '' | None | Standard) security='' ;;`,
    sh`  *)`,
    sh`    ${firmwareCode}`,
    sh`    security="\"securityType\":\"$security\"\${firmware:+,\"uefiSettings\":{$firmware\}}"`,
    sh`    ;;`,
    sh`esac`,
  );
  return lines(
    sh`security=''`,
    sh`encrypts=''`,
    targetGroup !== null && ofDisk,
    sh`security=$security\${host:+\${security:+,}$host}`,
    sh`security=\${security:+"\"securityProfile\":{$security},"}`,
  );
}

function machineCode(values: JourneyValues, language: Language): Code {
  const { keys, pass, targetGroup, machine, osType, location, vmName } = values;
  const form = `"name":"%s","createOption":"Attach"%s,${targetGroup === null ? '"vhd":{"uri":"%s"%s}' : '"managedDisk":{"id":"%s"%s}'}`;
  const nicStart = json(`${groupId(values)}/providers/Microsoft.Network/networkInterfaces/${vmName}-`);
  const inModel = keys && pass === 'dual';
  return lines(
    inModel && settingsCode(keys),
    sh`attach() { printf ${form} "$(basename "$1" .vhd)" "\${2:+,$2}" "$1" "\${3:+,$3}"; }`,
    usesCode(values),
    canCode(values),
    // A disk of a zone has machines of that zone alone.
    sh`zones=''`,
    targetGroup !== null && sh`zone=$(az disk show --ids "$os_disk" --query 'zones[0]' --output tsv)`,
    targetGroup !== null && sh`zones=\${zone:+"\"zones\":[\"$zone\"],"}`,
    targetGroup === null ? sh`plan=''` : planCode(values),
    hostCode(values),
    securityCode(values),
    placeCode(values),
    sh`ultra=''`,
    sh`data=''`,
    sh`for disk in \${data_disks[@]+"\${data_disks[@]}"}; do`,
    sh`  lun=\${disk##*-datadisk-}`,
    sh`  lun=$((10#\${lun%%-*}))`,
    useOfLun,
    sh`  data="$data\${data:+,}{\"lun\":$lun,$(attach "$disk" "$use")}"`,
    targetGroup !== null && ultraCode,
    sh`done`,
    useOfSystem,
    acceleratorCode(values),
    sh`make() {`,
    command(
      sh`  printf ${BODY} ${json(location)} "$zones$tags" "$plan" "$security$license$ultra$1" ${json(machine.size)} ${osType}`,
      sh`  "$(attach "$os_disk" "$use" "$encrypts")"`,
      inModel ? sh`  ",\"encryptionSettings\":{\"enabled\":true,$settings}"` : sh`  ''`,
      sh`  "$data" ${nicStart.slice(0, -1)}"\${job%%-*}-nic\"" > "$temporary/machine.json"`,
    ),
    sh`  az rest --method put --url "$machine?api-version=2023-09-01" --body "@$temporary/machine.json" --output none`,
    sh`}`,
    sh`if ! make "$proximity" 2> "$temporary/refusal"; then`,
    sh`  cat "$temporary/refusal" >&2`,
    must(sh`  grep -q LinkedAuthorizationFailed "$temporary/refusal" && grep -qi proximityPlacementGroups "$temporary/refusal"`),
    sh`  echo ${words.withoutGroup[language]} >&2`,
    must(sh`  make ''`),
    sh`fi`,
    sh`az vm wait --ids "$machine" --created --interval 10 --timeout 3600`,
  );
}
