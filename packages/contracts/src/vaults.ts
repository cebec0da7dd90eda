import { oc } from '@orpc/contract';
import * as z from 'zod';
import { resourceGroupName, subscriptionId, vaultId, vaultName, vaultPath } from './ids';

export const subscription = z.strictObject({ subscriptionId, name: z.string(), state: z.string() });

export const vaultSummary = z.strictObject({
  id: vaultId,
  name: vaultName,
  resourceGroup: resourceGroupName,
  subscriptionId,
  location: z.string(),
});

export const vault = z.strictObject({
  ...vaultSummary.shape,
  subscriptionName: z.string(),
  provisioningState: z.string(),
  /** Redundancy of the vault's storage: GeoRedundant, LocallyRedundant, ZoneRedundant … */
  storageReplication: z.string().nullable(),
  storageReplicationLocked: z.boolean().nullable(),
  softDelete: z.string().nullable(),
});

export const vaultSummaryCounts = z.strictObject({
  protectedItems: z.int(),
  /** Items whose first backup has not run yet. */
  initialBackupPending: z.int(),
  jobsInProgress: z.int(),
  /** Jobs of the last 24 hours. */
  jobsFailed: z.int(),
  /** Bytes in the vault by replication; null where Azure does not say. */
  usage: z.array(z.strictObject({ replication: z.string(), bytes: z.number().nullable() })),
});

/** GET /subscriptions: those the user may see. */
export const listSubscriptions = oc.route({ method: 'GET', path: '/subscriptions' }).output(z.array(subscription));

/** GET /vaults: the Recovery Services vaults of every subscription the user may see. */
export const listVaults = oc.route({ method: 'GET', path: '/vaults' }).output(z.array(vaultSummary));

const ofVault = '/vaults/{subscriptionId}/{resourceGroup}/{vaultName}';

export const getVault = oc.route({ method: 'GET', path: ofVault }).input(vaultPath).output(vault);

export const getVaultCounts = oc
  .route({ method: 'GET', path: `${ofVault}/counts` })
  .input(vaultPath)
  .output(vaultSummaryCounts);

export type Subscription = z.infer<typeof subscription>;
export type VaultSummary = z.infer<typeof vaultSummary>;
export type Vault = z.infer<typeof vault>;
export type VaultCounts = z.infer<typeof vaultSummaryCounts>;
