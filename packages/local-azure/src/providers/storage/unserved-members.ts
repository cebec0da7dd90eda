/** Members of an account that would keep, reach or guard its blobs in ways that are not here. */
export const OF_ACCOUNTS = [
  'extendedLocation',
  'properties.allowedCopyScope',
  'properties.customDomain',
  'properties.dnsEndpointType',
  'properties.encryption.identity',
  'properties.encryption.keyvaultproperties',
  'properties.encryption.requireInfrastructureEncryption',
  'properties.immutableStorageWithVersioning',
  'properties.isHnsEnabled',
  'properties.isNfsV3Enabled',
  'properties.isSftpEnabled',
  'properties.networkAcls.resourceAccessRules',
  'properties.routingPreference',
  'properties.sasPolicy',
] as const;

/** The same of the blob service of an account. */
export const OF_BLOB_SERVICE = [
  'properties.automaticSnapshotPolicyEnabled',
  'properties.changeFeed',
  'properties.cors.corsRules',
  'properties.defaultServiceVersion',
  'properties.deleteRetentionPolicy.allowPermanentDelete',
  'properties.lastAccessTimeTrackingPolicy',
  'properties.restorePolicy',
] as const;

/** The same of a container. */
export const OF_CONTAINERS = [
  'properties.defaultEncryptionScope',
  'properties.denyEncryptionScopeOverride',
  'properties.enableNfsV3AllSquash',
  'properties.enableNfsV3RootSquash',
  'properties.immutableStorageWithVersioning',
] as const;
