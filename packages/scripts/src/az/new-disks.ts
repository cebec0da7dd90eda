import { lines, type Section } from '../script';
import { nameOf } from '../key-url';
import type { JourneyValues, RestoreValues } from '../values';
import { join, sh, type Code } from '../writing';

/** The restored disks of a restore that has been made: `os_disk`, and the array `data_disks`. */
export function knownDisks({ disks: [osDisk = '', ...dataDisks] }: RestoreValues): Section {
  const data = join(
    dataDisks.map((disk) => sh`${disk}`),
    ' ',
  );
  return { says: 'disks', code: lines(sh`os_disk=${osDisk}`, sh`data_disks=(${data})`) };
}

const listManaged = (group: string): Code => sh`az disk list --resource-group ${group} --query '[].id' --output tsv | sort`;

/** In a script that restores the disks itself: remembers which disks are there before it does. */
export const disksBefore = ({ targetGroup }: JourneyValues): Section[] =>
  targetGroup === null ? [] : [{ says: 'disksBefore', code: sh`before=$(${listManaged(targetGroup)})` }];

/** … and finds those that came: among the group's disks, or as VHDs in the container of the restore. */
export function newDisks({ targetGroup, storageAccountId, vmName }: JourneyValues): Section {
  const begins = vmName.toLowerCase().replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  const pick = (part: string) => sh`grep -iE -- ${`(^|/)${begins}-${part}-[^/]*$`}`;
  if (targetGroup !== null)
    return {
      says: 'disks',
      code: lines(
        sh`found=$(comm -13 <(echo "$before") <(${listManaged(targetGroup)}))`,
        sh`os_disk=$(echo "$found" | ${pick('osdisk')})`,
        sh`data_disks=($(echo "$found" | ${pick('datadisk')} || true))`,
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
