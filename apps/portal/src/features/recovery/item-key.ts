import type { ItemInVault, ItemPath, RecoveryMachineView, VaultPath } from '@tresor/contracts';
import { isResourceGroupName, isVmName } from '../../api/known-ids';

export const keyOfVault = ({ subscriptionId, resourceGroup, vaultName }: VaultPath): string =>
  [subscriptionId, resourceGroup, vaultName].join('/').toLowerCase();

export const keyOfItem = (item: ItemPath): string => [keyOfVault(item), item.vmGroup, item.vmName].join('/').toLowerCase();

/** The path of an item of the lists; none where Azure names no machine. */
export const pathsOf = ({ vault, resourceGroup: vmGroup, name: vmName }: ItemInVault): ItemPath[] =>
  isResourceGroupName(vmGroup) && isVmName(vmName) ? [{ ...vault, vmGroup, vmName }] : [];

/** Whether any backup of it ever succeeded. */
export const wasBackedUp = ({ latestRecoveryPoint }: Pick<ItemInVault, 'latestRecoveryPoint'>): boolean => latestRecoveryPoint !== null;

/** Wave by wave, by their names in each. */
export const inOrder = (machines: readonly RecoveryMachineView[]): RecoveryMachineView[] =>
  machines.toSorted((a, b) => a.wave - b.wave || a.item.vmName.localeCompare(b.item.vmName));
