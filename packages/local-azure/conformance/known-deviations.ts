import type { Finding } from './check-exchange';

/** A difference between the files and the traffic that is meant to be. */
export interface KnownDeviation {
  /** Operation id of the files. */
  operation: RegExp;
  in: Finding['in'];
  at: RegExp;
  problem?: RegExp;
  reason: string;
  /** Where that is known from. */
  source: string;
}

export const knownDeviations: readonly KnownDeviation[] = [
  {
    operation: /^Usages_ListByVaults$/,
    in: 'answer body',
    at: /^\/value\/\*\/unit$/,
    problem: /\b0\b/,
    reason: 'The last usages of a vault have the number 0 as their unit',
    source: 'recordings of the Azure CLI: usages of a vault',
  },
  ...(['answer body', 'request body'] as const).map((place) => ({
    operation: /^VirtualMachines_/,
    in: place,
    at: /\/hardwareProfile\/vmSize$/,
    problem: /"Standard_(?:[DE]C\d+[a-z]*_v\d|M16ms)"/,
    reason:
      'The files name no confidential size and few of the M series: their list of sizes ends in 2020, and a machine has any that its region has',
    source: 'description of HardwareProfile.vmSize: the list is deprecated; documentation of confidential VM sizes and of the M series',
  })),
  {
    operation: /^RecoveryPoints_(?:Get|List)$/,
    in: 'answer body',
    at: /\/recoveryPointProperties\/immutabilityProperties$/,
    reason: 'Points of an immutable vault say so',
    source: 'recordings of the Azure CLI: recovery points',
  },
  {
    operation: /^(?:RecoveryPoints_(?:Get|List)|BackupProtectedItems_List|ProtectedItems_Get)$/,
    in: 'answer body',
    at: /\/properties\/(?:threatStatus|threatInfo|sourceSideScanInfo|sourceLocation|policyType)$/,
    problem: /^is unknown$/,
    reason:
      'Since 2026 points and items tell what scanning at the source has found, items also of the kind of their policy and of their place',
    source: 'recordings of the Azure CLI: test_backup_source_scan_recovery_points, 2026',
  },
  {
    operation: /^RecoveryPoints_(?:Get|List)$/,
    in: 'answer body',
    at: /\/properties\/crossRegionRestoreState$/,
    problem: /^is unknown$/,
    reason: 'Points say whether Cross Region Restore can bring them back',
    source: 'recordings of the Azure CLI: test_backup_crr, 2023',
  },
  {
    operation: /^Blob_Download$/,
    in: 'status',
    at: /^$/,
    problem: /^304 /,
    reason: 'A blob that has not changed since is answered with 304',
    source: 'documentation of conditional headers for operations of blob storage',
  },
  {
    operation: /^GetKey$/,
    in: 'answer body',
    at: /^\/(?:id|lifetimeActions)$/,
    reason: 'The rotation policy of a key has a path that this operation takes for a version of it',
    source: 'operation GetKeyRotationPolicy of newer files',
  },
  {
    operation: /^(?:JobDetails_Get|BackupOperationStatuses_Get|ProtectedItemOperationStatuses_Get|ProtectionPolicyOperationStatuses_Get)$/,
    in: 'answer body',
    at: /\/(?:startTime|endTime)$/,
    problem: /"0001-01-01T00:00:00"/,
    reason: 'What has not begun or not ended has the first moment of the calendar as its time, without a zone',
    source: 'recordings of the Azure CLI: test_backup_softdelete, test_backup_restore; of Azure PowerShell: TestAzureVMCancelJob',
  },
  {
    operation: /^JobDetails_Get$/,
    in: 'answer body',
    at: /\/tasksList\/\*\/taskType$/,
    reason: 'Tasks of jobs have carried a type since 2025',
    source: 'recording of Azure PowerShell: TestAzureVMCancelJob, 2025',
  },
  {
    operation: /^(?:BackupProtectedItems_List|ProtectedItems_Get|ProtectedItems_CreateOrUpdate)$/,
    in: 'answer body',
    at: /\/softDeleteRetentionPeriod$/,
    reason: 'Items have carried softDeleteRetentionPeriod since 2024, in place of softDeleteRetentionPeriodInDays',
    source: 'recordings of the Azure CLI: test_backup_diskaccess_restore, 2024; of Azure PowerShell, 2025',
  },
  {
    operation: /^RecoveryPoints_(?:Get|List)$/,
    in: 'answer body',
    at: /\/createdWithPolicyType$/,
    reason: 'Points say what kind of policy made them',
    source: 'recordings of the Azure CLI: test_backup_diskaccess_restore, 2024; test_backup_source_scan_recovery_points, 2026',
  },
  {
    operation: /^Get(?:Keys|Secrets|KeyVersions|SecretVersions|DeletedKeys|DeletedSecrets)$/,
    in: 'answer body',
    at: /^\/nextLink$/,
    problem: /is null/,
    reason: 'Lists of key vaults always name a next link; on the last page it is null',
    source: 'recordings of the Azure CLI: test_keyvault_secret, test_keyvault_key, 2022',
  },
  {
    operation: /^Vaults_(?:CreateOrUpdate|Update)$/,
    in: 'request body',
    at: /\/softDeleteSettings\/(?:softDeleteState|enhancedSecurityState)$/,
    problem: /"AlwaysOn"/,
    reason: 'Clients write AlwaysOn, which the service takes and answers as AlwaysON',
    source: 'recording of the Azure CLI: test_vault_soft_delete_with_items, 2025',
  },
  {
    operation: /^RoleAssignments_/,
    in: 'answer body',
    at: /\/(?:condition|conditionVersion|description|delegatedManagedIdentityResourceId)$/,
    problem: /is null/,
    reason: 'What a role assignment does not have is null, not absent',
    source: 'assumed from what `az role assignment list` shows',
  },
  {
    operation: /^Subscriptions_List$/,
    in: 'answer body',
    at: /^(?:\/count)?$/,
    problem: /^(?:lacks nextLink|is unknown)$/,
    reason: 'The service leaves out nextLink on the last page and counts the subscriptions',
    source: 'the official clients take it; the count is assumed from what the service is seen to send',
  },
  {
    operation: /^StorageAccounts_ListKeys$/,
    in: 'answer body',
    at: /\/permissions$/,
    problem: /"FULL"/,
    reason: 'The service writes the word in capitals',
    source: 'seen in answers of the service',
  },
  {
    operation: /^StorageAccounts_List(?:Account|Service)SAS$/,
    in: 'request body',
    at: /^\/signed(?:ResourceTypes|Permission|Services)$/,
    reason: 'The letters may be combined; the files list single ones only',
    source: 'documentation of shared access signatures',
  },
  {
    operation: /^(?:Blob|BlockBlob|PageBlob)_/,
    in: 'path',
    at: /^blob$/,
    problem: /must match pattern/,
    reason: 'Names of blobs may hold any character; the pattern of the files knows letters and digits only',
    source: 'documentation of naming containers and blobs',
  },
  {
    operation: /^Deployments_Validate$/,
    in: 'answer body',
    at: /^\/(?:id|name|type)$/,
    reason: 'The service answers the whole deployment',
    source: 'what `az deployment group create` reads of the answer',
  },
  {
    operation: /^Resources_Get$/,
    in: 'answer body',
    at: /^\/value$/,
    reason: 'A list of subnets has a path that the generic operation takes for a resource of its own',
    source: 'operation Subnets_List, which the files do not hold',
  },
  {
    operation: /^Resources_Get$/,
    in: 'query',
    at: /^\$filter$/,
    reason: 'Lists of locks and of active roles have a path that the generic operation takes for a resource of its own',
    source: 'operations ManagementLocks_ListByScope and RoleAssignmentScheduleInstances_ListForScope, which the files do not hold',
  },
  {
    operation: /^Resources_Get$/,
    in: 'answer body',
    at: /^\/(?:startTime|endTime|status)$/,
    reason: 'The status of a search for machines has a path that the generic operation takes for a resource of its own',
    source: 'recording of the Azure CLI: test_backup_softdelete, 2022; the files hold only the result',
  },
  {
    operation: /^(?:Vaults_(?:CreateOrUpdate|Get|ListByResourceGroup|ListBySubscriptionId|Update)|GetOperationResult)$/,
    in: 'answer body',
    at: /\/securitySettings\/sourceScanConfiguration$/,
    problem: /^is unknown$/,
    reason: 'A vault tells of its source scan from the api-version on that the official client of today sends; the files are older',
    source: 'model SourceScanConfiguration of @azure/arm-recoveryservices',
  },
  {
    operation: /^Vaults_Update$/,
    in: 'request body',
    at: /^\/properties\/(?:accessPolicies|enabledForDeployment|enableRbacAuthorization)$/,
    problem: /is null/,
    reason: 'A member that a PATCH gives as null leaves a key vault as it is, who decides in it included',
    source: 'description of VaultPatchProperties: null or not specified, the value does not change',
  },
  {
    operation: /^BackupStatus_Get$/,
    in: 'answer body',
    at: /^\/objectType$/,
    problem: /^is unknown$/,
    reason: 'The backup status of a machine says of which type it is',
    source: 'recordings of the Azure CLI: stop of a backup whose data is kept, 2023',
  },
  {
    operation: /^VaultExtendedInfo_Get$/,
    in: 'answer body',
    at: /^\/(?:ErrorCode|Message)$/,
    problem: /^is unknown$/,
    reason: 'That a vault has no extended info is told without the envelope of other errors',
    source: 'recordings of Azure PowerShell: vaults, 2017',
  },
  {
    operation: /_(?:CreateOrUpdate|Update)$/,
    in: 'answer body',
    at: /^\/error\/(?:target|additionalInfo)$/,
    problem: /unknown/,
    reason: 'What Azure Policy refuses, Resource Manager refuses for every provider, with its own envelope',
    source: 'ErrorDetail of common-types/resource-management/v3; documentation of Azure Automation: enforce job execution by a policy',
  },
];
