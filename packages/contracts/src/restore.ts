import { oc } from '@orpc/contract';
import * as z from 'zod';
import { fact } from './facts';
import { days, edition, estateScope, policyName, vaultPath } from './ids';
import { keyChain } from './recovery-points';
import { disksComeAgain } from './restore-disks';
import { ofRestore, ofRestores, restorePath } from './restore-path';
import { nextCommand, openDisks, plainDisks, stepView, triedStep } from './restore-steps';

/** What protects the new VM, as the vault tells everybody who reads it. */
const restoredProtection = z.strictObject({
  /** Id of the rule of the edition that keeps the VM from being protected; null where none is known to. */
  ruleId: z.string().nullable(),
  /** ARM id of another vault that has the VM among its items, which a policy (Azure Policy) may have done; null where none is known to. */
  elsewhere: z.string().nullable(),
  /** The newest recovery point since the VM was made; null where there is none: nothing has proved yet that its backup works. */
  newestPoint: z.iso.datetime().nullable(),
  /** The backup job since then that runs, or the newest one that failed. */
  jobId: z.string().nullable(),
});

/** A disk that Azure shows without the tag by which Azure Backup tells which job has restored it. */
const untaggedDisk = z.strictObject({
  name: z.string(),
  /** What the tag is to say: the job that has restored it. */
  jobId: z.string(),
  /** Whether that job has written down its name; else it is only named as one of its disks would be, and counts as none. */
  named: z.boolean(),
});

/** A deleted file that its storage account still keeps. `until` null: a former version or a snapshot, which stays until somebody deletes it. */
const keptFile = z.strictObject({ name: z.string(), until: z.iso.datetime().nullable() });

/** A restore from recovery point to running VM, read from Azure each time it is asked for. */
export const restore = z.strictObject({
  /** The restore job; the journey goes by its id. */
  jobId: z.string(),
  vmId: z.string(),
  vmName: z.string(),
  vmGroup: z.string(),
  startTime: z.iso.datetime().nullable(),
  recoveryPointId: z.string().nullable(),
  recoveryPointTime: z.iso.datetime().nullable(),
  osType: z.enum(['Windows', 'Linux', 'unknown']),
  /** Null: its recovery point is gone, and nothing else tells. */
  encrypted: z.boolean().nullable(),
  /** Whether the old VM had managed disks; the restored ones are managed where there is a target group. */
  managedDisks: z.boolean(),
  pass: z.enum(['single', 'dual']).nullable(),
  /** Client id of the Entra application that disk encryption signs in as, where an extension of the new or the old VM names it. */
  clientId: fact(z.string().nullable()),
  storageAccountName: z.string().nullable(),
  targetGroup: z.string().nullable(),
  /** The resource group in which it is kept apart with its keys, by a rehearsal or a restore plan; null: it is not. */
  isolatedGroup: z.string().nullable(),
  /** The paired region, where it runs there; null: in the region of the vault. */
  pairedRegion: z.string().nullable(),
  /** Of the latest job that restores its disks. */
  progressPercentage: z.number().nullable(),
  /** The jobs that restored again what was gone, the first first, with their status in Azure's words. */
  completions: z.array(z.strictObject({ jobId: z.string(), status: z.string() })),
  /** The restore that this one only completes. */
  completes: z.string().nullable(),
  comesAgain: disksComeAgain.nullable(),
  /** Names of the restored disks or URLs of the VHDs, without any signature. */
  disks: fact(z.array(z.string())),
  /** As far as the user may see disks. */
  untaggedDisks: z.array(untaggedDisk),
  keyChain: keyChain.nullable(),
  /** Whether all keys that open the disks are there. */
  keysThere: fact(z.boolean()),
  /** Whether key or secret have another URL than the restored disks know. */
  keysMoved: fact(z.boolean()),
  /** ARM id of the machine made of the disks; null where there is none. */
  machineId: fact(z.string().nullable()),
  /** Policy that protected the old VM, for the new one; null where it had none any more. */
  policyName: z.string().nullable(),
  protection: fact(restoredProtection),
  /** Blobs in the storage account that still hold key data. */
  leftovers: fact(z.array(z.string())),
  /** Those that were deleted and can be brought back. Null: Azure does not tell whether there are any. Hidden with those that are there. */
  keptLeftovers: fact(z.array(keptFile).nullable()),
  openDisks,
  /** The first first. */
  plainDisks: z.array(plainDisks),
  steps: z.array(stepView),
  tried: z.array(triedStep),
  next: nextCommand,
  /** Whether a run goes on with it alone now: then what comes next is not for a person. */
  alone: z.boolean(),
});

const listedRestore = z.strictObject({
  jobId: z.string(),
  vmName: z.string(),
  status: z.string(),
  startTime: z.iso.datetime().nullable(),
  /** The reasons and ticket numbers that were given within it. */
  reasons: z.array(z.string()),
});

/** GET …/restores: the restores of the last 30 days, newest first, for anyone who takes one over. */
export const listRestores = oc.route({ method: 'GET', path: ofRestores }).input(vaultPath).output(z.array(listedRestore));

export const restoreInVault = z.strictObject({ ...listedRestore.shape, vault: vaultPath });

/** `total`: how many there are; `restores` are the newest of them, at most 5,000. */
export const estateRestores = z.strictObject({ total: z.int(), restores: z.array(restoreInVault) });

/**
 * GET /restores: those of every vault whose jobs the user may read, of the last so many days (14 unless told), newest first. Resource Graph
 * keeps jobs for 14 days; a vault still lists older ones.
 */
export const listAllRestores = oc
  .route({ method: 'GET', path: '/restores' })
  .input(z.strictObject({ ...estateScope.shape, days: days(14).optional() }))
  .output(estateRestores);

/** GET …/restores/{jobId}: where the restore stands. `edition`: whose rules the new VM is held against; without one, against none. */
export const getRestore = oc
  .route({ method: 'GET', path: ofRestore })
  .input(z.strictObject({ ...restorePath.shape, edition: edition.optional() }))
  .output(restore);

/** Names of key vaults, made for the restore, in which the keys of the proven machine are and which Azure refuses to protect from purging. */
const unprotected = z.array(z.string());

export const protectedRestored = z.strictObject({ state: z.enum(['started', 'not-needed']), unprotected });

/**
 * PUT …/restores/{jobId}/protection: protects the new VM in the same vault, or resumes its stopped item, where the rules of the edition
 * allow it; asking again changes nothing.
 */
export const protectRestored = oc
  .route({ method: 'PUT', path: `${ofRestore}/protection`, successStatus: 202 })
  .input(z.strictObject({ ...restorePath.shape, edition, policyName }))
  .output(protectedRestored);

export const removedLeftovers = z.strictObject({ left: z.array(z.string()), kept: fact(z.array(keptFile).nullable()), unprotected });

/**
 * DELETE …/restores/{jobId}/leftovers: deletes the blobs with key data and answers what is left of them: nothing, when all went well; and
 * what the storage account still keeps of those that are deleted, as `keptLeftovers` tells it.
 * Until the new machine runs, encrypted, they may be needed still: it fails with `machine-not-verified` then.
 */
export const removeLeftovers = oc
  .route({ method: 'DELETE', path: `${ofRestore}/leftovers` })
  .input(restorePath)
  .output(removedLeftovers);

export type KeptFile = z.infer<typeof keptFile>;
export type ProtectedRestored = z.infer<typeof protectedRestored>;
export type RemovedLeftovers = z.infer<typeof removedLeftovers>;
export type Restore = z.infer<typeof restore>;
export type EstateRestores = z.infer<typeof estateRestores>;
export type RestoreInVault = z.infer<typeof restoreInVault>;
