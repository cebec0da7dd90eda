import type { Job, JobDetails, VaultPath } from '@tresor/contracts';
import * as z from 'zod';
import { expectBody } from './answer';
import type { AzureSession } from './azure';
import { call } from './call';
import { clients } from './clients';
import { sanitise } from './failures';
import { momentOf, secondsOf } from './moments';
import { pageOf, readPages } from './pages';

const text = z.string().nullish();

const jobBody = z.object({
  name: z.string(),
  properties: z.object({
    entityFriendlyName: text,
    containerName: text,
    operation: text,
    status: text,
    startTime: text,
    endTime: text,
    duration: text,
    activityId: text,
    errorDetails: z
      .array(
        z.object({ errorCode: z.int().nullish(), errorTitle: text, errorString: text, recommendations: z.array(z.string()).nullish() }),
      )
      .nullish(),
    extendedInfo: z
      .object({ tasksList: z.array(z.object({ taskId: text, status: text })).nullish(), progressPercentage: z.number().nullish() })
      .nullish(),
  }),
});

const jobPage = pageOf(jobBody);

type JobBody = z.infer<typeof jobBody>;

const VM_JOBS = "backupManagementType eq 'AzureIaasVM'";

/** Without times in the filter Azure answers the last 24 hours, by its own clock. */
async function readJobs(
  session: AzureSession,
  { subscriptionId, resourceGroup, vaultName }: VaultPath,
  filter: string,
): Promise<JobBody[]> {
  return readPages(session, jobPage, (options) =>
    clients.backup(session, subscriptionId).backupJobs.list(vaultName, resourceGroup, { ...options, filter }),
  );
}

/** Jobs of the last 24 hours, newest first. */
export async function listJobs(session: AzureSession, path: VaultPath): Promise<Job[]> {
  return (await readJobs(session, path, VM_JOBS)).map(toJob);
}

export interface ConfigureBackupJob {
  id: string;
  status: string;
  /** `iaasvmcontainerv2;<group>;<machine>`, in lower case. */
  container: string;
}

/** The jobs that enable protection, newest first. */
export async function listConfigureBackupJobs(session: AzureSession, path: VaultPath): Promise<ConfigureBackupJob[]> {
  const found = await readJobs(session, path, `${VM_JOBS} and operation eq 'ConfigureBackup'`);
  return found.map(({ name, properties: { status, containerName } }) => ({
    id: name,
    status: status ?? 'Invalid',
    container: (containerName ?? '').toLowerCase(),
  }));
}

export async function getJob(session: AzureSession, path: VaultPath, jobId: string): Promise<JobDetails> {
  const { subscriptionId, resourceGroup, vaultName } = path;
  const answer = await call(session, 'read', (options) =>
    clients.backup(session, subscriptionId).jobDetails.get(vaultName, resourceGroup, jobId, options),
  );
  const body = expectBody(jobBody, answer.body);
  const { extendedInfo, errorDetails, activityId } = body.properties;
  return {
    ...toJob(body),
    tasks: (extendedInfo?.tasksList ?? []).map((task) => ({ name: task.taskId ?? '', status: task.status ?? 'Invalid' })),
    progressPercentage: extendedInfo?.progressPercentage ?? null,
    errors: (errorDetails ?? []).map((error) => ({
      code: error.errorCode ?? null,
      title: error.errorTitle ?? '',
      message: sanitise(error.errorString ?? '') ?? '',
      recommendations: (error.recommendations ?? []).map((recommendation) => sanitise(recommendation) ?? ''),
    })),
    correlationId: activityId ?? null,
  };
}

function toJob({ name, properties: job }: JobBody): Job {
  return {
    id: name,
    workload: job.entityFriendlyName ?? '',
    operation: job.operation ?? 'Invalid',
    status: job.status ?? 'Invalid',
    startTime: momentOf(job.startTime),
    endTime: momentOf(job.endTime),
    durationSeconds: secondsOf(job.duration),
  };
}
