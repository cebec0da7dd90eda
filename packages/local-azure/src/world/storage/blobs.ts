import { cloudOf } from '../cloud';
import { randomUUID } from 'node:crypto';
import { blobKey, type Blob, type BlobContainer, type BlobPlace } from './blob';
import { forgetBlocksBelow } from './blob-blocks';
import { forgetLease, forgetLeasesBelow } from './blob-leases';
import { blobServiceOf } from './blob-services';
import { deletedOf, formersOf, freshVersionId, isKeptFormer, keepFormer, purgeFormer, putFormer, takeFormer } from './former-blobs';
import { decodedOrNone } from '../decoded';
import { delayOf } from '../time/delays';
import { keptContainersOf, keptKey, purgeKeptContainer, putKeptContainer, takeKeptContainer } from './kept-containers';
import type { World } from '../world';

/** Whether a container may be called so. */
export const isContainerName = (name: string): boolean => /^(?=.{3,63}$)[a-z0-9]+(?:-[a-z0-9]+)*$|^\$(?:root|web|logs)$/.test(name);

const containers = (world: World) => world.documents<BlobContainer>('blob-containers');
const blobs = (world: World) => world.documents<Blob>('blobs');

/** When containers were deleted whose names stay reserved for a while; milliseconds since 1970. */
const deletedContainers = (world: World) => world.documents<{ at: number }>('deleted-containers');

const DAY = 86_400_000;

const freshEtag = () => `"0x${randomUUID().replaceAll('-', '').slice(0, 15).toUpperCase()}"`;
const keyOf = (account: string, container: string, name = '') => blobKey({ account, container, name });

/** By the account in any case and the container in its own; undefined also for one that is deleted and kept. */
export const findContainer = (world: World, account: string, name: string): BlobContainer | undefined =>
  containers(world).get(keyOf(account, name));

/** The containers of an account, by name. */
export const containersOf = (world: World, account: string): BlobContainer[] => containers(world).list(`${account.toLowerCase()}/`);

/** The key of a container, with which those of all its blobs begin. */
export const containerKey = (account: string, name: string): string => keyOf(account, name);

/** Makes a container, or changes what is said about one. */
export function putContainer(world: World, account: string, name: string, metadata: Record<string, string> = {}): BlobContainer {
  const before = findContainer(world, account, name);
  return changeContainer(world, { account: account.toLowerCase(), name, etag: '', modifiedAt: 0, ...before, metadata }, {});
}

/** Changes a container, and with it its entity tag. */
export function changeContainer(world: World, container: BlobContainer, changes: Partial<BlobContainer>): BlobContainer {
  const changed = { ...container, ...changes, etag: freshEtag(), modifiedAt: world.clock.now() };
  containers(world).put(keyOf(container.account, container.name), changed);
  return changed;
}

/** Whether a container of the name was deleted so lately that none can be made. */
export function isBeingDeleted(world: World, account: string, name: string): boolean {
  const key = keyOf(account, name);
  const deleted = deletedContainers(world).get(key);
  return deleted !== undefined && world.clock.now() < deleted.at + delayOf(world, 'container-names', key);
}

/** Removes a container with everything in it, blocks included that no blob was made of; the account may keep it for a while. */
export function removeContainer(world: World, account: string, name: string): void {
  const container = findContainer(world, account, name);
  const days = blobServiceOf(world, account).containerDays;
  if (container && days !== undefined) keepContainer(world, container, days);
  for (const blob of blobsOf(world, account, name)) purgeBlob(world, blob);
  for (const former of formersOf(world, account, name)) purgeFormer(world, former);
  forgetBlocksBelow(world, keyOf(account, name));
  forgetLeasesBelow(world, keyOf(account, name));
  if (containers(world).delete(keyOf(account, name))) deletedContainers(world).put(keyOf(account, name), { at: world.clock.now() });
}

/** Takes everything out of a container, so that its removal deletes none of it. */
function keepContainer(world: World, container: BlobContainer, days: number): void {
  const { account, name } = container;
  const deletedAt = world.clock.now();
  const version = randomUUID().replaceAll('-', '').slice(0, 16).toUpperCase();
  const kept = { container, blobs: blobsOf(world, account, name), formers: formersOf(world, account, name), version };
  for (const blob of kept.blobs) blobs(world).delete(blobKey(blob));
  for (const former of kept.formers) takeFormer(world, former);
  putKeptContainer(world, { ...kept, deletedAt, until: deletedAt + days * DAY });
}

/** Brings a container back with everything that was in it; undefined where it is not kept. */
export function bringContainerBack(world: World, account: string, name: string, version: string): BlobContainer | undefined {
  const kept = keptContainersOf(world, account).find((one) => one.container.name === name && one.version === version);
  if (!kept) return undefined;
  takeKeptContainer(world, kept);
  containers(world).put(keyOf(account, name), kept.container);
  for (const blob of kept.blobs) blobs(world).put(blobKey(blob), blob);
  for (const former of kept.formers) {
    if (isKeptFormer(world, former)) putFormer(world, former);
    else purgeFormer(world, former);
  }
  return kept.container;
}

/** Deletes all containers of an account for good. */
export function purgeContainersOf(world: World, account: string): void {
  for (const { name } of containersOf(world, account)) removeContainer(world, account, name);
  for (const kept of keptContainersOf(world, account)) purgeKeptContainer(world, keptKey(kept));
}

/** By the decoded name, in its case; undefined also for one that is deleted and kept. */
export const findBlob = (world: World, account: string, container: string, name: string): Blob | undefined =>
  blobs(world).get(keyOf(account, container, name));

/** The blobs of a container, by name. */
export const blobsOf = (world: World, account: string, container: string, prefix = ''): Blob[] =>
  blobs(world).list(keyOf(account, container, prefix));

/** Begins a blob, in place of one that may be there, which the account may keep. Its bytes are written to `contentId` of the answer. */
export function putBlob(
  world: World,
  place: BlobPlace,
  about: Pick<Blob, 'type' | 'length'> & Partial<Omit<Blob, keyof BlobPlace | 'etag' | 'createdAt' | 'modifiedAt'>>,
): Blob {
  const before = findBlob(world, place.account, place.container, place.name);
  if (before && !keepFormer(world, before, 'overwritten')) world.contents.delete(before.contentId);
  const now = world.clock.now();
  const { account, container, name } = place;
  const blob: Blob = {
    account: account.toLowerCase(),
    container,
    name,
    contentId: randomUUID(),
    contentType: 'application/octet-stream',
    metadata: {},
    ...about,
    ...(blobServiceOf(world, account).keepsVersions && { versionId: freshVersionId(world) }),
    etag: freshEtag(),
    createdAt: before?.createdAt ?? now,
    modifiedAt: now,
  };
  blobs(world).put(keyOf(account, container, name), blob);
  return blob;
}

/** Writes a whole block blob. */
export function putBytes(world: World, place: BlobPlace, bytes: Buffer, contentType: string): Blob {
  const blob = putBlob(world, place, { type: 'BlockBlob', length: bytes.length, contentType });
  world.contents.write(blob.contentId, 0, bytes);
  return blob;
}

/** Changes what is said about a blob, and with it its entity tag. */
export function changeBlob(world: World, blob: Blob, changes: Partial<Blob>): Blob {
  const changed = { ...blob, ...changes, etag: freshEtag(), modifiedAt: world.clock.now() };
  blobs(world).put(keyOf(blob.account, blob.container, blob.name), changed);
  return changed;
}

/** Deletes a blob; whether the account keeps it so that it can be brought back. */
export function removeBlob(world: World, blob: Blob): boolean {
  const isKept = keepFormer(world, blob, 'deleted');
  if (!isKept) world.contents.delete(blob.contentId);
  forgetLease(world, blobKey(blob));
  blobs(world).delete(blobKey(blob));
  return isKept;
}

function purgeBlob(world: World, blob: Blob): void {
  world.contents.delete(blob.contentId);
  forgetLease(world, blobKey(blob));
  blobs(world).delete(blobKey(blob));
}

/** Brings back what was deleted of a blob, its snapshots included; whether there is such a blob then. */
export function bringBlobBack(world: World, place: BlobPlace): boolean {
  const { account, container, name } = place;
  const isThere = () => findBlob(world, account, container, name) !== undefined;
  for (const former of deletedOf(world, place)) {
    const { id, kind, blob } = former;
    if (kind === 'snapshot') putFormer(world, { id, kind, blob });
    else if (!isThere()) {
      takeFormer(world, former);
      blobs(world).put(blobKey(place), blob);
    }
  }
  return isThere();
}

/** A blob by its URL, whatever the query; undefined when there is none. */
export function blobAt(world: World, url: string): Blob | undefined {
  const [, account = '', container = '', name = ''] = /^https?:\/\/([a-z0-9]+)\.blob\.[^/]+\/([^/]+)\/([^?]+)/i.exec(url) ?? [];
  const blob = decodedOrNone(name);
  return blob === undefined ? undefined : findBlob(world, account, container, blob);
}

/** Where the blob is reached, without a signature; its slashes stay, the rest of its name is encoded. */
export const blobUrl = (world: World, { account, container, name }: BlobPlace): string =>
  `https://${account}.blob.${cloudOf(world).storage}/${container}/${encodeURI(name)}`;
