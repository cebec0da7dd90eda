import type { KeyVaultFacts } from '@tresor/support-matrix';
import * as z from 'zod';
import type { AzureSession } from './connection/azure';
import { literal } from './machines/machine-query';
import { queryAll, rowsOf } from './machines/resource-graph';

const places = rowsOf(z.object({ id: z.string(), location: z.string() }));

const query = (ids: string[]) => `resources
| where type =~ 'microsoft.keyvault/vaults'
| where tolower(id) in (${ids.map(literal).join(', ')})
| project id, location`;

/** Where key vaults are; those the user may not see are missing. */
export async function readKeyVaultPlaces(session: AzureSession, ids: string[]): Promise<KeyVaultFacts[]> {
  if (ids.length === 0) return [];
  return queryAll(session, places, query(ids));
}
