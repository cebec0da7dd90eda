import type { MachineOptions, VaultPath } from '@tresor/contracts';
import type { AzureSession } from '../../azure/connection/azure';
import { readMachine } from '../../azure/compute/machine';
import { listSizes, listSubnets } from '../../azure/compute/machine-options';
import { vmIdOf } from '../../azure/items/item-place';
import { vaultLocation } from '../../azure/vaults/vaults';
import { readJourney } from './journey';
import { listMachineGroups } from './machine-groups';

/** What a machine of the restored disks can be made of; its old name where that is free. */
export async function getMachineOptions(session: AzureSession, vault: VaultPath, jobId: string): Promise<MachineOptions> {
  const [{ item, bag, point, disks }, location] = await Promise.all([readJourney(session, vault, jobId), vaultLocation(session, vault)]);
  const { subscriptionId } = vault;
  const [old, sizes, subnets, groups] = await Promise.all([
    readMachine(session, vmIdOf(item)),
    listSizes(session, subscriptionId, location),
    listSubnets(session, subscriptionId, location),
    listMachineGroups(session, subscriptionId),
  ]);
  const fitting = sizes.filter(({ maxDataDiskCount }) => maxDataDiskCount >= disks.length - 1).map(({ name }) => name);
  return {
    suggested: {
      name: old ? `${item.vmName.slice(0, 55)}-restored` : item.vmName,
      group: bag.targetGroup ?? item.vmGroup,
      size: point?.vmSize ?? null,
    },
    sizes: fitting,
    subnets,
    groups,
  };
}
