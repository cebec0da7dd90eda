import { itemPath, type ItemPath } from '@tresor/contracts';
import * as z from 'zod';
import { parseArmId } from '../connection/arm-id';
import type { AzureSession } from '../connection/azure';
import { queryAll, rowsOf, type OrderedQuery } from '../machines/resource-graph';

const rows = rowsOf(z.object({ id: z.string(), vmId: z.string() }));

const queryOf = (groupId: string): OrderedQuery => `recoveryservicesresources
| where type =~ 'microsoft.recoveryservices/vaults/backupfabrics/protectioncontainers/protecteditems'
| where properties.backupManagementType =~ 'AzureIaasVM'
| extend vmId = tostring(properties.sourceResourceId)
| where vmId startswith '${groupId}/'
| project id, vmId
| order by id asc`;

/** What any vault of the subscription that the user may see has of the machines of a resource group, whether or not these are still there. */
export async function listItemsOfGroup(session: AzureSession, groupId: string): Promise<ItemPath[]> {
  const found = await queryAll(session, rows, queryOf(groupId), { subscriptions: [parseArmId(groupId)?.subscriptionId ?? ''] });
  return found.flatMap(({ id, vmId }) => {
    const [vault, vm] = [parseArmId(id), parseArmId(vmId)];
    const { subscriptionId, resourceGroup, name: vaultName } = vault ?? {};
    const path = itemPath.safeParse({ subscriptionId, resourceGroup, vaultName, vmGroup: vm?.resourceGroup, vmName: vm?.name });
    return path.success ? [path.data] : [];
  });
}
