import { translated } from '../azure/failures';
import { getJob, listJobs } from '../azure/jobs';
import { api } from './api';

export const jobs = {
  list: api.jobs.list.handler(({ context, input }) => translated('vault-not-found', listJobs(context.azure, input))),
  get: api.jobs.get.handler(({ context, input }) => translated('job-not-found', getJob(context.azure, input, input.jobId))),
};
