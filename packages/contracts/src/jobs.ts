import { oc } from '@orpc/contract';
import * as z from 'zod';
import { jobId, vaultPath } from './ids';

export const job = z.strictObject({
  id: z.string(),
  workload: z.string(),
  /** Azure's word: ConfigureBackup, Backup, Restore … */
  operation: z.string(),
  /** Azure's word: InProgress, Completed, Failed, CompletedWithWarnings, Cancelled, Cancelling. */
  status: z.string(),
  startTime: z.iso.datetime().nullable(),
  endTime: z.iso.datetime().nullable(),
  /** Whole seconds; of a running job, until now. */
  durationSeconds: z.number().nullable(),
});

export const jobDetails = z.strictObject({
  ...job.shape,
  tasks: z.array(z.strictObject({ name: z.string(), status: z.string() })),
  progressPercentage: z.number().nullable(),
  errors: z.array(
    z.strictObject({ code: z.int().nullable(), title: z.string(), message: z.string(), recommendations: z.array(z.string()) }),
  ),
  correlationId: z.string().nullable(),
});

const ofVault = '/vaults/{subscriptionId}/{resourceGroup}/{vaultName}/jobs';

/** GET …/jobs: the jobs of the last 24 hours, newest first. */
export const listJobs = oc.route({ method: 'GET', path: ofVault }).input(vaultPath).output(z.array(job));

export const getJob = oc
  .route({ method: 'GET', path: `${ofVault}/{jobId}` })
  .input(z.strictObject({ ...vaultPath.shape, jobId }))
  .output(jobDetails);

export type Job = z.infer<typeof job>;
export type JobDetails = z.infer<typeof jobDetails>;
