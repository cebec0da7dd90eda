import { oc } from '@orpc/contract';
import * as z from 'zod';
import { estateScope, orderId, policyName, resourceGroupName, vaultPath } from './ids';
import { azureFinding } from './jobs';

export const item = z.strictObject({
  /** ARM id of the protected item. */
  id: z.string(),
  vmId: z.string(),
  name: z.string(),
  resourceGroup: z.string(),
  /** Azure's word: IRPending, Protected, ProtectionError, ProtectionStopped, BackupsSuspended … */
  protectionState: z.string(),
  lastBackupStatus: z.string().nullable(),
  lastBackupTime: z.iso.datetime().nullable(),
  latestRecoveryPoint: z.iso.datetime().nullable(),
  policyName: z.string().nullable(),
  /** When its data was deleted, where it is soft-deleted and can still be brought back. */
  deletedAt: z.iso.datetime().nullable(),
});

/** Whether the machine itself still stands; `unseen` where the user may not look. */
export const machineStanding = z.enum(['there', 'gone', 'unseen']);

export const itemDetails = z.strictObject({
  ...item.shape,
  subscriptionName: z.string(),
  /** Azure's word on its own look at the machine: Passed, ActionSuggested, ActionRequired; null: not known. */
  healthStatus: z.string().nullable(),
  /** What it found, unless it passed. */
  findings: z.array(azureFinding),
  /** What Microsoft Defender for Cloud makes of its points; null where the vault does not scan, or nothing is known yet. */
  threat: z.enum(['none', 'suspicious']).nullable(),
  oldestRecoveryPoint: z.iso.datetime().nullable(),
  recoveryPointCount: z.int().nullable(),
  machine: machineStanding,
  /** The region paired with the vault's, where the vault's own did not answer and this was read there; null: it was read from the vault. */
  pairedRegion: z.string().nullable(),
});

/** The name of an Azure VM; part of the path of its protected item. */
export const vmName = z
  .string()
  .regex(/^[A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,62}[A-Za-z0-9_-])?$/)
  .brand<'VmName'>();

/** A protected VM, as it stands in URLs of the API: its own resource group and name. */
export const itemPath = z.strictObject({ ...vaultPath.shape, vmGroup: resourceGroupName, vmName });

const ofVault = '/vaults/{subscriptionId}/{resourceGroup}/{vaultName}/items';
export const ofItem = `${ofVault}/{vmGroup}/{vmName}` as const;

/**
 * What became of a command that must happen once. `checking`: Azure gave no answer, and until `checkedUntil` its list of jobs may still
 * leave out what has begun; ask again then. `not-started`: nothing was begun, and the same id may be sent again. `finished`: Azure calls it
 * done and names no job, or it was as asked for already. `unknown`: nothing tells what became of it.
 */
export const commandOutcome = z.strictObject({
  state: z.enum(['started', 'checking', 'not-started', 'finished', 'unknown']),
  /** The job it became, once Azure names it. */
  jobId: z.string().nullable(),
  /** By Azure's clock. */
  checkedUntil: z.iso.datetime().nullable(),
});

/** GET …/items: the protected Azure VMs of the vault. */
export const listItems = oc.route({ method: 'GET', path: ofVault }).input(vaultPath).output(z.array(item));

/** Tags of a resource: names are the same in any case, values are not. */
export const resourceTags = z.record(z.string(), z.string());

/** A protected VM with the vault that protects it, and whether it still stands. */
export const itemInVault = z.strictObject({
  ...item.shape,
  vault: vaultPath,
  machine: machineStanding,
  /** Of the machine itself, not of the item; null where Azure tells none: it is gone, or may not be seen. */
  tags: resourceTags.nullable(),
});

/**
 * GET /items: the protected Azure VMs of every vault the user may see, for anyone who knows the machine and not its vault; or of one vault, for
 * anyone who asks which of its machines still stand.
 */
export const listAllItems = oc
  .route({ method: 'GET', path: '/items' })
  .input(z.union([estateScope, vaultPath]))
  .output(z.array(itemInVault));

export const getItem = oc.route({ method: 'GET', path: ofItem }).input(itemPath).output(itemDetails);

/**
 * PUT …/backups/{intentId}: "Backup now", once for an intent id, made by the browser. Until when the point is kept: a day, or as the
 * policy says.
 */
export const backUpNow = oc
  .route({ method: 'PUT', path: `${ofItem}/backups/{intentId}`, successStatus: 202 })
  .input(z.strictObject({ ...itemPath.shape, intentId: z.uuid(), retainUntil: z.iso.date().nullable() }))
  .output(commandOutcome);

/**
 * POST …/stop: ends protection and keeps the recovery points for good or, in an immutable vault, for as long as the policy says, or deletes
 * them (soft: they can be brought back for 14 days).
 */
export const stopProtection = oc
  .route({ method: 'POST', path: `${ofItem}/stop`, successStatus: 202 })
  .input(z.strictObject({ ...itemPath.shape, orderId, data: z.enum(['retain', 'retain-by-policy', 'delete']) }))
  .output(commandOutcome);

/** POST …/resume: protects a stopped item again with a policy. Where it was resumed with another one meanwhile: `item-resumed`. */
export const resumeProtection = oc
  .route({ method: 'POST', path: `${ofItem}/resume`, successStatus: 202 })
  .input(z.strictObject({ ...itemPath.shape, orderId, policyName }))
  .output(commandOutcome);

/** POST …/undelete: brings soft-deleted backup data back; protection stays stopped until it is resumed. */
export const undeleteItem = oc
  .route({ method: 'POST', path: `${ofItem}/undelete`, successStatus: 202 })
  .input(z.strictObject({ ...itemPath.shape, orderId }))
  .output(commandOutcome);

export type Item = z.infer<typeof item>;
export type ResourceTags = z.infer<typeof resourceTags>;
export type ItemInVault = z.infer<typeof itemInVault>;
export type ItemDetails = z.infer<typeof itemDetails>;
export type ItemPath = z.infer<typeof itemPath>;
export type VmName = z.infer<typeof vmName>;
export type CommandOutcome = z.infer<typeof commandOutcome>;
