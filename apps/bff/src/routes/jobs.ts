import { cancelJob } from '../azure/cancel-job';
import { translated } from '../azure/failures';
import { getJob } from '../azure/job-details';
import { listJobs } from '../azure/jobs';
import { api } from './api';

export const jobs = {
  list: api.jobs.list.handler(({ context, input: { days, ...vault } }) =>
    translated('vault-not-found', listJobs(context.azure, vault, days)),
  ),
  get: api.jobs.get.handler(({ context, input }) => translated('job-not-found', getJob(context.azure, input, input.jobId))),
  cancel: api.jobs.cancel.handler(({ context, input }) => translated('job-not-found', cancelJob(context.azure, input, input.jobId))),
};
