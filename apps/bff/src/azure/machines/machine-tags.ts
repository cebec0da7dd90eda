import { resourceTags, type ResourceTags } from '@tresor/contracts';
import * as z from 'zod';
import { idKey } from '../connection/arm-id';
import type { AzureSession } from '../connection/azure';
import { literal } from './machine-query';
import { queryIds, rowsOf, type OrderedQuery } from './resource-graph';

const tagRows = rowsOf(z.object({ id: z.string(), tags: resourceTags.nullish() }));

const tagsOf = (ids: readonly string[]): OrderedQuery => `resources
| where type in~ ('microsoft.compute/virtualmachines', 'microsoft.classiccompute/virtualmachines')
| extend vmKey = tolower(id)
| where vmKey in (${ids.map(literal).join(', ')})
| project id, tags
| order by id asc`;

/** The tags of machines by their ids in lower case; those that are gone or not to be seen are missing. */
export async function readTags(session: AzureSession, vmIds: readonly string[]): Promise<Map<string, ResourceTags>> {
  const found = await queryIds(session, tagRows, tagsOf, vmIds);
  return new Map(found.map(({ id, tags }) => [idKey(id), tags ?? {}]));
}
