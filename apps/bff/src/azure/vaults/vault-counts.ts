import type { VaultCounts, VaultPath } from '@tresor/contracts';
import * as z from 'zod';
import { expectBody } from '../connection/answer';
import type { AzureSession } from '../connection/azure';
import { call } from '../connection/call';
import { clients } from '../connection/clients';
import { listItems } from '../items/items';
import { listJobs } from '../jobs/jobs';

const usageBody = z.object({
  value: z.array(z.object({ unit: z.string().nullish(), currentValue: z.number().nullish(), name: z.object({ value: z.string() }) })),
});

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

async function readUsage(session: AzureSession, { subscriptionId, resourceGroup, vaultName }: VaultPath): Promise<VaultCounts['usage']> {
  const answer = await call(session, 'read', (options) =>
    clients.vaults(session, subscriptionId).usages.listByVaults(resourceGroup, vaultName, options).next(),
  );
  const { value } = expectBody(usageBody, answer.body);
  return value
    .filter(({ unit }) => unit === 'Bytes')
    .map(({ name, currentValue }) => ({ replication: name.value, bytes: currentValue ?? null }));
}
