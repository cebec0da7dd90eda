import type { ItemPath, RecoveryMachineView, VaultPath } from '@tresor/contracts';

export const keyOfVault = ({ subscriptionId, resourceGroup, vaultName }: VaultPath): string =>
  [subscriptionId, resourceGroup, vaultName].join('/').toLowerCase();

export const keyOfItem = (item: ItemPath): string => [keyOfVault(item), item.vmGroup, item.vmName].join('/').toLowerCase();

/** Wave by wave, by their names in each. */
export const inOrder = (machines: readonly RecoveryMachineView[]): RecoveryMachineView[] =>
  machines.toSorted((a, b) => a.wave - b.wave || a.item.vmName.localeCompare(b.item.vmName));
