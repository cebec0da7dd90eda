import type { ItemPath, RecoveryOutlook } from '@tresor/contracts';
import { listSubnets } from '../../azure/compute/machine-options';
import { parseArmId, sameId } from '../../azure/connection/arm-id';
import type { AzureSession } from '../../azure/connection/azure';
import { isReadOnlyGroup } from '../../azure/locks';
import { listFreeInterfaces, type FreeInterface } from '../../azure/network/restore-network';
import { listResourceGroups } from '../../azure/resource-groups';
import { vaultLocation } from '../../azure/vaults/vaults';
import { memoized } from '../../memoized';

/** Where machines of one look come back to; each place is looked at once. */
export interface PlacesOfPlan {
  hasGroup: (subscriptionId: string, group: string) => Promise<boolean>;
  isReadOnly: (subscriptionId: string, group: string) => Promise<boolean>;
  network: (item: ItemPath) => Promise<Pick<RecoveryOutlook, 'subnet' | 'leftInterface'>>;
}

const keyOf = (...parts: string[]) => parts.join('/').toLowerCase();

export function placesOfPlan(session: AzureSession): PlacesOfPlan {
  const groups = memoized(keyOf, (subscriptionId: string) => listResourceGroups(session, subscriptionId));
  const interfaces = memoized(keyOf, (subscriptionId: string) => listFreeInterfaces(session, subscriptionId));
  const subnets = memoized(keyOf, (subscriptionId: string, location: string) => listSubnets(session, subscriptionId, location));
  return {
    async hasGroup(subscriptionId, group) {
      return (await groups(subscriptionId)).some(({ name }) => name.toLowerCase() === group.toLowerCase());
    },
    isReadOnly: memoized(keyOf, (subscriptionId: string, group: string) => isReadOnlyGroup(session, subscriptionId, group)),
    async network(item) {
      const [free, there] = await Promise.all([
        interfaces(item.subscriptionId),
        subnets(item.subscriptionId, await vaultLocation(session, item)),
      ]);
      const left = free.find((one) => isOf(one, item));
      const old = there.find(({ id }) => sameId(id, left?.subnetId ?? ''));
      const subnet = old ?? there[0];
      return {
        subnet: subnet ? { id: subnet.id, isOld: old !== undefined } : null,
        leftInterface: left ? { name: left.name, address: left.address } : null,
      };
    },
  };
}

/** A machine’s interface is called like it by the portal and by every command line, with something behind. */
function isOf({ id, name }: FreeInterface, { vmGroup, vmName }: ItemPath): boolean {
  const isInGroup = parseArmId(id)?.resourceGroup.toLowerCase() === vmGroup.toLowerCase();
  const rest = name.toLowerCase().startsWith(vmName.toLowerCase()) ? name.slice(vmName.length) : undefined;
  return isInGroup && rest !== undefined && /^(?:[-_]?nic[-_]?\d*|vmnic|\d{1,4})?$/i.test(rest);
}
