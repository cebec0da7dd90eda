import type { ItemPath } from '@tresor/contracts';

export const keyOfItem = ({ subscriptionId, resourceGroup, vaultName, vmGroup, vmName }: ItemPath): string =>
  [subscriptionId, resourceGroup, vaultName, vmGroup, vmName].join('/').toLowerCase();
