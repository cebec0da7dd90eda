import { oc } from '@orpc/contract';
import * as z from 'zod';
import { resourceGroupName, subscriptionId, vaultId, vaultName, vaultPath } from './ids';
import { commandOutcome } from './items';
import { policiesInTheWay } from './policies-in-the-way';

export const subscription = z.strictObject({ subscriptionId, name: z.string(), state: z.string() });

/** `customerTenantId`: the tenant it belongs to, where that has delegated it to the user's own by Azure Lighthouse; null where it is not. */
export const listedSubscription = subscription.extend({ customerTenantId: z.guid().nullable() });

export const vaultSummary = z.strictObject({
  id: vaultId,
  name: vaultName,
  resourceGroup: resourceGroupName,
  subscriptionId,
  location: z.string(),
  /** Whether its points can be restored in the paired region; what runs there Resource Graph does not tell. */
  crossRegionRestore: z.boolean(),
});

export const vault = z.strictObject({
  ...vaultSummary.shape,
  subscriptionName: z.string(),
  provisioningState: z.string(),
  /** Redundancy of the vault's storage: GeoRedundant, LocallyRedundant, ZoneRedundant … */
  storageReplication: z.string().nullable(),
  storageReplicationLocked: z.boolean().nullable(),
  softDelete: z.string().nullable(),
  /** Days for which deleted backup data can be brought back. */
  softDeleteDays: z.int().nullable(),
  /** Azure's word: Disabled, Unlocked, Locked; null where it was never set. */
  immutability: z.string().nullable(),
});

/** Bytes in the vault by replication; null where Azure does not say. */
const vaultUsage = z.array(z.strictObject({ replication: z.string(), bytes: z.number().nullable() }));

export const vaultSummaryCounts = z.strictObject({
  protectedItems: z.int(),
  /** Items whose first backup has not run yet. */
  initialBackupPending: z.int(),
  jobsInProgress: z.int(),
  /** Jobs of the last 24 hours. */
  jobsFailed: z.int(),
  usage: vaultUsage,
});

/** How much was stored on a UTC day, by the newest figure that was seen on it. */
export const storageDay = z.strictObject({ day: z.iso.date(), seenAt: z.iso.datetime(), usage: vaultUsage });

/** GET /subscriptions: those the user may see. */
export const listSubscriptions = oc.route({ method: 'GET', path: '/subscriptions' }).output(z.array(listedSubscription));

/** GET /vaults: the Recovery Services vaults of every subscription the user may see. */
export const listVaults = oc.route({ method: 'GET', path: '/vaults' }).output(z.array(vaultSummary));

const ofVault = '/vaults/{subscriptionId}/{resourceGroup}/{vaultName}';

export const getVault = oc.route({ method: 'GET', path: ofVault }).input(vaultPath).output(vault);

export const getVaultCounts = oc
  .route({ method: 'GET', path: `${ofVault}/counts` })
  .input(vaultPath)
  .output(vaultSummaryCounts);

/**
 * GET …/storage: how much is stored, day by day, oldest first, today by what Azure tells now. Azure tells no other day: days on which nobody
 * looked are missing, and so is what is older than 400 days.
 */
export const listVaultStorage = oc
  .route({ method: 'GET', path: `${ofVault}/storage` })
  .input(vaultPath)
  .output(z.array(storageDay));

/** How a vault keeps its data: copies in the region, in the paired region, or in several zones of the region. */
const storageReplication = z.enum(['LocallyRedundant', 'GeoRedundant', 'ZoneRedundant']);

/** What can be chosen; `AlwaysON`, which Azure knows beside them, can never be turned off again. */
const softDeleteChoice = z.enum(['Enabled', 'Disabled']);

/** GET /subscriptions/{subscriptionId}/places: where a vault could be made, and of what use it would be there. */
export const vaultPlaces = z.strictObject({
  resourceGroups: z.array(z.strictObject({ name: z.string(), location: z.string() })),
  regions: z.array(
    z.strictObject({
      name: z.string(),
      displayName: z.string(),
      /** Virtual machines of the subscription in this region that no vault protects yet. */
      unprotectedMachines: z.int(),
    }),
  ),
});

export const listVaultPlaces = oc
  .route({ method: 'GET', path: '/subscriptions/{subscriptionId}/places' })
  .input(z.strictObject({ subscriptionId }))
  .output(vaultPlaces);

/** What a new vault is made with, besides its place. */
const newVault = z.strictObject({
  location: z.string().regex(/^[a-z0-9]{3,40}$/),
  newResourceGroup: z.boolean(),
  storageReplication,
  softDelete: softDeleteChoice,
});

/** POST …/places/policies/check: which policies forbid a new vault, whatever it is called, or the resource group that is made for it. */
export const checkVaultPolicies = oc
  .route({ method: 'POST', path: '/subscriptions/{subscriptionId}/places/policies/check' })
  .input(z.strictObject({ ...vaultPath.omit({ vaultName: true }).shape, ...newVault.shape }))
  .output(policiesInTheWay);

/**
 * PUT …/creation/{intentId}: makes a vault, once for an intent id, and its resource group where it is a new one. Azure takes a moment
 * after that. Fails with `vault-name-taken`; where Azure gave no answer the same id tells later.
 */
export const createVault = oc
  .route({ method: 'PUT', path: `${ofVault}/creation/{intentId}`, successStatus: 202 })
  .input(z.strictObject({ ...vaultPath.shape, intentId: z.uuid(), ...newVault.shape }))
  .output(commandOutcome.omit({ jobId: true }));

export const vaultConfiguration = z.strictObject({
  /** Azure's words; others than the ones that can be chosen are possible. Null where Azure does not say. */
  storageReplication: z.string().nullable(),
  softDelete: z.string().nullable(),
  softDeleteDays: z.int().nullable(),
  /** The items for whose sake the replication cannot change any more; `count` of all, the first by name. Null while it can. */
  lockedBy: z.strictObject({ count: z.int(), items: z.array(z.strictObject({ name: z.string(), resourceGroup: z.string() })) }).nullable(),
});

export const getVaultConfiguration = oc
  .route({ method: 'GET', path: `${ofVault}/configuration` })
  .input(vaultPath)
  .output(vaultConfiguration);

/** PUT …/configuration: what is left out stays. Fails with `replication-locked` once the vault protects something. */
export const changeVaultConfiguration = oc
  .route({ method: 'PUT', path: `${ofVault}/configuration` })
  .input(z.strictObject({ ...vaultPath.shape, storageReplication: storageReplication.optional(), softDelete: softDeleteChoice.optional() }))
  .output(vaultConfiguration);

/** The Resource Guard that protects critical operations of a vault. Other people own it; nobody else approves. */
export const vaultGuard = z.strictObject({
  /** ARM id, often in another subscription. */
  id: z.string(),
  name: z.string(),
  /** What its owner says about how to get an approval. */
  description: z.string().nullable(),
  /** The steps that need a right on it. */
  protects: z.array(z.enum(['stop-backup', 'delete-backup-data', 'weaken-policy', 'turn-off-soft-delete'])),
  /** When the user's own role on it ends; null where there is none, or one without end. */
  until: z.iso.datetime().nullable(),
  /** Since when a request of the user's for such a role waits for somebody's consent. */
  waitingSince: z.iso.datetime().nullable(),
  /** Names of those who may give the role; null where the user may not see them. */
  givers: z.array(z.string()).nullable(),
});

/** GET …/guard: null where the vault has no Resource Guard, or the user may not see it. Whether the user may take a step the rights tell. */
export const getVaultGuard = oc
  .route({ method: 'GET', path: `${ofVault}/guard` })
  .input(vaultPath)
  .output(vaultGuard.nullable());

/** DELETE …: fails with `vault-not-empty` while the vault holds items, deleted ones that can be brought back included. */
export const deleteVault = oc
  .route({ method: 'DELETE', path: ofVault })
  .input(vaultPath)
  .output(z.strictObject({ state: z.enum(['started', 'unknown']) }));

export type StorageReplication = z.infer<typeof storageReplication>;
export type SoftDeleteChoice = z.infer<typeof softDeleteChoice>;
export type VaultPlaces = z.infer<typeof vaultPlaces>;
export type VaultGuard = z.infer<typeof vaultGuard>;
export type VaultConfiguration = z.infer<typeof vaultConfiguration>;
export type Subscription = z.infer<typeof subscription>;
export type ListedSubscription = z.infer<typeof listedSubscription>;
export type VaultSummary = z.infer<typeof vaultSummary>;
export type Vault = z.infer<typeof vault>;
export type StorageDay = z.infer<typeof storageDay>;
export type VaultCounts = z.infer<typeof vaultSummaryCounts>;
