import { oc } from '@orpc/contract';
import * as z from 'zod';
import { days, estateScope, jobId, vaultPath } from './ids';

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

/** What Azure Backup has found to be wrong, in its words: of a job that failed, or of a machine that it looks at. */
export const azureFinding = z.strictObject({
  code: z.int().nullable(),
  title: z.string(),
  message: z.string(),
  recommendations: z.array(z.string()),
});

/** A job with the vault it ran for. */
const jobInVault = z.strictObject({ ...job.shape, vault: vaultPath });

/** `total`: how many there are; `jobs` are the newest of them, at most 5,000. */
export const estateJobs = z.strictObject({ total: z.int(), jobs: z.array(jobInVault) });

export const jobDetails = z.strictObject({
  ...job.shape,
  tasks: z.array(
    z.strictObject({
      name: z.string(),
      status: z.string(),
      startTime: z.iso.datetime().nullable(),
      endTime: z.iso.datetime().nullable(),
      durationSeconds: z.number().nullable(),
      /** Azure's words, for instance "38 GBs / 127 GBs Transferred". */
      details: z.string().nullable(),
    }),
  ),
  progressPercentage: z.number().nullable(),
  /** How long Azure thinks that it still takes; null where it does not tell or the job is over. */
  remainingSeconds: z.number().nullable(),
  /** The machine it is about, where it is one. */
  machine: z.strictObject({ vmGroup: z.string(), vmName: z.string() }).nullable(),
  errors: z.array(azureFinding),
  correlationId: z.string().nullable(),
  cancellable: z.boolean(),
  /** What else Azure tells of it, under Azure's names: target storage account, policy, size …; moments as ISO 8601. */
  properties: z.array(z.strictObject({ name: z.string(), value: z.string() })),
});

/**
 * Who started a job, by Azure's activity log: the job itself names nobody. `schedule`: a backup that nobody asked for. Otherwise why it
 * cannot be told: `no-right` to read the log; `not-yet`, for the log is some minutes behind; `too-long-ago`, it keeps ninety days;
 * `not-logged`.
 */
export const jobStarter = z.discriminatedUnion('by', [
  z.strictObject({
    by: z.literal('caller'),
    /** Sign-in name of a person, id of a program. */
    caller: z.string(),
    displayName: z.string().nullable(),
  }),
  z.strictObject({ by: z.enum(['schedule', 'no-right', 'not-yet', 'too-long-ago', 'not-logged']) }),
]);

/** `unknown`: Azure gave no answer and the job still runs. */
export const jobCancellation = z.strictObject({ state: z.enum(['cancelling', 'unknown']) });

const ofVault = '/vaults/{subscriptionId}/{resourceGroup}/{vaultName}/jobs';

/** GET …/jobs: the jobs of the last so many days (one unless told), newest first. */
export const listJobs = oc
  .route({ method: 'GET', path: ofVault })
  .input(z.strictObject({ ...vaultPath.shape, days: days(366).optional() }))
  .output(z.array(job));

/**
 * GET /jobs: those of every vault whose jobs the user may read, of the last so many days (one unless told), newest first. Resource Graph
 * keeps jobs for 14 days; a vault still lists older ones.
 */
export const listAllJobs = oc
  .route({ method: 'GET', path: '/jobs' })
  .input(z.strictObject({ ...estateScope.shape, days: days(14).optional() }))
  .output(estateJobs);

export const getJob = oc
  .route({ method: 'GET', path: `${ofVault}/{jobId}` })
  .input(z.strictObject({ ...vaultPath.shape, jobId }))
  .output(jobDetails);

/** GET …/jobs/{jobId}/starter: apart from the job, for the log is slower and does not change. */
export const getJobStarter = oc
  .route({ method: 'GET', path: `${ofVault}/{jobId}/starter` })
  .input(z.strictObject({ ...vaultPath.shape, jobId }))
  .output(jobStarter);

/** POST …/jobs/{jobId}/cancel: fails with `job-over` or `job-not-cancellable`. */
export const cancelJob = oc
  .route({ method: 'POST', path: `${ofVault}/{jobId}/cancel`, successStatus: 202 })
  .input(z.strictObject({ ...vaultPath.shape, jobId }))
  .output(jobCancellation);

export type Job = z.infer<typeof job>;
export type JobInVault = z.infer<typeof jobInVault>;
export type EstateJobs = z.infer<typeof estateJobs>;
export type AzureFinding = z.infer<typeof azureFinding>;
export type JobDetails = z.infer<typeof jobDetails>;
export type JobStarter = z.infer<typeof jobStarter>;
export type JobCancellation = z.infer<typeof jobCancellation>;
