import { itemPath, type ItemPath, type VaultPath } from '@tresor/contracts';
import { sameName } from '@tresor/support-matrix';
import { parseArmId, vaultIdOf } from '../connection/arm-id';
import { containerOf, FABRIC } from './protection';

/** ARM id of the VM that an item of this path protects where it is in the vault's subscription; where it really is, the item itself tells. */
export const vmIdOf = ({ subscriptionId, vmGroup, vmName }: ItemPath) =>
  `/subscriptions/${subscriptionId}/resourceGroups/${vmGroup}/providers/Microsoft.Compute/virtualMachines/${vmName}`;

/** Whether a machine is the one of an item's path: of a name and group a vault has one item, whatever the subscription. */
export const isOfPath = (path: ItemPath, vmId: string): boolean => sameName(containerOf(vmId), containerOf(vmIdOf(path)));

/** Whether a machine is in another subscription than the vault that protects it. */
export function isElsewhere({ subscriptionId }: VaultPath, vmId: string): boolean {
  const ofMachine = parseArmId(vmId)?.subscriptionId;
  return ofMachine !== undefined && ofMachine.toLowerCase() !== subscriptionId.toLowerCase();
}

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
