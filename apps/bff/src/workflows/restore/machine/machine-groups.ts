import type { MachineOptions } from '@tresor/contracts';
import pLimit from 'p-limit';
import type { AzureSession } from '../../../azure/connection/azure';
import { readPermissions, type Permissions } from '../../../azure/permissions';
import { listResourceGroups } from '../../../azure/resource-groups';

const PARALLEL = 8;

const NEEDED = [
  'Microsoft.Compute/virtualMachines/write',
  'Microsoft.Network/networkInterfaces/write',
  'Microsoft.Network/networkInterfaces/join/action',
];

export const mayMakeMachines = ({ may }: Permissions): boolean => NEEDED.every(may);

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
