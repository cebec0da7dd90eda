import type { ArmCall } from '../../arm/route';
import { param } from './wire';

export const VAULT_TYPE = 'Microsoft.RecoveryServices/vaults';
export const ITEM_TYPE = `${VAULT_TYPE}/backupFabrics/protectionContainers/protectedItems`;
export const VM_TYPE = 'Microsoft.Compute/virtualMachines';

/** The vault's id as the caller spells it. */
export function vaultPath(call: ArmCall): string {
  const group = `/subscriptions/${param(call, 'subscriptionId')}/resourceGroups/${param(call, 'resourceGroup')}`;
  return `${group}/providers/${VAULT_TYPE}/${param(call, 'vaultName')}`;
}

/** Key prefix of everything that belongs to a vault. */
export function vaultKey(vaultId: string): string {
  return `${vaultId.toLowerCase()}/`;
}

export interface VmName {
  subscriptionId: string;
  resourceGroup: string;
  name: string;
  classic: boolean;
}

/** Parts of a virtual machine's id, classic ones included; undefined for anything else. */
export function vmNameOf(vmId: string): VmName | undefined {
  const match =
    /^\/subscriptions\/([^/]+)\/resourceGroups\/([^/]+)\/providers\/Microsoft\.(Classic)?Compute\/virtualMachines\/([^/]+)$/i.exec(vmId);
  if (!match) return undefined;
  const [, subscriptionId = '', resourceGroup = '', classic, name = ''] = match;
  return { subscriptionId, resourceGroup, name, classic: classic !== undefined };
}

/** `iaasvmcontainerv2;group;vm`, the part that container and item names share: the group in lower case, the machine as it is. */
export function containerPart({ resourceGroup, name, classic }: VmName): string {
  return `${classic ? 'iaasvmcontainer' : 'iaasvmcontainerv2'};${resourceGroup.toLowerCase()};${name}`;
}

/** Path of an item below its vault. */
export function itemPath(vaultId: string, part: string): string {
  return `${vaultId}/backupFabrics/Azure/protectionContainers/IaasVMContainer;${part}/protectedItems/VM;${part}`;
}
