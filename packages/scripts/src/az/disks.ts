import { command, lines, type Section } from '../script';
import { itemNameOf, must } from './frame';
import type { DiskValues, JourneyValues, RestoreValues } from '../values';
import { words, type Language } from '../words';
import { sh, type Code } from '../writing';

const json = JSON.stringify;

/** What asks the paired region instead of that of the vault. */
const inRegion = ({ inPair }: DiskValues) => (inPair ? sh` --use-secondary-region` : sh``);

/** Asks for the disks of the point. `job` is the name of the job from here on. */
export function askForDisks(values: DiskValues): Section[] {
  const { vmGroup, vmName, pointId, storageAccountId, targetGroup } = values;
  const asked = command(
    sh`job=$(az backup restore restore-disks "\${vault[@]}" --container-name "IaasVMContainer;\${name#*;}" --item-name "$name" --rp-name ${pointId}`,
    sh`--storage-account ${storageAccountId} ${targetOf(values)}${inRegion(values)} --query name --output tsv)`,
  );
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
        ...(targetGroup === null || values.inPair ? [asked] : unlessUnmanaged(asked, values, targetGroup)),
        sh`echo "Job $job"`,
      ),
    },
  ];
}

const targetOf = ({ targetGroup }: DiskValues) =>
  targetGroup === null ? sh`--restore-as-unmanaged-disks` : sh`--target-resource-group ${targetGroup}`;

/** A restore, as printf fills it, that makes managed disks of those that were none. */
const REQUEST = [
  '{"properties":{"objectType":"IaasVMRestoreRequest","recoveryType":"RestoreDisks","createNewCloudService":false,"originalStorageAccountOption":false,',
  '"restoreWithManagedDisks":true,"recoveryPointId":%s,"sourceResourceId":%s,"storageAccountId":%s,"targetResourceGroupId":%s,"region":"%s"%s}}',
].join('');

/** What Azure asks for where the machine was encrypted, of the recovery point that tells it. */
const ENCRYPTION_DETAILS = [
  'properties.keyAndSecret.{encryptionEnabled:`true`,secretKeyUrl:bekDetails.secretUrl,secretKeyVaultId:bekDetails.secretVaultId,',
  'kekUrl:kekDetails.keyUrl,kekVaultId:kekDetails.keyVaultId}',
].join('');

/** Of unmanaged disks the command forgets the resource group; Azure itself takes it, and its job is the one that was not there before. */
function unlessUnmanaged(asked: Code, values: DiskValues, targetGroup: string): Code[] {
  const { subscriptionId, resourceGroup, vaultName, vmGroup, vmName, pointId, storageAccountId } = values;
  const subscription = `/subscriptions/${subscriptionId}`;
  const machine = `${subscription}/resourceGroups/${vmGroup}/providers/Microsoft.Compute/virtualMachines/${vmName}`;
  const vault = `${subscription}/resourceGroups/${resourceGroup}/providers/Microsoft.RecoveryServices/vaults/${vaultName}`;
  return [
    sh`managed=$(az backup recoverypoint show "\${item[@]}" "\${kind[@]}" --name ${pointId} --query properties.isManagedVirtualMachine --output tsv)`,
    sh`if [ "$managed" = true ]; then`,
    asked,
    sh`else`,
    sh`jobs=(az backup job list "\${vault[@]}" --operation Restore --output tsv)`,
    sh`jobs+=(--query "[].join('', ['/', properties.entityFriendlyName, '/', name])")`,
    sh`before=$("\${jobs[@]}")`,
    sh`region=$(az backup vault show --resource-group ${resourceGroup} --name ${vaultName} --query location --output tsv)`,
    command(
      sh`details=$(az backup recoverypoint show "\${item[@]}" "\${kind[@]}" --name ${pointId} --query ${ENCRYPTION_DETAILS} --output json`,
      sh`| tr -d '\n' | sed -E 's/, *"kek[A-Za-z]+" *: *null//g')`,
    ),
    sh`case "$details" in *'"https://'*) details=",\"encryptionDetails\":$details" ;; *) details='' ;; esac`,
    command(
      sh`body=$(printf ${REQUEST} ${json(pointId)} ${json(machine)} ${json(storageAccountId)}`,
      sh`${json(`${subscription}/resourceGroups/${targetGroup}`)} "$region" "$details")`,
    ),
    sh`point=${vault}"/backupFabrics/Azure/protectionContainers/IaasVMContainer;\${name#*;}/protectedItems/$name/recoveryPoints/"${pointId}`,
    sh`az rest --method post --url "$point/restore?api-version=2023-06-01" --body "$body" --output none`,
    sh`find_job() { "\${jobs[@]}" | grep -Fvx -- "$before" | grep -Fi -- ${`/${vmName}/`}; }`,
    sh`for _ in $(seq 60); do job=$(find_job) && break || sleep 5; done`,
    sh`job=\${job##*/}`,
    must(sh`[ -n "$job" ]`),
    sh`fi`,
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
