import type { CommandOutcome, ItemPath } from '@tresor/contracts';
import { isBackedUp } from '@tresor/support-matrix';
import type { Answer } from '../../azure/connection/answer';
import { vaultIdOf } from '../../azure/connection/arm-id';
import type { AzureSession } from '../../azure/connection/azure';
import { toProblem } from '../../azure/connection/failures';
import { UpstreamFailure } from '../../azure/connection/upstream-failure';
import {
  requireAccepted,
  resume,
  stopDeletingData,
  stopKeepingData,
  suspend,
  triggerBackup,
  undelete,
} from '../../azure/items/item-commands';
import { seeBackupOperation } from '../../azure/items/backup-operation';
import { readItem, readVmId } from '../../azure/items/get-item';
import { vmIdOf } from '../../azure/items/item-place';
import { containerOf } from '../../azure/items/protection';
import { isByPolicy } from '../../azure/jobs/job-details';
import { findJobOfRequest, listContainerJobs } from '../../azure/jobs/jobs';
import { Problem } from '../../problem';
import { FINISHED } from '../once/command';
import type { Once } from '../once/once';
import { requireRights } from '../rights/held-rights';

/** Backs the item up now, once for an intent. The point is kept to the end of the day named, in UTC. */
export function backUpNow(
  once: Once,
  azure: AzureSession,
  intentId: string,
  path: ItemPath,
  retainUntil: string | null,
): Promise<CommandOutcome> {
  return once.run(azure, {
    intentId,
    body: { command: 'backup', path, retainUntil },
    prepare: (azure) => requireRights(azure, 'back-up-now', { vault: vaultIdOf(path) }),
    look: (azure, sent) => findJobOfRequest(azure, path, 'Backup', sent),
    ask: (azure, operation) => seeBackupOperation(azure, path, operation),
    send: (azure, _, requestId) =>
      triggerBackup(azure, path, retainUntil === null ? undefined : new Date(`${retainUntil}T23:59:59Z`), requestId),
  });
}

/** A change that names the item's own machine. */
const toItem =
  (path: ItemPath, put: (azure: AzureSession, path: ItemPath, vmId: string) => Promise<Answer>) =>
  async (azure: AzureSession): Promise<Answer> =>
    put(azure, path, await readVmId(azure, path));

/** What is deleted already is as was asked: the first answer may have been lost. */
async function unlessDeleted(deleting: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await deleting;
  } catch (error) {
    const problem = toProblem(error, 'item-not-found');
    if (!(problem instanceof Problem) || problem.code !== 'item-deleted') throw error;
    return undefined;
  }
}

export function stop(azure: AzureSession, path: ItemPath, data: 'retain' | 'retain-by-policy' | 'delete'): Promise<CommandOutcome> {
  if (data === 'retain') return change(azure, path, 'DisableBackup', toItem(path, stopKeepingData));
  if (data === 'delete') return change(azure, path, 'DeleteBackupData', (azure) => unlessDeleted(stopDeletingData(azure, path)));
  // A job does not tell whether it keeps the data for good.
  return change(azure, path, 'DisableBackup', toItem(path, suspend), async () => false);
}

/** Told once more, Azure would change the policy with which somebody else has resumed the backup. */
async function resumeOnce(azure: AzureSession, path: ItemPath, policyName: string): Promise<Answer | undefined> {
  const item = await readItem(azure, path);
  if (!isBackedUp(item)) return resume(azure, path, item.vmId || vmIdOf(path), policyName);
  await requireRights(azure, 'resume-backup', { vault: vaultIdOf(path) });
  if (item.policyName?.toLowerCase() !== policyName.toLowerCase()) throw new Problem('item-resumed');
  return undefined;
}

export const resumeWith = (azure: AzureSession, path: ItemPath, policyName: string) =>
  change(
    azure,
    path,
    'ConfigureBackup',
    (azure) => resumeOnce(azure, path, policyName),
    (jobId) => isByPolicy(azure, path, jobId, policyName),
  );

export const bringBack = (azure: AzureSession, path: ItemPath) => change(azure, path, 'Undelete', toItem(path, undelete));

/** Changes that are the same however often they are asked for: the job under way is the answer to anyone who asks again, where it does what is asked for. */
async function change(
  azure: AzureSession,
  path: ItemPath,
  operation: string,
  send: (azure: AzureSession) => Promise<Answer | undefined>,
  isAsked: (jobId: string) => Promise<boolean> = async () => true,
): Promise<CommandOutcome> {
  const jobs = () => listContainerJobs(azure, path, operation, containerOf(vmIdOf(path)));
  const earlier = await jobs();
  const isNew = ({ id }: { id: string }) => !earlier.some((job) => job.id === id);
  // What Azure has said to the command stands, whatever becomes of this list.
  const later = () => jobs().catch(() => []);
  let accepted: Answer | undefined;
  try {
    accepted = await send(azure);
  } catch (error) {
    if (!(error instanceof UpstreamFailure)) throw error;
    const underWay = (await later()).find((job) => isNew(job) || job.status === 'InProgress');
    const mayBeIt = underWay !== undefined && (error.inDoubt || error.details.status === 409);
    if (mayBeIt && (await isAsked(underWay.id).catch(() => false))) return { state: 'started', jobId: underWay.id, checkedUntil: null };
    if (error.inDoubt) return { state: 'unknown', jobId: null, checkedUntil: null };
    throw error;
  }
  const job = (await later()).find(isNew);
  if (!accepted && !job) return FINISHED;
  if (!job) await requireAccepted(azure, path, accepted);
  return { state: 'started', jobId: job?.id ?? null, checkedUntil: null };
}
