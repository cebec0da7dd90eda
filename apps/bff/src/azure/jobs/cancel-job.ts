import type { JobCancellation, VaultPath } from '@tresor/contracts';
import { Problem } from '../../problem';
import type { AzureSession } from '../connection/azure';
import { call } from '../connection/call';
import { clients } from '../connection/clients';
import { readJob } from './job-details';
import { UpstreamFailure } from '../connection/upstream-failure';

/** Asks once; when Azure refuses or gives no answer, the job itself tells where it stands. */
export async function cancelJob(session: AzureSession, path: VaultPath, jobId: string): Promise<JobCancellation> {
  const { subscriptionId, resourceGroup, vaultName } = path;
  try {
    await call(session, 'once', (options) =>
      clients.backup(session, subscriptionId).jobCancellations.trigger(vaultName, resourceGroup, jobId, options),
    );
    return { state: 'cancelling' };
  } catch (error) {
    if (!(error instanceof UpstreamFailure) || error.details.status === 403) throw error;
    const status = await readJob(session, path, jobId).then(
      (job) => job.properties.status,
      () => undefined,
    );
    if (status === 'Cancelling' || status === 'Cancelled') return { state: 'cancelling' };
    if (error.inDoubt) return { state: 'unknown' };
    throw status === undefined || status === 'InProgress'
      ? error
      : new Problem('job-over', { azureCode: error.details.azureCode, cause: error });
  }
}
