import type {
  JobId,
  KeyVaultId,
  ManagementGroupName,
  SubscriptionId,
  VaultName,
  PolicyName,
  ResourceGroupName,
  StorageAccountId,
  SubnetId,
  VmId,
  VmName,
} from '@tresor/contracts';

/* Ids and names that Azure gave us travel through lists and drafts as plain text; the server checks them when they come back. */

export const isVmId = (id: string): id is VmId => id !== '';
export const isKeyVaultId = (id: string): id is KeyVaultId => id !== '';
export const isStorageAccountId = (id: string): id is StorageAccountId => id !== '';
export const isSubnetId = (id: string): id is SubnetId => id !== '';
export const isJobId = (id: string | undefined): id is JobId => id !== undefined && id !== '';
export const isManagementGroupName = (name: string): name is ManagementGroupName => name !== '';
export const isPolicyName = (name: string | null): name is PolicyName => name !== null;
export const isResourceGroupName = (name: string | null): name is ResourceGroupName => name !== null && name !== '';
export const isSubscriptionId = (id: string): id is SubscriptionId => id !== '';
export const isVaultName = (name: string): name is VaultName => name !== '';
export const isVmName = (name: string): name is VmName => name !== '';
