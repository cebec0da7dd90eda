import { randomUUID } from 'node:crypto';
import {
  itemPath,
  keyVaultPath,
  type CommandName,
  type CommandOutcome,
  type ProblemCode,
  type PlanAnswers,
  type Restore,
  type RestoreCommand,
  type VaultPath,
  type KeyChain,
} from '@tresor/contracts';
import { neededKeyVaultPermissions } from '@tresor/support-matrix';
import type { AzureSession } from '../../../azure/connection/azure';
import { inSight } from '../../../facts';
import { Problem } from '../../../problem';
import type { Grants } from '../../../store/grants';
import type { CommandRefusal } from '../../../store/restore-plans';
import { backUpNow } from '../../item-commands/item-commands';
import type { Once } from '../../once/once';
import { answerOf } from '../../record/command-answer';
import { placeOf } from '../../record/command-place';
import type { CommandRecord } from '../../record/command-record';
import type { CommandAnswer } from '../../record/recorded-command';
import { createRestoredMachine } from '../steps/machine';
import { isWhole } from '../journey/find-chain';
import { readToldJourney } from '../journey/plain-disks';
import { keepKeyVaults } from '../steps/keep-key-vaults';
import { protectRestored } from '../steps/protection';
import { itemOf } from '../journey/protection-state';
import { removeLeftovers } from '../steps/after-care';
import { renewEncryption } from '../steps/encryption';
import { restoreKeys } from '../steps/keys';
import { KEPT_OUT } from './next-of-plan';
import { parseArmId } from '../../../azure/connection/arm-id';
import { readKeyVaultAccess } from '../../../azure/key-vault-access/read-access';
import { getKeyVault } from '../../grants/get-key-vault';
import { grantAccess } from '../../grants/grant-access';

export interface CommandTools {
  once: Once;
  grants: Grants;
  record: CommandRecord;
}

/** One command of a plan: by whom, of which restore as it stands, under which id. */
interface PlannedSend {
  azure: AzureSession;
  vault: VaultPath;
  restore: Restore;
  answers: PlanAnswers;
  intentId: string;
}

/** `checking`: what Azure did with it is not known yet, and nothing else is sent until it is. */
export type SendOutcome = 'accepted' | 'checking' | CommandRefusal;

/** The same, with what the command answers by its button. */
interface Sent {
  outcome: SendOutcome;
  answered: unknown;
}

const accepted = (answered: unknown): Sent => ({ outcome: 'accepted', answered });

const refused = (code: string): CommandRefusal => ({ code, azureCode: null, azureMessage: null });

/**
 * Gives Azure Backup the access that it lacks to the key vaults of the chain, where it was decided so and an access policy gives it: which
 * role it gets where roles decide is left to a person. Whether it can read them then, as far as the person may see.
 */
async function letBackupIn(
  grants: Grants,
  azure: AzureSession,
  chain: KeyChain | null,
  { letBackupIn: mayGrant }: PlanAnswers,
): Promise<boolean> {
  if (chain === null) return true;
  const ids = [...new Set([chain.secret.keyVaultId, ...(chain.key ? [chain.key.keyVaultId] : [])])];
  const access = await readKeyVaultAccess(azure, ids, 'current', chain.key !== null);
  for (const { id, state, model } of access) {
    if (state !== 'lacking') continue;
    if (!mayGrant || model !== 'access-policy') return false;
    const { subscriptionId, resourceGroup, name } = parseArmId(id) ?? {};
    const path = keyVaultPath.parse({ subscriptionId, resourceGroup, keyVaultName: name });
    const { details } = await getKeyVault(grants, azure, path);
    if (!details || details.missingToGrant.length > 0) return false;
    const permissions = neededKeyVaultPermissions('current', chain.key !== null);
    await grantAccess(grants, azure, path, { grantId: randomUUID(), way: 'access-policy', permissions, stamp: details.stamp });
  }
  return true;
}

const SEND: Readonly<Record<RestoreCommand, (send: PlannedSend, tools: CommandTools) => Promise<Sent>>> = {
  'restore-disks': () => Promise.reject(new Problem('disks-not-restored')),
  'restore-missing': () => Promise.reject(new Problem('disks-not-restored')),
  'restore-keys': async ({ azure, vault, restore: { jobId }, answers: { keys, machine } }) => {
    if (keys === null) throw new Problem('keys-not-in-backup');
    const chain = await restoreKeys(azure, vault, jobId, keys, machine);
    return { outcome: isWhole(chain) ? 'accepted' : refused('keys-not-verified'), answered: chain };
  },
  'create-machine': async ({ azure, vault, restore: { jobId }, answers: { machine } }) =>
    accepted(await createRestoredMachine(azure, vault, jobId, machine)),
  'renew-encryption': async ({ azure, vault, restore: { jobId } }, { record }) =>
    accepted(await renewEncryption(record, azure, vault, jobId, { application: null, encryptPlain: false })),
  protect: async ({ azure, vault, restore: { jobId }, answers: { edition, policyName } }, { record }) => {
    if (policyName === null) throw new Problem('policy-not-found');
    return accepted(await protectRestored(record, azure, vault, jobId, { edition, policyName }));
  },
  'back-up-now': async (send, { once, grants, record }) => {
    const { azure, vault, restore, answers } = send;
    // Where a policy (Azure Policy) was first to protect the machine, no step has kept its key vault yet.
    await keepKeyVaults(azure, await readToldJourney(record, azure, vault, restore.jobId));
    const isLetIn = await letBackupIn(grants, azure, restore.keyChain, answers);
    return isLetIn ? backUp(once, send) : { outcome: refused(KEPT_OUT), answered: null };
  },
  'remove-leftovers': async ({ azure, vault, restore: { jobId } }, { record }) => {
    const removed = await removeLeftovers(record, azure, vault, jobId);
    return { outcome: removed.left.length === 0 ? 'accepted' : refused('azure-failed'), answered: removed };
  },
};

const NAMES: Readonly<Record<RestoreCommand, CommandName>> = {
  'restore-disks': 'restores.start',
  'restore-missing': 'restores.restoreMissing',
  'restore-keys': 'restores.restoreKeys',
  'create-machine': 'restores.createMachine',
  'renew-encryption': 'restores.renewEncryption',
  protect: 'restores.protectRestored',
  'back-up-now': 'items.backUpNow',
  'remove-leftovers': 'restores.removeLeftovers',
};

/** Gives a command of the restore the way its button does, on record as every command. */
export async function sendCommand(tools: CommandTools, command: RestoreCommand, send: PlannedSend): Promise<SendOutcome> {
  const name = NAMES[command];
  // Each has a correlation id of its own, by which Azure's log tells them apart.
  const azure = { ...send.azure, correlationId: randomUUID() };
  const { outcome } = await tools.record.carryOut(
    azure,
    { name, reason: null, ...placeInPlan(command, send) },
    (recorded) => SEND[command]({ ...send, azure: recorded }, tools),
    (sent) => toAnswer(name, sent),
  );
  return outcome;
}

function placeInPlan(command: RestoreCommand, { vault, restore, answers, intentId }: PlannedSend) {
  const { machine, keys, policyName, edition } = answers;
  const chosen = {
    ...(command === 'create-machine' && { machine }),
    ...(command === 'restore-keys' && keys && { how: keys }),
    ...(command === 'protect' && { policyName: policyName ?? undefined, edition }),
  };
  const place = placeOf(NAMES[command], { ...vault, jobId: restore.jobId, ...chosen }, intentId);
  const machineId = inSight(restore.machineId, null);
  const target = command !== 'create-machine' && machineId !== null ? machineId : place.target;
  return { ...place, target, about: { ...place.about, given: 'plan' } };
}

function toAnswer(name: CommandName, { outcome, answered }: Sent): CommandAnswer {
  const answer = answerOf(name, answered);
  return typeof outcome === 'object' ? { ...answer, result: 'refused', code: outcome.code } : answer;
}

/** Why a backup has no job, by what became of its order. */
const NO_JOB = {
  'not-started': 'azure-timeout',
  finished: 'operation-without-job',
  unknown: 'operation-unknown',
} as const satisfies Partial<Record<CommandOutcome['state'], ProblemCode>>;

async function backUp(once: Once, { azure, vault, restore, intentId }: PlannedSend): Promise<Sent> {
  const machineId = inSight(restore.machineId, null);
  if (machineId === null) throw new Problem('machine-not-ready');
  const answered = await backUpNow(once, azure, intentId, itemPath.parse(itemOf(vault, machineId)), null);
  const { state, jobId } = answered;
  if (state === 'started' && jobId !== null) return accepted(answered);
  // What Azure has accepted may come to nothing until it has a job.
  return { outcome: state === 'checking' || state === 'started' ? 'checking' : refused(NO_JOB[state]), answered };
}
