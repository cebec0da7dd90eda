import { cloudOf } from './cloud';
import { randomUUID } from 'node:crypto';
import { forgetBlocksBelow } from './blob-blocks';
import { forgetLease, forgetLeasesBelow } from './blob-leases';
import { decodedOrNone } from './decoded';
import { delayOf } from './delays';
import type { World } from './world';

/** A container of blobs. Moments are milliseconds since 1970. */
export interface BlobContainer {
  /** Name of the storage account, lower case. */
  account: string;
  name: string;
  etag: string;
  modifiedAt: number;
  metadata: Record<string, string>;
  /** What shared access signatures may refer to. */
  policies?: StoredPolicy[];
}

/** A stored access policy of a container; its moments as ISO 8601, in UTC. */
export interface StoredPolicy {
  id: string;
  start?: string;
  expiry?: string;
  /** Letters as in a signature. */
  permission?: string;
}

/** What a blob says of its content wherever it is read. */
export interface ContentProperties {
  contentType: string;
  /** Base64; of block blobs that came in one piece, and where the caller said so. */
  contentMd5?: string;
  contentEncoding?: string;
  contentLanguage?: string;
  contentDisposition?: string;
  cacheControl?: string;
}

/** Where a blob was copied from. */
export interface BlobCopy {
  id: string;
  /** Without its query. */
  source: string;
  bytes: number;
  completedAt: number;
}

/** What is known of a blob; its bytes lie in the world's contents. */
export interface Blob extends ContentProperties {
  account: string;
  container: string;
  name: string;
  type: 'BlockBlob' | 'PageBlob' | 'AppendBlob';
  /** Bytes. */
  length: number;
  contentId: string;
  /** Of a block blob that was put together, in order. */
  blocks?: { id: string; length: number }[];
  /** Of an append blob: how often something was appended. */
  appended?: number;
  /** Of a page blob. */
  sequenceNumber?: number;
  /** Where the caller said so. */
  accessTier?: string;
  copy?: BlobCopy;
  etag: string;
  createdAt: number;
  modifiedAt: number;
  metadata: Record<string, string>;
}

/** Whether a container may be called so. */
export const isContainerName = (name: string): boolean => /^(?=.{3,63}$)[a-z0-9]+(?:-[a-z0-9]+)*$|^\$(?:root|web|logs)$/.test(name);

const containers = (world: World) => world.documents<BlobContainer>('blob-containers');
const blobs = (world: World) => world.documents<Blob>('blobs');

/** When containers were deleted whose names stay reserved for a while; milliseconds since 1970. */
const deletedContainers = (world: World) => world.documents<{ at: number }>('deleted-containers');

const freshEtag = () => `"0x${randomUUID().replaceAll('-', '').slice(0, 15).toUpperCase()}"`;
const keyOf = (account: string, container: string, name = '') => `${account.toLowerCase()}/${container}/${name}`;

/** The key of a blob, whether it is there or not. */
export const blobKey = ({ account, container, name }: BlobPlace): string => keyOf(account, container, name);

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

/** Removes a container with everything in it, blocks included that no blob was made of. */
export function removeContainer(world: World, account: string, name: string): void {
  for (const blob of blobsOf(world, account, name)) removeBlob(world, blob);
  forgetBlocksBelow(world, keyOf(account, name));
  forgetLeasesBelow(world, keyOf(account, name));
  if (containers(world).delete(keyOf(account, name))) deletedContainers(world).put(keyOf(account, name), { at: world.clock.now() });
}

export const findBlob = (world: World, account: string, container: string, name: string): Blob | undefined =>
  blobs(world).get(keyOf(account, container, name));

/** The blobs of a container, by name. */
export const blobsOf = (world: World, account: string, container: string, prefix = ''): Blob[] =>
  blobs(world).list(keyOf(account, container, prefix));

export type BlobPlace = Pick<Blob, 'account' | 'container' | 'name'>;

/** Begins a blob, in place of one that may be there. Its bytes are written to `contentId` of the answer. */
export function putBlob(
  world: World,
  place: BlobPlace,
  about: Pick<Blob, 'type' | 'length'> & Partial<Omit<Blob, keyof BlobPlace | 'etag' | 'createdAt' | 'modifiedAt'>>,
): Blob {
  const before = findBlob(world, place.account, place.container, place.name);
  if (before) world.contents.delete(before.contentId);
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

export function removeBlob(world: World, blob: Blob): void {
  world.contents.delete(blob.contentId);
  forgetLease(world, blobKey(blob));
  blobs(world).delete(keyOf(blob.account, blob.container, blob.name));
}

/** A blob by its URL, whatever the query; undefined when there is none. */
export function blobAt(world: World, url: string): Blob | undefined {
  const [, account = '', container = '', name = ''] = /^https?:\/\/([a-z0-9]+)\.blob\.[^/]+\/([^/]+)\/([^?]+)/i.exec(url) ?? [];
  const blob = decodedOrNone(name);
  return blob === undefined ? undefined : findBlob(world, account, container, blob);
}

export const blobUrl = (world: World, { account, container, name }: BlobPlace): string =>
  `https://${account}.blob.${cloudOf(world).storage}/${container}/${encodeURI(name)}`;
