import type { JobDetails, VaultPath } from '@tresor/contracts';
import * as z from 'zod';
import { sanitise } from '../../azure-words';
import { expectBody } from '../connection/answer';
import type { AzureSession } from '../connection/azure';
import { isSilence } from '../connection/backup-region';
import { call } from '../connection/call';
import { clients } from '../connection/clients';
import { isStatus, unlessHidden } from '../connection/upstream-failure';
import { askPairedRegion, openPairedRegion } from '../vaults/paired-region';
import { jobBody, toJob } from './jobs';
import { itemOfContainer } from '../items/item-place';
import { momentOf, secondsOf, usMoment } from '../moments';

const text = z.string().nullish();
const texts = z.array(z.string()).nullish();

const detailsBody = z.object({
  name: z.string(),
  properties: z.object({
    ...jobBody.shape.properties.shape,
    activityId: text,
    // Words today, numbers until 2022.
    actionsInfo: z.array(z.union([z.string(), z.number()])).nullish(),
    errorDetails: z
      .array(z.object({ errorCode: z.int().nullish(), errorTitle: text, errorString: text, recommendations: texts }))
      .nullish(),
    extendedInfo: z
      .object({
        tasksList: z
          .array(z.object({ taskId: text, status: text, startTime: text, endTime: text, duration: text, taskExecutionDetails: text }))
          .nullish(),
        progressPercentage: z.number().nullish(),
        estimatedRemainingDuration: text,
        propertyBag: z.record(z.string(), z.string().nullable()).nullish(),
      })
      .nullish(),
  }),
});

type DetailsBody = z.infer<typeof detailsBody>;

/** A job, and the paired region where it runs there; null: in the region of the vault. */
type FoundJob = DetailsBody & { pairedRegion: string | null };

/**
 * Everything that Azure tells of one job, for the rooms that read more of it than the portal is shown. A job that the vault's own region does
 * not know, or of which it does not answer, is asked of the paired one.
 */
export async function readJob(session: AzureSession, path: VaultPath, jobId: string): Promise<FoundJob> {
  try {
    return { ...(await readOwnJob(session, path, jobId)), pairedRegion: null };
  } catch (error) {
    const isSilent = isSilence(error);
    const paired = isSilent || isStatus(error, 404) ? await unlessHidden(openPairedRegion(session, path), null) : null;
    if (paired === null) throw error;
    try {
      return { ...(await readPairedJob(session, path, paired, jobId)), pairedRegion: paired };
    } catch (refusal) {
      // What the paired region does not know may be a job of the vault's own.
      throw isSilent ? error : refusal;
    }
  }
}

export async function readPairedJob(session: AzureSession, path: VaultPath, region: string, jobId: string): Promise<DetailsBody> {
  const answer = await askPairedRegion(session, path, region, 'backupCrrJob', { jobName: jobId });
  return expectBody(detailsBody, answer.body);
}

async function readOwnJob(session: AzureSession, path: VaultPath, jobId: string): Promise<DetailsBody> {
  const { subscriptionId, resourceGroup, vaultName } = path;
  const answer = await call(session, 'read', (options) =>
    clients.backup(session, subscriptionId).jobDetails.get(vaultName, resourceGroup, jobId, options),
  );
  return expectBody(detailsBody, answer.body);
}

export async function getJob(session: AzureSession, path: VaultPath, jobId: string): Promise<JobDetails> {
  const body = await readJob(session, path, jobId);
  return { ...toDetails(body), machine: machineOf(path, body) };
}

/** Whether a job that configures backup does so by this policy of its vault. */
export async function isByPolicy(session: AzureSession, path: VaultPath, jobId: string, policyName: string): Promise<boolean> {
  const { properties } = await getJob(session, path, jobId);
  return isNamed(properties.find(({ name }) => name === 'Policy Name')?.value, policyName);
}

/** Policies of one vault are the same in any case of their names. */
export const isNamed = (name: string | null | undefined, policyName: string): boolean => name?.toLowerCase() === policyName.toLowerCase();

/** The first of the errors of a job, as Azure tells it. */
export function failureOf(errors: DetailsBody['properties']['errorDetails']): { code: string | null; message: string | null } | null {
  const [first] = errors ?? [];
  if (!first) return null;
  return { code: first.errorCode?.toString() ?? null, message: sanitise(first.errorString ?? first.errorTitle ?? '') || null };
}

/** What may be shown of a job's attributes; other things in it may be keys to something. */
const SHOWN = [
  'Job Type',
  'Policy Name',
  'Backup Size',
  'Recovery Point Expiry Time in UTC',
  'Recovery point time',
  'Target Storage Account Name',
  'Target resource group',
  'Config Blob Container Name',
  'Config Blob Name',
  'Number of Recovery Points',
  'Backed-up disk(s)',
  'Restored disk(s)',
  'Excluded disk(s)',
];

function machineOf(path: VaultPath, { properties }: DetailsBody): JobDetails['machine'] {
  const item = itemOfContainer(path, properties.containerName ?? '');
  return item ? { vmGroup: item.vmGroup, vmName: item.vmName } : null;
}

function toDetails(body: FoundJob): Omit<JobDetails, 'machine'> {
  const { extendedInfo, errorDetails, activityId, actionsInfo, status } = body.properties;
  // One of the names ends in a blank.
  const attributes = new Map(Object.entries(extendedInfo?.propertyBag ?? {}).map(([name, value]) => [name.trim(), value]));
  return {
    ...toJob(body),
    tasks: (extendedInfo?.tasksList ?? []).map((task) => ({
      name: task.taskId ?? '',
      status: task.status ?? 'Invalid',
      startTime: momentOf(task.startTime),
      endTime: momentOf(task.endTime),
      durationSeconds: momentOf(task.startTime) === null ? null : secondsOf(task.duration),
      details: task.taskExecutionDetails ?? null,
    })),
    progressPercentage: extendedInfo?.progressPercentage ?? null,
    remainingSeconds: status === 'InProgress' ? secondsOf(extendedInfo?.estimatedRemainingDuration) : null,
    errors: (errorDetails ?? []).map((error) => ({
      code: error.errorCode ?? null,
      title: error.errorTitle ?? '',
      message: sanitise(error.errorString ?? '') ?? '',
      recommendations: (error.recommendations ?? []).map((recommendation) => sanitise(recommendation) ?? ''),
    })),
    correlationId: activityId ?? null,
    // The paired region calls its jobs cancellable, too, but has no request that cancels one; the Azure CLI says that it cannot be done.
    cancellable:
      body.pairedRegion === null &&
      status === 'InProgress' &&
      (actionsInfo ?? []).some((action) => action === 'Cancellable' || action === 1),
    properties: SHOWN.flatMap((name) => {
      const value = attributes.get(name);
      return value ? [{ name, value: usMoment(value) ?? sanitise(value) ?? '' }] : [];
    }),
  };
}
