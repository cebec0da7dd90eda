import type { Permission } from './permissions';

export interface BuiltInRole extends Permission {
  /** The last segment of the role definition's id, the same in every tenant. */
  id: string;
  name: string;
}

const SERVICES = 'Microsoft.RecoveryServices';
const VAULT = `${SERVICES}/Vaults`;
const ITEM = `${VAULT}/backupFabrics/protectionContainers/protectedItems`;
const KEY_VAULT = 'Microsoft.KeyVault/vaults';
const BLOBS = 'Microsoft.Storage/storageAccounts/blobServices/containers/blobs';
const GROUP_READ = 'Microsoft.Resources/subscriptions/resourceGroups/read';

/**
 * Azure's built-in roles that help with a step, the smallest first, each with what matters for the steps.
 * Source: https://learn.microsoft.com/azure/role-based-access-control/built-in-roles
 */
export const BUILT_IN_ROLES: readonly BuiltInRole[] = [
  {
    id: 'a795c7a0-d4a2-40c1-ae25-d81f01202912',
    name: 'Backup Reader',
    actions: [`${VAULT}/*/read`, `${VAULT}/read`, GROUP_READ],
  },
  {
    id: 'f54b6d04-23c6-443e-b462-9c16ab7b4a52',
    name: 'Backup MUA Operator',
    actions: ['Microsoft.Authorization/*/read', 'Microsoft.DataProtection/*/action', 'Microsoft.DataProtection/*/read'],
  },
  {
    id: '21090545-7ca7-4776-b22c-e363652d74d2',
    name: 'Key Vault Reader',
    actions: [`${KEY_VAULT}/*/read`, GROUP_READ],
    dataActions: [`${KEY_VAULT}/*/read`, `${KEY_VAULT}/secrets/readMetadata/action`],
  },
  { id: 'acdd72a7-3385-48ef-bd42-f606fba81ae7', name: 'Reader', actions: ['*/read'] },
  {
    id: '00c29273-979b-4161-815c-10b084fb9324',
    name: 'Backup Operator',
    actions: [
      `${VAULT}/read`,
      `${VAULT}/backupPolicies/read`,
      `${VAULT}/backupProtectedItems/read`,
      `${VAULT}/backupJobs/*`,
      `${VAULT}/backupResourceGuardProxies/read`,
      `${VAULT}/backupValidateOperation/action`,
      `${ITEM}/read`,
      `${ITEM}/write`,
      `${ITEM}/backup/action`,
      `${ITEM}/operationsStatus/read`,
      `${ITEM}/recoveryPoints/accessToken/action`,
      `${ITEM}/recoveryPoints/read`,
      `${ITEM}/recoveryPoints/restore/action`,
      `${SERVICES}/locations/backupAadProperties/read`,
      `${SERVICES}/locations/backupCrossRegionRestore/action`,
      `${SERVICES}/locations/backupCrrJob/action`,
      `${SERVICES}/locations/backupCrrJobs/action`,
      `${SERVICES}/locations/backupCrrOperationsStatus/read`,
      `${SERVICES}/locations/backupPreValidateProtection/action`,
      'Microsoft.Network/virtualNetworks/read',
      'Microsoft.Storage/storageAccounts/read',
      GROUP_READ,
    ],
  },
  {
    id: '5e467623-bb1f-42f4-a55d-6e525e11384b',
    name: 'Backup Contributor',
    actions: [
      `${VAULT}/read`,
      `${VAULT}/write`,
      `${VAULT}/backupFabrics/*`,
      `${VAULT}/backupJobs/*`,
      `${VAULT}/backupPolicies/*`,
      `${VAULT}/backupProtectedItems/*`,
      `${VAULT}/backupResourceGuardProxies/delete`,
      `${VAULT}/backupResourceGuardProxies/read`,
      `${VAULT}/backupResourceGuardProxies/unlockDelete/action`,
      `${VAULT}/backupResourceGuardProxies/write`,
      `${VAULT}/backupValidateOperation/action`,
      `${VAULT}/backupconfig/*`,
      `${VAULT}/backupstorageconfig/*`,
      `${SERVICES}/locations/*`,
      'Microsoft.Network/virtualNetworks/read',
      'Microsoft.Storage/storageAccounts/read',
      GROUP_READ,
    ],
  },
  {
    id: '9980e02c-c2be-4d73-94e8-173b1dc7cf3c',
    name: 'Virtual Machine Contributor',
    actions: [
      'Microsoft.Compute/virtualMachines/*',
      'Microsoft.Compute/locations/*',
      'Microsoft.Compute/disks/read',
      'Microsoft.Compute/disks/write',
      'Microsoft.Compute/disks/delete',
      'Microsoft.Network/networkInterfaces/*',
      'Microsoft.Network/virtualNetworks/read',
      'Microsoft.Network/virtualNetworks/subnets/join/action',
      'Microsoft.Storage/storageAccounts/read',
      GROUP_READ,
    ],
  },
  {
    id: '17d1049b-9a84-46fb-8f53-869881c3d3ab',
    name: 'Storage Account Contributor',
    actions: ['Microsoft.Storage/storageAccounts/*', GROUP_READ],
  },
  {
    id: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe',
    name: 'Storage Blob Data Contributor',
    dataActions: [`${BLOBS}/read`, `${BLOBS}/write`, `${BLOBS}/delete`],
  },
  { id: '14b46e9e-c2b7-41b4-b07b-48a6ebf60603', name: 'Key Vault Crypto Officer', dataActions: [`${KEY_VAULT}/keys/*`] },
  { id: 'b86a8fe4-44ce-4948-aee5-eccb2c155cd7', name: 'Key Vault Secrets Officer', dataActions: [`${KEY_VAULT}/secrets/*`] },
  {
    id: '00482a5a-887f-4fb3-b363-3b7fe8e74483',
    name: 'Key Vault Administrator',
    actions: [`${KEY_VAULT}/*/read`, GROUP_READ],
    dataActions: [`${KEY_VAULT}/*`],
  },
  {
    id: 'f25e0fa2-a7c8-4377-a976-54943a77a395',
    name: 'Key Vault Contributor',
    actions: ['Microsoft.KeyVault/*', GROUP_READ],
    notActions: ['Microsoft.KeyVault/locations/deletedVaults/purge/action'],
  },
  {
    id: 'f58310d9-a9f6-439a-9e8d-f62e7b41a168',
    name: 'Role Based Access Control Administrator',
    actions: ['Microsoft.Authorization/roleAssignments/write', 'Microsoft.Authorization/roleAssignments/delete', '*/read'],
  },
  {
    id: '18d7d88d-d35e-4fb5-a5c3-7773c20a72d9',
    name: 'User Access Administrator',
    actions: ['*/read', 'Microsoft.Authorization/*'],
  },
  {
    id: 'b24988ac-6180-42a0-ab88-20f7382dd24c',
    name: 'Contributor',
    actions: ['*'],
    notActions: ['Microsoft.Authorization/*/Delete', 'Microsoft.Authorization/*/Write', 'Microsoft.Authorization/elevateAccess/Action'],
  },
  { id: '8e3af657-a8ff-443c-a75c-2fe8c4bcb635', name: 'Owner', actions: ['*'] },
];
