import { oc } from '@orpc/contract';
import * as z from 'zod';
import { fact, readNeed } from './facts';
import { edition, jobId, keyVaultId, policyName, resourceGroupName, vaultPath, vmId } from './ids';
import { commandOutcome, itemPath, ofItem, vmName } from './items';
import { keyChain } from './recovery-points';

/** Why a storage account cannot take the restored disks. */
export const storageAccountReason = z.enum([
  'other-region',
  'zone-redundant',
  'kind-not-supported',
  'premium-not-supported',
  'offline',
  'key-access-off',
]);

export const storageAccount = z.strictObject({
  id: z.string(),
  name: z.string(),
  resourceGroup: z.string(),
  location: z.string(),
  kind: z.string(),
  /** Azure's word, for instance Standard_GRS. */
  replication: z.string(),
  /** Null: it can be chosen. */
  reason: storageAccountReason.nullable(),
});

const ofVault = '/vaults/{subscriptionId}/{resourceGroup}/{vaultName}/restores';

/** GET …/restores/storage-accounts: every storage account of the subscription, those that cannot be used with the reason. */
export const listStorageAccounts = oc
  .route({ method: 'GET', path: `${ofVault}/storage-accounts` })
  .input(z.strictObject({ ...vaultPath.shape, edition }))
  .output(z.array(storageAccount));

/** GET …/restores/resource-groups: where managed disks may be put, in the vault's subscription. */
export const listResourceGroups = oc
  .route({ method: 'GET', path: `${ofVault}/resource-groups` })
  .input(vaultPath)
  .output(z.array(z.strictObject({ name: z.string(), location: z.string() })));

/**
 * PUT …/restores/{intentId}: validates, then restores the disks of a recovery point, once for an intent id. Managed disks go to the
 * target group; without one, disks are left as VHDs in the storage account.
 */
export const restoreDisks = oc
  .route({ method: 'PUT', path: `${ofItem}/restores/{intentId}`, successStatus: 202 })
  .input(
    z.strictObject({
      ...itemPath.shape,
      intentId: z.uuid(),
      edition,
      recoveryPointId: z.string().regex(/^\d{1,32}$/),
      storageAccountId: z.string().min(1).max(500),
      targetGroup: resourceGroupName.nullable(),
    }),
  )
  .output(commandOutcome);

/** The steps of the journey, in their only order. */
export const restoreStep = z.enum(['disks', 'keys', 'machine', 'encryption', 'protection', 'after-care']);

export const stepReason = z.enum([
  'disks-running',
  'disks-failed',
  'disks-cancelled',
  'disks-gone',
  'disks-incomplete',
  'keys-needed',
  /** They are there, but disabled, expired, or where no machine reaches them. */
  'keys-unusable',
  /** They are gone from where they were; whether they were put back elsewhere cannot be seen. */
  'keys-out-of-sight',
  'keys-unknown',
  'needs-earlier-step',
  'machine-running',
  'machine-failed',
  'machine-deleting',
  'encryption-running',
  'encryption-failed',
  'encryption-no-effect',
  'machine-stopped',
  'agent-silent',
  'not-protected',
  'protection-running',
  'protection-stopped',
  'protection-refused',
  'first-backup-missing',
  'first-backup-running',
  'first-backup-failed',
  /** There are points, and the newest backup made none. */
  'latest-backup-failed',
  'backup-data-deleted',
  'not-needed',
  'leftovers-there',
  'leftovers-needed',
]);

/** What a step offers to be done: each is one endpoint, and one button. */
export const restoreCommand = z.enum([
  'restore-disks',
  /** What is gone of the disks, from the same point to the same place. */
  'restore-missing',
  'restore-keys',
  'create-machine',
  'renew-encryption',
  'protect',
  'back-up-now',
  'remove-leftovers',
]);

export const stepView = z.strictObject({
  step: restoreStep,
  /** `ready`: waits for the person; `blocked`: waits for an earlier step; `hidden`: the person may not see where it stands. */
  state: z.enum(['done', 'running', 'ready', 'blocked', 'failed', 'hidden']),
  reason: stepReason.nullable(),
  /** What the person would have to be allowed to read; empty unless `hidden`. */
  needs: z.array(readNeed),
  command: restoreCommand.nullable(),
});

/** A step that was tried and did not help, and why, as far as Azure tells. */
export const triedStep = z.strictObject({
  step: restoreStep,
  code: z.string().nullable(),
  /** Azure's own words. */
  message: z.string().nullable(),
  /** Disks that still count as not encrypted, or that are gone. */
  disks: z.array(z.string()),
});

/** What protects the new VM, as the vault tells everybody who reads it. */
export const restoredProtection = z.strictObject({
  /** Id of the rule of the edition that keeps the VM from being protected; null where none is known to. */
  ruleId: z.string().nullable(),
  /** The newest recovery point since the VM was made; null where there is none: nothing has proved yet that its backup works. */
  newestPoint: z.iso.datetime().nullable(),
  /** The backup job since then that runs, or the newest one that failed. */
  jobId: z.string().nullable(),
});

/** How a restore goes on. `stuck`: the step cannot be taken here; the rest is as in a step. */
export const nextCommand = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('command'), step: restoreStep, command: restoreCommand }),
  z.strictObject({ kind: z.enum(['wait', 'stuck', 'hidden']), step: restoreStep }),
  z.strictObject({ kind: z.literal('done') }),
]);

/**
 * What Azure brings where restored disks are gone and are restored again: those alone, the system's disk with them, or all disks, as it
 * always does for an encrypted VM.
 */
export const disksComeAgain = z.enum(['gone', 'with-system', 'all']);

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
  encrypted: z.boolean(),
  managedDisks: z.boolean(),
  pass: z.enum(['single', 'dual']).nullable(),
  /** Client id of the Entra application that disk encryption signs in as, where an extension of the new or the old VM names it. */
  clientId: fact(z.string().nullable()),
  storageAccountName: z.string().nullable(),
  targetGroup: z.string().nullable(),
  /** Of the latest job that restores its disks. */
  progressPercentage: z.number().nullable(),
  /** The jobs that restored again what was gone, the first first, with their status in Azure's words. */
  completions: z.array(z.strictObject({ jobId: z.string(), status: z.string() })),
  /** The restore that this one only completes. */
  completes: z.string().nullable(),
  comesAgain: disksComeAgain.nullable(),
  /** Names of the restored disks or URLs of the VHDs, without any signature. */
  disks: fact(z.array(z.string())),
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
  steps: z.array(stepView),
  tried: z.array(triedStep),
  next: nextCommand,
});

const listedRestore = z.strictObject({
  jobId: z.string(),
  vmName: z.string(),
  status: z.string(),
  startTime: z.iso.datetime().nullable(),
});

/** GET …/restores: the restores of the last 30 days, newest first, for whoever takes one over. */
export const listRestores = oc.route({ method: 'GET', path: ofVault }).input(vaultPath).output(z.array(listedRestore));

export const restoreInVault = z.strictObject({ ...listedRestore.shape, vault: vaultPath });

/** GET /restores: of each machine the newest restore of the last 30 days, in every vault the user may see, newest first. */
export const listAllRestores = oc.route({ method: 'GET', path: '/restores' }).output(z.array(restoreInVault));

export const ofRestore = `${ofVault}/{jobId}` as const;
export const restorePath = z.strictObject({ ...vaultPath.shape, jobId });

/** GET …/restores/{jobId}: where the restore stands. `edition`: whose rules the new VM is held against; without one, against none. */
export const getRestore = oc
  .route({ method: 'GET', path: ofRestore })
  .input(z.strictObject({ ...restorePath.shape, edition: edition.optional() }))
  .output(restore);

/**
 * PUT …/restores/{jobId}/disks/{intentId}: restores again what is gone of the disks, from the same point to the same place, once for an
 * intent id; the restore goes on with what comes. Fails with `disks-not-missing` where nothing is gone, and with `restore-running` while
 * it is being restored.
 */
export const restoreMissing = oc
  .route({ method: 'PUT', path: `${ofRestore}/disks/{intentId}`, successStatus: 202 })
  .input(z.strictObject({ ...restorePath.shape, intentId: z.uuid(), edition }))
  .output(commandOutcome);

/** Why a key vault cannot take the key and the secret. */
export const keyVaultTargetReason = z.enum([
  'other-subscription',
  'other-region',
  'not-enabled-for-disk-encryption',
  /** Its access policies, or its roles, do not let the user. */
  'no-rights',
  'no-role',
  /** Our server is not let through. */
  'firewalled',
  /** It holds another key of the name, over which none is restored. */
  'name-taken',
  'deleted',
]);

export const keyVaultTarget = z.strictObject({
  id: z.string(),
  name: z.string(),
  location: z.string(),
  reason: keyVaultTargetReason.nullable(),
});

/** GET …/restores/{jobId}/key-vaults: where the key and the secret can go, the original key vault first. */
export const listKeyVaultTargets = oc
  .route({ method: 'GET', path: `${ofRestore}/key-vaults` })
  .input(restorePath)
  .output(z.array(keyVaultTarget));

/** GET …/restores/{jobId}/key-vaults/suggestion: a name for a new key vault that nobody in all of Azure has. */
export const suggestKeyVault = oc
  .route({ method: 'GET', path: `${ofRestore}/key-vaults/suggestion` })
  .input(restorePath)
  .output(z.strictObject({ name: z.string() }));

/** The ways to bring key and secret back. */
export const keysHow = z.discriminatedUnion('way', [
  z.strictObject({ way: z.literal('recover') }),
  z.strictObject({ way: z.literal('restore'), keyVaultId }),
  z.strictObject({
    way: z.literal('create'),
    name: z.string().regex(/^[A-Za-z](?!.*--)[A-Za-z0-9-]{1,22}[A-Za-z0-9]$/),
    group: resourceGroupName,
  }),
]);

export const letIn = z.strictObject({
  keyVaultName: z.string(),
  /** Whether the user and Azure Backup may. */
  user: z.boolean(),
  backup: z.boolean(),
  /** Names of the user's groups that may. */
  groups: z.array(z.string()),
  /** How many others may: people, groups, applications. */
  others: z.int(),
});

/** GET …/restores/{jobId}/key-vaults/access: who may work in the key vaults that were made for this restore. */
export const listLetIn = oc
  .route({ method: 'GET', path: `${ofRestore}/key-vaults/access` })
  .input(restorePath)
  .output(z.array(letIn));

/**
 * PUT …/restores/{jobId}/keys: brings back what the key chain lacks, the key before the secret. `recover`: what is soft-deleted, key
 * vault included; `restore`: from the backup into a key vault; `create`: makes the key vault first. Asking again goes on where it stood.
 */
export const restoreKeys = oc
  .route({ method: 'PUT', path: `${ofRestore}/keys` })
  .input(
    z.strictObject({
      ...restorePath.shape,
      how: keysHow,
    }),
  )
  .output(keyChain);

export const machineDraft = z.strictObject({
  name: vmName,
  group: resourceGroupName,
  size: z.string().regex(/^[A-Za-z0-9_-]{1,80}$/),
  subnetId: z.string().min(1).max(600),
  publicIp: z.boolean(),
});

/** What would make the creation fail later. */
export const machineCheck = z.enum([
  'disks-missing',
  'name-taken',
  'size-not-available',
  'quota',
  'subnet-missing',
  'subnet-other-region',
  'no-deploy-right',
  'key-vault-not-enabled-for-disk-encryption',
  'key-vault-other-region',
  'no-right-to-create',
  'no-right-to-join-subnet',
  'keys-not-verified',
]);

export const machineOptions = z.strictObject({
  suggested: z.strictObject({ name: z.string(), group: z.string(), size: z.string().nullable() }),
  sizes: z.array(z.string()),
  subnets: z.array(z.strictObject({ id: z.string(), network: z.string(), subnet: z.string(), group: z.string() })),
  /** `allowed`: whether the user may make virtual machines there. */
  groups: z.array(z.strictObject({ name: z.string(), allowed: z.boolean() })),
});

export const getMachineOptions = oc
  .route({ method: 'GET', path: `${ofRestore}/machine/options` })
  .input(restorePath)
  .output(machineOptions);

/** POST …/machine/check: what stands in the way of this VM; an empty list means nothing that can be seen beforehand. */
export const checkMachine = oc
  .route({ method: 'POST', path: `${ofRestore}/machine/check` })
  .input(z.strictObject({ ...restorePath.shape, machine: machineDraft }))
  .output(z.array(machineCheck));

/** PUT …/restores/{jobId}/machine: creates the VM from the restored disks, once for a restore; asking again answers where it stands. */
export const createMachine = oc
  .route({ method: 'PUT', path: `${ofRestore}/machine`, successStatus: 202 })
  .input(z.strictObject({ ...restorePath.shape, machine: machineDraft }))
  .output(z.strictObject({ machineId: vmId }));

/**
 * DELETE …/restores/{jobId}/machine: deletes the new VM where it could not be made or started; its disks stay, and another can be made of
 * them. Fails with `restore-in-use` where it runs.
 */
export const deleteFailedMachine = oc
  .route({ method: 'DELETE', path: `${ofRestore}/machine` })
  .input(restorePath)
  .output(z.strictObject({ state: z.enum(['removed', 'removing']) }));

/**
 * PUT …/restores/{jobId}/encryption: applies the disk encryption extension again where the case needs it. A VM that was encrypted with
 * an Entra application needs that application and its secret; they go to Azure and are kept nowhere. Without a client id the one is taken
 * that the extension of the old or the new VM names.
 */
export const renewEncryption = oc
  .route({ method: 'PUT', path: `${ofRestore}/encryption`, successStatus: 202 })
  .input(
    z.strictObject({
      ...restorePath.shape,
      application: z.strictObject({ clientId: z.guid().nullable(), clientSecret: z.string().min(1).max(400) }).nullable(),
    }),
  )
  .output(z.strictObject({ state: z.enum(['started', 'not-needed']) }));

/**
 * PUT …/restores/{jobId}/protection: protects the new VM in the same vault, or resumes its stopped item, where the rules of the edition
 * allow it; asking again changes nothing.
 */
export const protectRestored = oc
  .route({ method: 'PUT', path: `${ofRestore}/protection`, successStatus: 202 })
  .input(z.strictObject({ ...restorePath.shape, edition, policyName }))
  .output(z.strictObject({ state: z.enum(['started', 'not-needed']) }));

/**
 * DELETE …/restores/{jobId}/leftovers: deletes the blobs with key data and answers what is left of them: nothing, when all went well.
 * Until the new machine runs, encrypted, they may be needed still: it fails with `machine-not-verified` then.
 */
export const removeLeftovers = oc
  .route({ method: 'DELETE', path: `${ofRestore}/leftovers` })
  .input(restorePath)
  .output(z.array(z.string()));

/** What the new machine has otherwise than the old one had. */
export const settingAspect = z.enum(['private-ip', 'network-security-group', 'tags', 'identity', 'availability-set', 'extensions']);

/**
 * Why something is not taken over by a click: nobody knows any more what it was; the user may not look, or may not write; the old
 * network interface has the address and a machine still uses it; the new one is in another subnet; the old address was not a fixed one;
 * it can only be chosen when a machine is made; Azure does not give back what an extension was told in confidence.
 */
export const settingReason = z.enum([
  'not-known',
  'not-visible',
  'no-right',
  'address-in-use',
  'other-subnet',
  'was-dynamic',
  'only-when-created',
  'settings-not-readable',
]);

export const machineSetting = z.strictObject({
  aspect: settingAspect,
  /** As Azure names it: addresses, names, `tag: value`. Null: not known. */
  old: z.array(z.string()).nullable(),
  /** Whether the recovery point’s configuration tells it, or what still stands of the old machine. */
  source: z.enum(['recovery-point', 'resource']).nullable(),
  new: z.array(z.string()),
  state: z.enum(['same', 'offer', 'manual']),
  reason: settingReason.nullable(),
  /** The old network interface, which no machine uses any more and which is deleted to free its address. */
  removes: z.string().nullable(),
});

/** GET …/restores/{jobId}/settings: the settings of the old machine beside those of the new one. */
export const listMachineSettings = oc
  .route({ method: 'GET', path: `${ofRestore}/settings` })
  .input(restorePath)
  .output(z.array(machineSetting));

/** PUT …/restores/{jobId}/settings/{aspect}: gives the new machine what the old one had. Fails with `setting-not-offered`. */
export const takeOverSetting = oc
  .route({ method: 'PUT', path: `${ofRestore}/settings/{aspect}` })
  .input(z.strictObject({ ...restorePath.shape, aspect: settingAspect }))
  .output(z.array(machineSetting));

export type SettingAspect = z.infer<typeof settingAspect>;
export type SettingReason = z.infer<typeof settingReason>;
export type MachineSetting = z.infer<typeof machineSetting>;

/** What a restore has made, and could be removed again. */
export const discardKind = z.enum(['disk', 'vhd', 'file', 'network-interface', 'public-ip', 'key-vault']);

export const discardItem = z.strictObject({
  kind: discardKind,
  name: z.string(),
  /** Resource group, or storage account and container. */
  place: z.string(),
  /** Null where size means nothing, or Azure does not tell. */
  bytes: z.number().nullable(),
  /** Why it stays: the user may not delete or not see it; another machine or disk needs it. */
  reason: z.enum(['no-right', 'not-visible', 'in-use']).nullable(),
  /** A key vault that cannot be purged stays soft-deleted for so many days. */
  staysDays: z.number().nullable(),
});

/** GET …/restores/{jobId}/surplus: disks that came twice because others were gone, and that no VM uses. */
export const listSurplus = oc
  .route({ method: 'GET', path: `${ofRestore}/surplus` })
  .input(restorePath)
  .output(z.array(discardItem));

export const discardPlan = z.strictObject({
  /** `running`: the disks are still being restored; `in-use`: a machine runs from them. Nothing can be discarded then. */
  state: z.enum(['ready', 'running', 'in-use']),
  items: z.array(discardItem),
});

/** GET …/restores/{jobId}/discard: everything this restore has made, with size and kind, as far as the user may see it. */
export const getDiscardPlan = oc
  .route({ method: 'GET', path: `${ofRestore}/discard` })
  .input(restorePath)
  .output(discardPlan);

export const discardResult = z.strictObject({
  kind: discardKind,
  name: z.string(),
  /** `removing`: Azure has accepted it and is at it; `soft-deleted`: gone for everybody, kept by Azure until `until`; `left`: still there. */
  state: z.enum(['removed', 'removing', 'soft-deleted', 'left']),
  until: z.iso.datetime().nullable(),
  /** Azure's own words on why it stays. */
  message: z.string().nullable(),
});

/** DELETE …/restores/{jobId}/surplus: removes these. Asking again removes what is left. */
export const removeSurplus = oc
  .route({ method: 'DELETE', path: `${ofRestore}/surplus` })
  .input(restorePath)
  .output(z.array(discardResult));

/**
 * POST …/restores/{jobId}/discard: removes all that, network interfaces before addresses, and purges a temporary key vault. `vmName`: the
 * name of the machine, typed to confirm. Fails with `restore-running` or `restore-in-use`. Asking again removes what is left.
 */
export const discardRestore = oc
  .route({ method: 'POST', path: `${ofRestore}/discard` })
  .input(z.strictObject({ ...restorePath.shape, vmName }))
  .output(z.array(discardResult));

export type DiscardKind = z.infer<typeof discardKind>;
export type DiscardItem = z.infer<typeof discardItem>;
export type DiscardPlan = z.infer<typeof discardPlan>;
export type DiscardResult = z.infer<typeof discardResult>;
export type StorageAccount = z.infer<typeof storageAccount>;
export type StorageAccountReason = z.infer<typeof storageAccountReason>;
export type RestoreStep = z.infer<typeof restoreStep>;
export type StepReason = z.infer<typeof stepReason>;
export type TriedStep = z.infer<typeof triedStep>;
export type StepView = z.infer<typeof stepView>;
export type RestoreCommand = z.infer<typeof restoreCommand>;
export type NextCommand = z.infer<typeof nextCommand>;
export type RestoreInVault = z.infer<typeof restoreInVault>;
export type Restore = z.infer<typeof restore>;
export type KeysHow = z.infer<typeof keysHow>;
export type LetIn = z.infer<typeof letIn>;
export type KeyVaultTarget = z.infer<typeof keyVaultTarget>;
export type KeyVaultTargetReason = z.infer<typeof keyVaultTargetReason>;
export type MachineDraft = z.infer<typeof machineDraft>;
export type MachineCheck = z.infer<typeof machineCheck>;
export type MachineOptions = z.infer<typeof machineOptions>;
