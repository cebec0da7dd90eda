import { judgeStorageAccount, type Edition } from '@tresor/support-matrix';
import type { StorageAccount, VaultPath } from '@tresor/contracts';
import * as z from 'zod';
import { parseArmId } from '../connection/arm-id';
import type { AzureSession } from '../connection/azure';
import { pageOf, readPagesAt } from '../connection/pages';
import { vaultLocation } from '../vaults/vaults';

const accountBody = z.object({
  id: z.string(),
  name: z.string(),
  location: z.string(),
  kind: z.string().default('Storage'),
  sku: z.object({ name: z.string() }),
  properties: z.object({
    statusOfPrimary: z.string().nullish(),
    allowSharedKeyAccess: z.boolean().nullish(),
    primaryEndpoints: z.object({ blob: z.string().nullish() }).nullish(),
  }),
});

const accountPage = pageOf(accountBody);

/** Every storage account of a subscription. */
export const listAccounts = (session: AzureSession, subscriptionId: string) =>
  readPagesAt(
    session,
    accountPage,
    `${session.cloud.resourceManager}/subscriptions/${subscriptionId}/providers/Microsoft.Storage/storageAccounts?api-version=2023-01-01`,
  );

/** The storage accounts of the vault's subscription, those that cannot take restored disks with the reason. `region`: where those come back; else in the vault's. */
export async function listStorageAccounts(
  session: AzureSession,
  path: VaultPath,
  edition: Edition,
  region?: string,
): Promise<StorageAccount[]> {
  const [accounts, location] = await Promise.all([listAccounts(session, path.subscriptionId), region ?? vaultLocation(session, path)]);
  return accounts.map((account) => toAccount(account, location, edition)).toSorted((a, b) => a.name.localeCompare(b.name));
}

function toAccount(account: z.infer<typeof accountBody>, region: string, edition: Edition): StorageAccount {
  const { id, name, location, kind, sku, properties } = account;
  const facts = {
    location,
    kind,
    sku: sku.name,
    online: properties.statusOfPrimary !== 'unavailable',
    allowsKeys: properties.allowSharedKeyAccess ?? true,
  };
  return {
    id,
    name,
    resourceGroup: parseArmId(id)?.resourceGroup ?? '',
    location,
    kind,
    replication: sku.name,
    reason: judgeStorageAccount(facts, region, edition),
  };
}
