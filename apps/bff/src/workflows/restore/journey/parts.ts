import type { Fact, KeptFile, VaultPath } from '@tresor/contracts';
import type { Failure } from '../../../azure/compute/machine';
import type { AzureSession } from '../../../azure/connection/azure';
import { failureOf } from '../../../azure/jobs/job-details';
import { listRestoreJobs } from '../../../azure/jobs/jobs';
import { readRestoreAttributes, type RestoreAttributes } from '../../../azure/restores/restore-attributes';
import type { RestoredDisk } from '../../../azure/restores/restored-disks';
import { known } from '../../../facts';
import { readRestoreJob, type JobOfRestore } from './restore-job';
import { readDisks, readKeptLeftovers, readLeftovers } from './restored-things';
import { completedBy, completingJobs } from './completing-jobs';

/** What one job of a restore brought: the restore itself, or what was gone of it. */
export interface RestorePart {
  jobId: string;
  /** In Azure's words. */
  status: string;
  /** Why it failed, as Azure tells. */
  failure: Failure | null;
  progress: number | null;
  attributes: RestoreAttributes;
  disks: Fact<RestoredDisk[]>;
  /** Names of disks that may be among these. */
  untold: string[];
  /** Blobs with key data. */
  leftovers: Fact<string[]>;
  /** Those that are deleted and can be brought back. Null: Azure does not tell. */
  keptLeftovers: Fact<KeptFile[] | null>;
}

interface Parts {
  own: RestorePart;
  /** What was restored again, the first first. */
  more: RestorePart[];
  /** The restore that this one only completes. */
  completes: string | null;
}

const DAY = 86_400_000;
/** A restore is completed while its list still has it. */
const DAYS = 30;

export async function readParts(session: AzureSession, vault: VaultPath, job: JobOfRestore): Promise<Parts> {
  const age = session.now().getTime() - (Date.parse(job.properties.startTime ?? '') || session.now().getTime());
  const [own, jobs] = await Promise.all([
    readPart(session, job),
    // In the paired region nothing is restored again.
    job.pairedRegion === null ? listRestoreJobs(session, vault, DAYS + Math.ceil(Math.max(age, 0) / DAY)) : [],
  ]);
  const more = await Promise.all(
    completingJobs(jobs, job.jobId).map(async ({ id }) => readPart(session, await readRestoreJob(session, vault, id))),
  );
  return { own, more, completes: completedBy(jobs, { requestId: job.properties.activityId?.toLowerCase() ?? '' }) };
}

const NOTHING_YET = { disks: known([]), untold: [] };

async function readPart(session: AzureSession, { jobId, properties, item }: JobOfRestore): Promise<RestorePart> {
  const attributes = readRestoreAttributes(properties.extendedInfo?.propertyBag);
  const isOver = isCompleted(properties.status);
  const [{ disks, untold }, leftovers] = await Promise.all([
    isOver ? readDisks(session, item, jobId, attributes) : NOTHING_YET,
    isOver ? readLeftovers(session, attributes) : known([]),
  ]);
  return {
    jobId,
    status: properties.status ?? 'Invalid',
    failure: failureOf(properties.errorDetails),
    progress: properties.extendedInfo?.progressPercentage ?? null,
    attributes,
    disks,
    untold,
    leftovers,
    keptLeftovers: isOver ? await readKeptLeftovers(session, attributes, leftovers) : known([]),
  };
}

/** With warnings, or without. */
export const isCompleted = (status: string | null | undefined) => status?.startsWith('Completed') ?? false;
