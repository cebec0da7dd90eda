/** A difference from what the real service was recorded to answer that is meant to be, or cannot be otherwise. */
interface KnownDifference {
  operation: RegExp;
  what: RegExp;
  reason: string;
}

export const knownDifferences: readonly KnownDifference[] = [
  {
    operation: /./,
    what: /^lacks (?:value\[\]\.)?(?:tags|managedBy|zones)$/,
    reason: 'What was recorded had tags, a manager or zones; these of the demo company have none',
  },
  {
    operation: /./,
    what: /^lacks the header x-ms-original-request-ids$/,
    reason: 'One program answers for all regions, so that no answer is put together of several',
  },
  {
    operation: /^authorization\//,
    what: /^adds value\[\]\.(?:dataActions|notDataActions)$|properties\.(?:createdBy|updatedBy) is string/,
    reason: 'The recorded answers hold built-in roles only, and permissions of a version without data actions',
  },
  {
    operation: /^compute\/Disks_/,
    what: /^lacks (?:value\[\]\.)?properties\.(?:hyperVGeneration|diskIOPSReadWrite|diskMBpsReadWrite|tier)$/,
    reason: 'Disks here are of no speed, and those of data have no generation',
  },
  {
    operation: /^compute\/Disks_/,
    what: /^lacks (?:value\[\]\.)?properties\.timeCreated$|^adds (?:value\[\]\.)?(?:managedBy|properties\.(?:osType|encryptionSettingsCollection|purchasePlan))$/,
    reason: 'The recorded disks were new, free and empty; those of the demo company have been there all along, and in use',
  },
  {
    operation: /^compute\/VirtualMachines_/,
    what: /^lacks (?:value\[\]\.)?properties\.(?:osProfile\.(?:secrets|requireGuestProvisionSignal)|storageProfile\.(?:imageReference\.exactVersion|dataDisks\[\]\.(?:deleteOption|toBeDetached)))$/,
    reason: 'What the service fills in without being asked and nothing reads is not kept with each machine',
  },
  {
    operation: /^compute\/VirtualMachines_/,
    what: /^lacks disks\[\]\.statuses\[\]\.time$|^lacks patchStatus|^lacks vmAgent\.statuses\[\]\./,
    reason: 'Nothing here remembers when a disk was last looked at',
  },
  {
    operation: /^compute\/VirtualMachines_/,
    what: /^adds /,
    reason: 'No recorded machine of these answers is encrypted, and their extensions are shortened to ids',
  },
  {
    operation: /^key-vault\//,
    what: /^lacks nextLink$/,
    reason: 'The recorded lists were asked for one by one',
  },
  {
    operation: /^key-vault\/Vaults_Get$/,
    what: /^lacks the header x-ms-keyvault-service-version$/,
    reason: 'The build that answered is no part of what a client needs',
  },
  {
    operation: /^network\//,
    what: /^lacks /,
    reason: 'Networks hold what machines, their backup and their restore read of them, and no entity tags',
  },
  {
    operation: /^recovery-services\//,
    what: /^adds (?:value\[\]\.)?properties\./,
    reason: 'The recorded answers are of earlier api-versions than the one that was asked for',
  },
  {
    operation: /^recovery-services\/Vaults_Get$/,
    what: /immutabilitySettings$/,
    reason: 'The service shows it only where it was set, as it was in the recorded vaults',
  },
  {
    operation: /^recovery-services\/Usages_ListByVaults$/,
    what: /^lacks the header x-ms-ratelimit/,
    reason: 'Only one answer was recorded; limits that providers publish in part are not sent for it',
  },
  {
    operation: /^recovery-services-backup\/(?:BackupPolicies_List|ProtectionPolicies_Get)$/,
    what: /properties\.(?:retentionPolicy|schedulePolicy|policyType)/,
    reason: 'The recorded policies keep and run by other rules than those of the demo company',
  },
  {
    operation: /^recovery-services-backup\//,
    what: /^adds (?:value\[\]\.)?properties\.(?:errorDetails|healthDetails|extendedInfo|extendedProperties|lastRecoveryPoint)/,
    reason: 'No failed job of a machine was recorded, and the recorded item had no backup yet',
  },
  {
    operation: /^storage\//,
    what: /^lacks (?:value\[\]\.)?properties\.(?:keyCreationTime|primaryEndpoints\.web|secondaryLocation|statusOfSecondary)$/,
    reason: 'Keys tell their age where they are listed; there are neither static pages nor second regions',
  },
];
