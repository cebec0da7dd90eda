import { itemPath, type ItemPath, type VaultPath } from '@tresor/contracts';
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

/** The item behind a container as jobs name it: `iaasvmcontainerv2;<group>;<machine>`. Undefined where it is none of a VM. */
export function itemOfContainer(vault: VaultPath, container: string): ItemPath | undefined {
  const [kind, vmGroup, vmName] = container.split(';');
  if (kind?.toLowerCase() !== 'iaasvmcontainerv2') return undefined;
  const { subscriptionId, resourceGroup, vaultName } = vault;
  return itemPath.safeParse({ subscriptionId, resourceGroup, vaultName, vmGroup, vmName }).data;
}
