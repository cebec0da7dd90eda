import type { CountedVault, SubscriptionId } from '@tresor/contracts';
import * as z from 'zod';
import { idKey } from '../connection/arm-id';
import type { AzureSession } from '../connection/azure';
import { queryAll, rowsOf } from '../machines/resource-graph';
import { listVaults } from './vaults';

const counts = rowsOf(z.object({ vaultKey: z.string(), items: z.int() }));

const ITEMS_A_VAULT = `recoveryservicesresources
| where type =~ 'microsoft.recoveryservices/vaults/backupfabrics/protectioncontainers/protecteditems'
| extend vaultKey = tolower(tostring(split(tolower(id), '/backupfabrics/')[0]))
| summarize items = count() by vaultKey`;

/** The vaults of a subscription with the number of their items: two queries, however many vaults there are. */
export async function listCountedVaults(session: AzureSession, subscriptionId: SubscriptionId): Promise<CountedVault[]> {
  const [vaults, rows] = await Promise.all([
    listVaults(session),
    queryAll(session, counts, ITEMS_A_VAULT, { subscriptions: [subscriptionId] }),
  ]);
  const itemsOf = new Map(rows.map(({ vaultKey, items }) => [vaultKey, items]));
  return vaults
    .filter((vault) => idKey(vault.subscriptionId) === idKey(subscriptionId))
    .map((vault) => ({ ...vault, protectedItems: itemsOf.get(idKey(vault.id)) ?? 0 }));
}
