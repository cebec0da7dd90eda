/** A role as Azure describes it. Wildcards stand for any run of characters; all compare in any case. */
export interface RoleDefinition {
  /** The last segment of the definition's id. */
  name: string;
  roleName: string;
  description: string;
  actions: readonly string[];
  notActions: readonly string[];
  dataActions: readonly string[];
  notDataActions: readonly string[];
}

function role(name: string, roleName: string, description: string, rights: Partial<RoleDefinition>): RoleDefinition {
  return { name, roleName, description, actions: [], notActions: [], dataActions: [], notDataActions: [], ...rights };
}

const deployments = [
  'Microsoft.Authorization/*/read',
  'Microsoft.Resources/deployments/*',
  'Microsoft.Resources/subscriptions/resourceGroups/read',
];
const support = ['Microsoft.Insights/alertRules/*', 'Microsoft.ResourceHealth/availabilityStatuses/read', 'Microsoft.Support/*'];
const keyVaultManagement = [
  ...deployments,
  'Microsoft.Insights/alertRules/*',
  'Microsoft.Support/*',
  'Microsoft.KeyVault/checkNameAvailability/read',
  'Microsoft.KeyVault/deletedVaults/read',
  'Microsoft.KeyVault/locations/*/read',
  'Microsoft.KeyVault/vaults/*/read',
  'Microsoft.KeyVault/operations/read',
];
const backupOperation = [
  'Microsoft.Authorization/*/read',
  'Microsoft.Network/virtualNetworks/read',
  'Microsoft.RecoveryServices/Vaults/backupFabrics/operationResults/read',
  'Microsoft.RecoveryServices/Vaults/backupFabrics/protectionContainers/operationResults/read',
  'Microsoft.RecoveryServices/Vaults/backupFabrics/protectionContainers/protectedItems/backup/action',
  'Microsoft.RecoveryServices/Vaults/backupFabrics/protectionContainers/protectedItems/operationResults/read',
  'Microsoft.RecoveryServices/Vaults/backupFabrics/protectionContainers/protectedItems/operationsStatus/read',
  'Microsoft.RecoveryServices/Vaults/backupFabrics/protectionContainers/protectedItems/read',
  'Microsoft.RecoveryServices/Vaults/backupFabrics/protectionContainers/protectedItems/recoveryPoints/accessToken/action',
  'Microsoft.RecoveryServices/Vaults/backupFabrics/protectionContainers/protectedItems/recoveryPoints/provisionInstantItemRecovery/action',
  'Microsoft.RecoveryServices/Vaults/backupFabrics/protectionContainers/protectedItems/recoveryPoints/read',
  'Microsoft.RecoveryServices/Vaults/backupFabrics/protectionContainers/protectedItems/recoveryPoints/restore/action',
  'Microsoft.RecoveryServices/Vaults/backupFabrics/protectionContainers/protectedItems/recoveryPoints/revokeInstantItemRecovery/action',
  'Microsoft.RecoveryServices/Vaults/backupFabrics/protectionContainers/protectedItems/write',
  'Microsoft.RecoveryServices/Vaults/backupFabrics/protectionContainers/read',
  'Microsoft.RecoveryServices/Vaults/backupFabrics/refreshContainers/action',
  'Microsoft.RecoveryServices/Vaults/backupJobs/*',
  'Microsoft.RecoveryServices/Vaults/backupJobsExport/action',
  'Microsoft.RecoveryServices/Vaults/backupOperationResults/*',
  'Microsoft.RecoveryServices/Vaults/backupOperations/read',
  'Microsoft.RecoveryServices/Vaults/backupPolicies/operationResults/read',
  'Microsoft.RecoveryServices/Vaults/backupPolicies/operations/read',
  'Microsoft.RecoveryServices/Vaults/backupPolicies/operationsStatus/read',
  'Microsoft.RecoveryServices/Vaults/backupPolicies/read',
  'Microsoft.RecoveryServices/Vaults/backupProtectableItems/*',
  'Microsoft.RecoveryServices/Vaults/backupProtectedItems/read',
  'Microsoft.RecoveryServices/Vaults/backupProtectionContainers/read',
  'Microsoft.RecoveryServices/Vaults/backupResourceGuardProxies/read',
  'Microsoft.RecoveryServices/Vaults/backupUsageSummaries/read',
  'Microsoft.RecoveryServices/Vaults/backupValidateOperation/action',
  'Microsoft.RecoveryServices/Vaults/backupTriggerValidateOperation/action',
  'Microsoft.RecoveryServices/Vaults/backupValidateOperationResults/read',
  'Microsoft.RecoveryServices/Vaults/backupValidateOperationsStatuses/read',
  'Microsoft.RecoveryServices/Vaults/backupconfig/vaultconfig/read',
  'Microsoft.RecoveryServices/Vaults/backupconfig/read',
  'Microsoft.RecoveryServices/Vaults/backupstorageconfig/read',
  'Microsoft.RecoveryServices/Vaults/certificates/write',
  'Microsoft.RecoveryServices/Vaults/extendedInformation/read',
  'Microsoft.RecoveryServices/Vaults/extendedInformation/write',
  'Microsoft.RecoveryServices/Vaults/monitoringAlerts/read',
  'Microsoft.RecoveryServices/Vaults/monitoringConfigurations/*',
  'Microsoft.RecoveryServices/Vaults/operationResults/read',
  'Microsoft.RecoveryServices/Vaults/operationStatus/read',
  'Microsoft.RecoveryServices/Vaults/read',
  'Microsoft.RecoveryServices/Vaults/registeredIdentities/operationResults/read',
  'Microsoft.RecoveryServices/Vaults/registeredIdentities/read',
  'Microsoft.RecoveryServices/Vaults/replicationUsages/read',
  'Microsoft.RecoveryServices/Vaults/usages/read',
  'Microsoft.RecoveryServices/locations/allocatedStamp/read',
  'Microsoft.RecoveryServices/locations/backupAadProperties/read',
  'Microsoft.RecoveryServices/locations/backupCrossRegionRestore/action',
  'Microsoft.RecoveryServices/locations/backupCrrJob/action',
  'Microsoft.RecoveryServices/locations/backupCrrJobs/action',
  'Microsoft.RecoveryServices/locations/backupCrrOperationResults/read',
  'Microsoft.RecoveryServices/locations/backupCrrOperationsStatus/read',
  'Microsoft.RecoveryServices/locations/backupPreValidateProtection/action',
  'Microsoft.RecoveryServices/locations/backupStatus/action',
  'Microsoft.RecoveryServices/locations/backupValidateFeatures/action',
  'Microsoft.RecoveryServices/operations/read',
  'Microsoft.Resources/deployments/*',
  'Microsoft.Resources/subscriptions/resourceGroups/read',
  'Microsoft.Storage/storageAccounts/read',
  'Microsoft.Support/*',
];

/** Built-in roles with Azure's own ids; rights as documented in the built-in roles reference of Azure RBAC, as far as we serve them. */
export const builtInRoles: readonly RoleDefinition[] = [
  role('8e3af657-a8ff-443c-a75c-2fe8c4bcb635', 'Owner', 'Manages everything, access included.', { actions: ['*'] }),
  role('b24988ac-6180-42a0-ab88-20f7382dd24c', 'Contributor', 'Manages everything except access.', {
    actions: ['*'],
    notActions: [
      'Microsoft.Authorization/*/Delete',
      'Microsoft.Authorization/*/Write',
      'Microsoft.Authorization/elevateAccess/Action',
      'Microsoft.Blueprint/blueprintAssignments/write',
      'Microsoft.Blueprint/blueprintAssignments/delete',
      'Microsoft.Compute/galleries/share/action',
    ],
  }),
  role('acdd72a7-3385-48ef-bd42-f606fba81ae7', 'Reader', 'Sees everything, changes nothing.', { actions: ['*/read'] }),
  role('18d7d88d-d35e-4fb5-a5c3-7773c20a72d9', 'User Access Administrator', 'Manages who may do what.', {
    actions: ['*/read', 'Microsoft.Authorization/*', 'Microsoft.Support/*'],
  }),
  role('f58310d9-a9f6-439a-9e8d-f62e7b41a168', 'Role Based Access Control Administrator', 'Gives and takes roles.', {
    actions: [
      '*/read',
      'Microsoft.Authorization/roleAssignments/write',
      'Microsoft.Authorization/roleAssignments/delete',
      'Microsoft.Support/*',
    ],
  }),
  role('5e467623-bb1f-42f4-a55d-6e525e11384b', 'Backup Contributor', 'Manages backups, without deleting vaults or giving access.', {
    actions: [
      ...backupOperation,
      'Microsoft.RecoveryServices/locations/*',
      'Microsoft.RecoveryServices/Vaults/backupFabrics/*',
      'Microsoft.RecoveryServices/Vaults/backupPolicies/*',
      'Microsoft.RecoveryServices/Vaults/backupProtectedItems/*',
      'Microsoft.RecoveryServices/Vaults/backupProtectionContainers/*',
      'Microsoft.RecoveryServices/Vaults/backupSecurityPIN/*',
      'Microsoft.RecoveryServices/Vaults/backupUsageSummaries/*',
      'Microsoft.RecoveryServices/Vaults/backupconfig/*',
      'Microsoft.RecoveryServices/Vaults/backupstorageconfig/*',
      'Microsoft.RecoveryServices/Vaults/backupEncryptionConfigs/read',
      'Microsoft.RecoveryServices/Vaults/backupResourceGuardProxies/delete',
      'Microsoft.RecoveryServices/Vaults/backupResourceGuardProxies/unlockDelete/action',
      'Microsoft.RecoveryServices/Vaults/backupResourceGuardProxies/write',
      'Microsoft.RecoveryServices/Vaults/certificates/*',
      'Microsoft.RecoveryServices/Vaults/extendedInformation/*',
      'Microsoft.RecoveryServices/Vaults/registeredIdentities/*',
      'Microsoft.RecoveryServices/Vaults/usages/*',
      'Microsoft.RecoveryServices/Vaults/write',
    ],
  }),
  role(
    '00c29273-979b-4161-815c-10b084fb9324',
    'Backup Operator',
    'Runs backups and restores, without removing them or managing policies.',
    {
      actions: backupOperation,
    },
  ),
  role('a795c7a0-d4a2-40c1-ae25-d81f01202912', 'Backup Reader', 'Sees backups, changes nothing.', {
    actions: [
      'Microsoft.Authorization/*/read',
      'Microsoft.RecoveryServices/locations/allocatedStamp/read',
      'Microsoft.RecoveryServices/locations/backupStatus/action',
      'Microsoft.RecoveryServices/locations/backupValidateFeatures/action',
      'Microsoft.RecoveryServices/operations/read',
      'Microsoft.RecoveryServices/Vaults/*/read',
      'Microsoft.RecoveryServices/Vaults/read',
      'Microsoft.Resources/subscriptions/resourceGroups/read',
    ],
  }),
  role('f54b6d04-23c6-443e-b462-9c16ab7b4a52', 'Backup MUA Operator', 'Performs critical operations that a Resource Guard protects.', {
    actions: ['Microsoft.Authorization/*/read', 'Microsoft.DataProtection/*/action', 'Microsoft.DataProtection/*/read'],
  }),
  role('c2a970b4-16a7-4a51-8c84-8a8ea6ee0bb8', 'Backup MUA Admin', 'Makes and deletes Resource Guards.', {
    actions: [
      'Microsoft.Authorization/*/read',
      'Microsoft.DataProtection/*/read',
      'Microsoft.DataProtection/*/resourceGuards/write',
      'Microsoft.DataProtection/*/resourceGuards/delete',
      'Microsoft.Resources/deployments/*',
      'Microsoft.Resources/subscriptions/resourceGroups/read',
    ],
  }),
  role('9980e02c-c2be-4d73-94e8-173b1dc7cf3c', 'Virtual Machine Contributor', 'Manages virtual machines, not access to or into them.', {
    actions: [
      ...deployments,
      ...support,
      'Microsoft.Compute/availabilitySets/*',
      'Microsoft.Compute/locations/*',
      'Microsoft.Compute/virtualMachines/*',
      'Microsoft.Compute/virtualMachineScaleSets/*',
      'Microsoft.Compute/cloudServices/*',
      'Microsoft.Compute/disks/write',
      'Microsoft.Compute/disks/read',
      'Microsoft.Compute/disks/delete',
      'Microsoft.DevTestLab/schedules/*',
      'Microsoft.Network/locations/*',
      'Microsoft.Network/networkInterfaces/*',
      'Microsoft.Network/networkSecurityGroups/join/action',
      'Microsoft.Network/networkSecurityGroups/read',
      'Microsoft.Network/publicIPAddresses/join/action',
      'Microsoft.Network/publicIPAddresses/read',
      'Microsoft.Network/virtualNetworks/read',
      'Microsoft.Network/virtualNetworks/subnets/join/action',
      'Microsoft.RecoveryServices/locations/*',
      'Microsoft.RecoveryServices/Vaults/backupFabrics/backupProtectionIntent/write',
      'Microsoft.RecoveryServices/Vaults/backupFabrics/protectionContainers/protectedItems/*/read',
      'Microsoft.RecoveryServices/Vaults/backupFabrics/protectionContainers/protectedItems/read',
      'Microsoft.RecoveryServices/Vaults/backupFabrics/protectionContainers/protectedItems/write',
      'Microsoft.RecoveryServices/Vaults/backupPolicies/read',
      'Microsoft.RecoveryServices/Vaults/backupPolicies/write',
      'Microsoft.RecoveryServices/Vaults/read',
      'Microsoft.RecoveryServices/Vaults/usages/read',
      'Microsoft.RecoveryServices/Vaults/write',
      'Microsoft.Storage/storageAccounts/listKeys/action',
      'Microsoft.Storage/storageAccounts/read',
    ],
  }),
  role('4d97b98b-1d4f-4787-a291-c67834d212e7', 'Network Contributor', 'Manages networks, not access to them.', {
    actions: [...deployments, ...support, 'Microsoft.Network/*'],
  }),
  role('00482a5a-887f-4fb3-b363-3b7fe8e74483', 'Key Vault Administrator', 'Does everything with the contents of a key vault.', {
    actions: keyVaultManagement,
    dataActions: ['Microsoft.KeyVault/vaults/*'],
  }),
  role('f25e0fa2-a7c8-4377-a976-54943a77a395', 'Key Vault Contributor', 'Manages key vaults, without seeing what is in them.', {
    actions: [...deployments, ...support, 'Microsoft.KeyVault/*'],
    notActions: [
      'Microsoft.KeyVault/locations/deletedVaults/purge/action',
      'Microsoft.KeyVault/hsmPools/*',
      'Microsoft.KeyVault/managedHsms/*',
    ],
  }),
  role('21090545-7ca7-4776-b22c-e363652d74d2', 'Key Vault Reader', 'Sees what a key vault holds, but no values.', {
    actions: keyVaultManagement,
    dataActions: ['Microsoft.KeyVault/vaults/*/read', 'Microsoft.KeyVault/vaults/secrets/readMetadata/action'],
  }),
  role('14b46e9e-c2b7-41b4-b07b-48a6ebf60603', 'Key Vault Crypto Officer', 'Does everything with keys.', {
    actions: keyVaultManagement,
    dataActions: ['Microsoft.KeyVault/vaults/keys/*', 'Microsoft.KeyVault/vaults/keyrotationpolicies/*'],
  }),
  role('12338af0-0e69-4776-bea7-57ae8d297424', 'Key Vault Crypto User', 'Uses keys.', {
    dataActions: [
      'Microsoft.KeyVault/vaults/keys/read',
      'Microsoft.KeyVault/vaults/keys/update/action',
      'Microsoft.KeyVault/vaults/keys/backup/action',
      'Microsoft.KeyVault/vaults/keys/encrypt/action',
      'Microsoft.KeyVault/vaults/keys/decrypt/action',
      'Microsoft.KeyVault/vaults/keys/wrap/action',
      'Microsoft.KeyVault/vaults/keys/unwrap/action',
      'Microsoft.KeyVault/vaults/keys/sign/action',
      'Microsoft.KeyVault/vaults/keys/verify/action',
    ],
  }),
  role('b86a8fe4-44ce-4948-aee5-eccb2c155cd7', 'Key Vault Secrets Officer', 'Does everything with secrets.', {
    actions: keyVaultManagement,
    dataActions: ['Microsoft.KeyVault/vaults/secrets/*'],
  }),
  role('e147488a-f6f5-4113-8e2d-b22465e65bf6', 'Key Vault Crypto Service Encryption User', 'Wraps and unwraps with keys.', {
    actions: [
      'Microsoft.EventGrid/eventSubscriptions/write',
      'Microsoft.EventGrid/eventSubscriptions/read',
      'Microsoft.EventGrid/eventSubscriptions/delete',
    ],
    dataActions: [
      'Microsoft.KeyVault/vaults/keys/read',
      'Microsoft.KeyVault/vaults/keys/wrap/action',
      'Microsoft.KeyVault/vaults/keys/unwrap/action',
    ],
  }),
  role('a4417e6f-fecd-4de8-b567-7b0420556985', 'Key Vault Certificates Officer', 'Does everything with certificates.', {
    actions: keyVaultManagement,
    dataActions: ['Microsoft.KeyVault/vaults/certificatecas/*', 'Microsoft.KeyVault/vaults/certificates/*'],
  }),
  role('4633458b-17de-408a-b874-0445c86b69e6', 'Key Vault Secrets User', 'Reads secrets.', {
    dataActions: ['Microsoft.KeyVault/vaults/secrets/getSecret/action', 'Microsoft.KeyVault/vaults/secrets/readMetadata/action'],
  }),
  role('17d1049b-9a84-46fb-8f53-869881c3d3ab', 'Storage Account Contributor', 'Manages storage accounts, their keys included.', {
    actions: [...deployments, ...support, 'Microsoft.Insights/diagnosticSettings/*', 'Microsoft.Storage/storageAccounts/*'],
  }),
  role('ba92f5b4-2d11-453d-a403-e96b0029c9fe', 'Storage Blob Data Contributor', 'Reads, writes and deletes blobs.', {
    actions: [
      'Microsoft.Storage/storageAccounts/blobServices/containers/*',
      'Microsoft.Storage/storageAccounts/blobServices/generateUserDelegationKey/action',
    ],
    dataActions: ['Microsoft.Storage/storageAccounts/blobServices/containers/blobs/*'],
  }),
  role('b7e6dc6d-f1e8-4753-8033-0f276bb0955b', 'Storage Blob Data Owner', 'Does everything with blobs.', {
    actions: [
      'Microsoft.Storage/storageAccounts/blobServices/containers/*',
      'Microsoft.Storage/storageAccounts/blobServices/generateUserDelegationKey/action',
    ],
    dataActions: ['Microsoft.Storage/storageAccounts/blobServices/containers/blobs/*'],
  }),
  role('2a2b9908-6ea1-4ae2-8e65-a410df84e7d1', 'Storage Blob Data Reader', 'Reads blobs.', {
    actions: [
      'Microsoft.Storage/storageAccounts/blobServices/containers/read',
      'Microsoft.Storage/storageAccounts/blobServices/generateUserDelegationKey/action',
    ],
    dataActions: ['Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read'],
  }),
];
