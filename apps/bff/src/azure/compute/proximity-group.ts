import * as z from 'zod';
import { parseArmId } from '../connection/arm-id';
import type { AzureSession } from '../connection/azure';
import { literal } from '../machines/machine-query';
import { queryIds, rowsOf, type OrderedQuery } from '../machines/resource-graph';
import { readPermissions } from '../permissions';

const groupRows = rowsOf(z.object({ location: z.string() }));

const groupsNamed = (ids: readonly string[]): OrderedQuery => `resources
| where type =~ 'microsoft.compute/proximityplacementgroups'
| extend groupKey = tolower(id)
| where groupKey in (${ids.map(literal).join(', ')})
| project id, location
| order by id asc`;

/** Whether this person may put a machine of a region into a proximity placement group: it may be gone, or elsewhere. */
export async function mayJoinGroup(session: AzureSession, id: string, location: string): Promise<boolean> {
  const [found, { may }] = await Promise.all([groupLocation(session, id), readPermissions(session, id)]);
  return found === location.toLowerCase() && may('Microsoft.Compute/proximityPlacementGroups/write');
}

async function groupLocation(session: AzureSession, id: string): Promise<string | undefined> {
  if (!parseArmId(id)) return undefined;
  const [found] = await queryIds(session, groupRows, groupsNamed, [id]);
  return found?.location.toLowerCase();
}
