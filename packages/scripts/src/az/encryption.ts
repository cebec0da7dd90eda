import { EXTENSIONS } from '../extension';
import { nameOf } from '../key-url';
import { command, lines, type Section } from '../script';
import type { Keys, JourneyValues } from '../values';
import { words, type Language } from '../words';
import { sh, type Code } from '../writing';
import { must } from './frame';
import { hasSettings, machineIdOf } from './machine';

/** The disks that were encrypted, by their names: of VHDs nobody tells. `others`: data disks that were not, or of which nobody tells it. */
const wereEncrypted = ({ targetGroup }: JourneyValues): Code =>
  lines(
    sh`were=() others=()`,
    sh`for disk in "$os_disk" \${data_disks[@]+"\${data_disks[@]}"}; do`,
    sh`  name=$(basename "$disk" .vhd)`,
    targetGroup !== null && sh`  if ${hasSettings}; then were+=("$name"); continue; fi`,
    sh`  if [ "$disk" != "$os_disk" ]; then others+=("$name"); fi`,
    sh`done`,
  );

/** Applies disk encryption again where a disk that was encrypted does not count as it, and shows how the disks stand then. */
export function renewEncryption(values: JourneyValues, keys: Keys, language: Language): Section[] {
  const ready = sh`[ "$(view 'instanceView.vmAgent.statuses[0].code')" = 'ProvisioningState/succeeded' ]`;
  return [
    {
      says: 'agent',
      code: lines(
        sh`machine=${machineIdOf(values)}`,
        sh`view() { az vm get-instance-view --ids "$machine" --query "$1" --output tsv; }`,
        sh`ready() { ${ready}; }`,
        sh`for _ in $(seq 60); do ready && break || sleep 10; done`,
        must(sh`ready`),
      ),
    },
    {
      says: values.pass === 'dual' ? 'extensionDual' : 'extension',
      code: lines(
        wereEncrypted(values),
        sh`reported() { [ "$(view "length(instanceView.disks[?name=='$1' && contains(statuses[].code, 'EncryptionState/encrypted')])")" = 1 ]; }`,
        sh`encrypted() { local disk; for disk in \${were[@]+"\${were[@]}"}; do reported "$disk" || return 1; done; }`,
        sh`first=() told=y`,
        sh`for disk in \${others[@]+"\${others[@]}"}; do reported "$disk" || first+=("$disk"); done`,
        sh`apply=y`,
        sh`if encrypted && { [ "\${#were[@]}" != 0 ] || [ "\${#first[@]}" = 0 ]; }; then`,
        sh`  apply=n`,
        sh`elif [ "\${#first[@]}" != 0 ]; then`,
        sh`  echo ${words.firstEncryption[language]} "\${first[@]}"`,
        sh`  apply=\${ADE_ENCRYPT_ALL:-}`,
        sh`  [ -n "$apply" ] || read -r -p '[y/N] ' apply || apply=n`,
        sh`  if [ "$apply" = y ]; then were+=("\${first[@]}"); else told=n; fi`,
        sh`fi`,
        sh`if [ "$apply" = y ]; then`,
        ...extensionCode(values, keys),
        sh`fi`,
      ),
    },
    {
      says: 'verify',
      code: lines(
        sh`view "instanceView.disks[].[name, statuses[?starts_with(code, 'EncryptionState')].displayStatus | [0]]"`,
        must(sh`encrypted`),
        // Of an encrypted machine one disk at least is encrypted, whatever nobody tells.
        sh`if [ "\${#were[@]}" = 0 ] && [ "$told" = y ]; then`,
        sh`  [ "$(view "length(instanceView.disks[?contains(statuses[].code, 'EncryptionState/encrypted')])")" != 0 ]`,
        sh`fi`,
      ),
    },
  ];
}

/** Settings of the extension, as printf fills them; a new SequenceVersion makes it run again. */
const settingsOf = (isDual: boolean) =>
  [
    '{"EncryptionOperation":"EnableEncryption","KeyVaultURL":"%s","KeyVaultResourceId":%s,"KeyEncryptionKeyURL":%s,',
    '"KekVaultResourceId":%s,"KeyEncryptionAlgorithm":"RSA-OAEP","VolumeType":"Data",',
    isDual ? '"SequenceVersion":"%s","AADClientID":"%s"}' : '"SequenceVersion":"%s"}',
  ].join('');

/** Asks for the Entra application unless the surroundings name it; its secret goes into a file, never onto a command line. */
const application: readonly Code[] = [
  sh`  json() { printf '%s' "$1" | sed 's/[\\"]/\\&/g'; }`,
  sh`  [ -n "\${ADE_CLIENT_ID:-}" ] || read -r -p 'Entra application (client ID): ' ADE_CLIENT_ID`,
  sh`  [ -n "\${ADE_CLIENT_SECRET:-}" ] || { read -rs -p 'Client secret: ' ADE_CLIENT_SECRET; echo; }`,
  sh`  printf '{"AADClientSecret":"%s"}' "$(json "$ADE_CLIENT_SECRET")" > "$temporary/secret.json"`,
];

function extensionCode({ machine, osType, pass }: JourneyValues, { secret, key }: Keys): Code[] {
  const isDual = pass === 'dual';
  const { name, [pass]: version } = EXTENSIONS[osType];
  const ofKey = key ? sh`"\"$key_url\"" ${JSON.stringify(key.keyVaultId)}` : sh`null '""'`;
  const clientId = isDual ? sh` "$(json "$ADE_CLIENT_ID")"` : sh``;
  const confidential = isDual ? sh` --protected-settings "@$temporary/secret.json"` : sh``;
  return [
    sh`  run=$(cat /proc/sys/kernel/random/uuid 2>/dev/null || uuidgen)`,
    ...(isDual ? application : []),
    command(
      sh`  printf ${settingsOf(isDual)} "\${secret_url%%/secrets/*}" ${JSON.stringify(secret.keyVaultId)}`,
      sh`  ${ofKey} "$run"${clientId} > "$temporary/extension.json"`,
    ),
    command(
      sh`  az vm extension set --resource-group ${machine.group} --vm-name ${machine.name} --publisher Microsoft.Azure.Security`,
      sh`  --name ${name} --version ${version} --settings "@$temporary/extension.json"${confidential} --output none`,
    ),
  ];
}

/** What may still be locked keeps the key data: a person left it as it is, and nobody tells whether it was encrypted. */
export function removeLeftoversOfTold(values: JourneyValues, language: Language): Section {
  const { says, code } = removeLeftovers(values, language);
  return { says, code: lines(sh`if [ "$told" = n ]; then`, sh`echo ${words.untoldKeeps[language]}"$left"`, sh`else`, code, sh`fi`) };
}

/** Deletes the blobs with key data, proves that none is left, and says what the storage account still keeps of them. */
export const removeLeftovers = ({ storageAccountId }: JourneyValues, language: Language): Section => ({
  says: 'leftovers',
  code: lines(
    sh`if [ -n "$info" ]; then`,
    sh`place=(--auth-mode login --account-name ${nameOf(storageAccountId)} --container-name "$container")`,
    sh`left() { az storage blob exists "\${place[@]}" --name "$info" --query exists --output tsv; }`,
    sh`if [ "$(left)" = true ]; then az storage blob delete "\${place[@]}" --name "$info" --delete-snapshots include --output none; fi`,
    sh`[ "$(left)" = false ]`,
    // Not every kind of account lists what it keeps; the file is gone all the same.
    sh`kept=$(az storage blob list "\${place[@]}" --prefix "$info" --include dsv --query '[].[name, properties.remainingRetentionDays]' --output tsv) || echo ${words.keptUntold[language]}`,
    sh`[ -z "$kept" ] || printf '%s\n%s\n' ${words.stillKept[language]} "$kept"`,
    sh`fi`,
  ),
});
