import type { ItemPath, RecoveryOutlook } from '@tresor/contracts';
import { sameName } from '@tresor/support-matrix';
import { listSubnets, sizeAhead, skusInSight, type SizeAhead } from '../../azure/compute/machine-options';
import { parseArmId, sameId } from '../../azure/connection/arm-id';
import type { AzureSession } from '../../azure/connection/azure';
import { inSight } from '../../azure/connection/upstream-failure';
import { readGroupLock, type GroupLock } from '../../azure/locks';
import { listFreeInterfaces, type FreeInterface } from '../../azure/network/restore-network';
import { readPermissions } from '../../azure/permissions';
import { listResourceGroups, readGroupStanding } from '../../azure/resource-groups';
import { isReadOnly } from '../../azure/subscriptions';
import { vaultLocation } from '../../azure/vaults/vaults';
import { memoized } from '../../memoized';

/** `areInterfacesSeen`: whether the user may see what network interfaces there are. */
type Network = Pick<RecoveryOutlook, 'subnet' | 'leftInterface'> & { areInterfacesSeen: boolean };

/** Where machines of one look come back to; each place is looked at once. */
export interface PlacesOfPlan {
  /** Whether the subscription is disabled, or about to be. */
  isReadOnly: (subscriptionId: string) => Promise<boolean>;
  group: (subscriptionId: string, group: string) => Promise<'there' | 'gone' | 'unseen'>;
  lock: (subscriptionId: string, group: string) => Promise<GroupLock>;
  network: (item: ItemPath) => Promise<Network>;
  /** What becomes of the size of a machine in the zone of its disks. */
  size: (item: ItemPath, size: string, zone: string | null | undefined) => Promise<SizeAhead>;
}

const READ_INTERFACES = 'Microsoft.Network/networkInterfaces/read';

const keyOf = (...parts: string[]) => parts.join('/').toLowerCase();

export function placesOfPlan(session: AzureSession): PlacesOfPlan {
  const groups = memoized(keyOf, (subscriptionId: string) => inSight(listResourceGroups(session, subscriptionId)));
  const interfaces = memoized(keyOf, (subscriptionId: string) => listFreeInterfaces(session, subscriptionId));
  const subnets = memoized(keyOf, (subscriptionId: string, location: string) => inSight(listSubnets(session, subscriptionId, location)));
  const skus = memoized(keyOf, (subscriptionId: string, location: string) => skusInSight(session, subscriptionId, location));
  const mayReadInterfaces = memoized(keyOf, async (subscriptionId: string, group: string) =>
    (await readPermissions(session, `/subscriptions/${subscriptionId}/resourceGroups/${group}`)).may(READ_INTERFACES),
  );
  return {
    group: memoized(keyOf, async (subscriptionId: string, group: string) => {
      const isListed = (await groups(subscriptionId)).some(({ name }) => sameName(name, group));
      // The list leaves out what the user may not see.
      return isListed ? 'there' : readGroupStanding(session, subscriptionId, group);
    }),
    isReadOnly: memoized(keyOf, (subscriptionId: string) => isReadOnly(session, subscriptionId)),
    lock: memoized(keyOf, (subscriptionId: string, group: string) => readGroupLock(session, subscriptionId, group)),
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
        // A list leaves out what the user may not see.
        areInterfacesSeen: left !== undefined || (await mayReadInterfaces(item.subscriptionId, item.vmGroup)),
      };
    },
    size: async (item, size, zone) => sizeAhead(size, await skus(item.subscriptionId, await vaultLocation(session, item)), zone),
  };
}

/** A machine’s interface is called like it by the portal and by every command line, with something behind. */
function isOf({ id, name }: FreeInterface, { vmGroup, vmName }: ItemPath): boolean {
  const isInGroup = parseArmId(id)?.resourceGroup.toLowerCase() === vmGroup.toLowerCase();
  const rest = name.toLowerCase().startsWith(vmName.toLowerCase()) ? name.slice(vmName.length) : undefined;
  return isInGroup && rest !== undefined && /^(?:[-_]?nic[-_]?\d*|vmnic|\d{1,4})?$/i.test(rest);
}
