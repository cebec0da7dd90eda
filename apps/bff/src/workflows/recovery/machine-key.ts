import type { ItemPath, VaultPath } from '@tresor/contracts';
import { sameName } from '@tresor/support-matrix';

export const vaultOf = ({ subscriptionId, resourceGroup, vaultName }: ItemPath): VaultPath => ({
  subscriptionId,
  resourceGroup,
  vaultName,
});

/** Azure's names are the same in any case. */
export const vaultKeyOf = ({ subscriptionId, resourceGroup, vaultName }: VaultPath): string =>
  [subscriptionId, resourceGroup, vaultName].join('/').toLowerCase();

export const keyOf = (item: ItemPath): string => [vaultKeyOf(item), item.vmGroup, item.vmName].join('/').toLowerCase();

/** Azure names restored disks after the machine alone. */
export const isNamesake = (one: ItemPath, other: ItemPath): boolean =>
  sameName(`${one.subscriptionId}/${one.vmName}`, `${other.subscriptionId}/${other.vmName}`);
