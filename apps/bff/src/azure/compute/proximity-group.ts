import * as z from 'zod';
import { parseArmId } from '../connection/arm-id';
import type { AzureSession } from '../connection/azure';
import { literal } from '../machines/machine-query';
import { queryIds, rowsOf, type OrderedQuery } from '../machines/resource-graph';

const groupRows = rowsOf(z.object({ location: z.string() }));

const groupsNamed = (ids: readonly string[]): OrderedQuery => `resources
| where type =~ 'microsoft.compute/proximityplacementgroups'
| extend groupKey = tolower(id)
| where groupKey in (${ids.map(literal).join(', ')})
| project id, location
| order by id asc`;

/** Region of a proximity placement group; undefined where it is gone, or the user may not see it. */
export async function proximityGroupLocation(session: AzureSession, id: string): Promise<string | undefined> {
  if (!parseArmId(id)) return undefined;
  const [found] = await queryIds(session, groupRows, groupsNamed, [id]);
  return found?.location.toLowerCase();
}
