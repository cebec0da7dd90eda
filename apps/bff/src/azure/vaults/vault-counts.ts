import type { CountedVault, SubscriptionId, VaultCounts, VaultPath } from '@tresor/contracts';
import * as z from 'zod';
import { expectBody } from '../connection/answer';
import { idKey } from '../connection/arm-id';
import type { AzureSession } from '../connection/azure';
import { call } from '../connection/call';
import { clients } from '../connection/clients';
import { listItems } from '../items/items';
import { listJobs } from '../jobs/jobs';
import { queryAll, rowsOf, type OrderedQuery } from '../machines/resource-graph';
import { listVaults } from './vaults';

const usageBody = z.object({
  // What counts health has the number 0 for its unit.
  value: z.array(z.object({ currentValue: z.number().nullish(), name: z.object({ value: z.string().nullish() }).nullish() })),
});

/** What is stored in the vault, by replication; bytes are told of other things, too, such as the disks of backup servers. */
const STORED = [
  ['LRSStorageUsage', 'LocallyRedundant'],
  ['GRSStorageUsage', 'GeoRedundant'],
  ['ZRSStorageUsage', 'ZoneRedundant'],
  ['RAGZRSStorageUsage', 'GeoZoneRedundant'],
] as const;

/** These are told of also while nothing is stored. */
const ALWAYS = new Set(['LocallyRedundant', 'GeoRedundant']);

/** The numbers of the vault's dashboard, in three calls beside the pages of its items. */
export async function countVault(session: AzureSession, path: VaultPath): Promise<VaultCounts> {
  const [items, jobs, usage] = await Promise.all([listItems(session, path), listJobs(session, path), readUsage(session, path)]);
  return {
    protectedItems: items.length,
    initialBackupPending: items.filter((item) => item.protectionState === 'IRPending').length,
    jobsInProgress: jobs.filter((job) => job.status === 'InProgress').length,
    jobsFailed: jobs.filter((job) => job.status === 'Failed').length,
    usage,
  };
}

/** What is stored in a vault. */
export async function readUsage(
  session: AzureSession,
  { subscriptionId, resourceGroup, vaultName }: VaultPath,
): Promise<VaultCounts['usage']> {
  const answer = await call(session, 'read', (options) =>
    clients.vaults(session, subscriptionId).usages.listByVaults(resourceGroup, vaultName, options).next(),
  );
  const { value } = expectBody(usageBody, answer.body);
  const bytesByName = new Map(value.map(({ name, currentValue }) => [name?.value, currentValue ?? null]));
  return STORED.flatMap(([name, replication]) => {
    const bytes = bytesByName.get(name);
    return bytes === undefined || (!bytes && !ALWAYS.has(replication)) ? [] : [{ replication, bytes }];
  });
}

const counts = rowsOf(z.object({ vaultKey: z.string(), items: z.int() }));

const ITEMS_A_VAULT: OrderedQuery = `recoveryservicesresources
| where type =~ 'microsoft.recoveryservices/vaults/backupfabrics/protectioncontainers/protecteditems'
| extend vaultKey = tolower(tostring(split(tolower(id), '/backupfabrics/')[0]))
| summarize items = count() by vaultKey
| order by vaultKey asc`;

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
