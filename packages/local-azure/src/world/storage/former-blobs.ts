import { randomInt } from 'node:crypto';
import { blobKey, type Blob, type BlobPlace } from './blob';
import { blobServiceOf } from './blob-services';
import type { World } from '../world';

/** A blob as it once was. Moments are milliseconds since 1970. */
export interface FormerBlob {
  /** Of a version or snapshot its name; a moment, as Azure writes it. */
  id: string;
  kind: 'deleted' | 'snapshot' | 'version';
  blob: Blob;
  /** Where it is deleted and can be brought back until then. */
  deletedAt?: number;
  until?: number;
}

const DAY = 86_400_000;

const formers = (world: World) => world.documents<FormerBlob>('former-blobs');
const keyOf = ({ blob, id }: Pick<FormerBlob, 'blob' | 'id'>) => `${blobKey(blob)}\n${id}`;

/** A moment to the tenth of a microsecond, as versions and snapshots are named; no two are the same. */
export const freshVersionId = (world: World): string =>
  new Date(world.clock.now()).toISOString().replace('Z', `${String(randomInt(10_000)).padStart(4, '0')}Z`);

/** What a step that ends the keeping of a deleted blob is called. */
export const BLOB_RETENTION_STEP = 'storage.blob-retention';

/** What once was in a container, by name and moment. */
export const formersOf = (world: World, account: string, container: string, prefix = ''): FormerBlob[] =>
  formers(world).list(blobKey({ account, container, name: prefix }));

const formersOfBlob = (world: World, { account, container, name }: BlobPlace): FormerBlob[] =>
  formersOf(world, account, container, name).filter(({ blob }) => blob.name === name);

/** The snapshots that are there, the oldest first; not those that are deleted and kept. */
export const snapshotsOf = (world: World, blob: Blob): FormerBlob[] =>
  formersOfBlob(world, blob).filter(({ kind, until }) => kind === 'snapshot' && until === undefined);

/** What of a blob is deleted and can be brought back, the newest first. */
export const deletedOf = (world: World, place: BlobPlace): FormerBlob[] =>
  formersOfBlob(world, place)
    .filter(({ until }) => until !== undefined)
    .toReversed();

/** Keeps what is there no more, with its end where it has one. */
export function putFormer(world: World, former: FormerBlob): void {
  formers(world).put(keyOf(former), former);
  if (former.until === undefined) return;
  const key = keyOf(former);
  world.schedule.plan({ id: `${BLOB_RETENTION_STEP}:${key}`, dueAt: former.until, kind: BLOB_RETENTION_STEP, payload: key });
}

/** Whether its keeping has not ended, by the clock of this world; what is not deleted is kept for good. */
export const isKeptFormer = (world: World, { until }: FormerBlob): boolean => until === undefined || until > world.clock.now();

/** Takes it out; its bytes stay. */
export const takeFormer = (world: World, former: FormerBlob): boolean => formers(world).delete(keyOf(former));

/** Takes it out with its bytes; nothing brings it back. */
export function purgeFormer(world: World, former: FormerBlob): void {
  world.contents.delete(former.blob.contentId);
  takeFormer(world, former);
}

/** Ends the keeping of what is due now; what was brought back meanwhile stays. */
export function purgeDueFormer(world: World, key: string): void {
  const former = formers(world).get(key);
  if (former && !isKeptFormer(world, former)) purgeFormer(world, former);
}

/**
 * Keeps a blob that goes: as a version, or deleted for some days; one that is overwritten as a deleted snapshot. Whether the account keeps it
 * at all. By learn.microsoft.com/azure/storage/blobs/soft-delete-blob-overview and versioning-overview.
 */
export function keepFormer(world: World, blob: Blob, how: 'deleted' | 'overwritten'): boolean {
  const { blobDays, keepsVersions } = blobServiceOf(world, blob.account);
  if (keepsVersions) {
    putFormer(world, { id: blob.versionId ?? freshVersionId(world), kind: 'version', blob });
    return true;
  }
  if (blobDays === undefined) return false;
  const deletedAt = world.clock.now();
  const kind = how === 'deleted' ? 'deleted' : 'snapshot';
  putFormer(world, { id: freshVersionId(world), kind, blob, deletedAt, until: deletedAt + blobDays * DAY });
  return true;
}

/** Makes a snapshot of a blob. */
export function putSnapshot(world: World, blob: Blob, contentId: string): FormerBlob {
  world.contents.copy(blob.contentId, contentId);
  const snapshot: FormerBlob = { id: freshVersionId(world), kind: 'snapshot', blob: { ...blob, contentId } };
  putFormer(world, snapshot);
  return snapshot;
}

/** Deletes a snapshot; the account may keep it for a while. */
export function removeSnapshot(world: World, snapshot: FormerBlob): void {
  const { blobDays } = blobServiceOf(world, snapshot.blob.account);
  if (blobDays === undefined) purgeFormer(world, snapshot);
  else putFormer(world, { ...snapshot, deletedAt: world.clock.now(), until: world.clock.now() + blobDays * DAY });
}
