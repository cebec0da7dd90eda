import { listedKeyVault, type ListedKeyVault } from '@tresor/contracts';
import type { KeyVaultFacts } from '@tresor/support-matrix';
import * as z from 'zod';
import type { AzureSession } from '../connection/azure';
import { literal } from '../machines/machine-query';
import { queryAll, rowsOf, type GraphScope, type OrderedQuery } from '../machines/resource-graph';

const QUERY: OrderedQuery = `resources
| where type =~ 'microsoft.keyvault/vaults'
| project id, name, location, rbac = tobool(properties.enableRbacAuthorization),
    forDisks = tobool(properties.enabledForDiskEncryption), purge = tobool(properties.enablePurgeProtection)
| order by tolower(name) asc, id asc`;

const row = z.object({
  id: z.string(),
  name: z.string(),
  location: z.string(),
  rbac: z.boolean().nullish(),
  forDisks: z.boolean().nullish(),
  purge: z.boolean().nullish(),
});
const rows = rowsOf(row);

/** The key vaults of every subscription the user may see: one query, however many subscriptions there are. */
export async function listAllKeyVaults(session: AzureSession, scope: GraphScope): Promise<ListedKeyVault[]> {
  const found = await queryAll(session, rows, QUERY, scope);
  return found.flatMap(({ id, name, location, rbac, forDisks, purge }) => {
    const listed = listedKeyVault.safeParse({
      id,
      name,
      location,
      model: rbac === true ? 'rbac' : 'access-policy',
      enabledForDiskEncryption: forDisks === true,
      purgeProtection: purge === true,
    });
    return listed.success ? [listed.data] : [];
  });
}

const places = rowsOf(z.object({ id: z.string(), location: z.string() }));

const query = (ids: string[]): OrderedQuery => `resources
| where type =~ 'microsoft.keyvault/vaults'
| where tolower(id) in (${ids.map(literal).join(', ')})
| project id, location
| order by id asc`;

/** Where key vaults are; those the user may not see are missing. */
export async function readKeyVaultPlaces(session: AzureSession, ids: string[]): Promise<KeyVaultFacts[]> {
  if (ids.length === 0) return [];
  return queryAll(session, places, query(ids));
}
