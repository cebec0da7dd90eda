import { nameOf } from '../key-url';
import { command, lines, type Section } from '../script';
import type { Keys, RestoreValues } from '../values';
import { sh, type Code } from '../writing';
import { machineIdOf } from './machine';

const EXTENSIONS = {
  Windows: { name: 'AzureDiskEncryption', version: '2.2' },
  Linux: { name: 'AzureDiskEncryptionForLinux', version: '1.1' },
} as const;

/** Applies disk encryption again where a disk does not count as encrypted, and shows how the disks stand then. */
export function renewEncryption(values: RestoreValues, keys: Keys): Section[] {
  const ready = sh`[ "$(view 'instanceView.vmAgent.statuses[0].code')" = 'ProvisioningState/succeeded' ]`;
  return [
    {
      says: 'agent',
      code: lines(
        sh`machine=${machineIdOf(values)}`,
        sh`view() { az vm get-instance-view --ids "$machine" --query "$1" --output tsv; }`,
        sh`ready() { ${ready}; }`,
        sh`for _ in $(seq 60); do ready && break || sleep 10; done`,
        sh`ready`,
      ),
    },
    {
      says: 'extension',
      code: lines(
        sh`encrypted() { [ "$(view "length(instanceView.disks[?!contains(statuses[].code, 'EncryptionState/encrypted')])")" = 0 ]; }`,
        sh`if ! encrypted; then`,
        ...extensionCode(values, keys),
        sh`fi`,
      ),
    },
    {
      says: 'verify',
      code: lines(
        sh`view "instanceView.disks[].[name, statuses[?starts_with(code, 'EncryptionState')].displayStatus | [0]]"`,
        sh`encrypted`,
      ),
    },
  ];
}

/** Settings of the extension, as printf fills them; a new SequenceVersion makes it run again. */
const SETTINGS = [
  '{"EncryptionOperation":"EnableEncryption","KeyVaultURL":"%s","KeyVaultResourceId":%s,"KeyEncryptionKeyURL":%s,',
  '"KekVaultResourceId":%s,"KeyEncryptionAlgorithm":"RSA-OAEP","VolumeType":"Data","SequenceVersion":"%s"}',
].join('');

function extensionCode({ machine, osType }: RestoreValues, { secret, key }: Keys): Code[] {
  const { name, version } = EXTENSIONS[osType];
  const ofKey = key ? sh`"\"$key_url\"" ${JSON.stringify(key.keyVaultId)}` : sh`null '""'`;
  return [
    sh`  run=$(cat /proc/sys/kernel/random/uuid 2>/dev/null || uuidgen)`,
    command(
      sh`  printf ${SETTINGS} "\${secret_url%%/secrets/*}" ${JSON.stringify(secret.keyVaultId)}`,
      sh`  ${ofKey} "$run" > "$temporary/extension.json"`,
    ),
    command(
      sh`  az vm extension set --resource-group ${machine.group} --vm-name ${machine.name} --publisher Microsoft.Azure.Security`,
      sh`  --name ${name} --version ${version} --settings "@$temporary/extension.json" --output none`,
    ),
  ];
}

/** Deletes the blobs with key data, and proves that none is left. */
export const removeLeftovers = ({ storageAccountId }: RestoreValues): Section => ({
  says: 'leftovers',
  code: lines(
    sh`blob=(--auth-mode login --account-name ${nameOf(storageAccountId)} --container-name "$container" --name "$(bag 'Encryption Info Blob Name')")`,
    sh`left() { az storage blob exists "\${blob[@]}" --query exists --output tsv; }`,
    sh`if [ "$(left)" = true ]; then az storage blob delete "\${blob[@]}" --output none; fi`,
    sh`[ "$(left)" = false ]`,
  ),
});
