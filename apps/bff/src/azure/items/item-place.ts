import { itemPath, type ItemPath, type VaultPath } from '@tresor/contracts';
import { vaultIdOf } from '../connection/arm-id';
import { containerOf, FABRIC } from './protection';

/** ARM id of the VM that an item protects: it is in the vault's subscription. */
export const vmIdOf = ({ subscriptionId, vmGroup, vmName }: ItemPath) =>
  `/subscriptions/${subscriptionId}/resourceGroups/${vmGroup}/providers/Microsoft.Compute/virtualMachines/${vmName}`;

type ItemArguments = [vaultName: string, resourceGroup: string, fabric: string, container: string, item: string];

/** The arguments with which operations of the SDK name an item. */
export function itemArguments(path: ItemPath): ItemArguments {
  const container = containerOf(vmIdOf(path));
  return [path.vaultName, path.resourceGroup, FABRIC, `IaasVMContainer;${container}`, `VM;${container}`];
}

/** ARM id of the item itself. */
export function itemIdOf(path: ItemPath): string {
  const [, , fabric, container, name] = itemArguments(path);
  return `${vaultIdOf(path)}/backupFabrics/${fabric}/protectionContainers/${container}/protectedItems/${name}`;
}

/** The item behind a container as jobs name it: `iaasvmcontainerv2;<group>;<machine>`. Undefined where it is none of a VM. */
export function itemOfContainer(vault: VaultPath, container: string): ItemPath | undefined {
  const [kind, vmGroup, vmName] = container.split(';');
  if (kind?.toLowerCase() !== 'iaasvmcontainerv2') return undefined;
  const { subscriptionId, resourceGroup, vaultName } = vault;
  return itemPath.safeParse({ subscriptionId, resourceGroup, vaultName, vmGroup, vmName }).data;
}
