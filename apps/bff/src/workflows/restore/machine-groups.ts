import type { MachineOptions } from '@tresor/contracts';
import pLimit from 'p-limit';
import type { AzureSession } from '../../azure/connection/azure';
import { readPermissions, type Permissions } from '../../azure/permissions';
import { listResourceGroups } from '../../azure/resource-groups';

const PARALLEL = 8;

export const mayMakeMachines = ({ may }: Permissions): boolean =>
  may('Microsoft.Compute/virtualMachines/write') && may('Microsoft.Network/networkInterfaces/write');

/** The resource groups of a subscription, each with whether the user may make machines there. Who may everywhere is asked about once. */
export async function listMachineGroups(session: AzureSession, subscriptionId: string): Promise<MachineOptions['groups']> {
  const subscription = `/subscriptions/${subscriptionId}`;
  const [groups, everywhere] = await Promise.all([
    listResourceGroups(session, subscriptionId),
    readPermissions(session, subscription).then(mayMakeMachines),
  ]);
  return pLimit(PARALLEL).map(groups, async ({ name }) => ({
    name,
    allowed: everywhere || mayMakeMachines(await readPermissions(session, `${subscription}/resourceGroups/${name}`)),
  }));
}
