import type { VaultPath } from '@tresor/contracts';
import { cancelJob } from '../azure/jobs/cancel-job';
import { readJobStarter } from '../azure/jobs/job-starter';
import { translated } from '../azure/connection/failures';
import { getJob } from '../azure/jobs/job-details';
import { listAllJobs } from '../azure/jobs/all-jobs';
import { listJobs } from '../azure/jobs/jobs';
import { withPairedJobs } from '../azure/jobs/paired-jobs';
import { fromOwnRegion } from '../azure/vaults/either-region';
import { scopeOf } from '../azure/machines/resource-graph';
import { api } from './api';
import { ofVault } from './of-vault';

const keyOf = ({ subscriptionId, resourceGroup, vaultName }: VaultPath, what: string | number) =>
  [subscriptionId, resourceGroup, vaultName, what].join('/').toLowerCase();

export const jobs = {
  // Who may look into the vault need not be one who may ask the region paired with its own: that is asked for each.
  list: api.jobs.list.handler(({ context: { azure, services }, input: { days = 1, ...vault } }) => {
    const own = services.watchedJobs.list.read(azure, keyOf(vault, days), () => listJobs(azure, vault, days));
    return ofVault(azure, vault, withPairedJobs(azure, vault, days, own));
  }),
  listAll: api.jobs.listAll.handler(({ context: { azure }, input: { days = 1, managementGroup } }) =>
    translated('subscription-not-found', listAllJobs(azure, days, scopeOf(managementGroup))),
  ),
  get: api.jobs.get.handler(({ context: { azure, services }, input: { jobId, ...vault } }) =>
    translated(
      'job-not-found',
      services.watchedJobs.details.read(azure, keyOf(vault, jobId), () => fromOwnRegion(azure, vault, getJob(azure, vault, jobId))),
    ),
  ),
  starter: api.jobs.starter.handler(({ context: { azure }, input: { jobId, ...vault } }) =>
    translated('job-not-found', readJobStarter(azure, vault, jobId)),
  ),
  cancel: api.jobs.cancel.handler(({ context, input }) => translated('job-not-found', cancelJob(context.azure, input, input.jobId))),
};
