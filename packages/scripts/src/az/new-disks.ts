import { lines, type Section } from '../script';
import { nameOf } from '../key-url';
import type { JourneyValues, RestoreValues } from '../values';
import { words, type Language } from '../words';
import { join, sh, type Code } from '../writing';

/** The restored disks of a restore that has been made: `os_disk`, and the array `data_disks`. */
export function knownDisks({ disks: [osDisk = '', ...dataDisks] }: RestoreValues): Section {
  const data = join(
    dataDisks.map((disk) => sh`${disk}`),
    ' ',
  );
  return { says: 'disks', code: lines(sh`os_disk=${osDisk}`, sh`data_disks=(${data})`) };
}

const pick = (part: string): Code => sh`grep -iE -- ${`-${part}-[^/]*$`}`;

/** The disks that the job restored: Azure Backup writes its id into a tag of managed ones, VHDs are in its container. */
export function newDisks({ targetGroup, storageAccountId }: JourneyValues, language: Language): Section {
  if (targetGroup !== null)
    return {
      says: 'disks',
      code: lines(
        sh`found=$(az disk list --resource-group ${targetGroup} --query "[?tags.RSVaultBackup=='$job'].id" --output tsv | sort)`,
        sh`os_disk=$(echo "$found" | ${pick('osdisk')} || true)`,
        sh`data_disks=($(echo "$found" | ${pick('datadisk')} || true))`,
        sh`untagged() { echo ${words.untagged[language]} "RSVaultBackup=$job" "$@" >&2; }`,
        sh`[ -n "$os_disk" ] || { untagged; false; }`,
        // Without one that came with them, and lost its tag, the machine would be made all the same.
        sh`stem=\${os_disk##*/}`,
        sh`others=$(az disk list --resource-group ${targetGroup} --query '[?!tags.RSVaultBackup].name' --output tsv)`,
        sh`lost=$(echo "$others" | grep -iE -- "^\${stem%-osdisk-*}-datadisk-[0-9]+-\${stem##*-osdisk-}$" || true)`,
        sh`[ -z "$lost" ] || { untagged $lost; false; }`,
      ),
    };
  const account = nameOf(storageAccountId);
  return {
    says: 'disks',
    code: lines(
      sh`blobs=$(az storage account show --ids ${storageAccountId} --query primaryEndpoints.blob --output tsv)`,
      sh`found=$(az storage blob list --auth-mode login --account-name ${account} --container-name "$container" --query '[].name' --output tsv)`,
      sh`os_disk=$blobs$container/$(echo "$found" | ${pick('osdisk')})`,
      sh`data_disks=($(echo "$found" | ${pick('datadisk')} | sed "s|^|$blobs$container/|" || true))`,
    ),
  };
}
