import type { CommandOutcome, ItemPath } from '@tresor/contracts';
import type { AzureSession } from '../../azure/connection/azure';
import { resume, stopDeletingData, stopKeepingData, undelete } from '../../azure/items/item-commands';
import { vmIdOf } from '../../azure/items/item-place';
import { listContainerJobs } from '../../azure/jobs/jobs';
import { containerOf } from '../../azure/items/protection';
import { UpstreamFailure } from '../../azure/connection/upstream-failure';

export const stop = (azure: AzureSession, path: ItemPath, data: 'retain' | 'delete') =>
  data === 'retain' ? change(azure, path, 'DisableBackup', stopKeepingData) : change(azure, path, 'DeleteBackupData', stopDeletingData);

export const resumeWith = (azure: AzureSession, path: ItemPath, policyName: string) =>
  change(azure, path, 'ConfigureBackup', (azure) => resume(azure, path, policyName));

export const bringBack = (azure: AzureSession, path: ItemPath) => change(azure, path, 'Undelete', undelete);

/** Changes that are the same however often they are asked for: the job under way is the answer to anyone who asks again. */
async function change(
  azure: AzureSession,
  path: ItemPath,
  operation: string,
  send: (azure: AzureSession, path: ItemPath) => Promise<unknown>,
): Promise<CommandOutcome> {
  const jobs = () => listContainerJobs(azure, path, operation, containerOf(vmIdOf(path)));
  const earlier = await jobs();
  const isNew = ({ id }: { id: string }) => !earlier.some((job) => job.id === id);
  try {
    await send(azure, path);
  } catch (error) {
    if (!(error instanceof UpstreamFailure)) throw error;
    const underWay = (await jobs()).find((job) => isNew(job) || job.status === 'InProgress');
    if (underWay && (error.inDoubt || error.details.status === 409)) return { state: 'started', jobId: underWay.id, checkedUntil: null };
    if (error.inDoubt) return { state: 'unknown', jobId: null, checkedUntil: null };
    throw error;
  }
  return { state: 'started', jobId: (await jobs()).find(isNew)?.id ?? null, checkedUntil: null };
}
