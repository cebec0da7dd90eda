/** Members of a machine that would have an effect in Azure and can have none here: what they name, or make, is not served. */
export const OF_MACHINES = [
  'extendedLocation',
  'properties.capacityReservation',
  'properties.host',
  'properties.hostGroup',
  'properties.virtualMachineScaleSet',
  'properties.diagnosticsProfile.bootDiagnostics.storageUri',
  'properties.networkProfile.networkInterfaceConfigurations',
  'properties.osProfile.secrets[].vaultCertificates',
  'properties.securityProfile.encryptionIdentity',
  'properties.storageProfile.osDisk.diffDiskSettings',
  'properties.storageProfile.osDisk.image',
  'properties.storageProfile.dataDisks[].image',
  'properties.storageProfile.dataDisks[].sourceResource',
  'properties.storageProfile.dataDisks[].toBeDetached',
  'properties.storageProfile.dataDisks[].detachOption',
  'properties.storageProfile.dataDisks[].managedDisk.securityProfile.securityEncryptionType',
] as const;

/** Of an extension. */
export const OF_EXTENSIONS = [
  'properties.protectedSettingsFromKeyVault',
  'properties.provisionAfterExtensions',
  'properties.suppressFailures',
] as const;

/** Of a disk encryption set. */
export const OF_ENCRYPTION_SETS = ['properties.federatedClientId'] as const;

/** Of a disk or a snapshot. */
export const OF_DISKS = [
  'extendedLocation',
  'properties.dataAccessAuthMode',
  'properties.diskAccessId',
  'properties.securityProfile.secureVMDiskEncryptionSetId',
  'properties.creationData.elasticSanResourceId',
  'properties.creationData.galleryImageReference',
  'properties.creationData.imageReference',
  'properties.creationData.securityDataUri',
] as const;
