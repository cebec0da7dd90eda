import { PRODUCTION_SUBSCRIPTION_ID } from '../../src/seeds/company';
import type { World } from '../../src/world/world';

const P = `/subscriptions/${PRODUCTION_SUBSCRIPTION_ID}`;
const group = (name: string) => `${P}/resourceGroups/${name}`;
const machine = (groupName: string, name: string) => `${group(groupName)}/providers/Microsoft.Compute/virtualMachines/${name}`;
const vault = `${group('OperationsRG')}/providers/Microsoft.RecoveryServices/vaults/OperationsVault`;
const part = 'iaasvmcontainerv2;operationsrg;AppVM1';
const item = `${vault}/backupFabrics/Azure/protectionContainers/IaasVMContainer;${part}/protectedItems/VM;${part}`;
const ofMachines = `$filter=${encodeURIComponent("backupManagementType eq 'AzureIaasVM'")}`;
const BACKUP = 'api-version=2025-02-01';
const COMPUTE = 'api-version=2024-07-01';

/** The first resource of a type in the production subscription. */
const first = (world: World, type: string): string => world.resources.list(type, P)[0]?.id ?? '';

const sinceYesterday = ({ clock }: World): string => {
  const [from, to] = [clock.now() - 86_400_000, clock.now()].map((moment) => new Date(moment).toISOString());
  return `eventTimestamp ge '${from ?? ''}' and eventTimestamp le '${to ?? ''}'`;
};

/** What is asked of the demo company where the recordings ask the same of a tenant like it. Paths of lists end before their first element. */
export const alike: Readonly<Record<string, (world: World) => readonly string[]>> = {
  'authorization/Permissions_List': () => [`${group('IgniteRG')}/providers/Microsoft.Authorization/permissions?api-version=2022-04-01`],
  'authorization/RoleAssignments_ListForScope': () => [
    `${group('IgniteRG')}/providers/Microsoft.Authorization/roleAssignments?api-version=2022-04-01`,
  ],
  'authorization/RoleDefinitions_List': () => [`${P}/providers/Microsoft.Authorization/roleDefinitions?api-version=2022-04-01`],
  'compute/Disks_Get': (world) => [`${first(world, 'Microsoft.Compute/disks')}?api-version=2023-04-02`],
  'compute/Disks_ListByResourceGroup': () => [`${group('RestoreRG')}/providers/Microsoft.Compute/disks?api-version=2023-04-02`],
  'compute/VirtualMachineExtensions_Get': () => [
    `${machine('RestoreRG', 'WinSingleVM1')}/extensions/AzureDiskEncryption?$expand=instanceView&${COMPUTE}`,
  ],
  'compute/VirtualMachines_Get': () => [
    `${machine('OperationsRG', 'AppVM1')}?$expand=instanceView&${COMPUTE}`,
    `${machine('RestoreRG', 'WinSingleVM1')}?${COMPUTE}`,
  ],
  'compute/VirtualMachines_InstanceView': () => [`${machine('RestoreRG', 'WinSingleVM1')}/instanceView?${COMPUTE}`],
  'compute/VirtualMachines_ListAll': () => [`${P}/providers/Microsoft.Compute/virtualMachines?${COMPUTE}`],
  'insights/EventTypes_List': (world) => [
    `${P}/providers/Microsoft.Insights/eventtypes/management/values?api-version=2015-04-01&$filter=${encodeURIComponent(sinceYesterday(world))}`,
  ],
  'key-vault/Vaults_Get': (world) => [`${first(world, 'Microsoft.KeyVault/vaults')}?api-version=2023-07-01`],
  'key-vault/Vaults_ListBySubscription': () => [`${P}/providers/Microsoft.KeyVault/vaults?api-version=2023-07-01`],
  'key-vault/Vaults_ListDeleted': () => [`${P}/providers/Microsoft.KeyVault/deletedVaults?api-version=2023-07-01`],
  'network/NetworkInterfaces_Get': (world) => [`${first(world, 'Microsoft.Network/networkInterfaces')}?api-version=2024-05-01`],
  'network/VirtualNetworks_Get': (world) => [`${first(world, 'Microsoft.Network/virtualNetworks')}?api-version=2024-05-01`],
  'network/VirtualNetworks_ListAll': () => [`${P}/providers/Microsoft.Network/virtualNetworks?api-version=2024-05-01`],
  'recovery-services/BackupResourceStorageConfigs_Get': () => [`${vault}/backupstorageconfig/vaultstorageconfig?${BACKUP}`],
  'recovery-services/BackupResourceVaultConfigs': () => [`${vault}/backupconfig/vaultconfig?${BACKUP}`],
  'recovery-services/Usages_ListByVaults': () => [`${vault}/usages?api-version=2024-04-01`],
  'recovery-services/Vaults_Get': () => [`${vault}?api-version=2024-04-01`],
  'recovery-services/Vaults_List': () => [`${P}/providers/Microsoft.RecoveryServices/vaults?api-version=2024-04-01`],
  'recovery-services-backup/BackupJobs_List': () => [`${vault}/backupJobs?${BACKUP}&${ofMachines}`],
  'recovery-services-backup/BackupPolicies_List': () => [`${vault}/backupPolicies?${BACKUP}&${ofMachines}`],
  'recovery-services-backup/BackupProtectedItems_List': () => [`${vault}/backupProtectedItems?${BACKUP}&${ofMachines}`],
  'recovery-services-backup/BackupProtectionContainers_List': () => [`${vault}/backupProtectionContainers?${BACKUP}&${ofMachines}`],
  'recovery-services-backup/ProtectedItems_Get': () => [`${item}?${BACKUP}&$filter=${encodeURIComponent("expand eq 'extendedinfo'")}`],
  'recovery-services-backup/ProtectionPolicies_Get': () =>
    ['DefaultPolicy', 'EnhancedPolicy'].map((name) => `${vault}/backupPolicies/${name}?${BACKUP}`),
  'recovery-services-backup/RecoveryPoints_List': () => [`${item}/recoveryPoints?${BACKUP}`],
  'resources/ResourceGroups_Get': () => [`${group('IgniteRG')}?api-version=2022-09-01`],
  'resources/ResourceGroups_List': () => [`${P}/resourcegroups?api-version=2022-09-01`],
  'resources/Subscriptions_Get': () => [`${P}?api-version=2022-12-01`],
  'resources/Subscriptions_List': () => ['/subscriptions?api-version=2022-12-01'],
  'resources/Subscriptions_ListLocations': () => [`${P}/locations?api-version=2022-12-01`],
  'storage/StorageAccounts_Get': (world) => [`${first(world, 'Microsoft.Storage/storageAccounts')}?api-version=2023-05-01`],
  'storage/StorageAccounts_List': () => [`${P}/providers/Microsoft.Storage/storageAccounts?api-version=2023-05-01`],
};
