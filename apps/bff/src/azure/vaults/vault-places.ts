import type { VaultPlaces } from '@tresor/contracts';
import * as z from 'zod';
import type { AzureSession } from '../connection/azure';
import { MACHINES } from '../machines/machine-query';
import { queryAll, rowsOf, type OrderedQuery } from '../machines/resource-graph';
import { listRegions } from '../regions';
import { listResourceGroups } from '../resource-groups';

const countRows = rowsOf(z.object({ location: z.string(), machines: z.int() }));

const UNPROTECTED: OrderedQuery = `${MACHINES}
| where type =~ 'microsoft.compute/virtualmachines' and isnull(items)
| summarize machines = count() by location
| order by location asc`;

/** Where in a subscription a vault could be made. */
export async function listVaultPlaces(session: AzureSession, subscriptionId: string): Promise<VaultPlaces> {
  const [resourceGroups, locations, counts] = await Promise.all([
    listResourceGroups(session, subscriptionId),
    listRegions(session, subscriptionId),
    queryAll(session, countRows, UNPROTECTED, { subscriptions: [subscriptionId] }),
  ]);
  const machinesIn = (name: string) => counts.find(({ location }) => location.toLowerCase() === name)?.machines ?? 0;
  const regions = locations.map(({ name, displayName }) => ({ name, displayName, unprotectedMachines: machinesIn(name.toLowerCase()) }));
  return { resourceGroups, regions };
}
