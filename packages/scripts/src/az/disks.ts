import { command, lines, type Section } from '../script';
import { itemNameOf } from './frame';
import type { DiskValues, JourneyValues, RestoreValues } from '../values';
import { words, type Language } from '../words';
import { sh } from '../writing';

/** What asks the paired region instead of that of the vault. */
const inRegion = ({ inPair }: DiskValues) => (inPair ? sh` --use-secondary-region` : sh``);

/** Asks for the disks of the point. `job` is the name of the job from here on. */
export function askForDisks(values: DiskValues): Section[] {
  const { vmGroup, vmName, pointId, storageAccountId, targetGroup } = values;
  const target = targetGroup === null ? sh`--restore-as-unmanaged-disks` : sh`--target-resource-group ${targetGroup}`;
  return [
    {
      says: 'point',
      code: sh`az backup recoverypoint show "\${item[@]}" "\${kind[@]}" --name ${pointId}${inRegion(values)} --query properties.recoveryPointTime --output tsv`,
    },
    {
      says: 'restoreDisks',
      code: lines(
        // This command alone wants the name as the service spells it, capitals and all.
        sh`name=$(az backup item list "\${vault[@]}" "\${kind[@]}" --query '[].name' --output tsv | grep -Fxi -- ${itemNameOf({ vmGroup, vmName })})`,
        command(
          sh`job=$(az backup restore restore-disks "\${vault[@]}" --container-name "IaasVMContainer;\${name#*;}" --item-name "$name" --rp-name ${pointId}`,
          sh`--storage-account ${storageAccountId} ${target}${inRegion(values)} --query name --output tsv)`,
        ),
        sh`echo "Job $job"`,
      ),
    },
  ];
}

export const waitForJob = (values: DiskValues): Section => ({
  says: 'waitForJob',
  code: lines(
    sh`az backup job wait "\${vault[@]}" --name "$job"${inRegion(values)} --timeout 43200 --output none`,
    sh`status=$(az backup job show "\${vault[@]}" --name "$job"${inRegion(values)} --query properties.status --output tsv)`,
    sh`case "$status" in Completed*) ;; *) echo "$status" >&2; exit 1 ;; esac`,
  ),
});

/** The job of a restore that has been made. */
export const madeRestore = ({ jobId }: RestoreValues): Section => ({ says: 'job', code: sh`job=${jobId}` });

/** What the job tells of the files it left: the container, and the blob with the keys. Whatever fails from here on says that this stays. */
export const restoredFiles = (values: JourneyValues, language: Language): Section => ({
  says: 'files',
  code: lines(
    sh`attribute() { az backup job show "\${vault[@]}" --name "$job"${inRegion(values)} --query "properties.extendedInfo.propertyBag.\"$1\"" --output tsv; }`,
    sh`container=$(attribute 'Config Blob Container Name')`,
    ...(values.keys === null
      ? []
      : [
          sh`info=$(attribute 'Encryption Info Blob Name')`,
          // That of confidential VMs is called so.
          sh`[ -n "$info" ] || info=$(attribute 'Secured Encryption Info Blob Name')`,
          sh`[ -z "$info" ] || left=". "${words.keyFileStays[language]}" $container/$info"`,
        ]),
  ),
});
