import type { ItemPath, RecoveryMachineView } from '@tresor/contracts';

export const keyOfItem = ({ subscriptionId, resourceGroup, vaultName, vmGroup, vmName }: ItemPath): string =>
  [subscriptionId, resourceGroup, vaultName, vmGroup, vmName].join('/').toLowerCase();

/** Wave by wave, by their names in each. */
export const inOrder = (machines: readonly RecoveryMachineView[]): RecoveryMachineView[] =>
  machines.toSorted((a, b) => a.wave - b.wave || a.item.vmName.localeCompare(b.item.vmName));
