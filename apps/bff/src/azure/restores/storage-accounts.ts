import { judgeStorageAccount, type Edition } from '@tresor/support-matrix';
import type { StorageAccount, VaultPath } from '@tresor/contracts';
import pLimit from 'p-limit';
import * as z from 'zod';
import { isShutOut } from '../blobs/blobs';
import { parseArmId } from '../connection/arm-id';
import type { AzureSession } from '../connection/azure';
import { Deadline } from '../connection/deadline';
import { accountOf } from '../connection/origins';
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
    publicNetworkAccess: z.string().nullish(),
    networkAcls: z.object({ defaultAction: z.string().nullish() }).nullish(),
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

/** A storage account as its own description tells of it. */
interface DescribedAccount extends Omit<StorageAccount, 'shutOut'> {
  /** Whether it is closed to all networks but some. */
  isClosed: boolean;
  /** By which its blobs are reached. */
  blobAccount: string;
}

/** The storage accounts of the vault's subscription, those that cannot take restored disks with the reason. `region`: where those come back; else in the vault's. */
export async function listStorageAccounts(
  session: AzureSession,
  path: VaultPath,
  edition: Edition,
  region?: string,
): Promise<DescribedAccount[]> {
  const [accounts, location] = await Promise.all([listAccounts(session, path.subscriptionId), region ?? vaultLocation(session, path)]);
  return accounts.map((account) => toAccount(session, account, location, edition)).toSorted((a, b) => a.name.localeCompare(b.name));
}

const AT_ONCE = 8;
/** A list does not wait longer for accounts that do not answer, however many there are. */
const LONGEST_MS = 5_000;

/**
 * The same, and of those that can be chosen whether their firewalls let our server in: only asking tells, for nobody knows by which way it
 * comes. Of those that do not answer in time it is unknown.
 */
export async function withReach(session: AzureSession, accounts: readonly DescribedAccount[]): Promise<StorageAccount[]> {
  const deadline = new Deadline(LONGEST_MS, session.signal);
  const asking = { ...session, signal: deadline.signal };
  const shutOutOf = async (blobAccount: string) => {
    if (deadline.passed) return null;
    try {
      return await isShutOut(asking, blobAccount);
    } catch (error) {
      if (deadline.passed) return null;
      throw error;
    }
  };
  try {
    return await pLimit(AT_ONCE).map(accounts, async ({ isClosed, blobAccount, ...account }) => ({
      ...account,
      shutOut: isClosed && account.reason === null && (await shutOutOf(blobAccount)),
    }));
  } finally {
    deadline.done();
  }
}

function toAccount({ cloud }: AzureSession, account: z.infer<typeof accountBody>, region: string, edition: Edition): DescribedAccount {
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
    isClosed: properties.publicNetworkAccess === 'Disabled' || properties.networkAcls?.defaultAction === 'Deny',
    blobAccount: accountOf(cloud, properties.primaryEndpoints?.blob ?? '') ?? name,
  };
}
