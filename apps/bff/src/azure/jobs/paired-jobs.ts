import type { Job, VaultPath } from '@tresor/contracts';
import type { AzureSession } from '../connection/azure';
import { expectPage, pageOf } from '../connection/pages';
import { readWindow } from '../connection/time-window';
import { inSight, UpstreamFailure } from '../connection/upstream-failure';
import { askPairedRegion, openPairedRegion } from '../vaults/paired-region';
import { jobBody, newestFirst, since, toRestoreJob, VM_JOBS, type RestoreJob, type SentRequest } from './jobs';

const jobPage = pageOf(jobBody);
const DAY = 86_400_000;
const MAX_PAGES = 100;

/** Azure writes the name in either way. */
const skipTokenOf = (link: string) => [...new URL(link).searchParams].find(([name]) => name.toLowerCase() === '$skiptoken')?.[1];

/** The jobs of so many days that a region paired with a vault's has for it, newest first. */
export async function listJobsIn(session: AzureSession, path: VaultPath, region: string, days: number): Promise<RestoreJob[]> {
  return readWindow(session, async (now) => {
    const filter = VM_JOBS + since(now, days);
    const found: RestoreJob[] = [];
    let skipToken: string | undefined;
    for (let count = 0; count < MAX_PAGES; count += 1) {
      const { body } = await askPairedRegion(session, path, region, 'backupCrrJobs', { filter, skipToken });
      const { value, nextLink } = expectPage(jobPage, body);
      found.push(...value.map(toRestoreJob));
      skipToken = nextLink ? skipTokenOf(nextLink) : undefined;
      if (skipToken === undefined) return found;
    }
    throw new UpstreamFailure('unreadable', { azureMessage: 'The list does not end.' });
  });
}

/** The same for a vault, whose paired region may be closed: then, and for those who may not ask it, there are none to be seen. */
export async function listPairedJobs(session: AzureSession, path: VaultPath, days: number): Promise<RestoreJob[]> {
  return inSight(openPairedRegion(session, path).then((region) => (region === null ? [] : listJobsIn(session, path, region, days))));
}

/** Jobs of a vault of so many days, newest first, with those in its paired region that the user may ask for. */
export async function withPairedJobs(session: AzureSession, path: VaultPath, days: number, ownJobs: Promise<Job[]>): Promise<Job[]> {
  const [own, paired] = await Promise.all([ownJobs, listPairedJobs(session, path, days)]);
  if (paired.length === 0) return own;
  const plain = paired.map((job): Job => {
    const { requestId: _, ...rest } = job;
    return rest;
  });
  return [...own, ...plain].toSorted(newestFirst);
}

/** The job in the paired region that a request started, which bears the request's id as its activity; null where none shows. */
export async function findPairedJobOfRequest(
  session: AzureSession,
  path: VaultPath,
  { requestId, sentAt }: SentRequest,
): Promise<string | null> {
  const region = await openPairedRegion(session, path);
  if (region === null) return null;
  const days = Math.floor((session.now().getTime() - sentAt.getTime()) / DAY) + 1;
  const found = await listJobsIn(session, path, region, days);
  return found.find((job) => job.requestId === requestId.toLowerCase())?.id ?? null;
}
