import type { AzureSession } from '../connection/azure';
import { isStatus, UpstreamFailure } from '../connection/upstream-failure';
import { listEntries } from './list-entries';
import type { ListEntry } from './list-xml';

/** Something that was deleted and that its storage account still keeps, so that it can be brought back. */
export interface KeptBlob {
  /** Null: the whole container, which was deleted itself. */
  name: string | null;
  /** Null: a former version or a snapshot, which stays until somebody deletes it. */
  until: Date | null;
}

/** The user may not look; Azure does not tell: it does not answer, or the account is of a kind that does not list what it keeps. */
export type Untold = 'forbidden' | 'untold';

const DAY = 86_400_000;

/** Azure tells how many whole days are left, that which has begun aside; how many there were follows from when it was deleted. */
function untilOf({ textOf }: ListEntry, now: Date): Date | null {
  if (textOf('Deleted') !== 'true') return null;
  const deleted = Date.parse(textOf('DeletedTime') ?? '') || now.getTime();
  const left = Number(textOf('RemainingRetentionDays') ?? 0);
  const since = Math.max(0, now.getTime() - deleted) / DAY;
  return new Date(deleted + (Math.floor(left + since) + 1) * DAY);
}

const isFormer = ({ textOf }: ListEntry) =>
  textOf('Deleted') === 'true' ||
  textOf('Snapshot') !== undefined ||
  (textOf('VersionId') !== undefined && textOf('IsCurrentVersion') !== 'true');

/** One for each name: what stays longest. */
function longest(all: readonly KeptBlob[]): KeptBlob[] {
  const byName = new Map<string | null, KeptBlob>();
  for (const kept of all) {
    const { name, until } = byName.get(kept.name) ?? kept;
    byName.set(kept.name, { name, until: until && kept.until && (until > kept.until ? until : kept.until) });
  }
  return [...byName.values()];
}

/** What is kept of the blobs of a container, or of the container itself, once they are deleted. */
export async function listKept(session: AzureSession, account: string, container: string, prefix = ''): Promise<KeptBlob[] | Untold> {
  try {
    const entries = await listEntries(session, account, container, { prefix, include: 'deleted,snapshots,versions' });
    return longest(entries.filter(isFormer).map((entry) => ({ name: entry.name, until: untilOf(entry, session.now()) })));
  } catch (error) {
    if (isStatus(error, 404)) return listKeptContainer(session, account, container);
    return untold(error);
  }
}

async function listKeptContainer(session: AzureSession, account: string, container: string): Promise<KeptBlob[] | Untold> {
  try {
    const entries = await listEntries(session, account, '', { prefix: container, include: 'deleted' });
    const kept = entries.filter(({ name, textOf }) => name === container && textOf('Deleted') === 'true');
    return longest(kept.map((entry) => ({ name: null, until: untilOf(entry, session.now()) })));
  } catch (error) {
    if (isStatus(error, 404)) return [];
    // Someone who may read blobs need not be one who may read the account's containers.
    return isStatus(error, 403) ? 'untold' : untold(error);
  }
}

/** It is a remark beside what somebody asked for, which no account without an answer takes away. */
function untold(error: unknown): Untold {
  if (isStatus(error, 403)) return 'forbidden';
  if (error instanceof UpstreamFailure) return 'untold';
  throw error;
}
