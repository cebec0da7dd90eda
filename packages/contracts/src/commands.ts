import { oc } from '@orpc/contract';
import * as z from 'zod';
import { fact } from './facts';
import { days, jobId, vaultPath } from './ids';
import { FEWEST_OF_A_REASON, LONGEST_REASON } from './limits';

/** Everything a person can ask for that changes something in Azure, each by the name of its endpoint, and the reading of the record of that, alone or as evidence. */
export const commandName = z.enum([
  'vaults.create',
  'vaults.configure',
  'vaults.delete',
  'policies.create',
  'policies.update',
  'policies.delete',
  'keyVaults.grant',
  'keyVaults.undo',
  'protection.enable',
  'protection.retry',
  'items.backUpNow',
  'items.stop',
  'items.resume',
  'items.undelete',
  'restores.start',
  'restores.restoreMissing',
  'restores.restoreKeys',
  'restores.createMachine',
  'restores.renewEncryption',
  'restores.confirmPlainDisks',
  'restores.protectRestored',
  'restores.deleteFailedMachine',
  'restores.removeLeftovers',
  'restores.takeOver',
  'restores.removeSurplus',
  'restores.discard',
  'restores.putPlan',
  'restores.stopPlan',
  'jobs.cancel',
  'audit.list',
  'audit.export',
  'recoveryPlans.put',
  'recoveryPlans.remove',
  'recoveryPlans.approve',
  'recoveryPlans.start',
  'recoveryPlans.pause',
  'recoveryPlans.cancel',
  'recoveryPlans.retry',
  'recoveryPlans.takeOut',
  'evidence.ofRestore',
  'evidence.ofPlan',
  'recoveryPlans.rehearse',
  'recoveryPlans.isolate',
  'recoveryPlans.clear',
  'resourceProviders.register',
]);

/**
 * Headers of the request that gives a command, each encoded as a part of a URL is: why, and within which restore, as subscription, resource
 * group, vault and job with slashes between.
 */
export const REASON_HEADER = 'x-tresor-reason';
export const JOURNEY_HEADER = 'x-tresor-journey';

/** A reason or a ticket number, in one line. */
export const commandReason = z
  .string()
  .trim()
  .min(1)
  .max(LONGEST_REASON)
  .regex(/^\P{Cc}*$/u);

/**
 * What became of a command, as its answer told. `accepted`: Azure is at it; `refused`: nothing was changed; `broken-off`: some of it was
 * done; `in-doubt`: Azure gave no answer.
 */
export const commandResult = z.enum(['accepted', 'done', 'refused', 'broken-off', 'in-doubt']);

/** How what Azure had accepted came to an end. */
export const commandEnd = z.enum(['succeeded', 'failed', 'cancelled']);

export type CommandName = z.infer<typeof commandName>;
export type CommandResult = z.infer<typeof commandResult>;
export type CommandEnd = z.infer<typeof commandEnd>;

/** What is told of a command to anyone who may read of it. */
export const toldCommand = z.strictObject({
  commandId: z.string(),
  command: commandName,
  /** By Azure's clock, as all moments here. */
  at: z.iso.datetime(),
  /** ARM id of what it is about. */
  target: z.string(),
  /** What was chosen, and what came of it, by our names. */
  about: z.record(z.string(), z.string()),
  reason: z.string().nullable(),
  /** Under it Azure's activity log has what came of it. */
  correlationId: z.string(),
  /** Null: no answer is on record, because the server ended before there was one. */
  result: commandResult.nullable(),
  /** Why it was refused or broke off. */
  code: z.string().nullable(),
  jobId: z.string().nullable(),
});

/** A command as it was recorded here, for everybody who reads its vault. */
export const recordedCommand = z.strictObject({
  ...toldCommand.shape,
  by: z.strictObject({ name: z.string(), username: z.string() }),
  /** How what Azure had accepted ended; null while that is not known. */
  end: fact(z.strictObject({ end: commandEnd, at: z.iso.datetime() }).nullable()),
});

/** A request to Azure that changes something, with its answer. */
const recordedRequest = z.strictObject({
  at: z.iso.datetime(),
  method: z.string(),
  /** ARM id, or the address of an object of a key vault or a storage account. */
  resource: z.string(),
  status: z.int(),
  requestId: z.string().nullable(),
});

export const restoreRecord = z.strictObject({
  /** The oldest first. */
  commands: z.array(z.strictObject({ ...recordedCommand.shape, requests: z.array(recordedRequest) })),
  /** For so many days a command is kept here. */
  keptDays: z.int(),
  /** Azure's activity log begins here. */
  logSince: z.iso.datetime(),
});

const ofVault = '/vaults/{subscriptionId}/{resourceGroup}/{vaultName}';

/** GET …/restores/{jobId}/record: every command of a restore, no matter who gave it; also where Azure has forgotten its job. */
export const getRestoreRecord = oc
  .route({ method: 'GET', path: `${ofVault}/restores/{jobId}/record` })
  .input(z.strictObject({ ...vaultPath.shape, jobId }))
  .output(restoreRecord);

/** GET …/commands: what was asked of a vault through this product in the last so many days (seven unless told), newest first. */
export const listCommands = oc
  .route({ method: 'GET', path: `${ofVault}/commands` })
  .input(z.strictObject({ ...vaultPath.shape, days: days(400).optional() }))
  .output(z.array(recordedCommand));

/** A command whose reason says what is looked for. */
export const foundCommand = z.strictObject({
  vault: vaultPath,
  /** The job of the restore it belongs to. */
  journey: jobId.nullable(),
  command: commandName,
  /** ARM id of what it is about. */
  target: z.string(),
  reason: z.string(),
  at: z.iso.datetime(),
});

/** GET /commands: what was asked for in the last 30 days for a reason that has this in it, in the vaults the user may see, newest first. */
export const findCommands = oc
  .route({ method: 'GET', path: '/commands' })
  .input(z.strictObject({ reason: z.string().trim().min(FEWEST_OF_A_REASON).max(LONGEST_REASON) }))
  .output(z.array(foundCommand));

export type FoundCommand = z.infer<typeof foundCommand>;
export type RecordedCommand = z.infer<typeof recordedCommand>;
export type RecordedRequest = z.infer<typeof recordedRequest>;
export type RestoreRecord = z.infer<typeof restoreRecord>;
