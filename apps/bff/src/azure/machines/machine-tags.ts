import { resourceTags, type ResourceTags } from '@tresor/contracts';
import * as z from 'zod';
import { idKey, parseArmId } from '../connection/arm-id';
import type { AzureSession } from '../connection/azure';
import { literal } from './machine-query';
import { queryAll, rowsOf, type OrderedQuery } from './resource-graph';

const tagRows = rowsOf(z.object({ id: z.string(), tags: resourceTags.nullish() }));
/** Keeps a query well below the length Resource Graph accepts. */
const IDS_PER_QUERY = 200;

const tagsOf = (ids: readonly string[]): OrderedQuery => `resources
| where type in~ ('microsoft.compute/virtualmachines', 'microsoft.classiccompute/virtualmachines')
| extend vmKey = tolower(id)
| where vmKey in (${ids.map(literal).join(', ')})
| project id, tags
| order by id asc`;

/** The tags of machines by their ids in lower case; those that are gone or not to be seen are missing. */
export async function readTags(session: AzureSession, vmIds: readonly string[]): Promise<Map<string, ResourceTags>> {
  const subscriptions = [...new Set(vmIds.flatMap((id) => parseArmId(id)?.subscriptionId.toLowerCase() ?? []))];
  const chunks = Array.from({ length: Math.ceil(vmIds.length / IDS_PER_QUERY) }, (_, at) =>
    vmIds.slice(at * IDS_PER_QUERY, (at + 1) * IDS_PER_QUERY),
  );
  const found = await Promise.all(chunks.map((ids) => queryAll(session, tagRows, tagsOf(ids), { subscriptions })));
  return new Map(found.flat().map(({ id, tags }) => [idKey(id), tags ?? {}]));
}
