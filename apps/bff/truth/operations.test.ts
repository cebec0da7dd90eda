import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { operations } from './operations';

const SOURCE = fileURLToPath(new URL('../src/azure', import.meta.url));

/** Operations of the SDKs that the product calls, by the names of the SDKs. */
const OF_SDKS: Readonly<Record<string, string>> = {
  'backupJobs.list': 'BackupJobs_List',
  'backupOperationStatuses.get': 'BackupOperationStatuses_Get',
  'backupPolicies.list': 'BackupPolicies_List',
  'backupResourceStorageConfigsNonCRR.get': 'BackupResourceStorageConfigs_Get',
  'backups.trigger': 'Backups_Trigger',
  'disks.listByResourceGroup': 'Disks_ListByResourceGroup',
  'jobCancellations.trigger': 'JobCancellations_Trigger',
  'jobDetails.get': 'JobDetails_Get',
  'protectedItemOperationStatuses.get': 'ProtectedItemOperationStatuses_Get',
  'protectedItems.createOrUpdate': 'ProtectedItems_CreateOrUpdate',
  'protectedItems.delete': 'ProtectedItems_Delete',
  'protectionIntentOperations.validate': 'ProtectionIntent_Validate',
  'protectionPolicies.createOrUpdate': 'ProtectionPolicies_CreateOrUpdate',
  'protectionPolicies.get': 'ProtectionPolicies_Get',
  'recoveryPoints.get': 'RecoveryPoints_Get',
  'recoveryPoints.list': 'RecoveryPoints_List',
  'resourceGuardProxies.list': 'ResourceGuardProxies_Get',
  'roleAssignments.listForScope': 'RoleAssignments_ListForScope',
  'roleDefinitions.get': 'RoleDefinitions_Get',
  'subscriptions.get': 'Subscriptions_Get',
  'subscriptions.list': 'Subscriptions_List',
  'usages.listByVaults': 'Usages_ListByVaults',
  'vaults.get': 'Vaults_Get',
  'vaults.getDeleted': 'KeyVault_Vaults_GetDeleted',
  'vaults.listDeleted': 'KeyVault_Vaults_ListDeleted',
  'virtualMachines.get': 'VirtualMachines_Get',
  'virtualMachines.instanceView': 'VirtualMachines_InstanceView',
};

/** What the product asks without an SDK, by the file that does. */
const BY_HAND: Readonly<Record<string, readonly string[]>> = {
  'activity/activity-log.ts': ['EventTypes_List'],
  'backup-service.ts': ['ServicePrincipals_List'],
  'blobs/blobs.ts': ['Blob_Delete', 'Container_Delete', 'Service_ListContainers'],
  'blobs/list-entries.ts': ['Container_ListBlobs', 'Service_ListContainers'],
  'compute/boot-diagnostics.ts': ['VirtualMachines_RetrieveBootDiagnosticsData'],
  'compute/create-machine.ts': [
    'Blob_SetMetadata',
    'Disks_Update',
    'NetworkInterfaces_Delete',
    'PublicIPAddresses_Delete',
    'VirtualMachines_CreateOrUpdate',
    'VirtualMachines_Start',
    'VirtualMachines_Update',
  ],
  'compute/encryption-extension.ts': ['VirtualMachineExtensions_CreateOrUpdate'],
  'compute/machine-disks.ts': ['Disks_List'],
  'compute/machine-options.ts': ['VirtualMachineSizes_List', 'VirtualNetworks_Get', 'VirtualNetworks_ListAll'],
  'compute/machine-settings.ts': ['VirtualMachines_Get', 'VirtualMachines_Update'],
  'compute/machine-skus.ts': ['ResourceSkus_List'],
  'compute/machine.ts': ['VirtualMachines_ListAll'],
  'compute/made-machine.ts': ['NetworkInterfaces_Get', 'VirtualMachines_Get'],
  'compute/users-of-key-vault.ts': ['Disks_List', 'VirtualMachines_ListAll'],
  'eligible-roles.ts': ['RoleEligibilityScheduleInstances_List'],
  'groups.ts': ['Users_ListTransitiveMemberOf'],
  'key-vault-access/policies.ts': ['KeyVault_Vaults_UpdateAccessPolicy'],
  'key-vault-access/write-role.ts': [
    'RoleAssignments_Create',
    'RoleAssignments_Delete',
    'RoleDefinitions_CreateOrUpdate',
    'RoleDefinitions_Delete',
    'RoleDefinitions_Get',
  ],
  'items/standing.ts': ['VirtualMachines_ListAll'],
  'keys/create-key-vault.ts': ['KeyVault_Vaults_CreateOrUpdate', 'KeyVault_Vaults_Get', 'KeyVault_Vaults_UpdateAccessPolicy'],
  'keys/find-restored.ts': ['GetSecret'],
  'keys/free-key-vault-name.ts': ['KeyVault_Vaults_CheckNameAvailability'],
  'keys/list-key-vaults.ts': ['KeyVault_Vaults_ListBySubscription'],
  'keys/put-back.ts': ['RestoreKey', 'SetSecret'],
  'keys/revive.ts': [
    'KeyVault_Vaults_CreateOrUpdate',
    'KeyVault_Vaults_Get',
    'KeyVault_Vaults_Update',
    'RecoverDeletedKey',
    'RecoverDeletedSecret',
    'UpdateKey',
    'UpdateSecret',
  ],
  'keys/temporary-key-vaults.ts': ['KeyVault_Vaults_GetDeleted', 'KeyVault_Vaults_ListBySubscription', 'KeyVault_Vaults_PurgeDeleted'],
  'keys/versions.ts': ['GetDeletedKey', 'GetDeletedSecret', 'GetKeyVersions', 'GetSecretVersions'],
  'azure-policy.ts': ['PolicyRestrictions_CheckAtResourceGroupScope', 'PolicyAssignments_Get', 'PolicyDefinitions_GetBuiltIn'],
  'locks.ts': ['ManagementLocks_ListAtResourceGroupLevel'],
  'machines/resource-graph.ts': ['Resources'],
  'management-groups.ts': ['ManagementGroups_GetDescendants', 'ManagementGroups_List'],
  'network/interface-settings.ts': ['NetworkInterfaces_Get'],
  'network/put-network.ts': [
    'NetworkInterfaces_CreateOrUpdate',
    'NetworkSecurityGroups_CreateOrUpdate',
    'PublicIPAddresses_CreateOrUpdate',
    'VirtualNetworks_CreateOrUpdate',
  ],
  'network/restore-network.ts': ['NetworkInterfaces_ListAll', 'PublicIPAddresses_ListAll'],
  'network/subnet-room.ts': ['VirtualNetworks_ListUsage'],
  'own-roles.ts': ['RoleAssignments_ListForScope', 'RoleDefinitions_Get'],
  'permissions.ts': ['Permissions_ListForResource'],
  'policies/change-policy.ts': ['ProtectionPolicies_Delete'],
  'items/backup-operation.ts': ['CrrOperationStatus_Get'],
  'items/get-item.ts': ['ProtectedItems_Get'],
  'items/items.ts': ['BackupProtectedItems_List'],
  'regions.ts': ['Subscriptions_ListLocations', 'Usage_List', 'Usages_List', 'Usages_ListByLocation'],
  'resource-providers.ts': ['Providers_Get', 'Providers_Register'],
  'resource-groups.ts': ['ResourceGroups_CreateOrUpdate', 'ResourceGroups_Delete', 'ResourceGroups_Get', 'ResourceGroups_List'],
  'restores/held-keys.ts': ['RecoveryPoints_Get'],
  'restores/recovery-points.ts': ['RecoveryPoints_List'],
  'restores/restore-disks.ts': ['Operation_Validate', 'Restores_Trigger'],
  'restores/restore-in-pair.ts': ['AadProperties_Get', 'CrossRegionRestore_Trigger', 'RecoveryPoints_GetAccessToken'],
  'restores/restored-config.ts': ['Blob_Get'],
  'restores/storage-accounts.ts': ['StorageAccounts_List'],
  'until-changed.ts': [
    'Disks_Get',
    'NetworkInterfaces_Get',
    'NetworkSecurityGroups_Get',
    'PublicIPAddresses_Get',
    'VirtualMachines_Get',
    'VirtualNetworks_Get',
  ],
  'vaults/guard-roles.ts': ['RoleAssignmentScheduleInstances_ListForScope', 'RoleAssignmentScheduleRequests_ListForScope'],
  'vaults/paired-region.ts': ['BackupCrrJobDetails_Get', 'BackupCrrJobs_List'],
  'vaults/resource-guard.ts': ['ResourceGuardProxy_UnlockDelete'],
  'vaults/write-vault.ts': [
    'GetOperationStatus',
    'ResourceGroups_CreateOrUpdate',
    'ResourceGroups_Get',
    'Vaults_CreateOrUpdate',
    'Vaults_Delete',
    'Vaults_Get',
    'Vaults_Update',
  ],
};

/** Only passes on what other files ask. */
const WIRES = ['blobs/blob-call.ts', 'keys/key-vault-call.ts', 'whole-list.ts'];

const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.startsWith('connection/') && !WIRES.includes(file))
  .map((file) => ({ file, text: readFileSync(join(SOURCE, file), 'utf8') }));

const GROUPS = [...new Set(Object.keys(OF_SDKS).map((name) => name.split('.')[0]))].join('|');
const BY_SDK = new RegExp(`\\b(${GROUPS})\\s*\\.(get\\w*|list\\w*|createOrUpdate|delete|trigger|validate|instanceView)\\(`, 'g');
const BARE = /\b(?:callArm|callKeyVault|callBlob|sendUrl|readUrl|readUrlFor|readPagesAt|readKeyVaultPages|readWholeList)\(/;

describe('the table of operations', () => {
  it('names every operation of an SDK that is called', () => {
    const called = files.flatMap(({ text }) => [...text.matchAll(BY_SDK)].map(([, group, name]) => `${group}.${name}`));
    expect([...new Set(called)].toSorted()).toEqual(Object.keys(OF_SDKS).toSorted());
  });

  it('names what every file asks without an SDK', () => {
    const asking = files.filter(({ text }) => BARE.test(text)).map(({ file }) => file);
    expect(asking.toSorted()).toEqual(Object.keys(BY_HAND).toSorted());
  });

  it('has nothing else but what the server needs to let people in, deletes of what a restore made, and each once', () => {
    const called = new Set([...Object.values(OF_SDKS), ...Object.values(BY_HAND).flat()]);
    const names = operations.map(({ name }) => name);
    const others = ['Disks_Delete', 'KeyVault_Vaults_Delete', 'Token_OnBehalfOf', 'Discovery_Keys', 'Disks_Update', 'KeyVault_Vaults_Get'];
    expect(names.filter((name) => !called.has(name) && !others.includes(name))).toEqual([]);
    expect([...called].filter((name) => !names.includes(name))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });
});
