import { header } from '../http/exchange';
import type { HttpAnswer } from '../http/exchange';
import { blobUrl, changeBlob, findBlob, removeBlob } from '../world/blobs';
import type { Blob } from '../world/blobs';
import { holderOf } from '../world/vhd-holders';
import { httpDate, metadataHeaders, metadataOf, StorageError } from './call';
import type { BlobCall } from './call';
import { checkWrite, isUnchanged } from './conditions';
import { containerOf } from './containers';
import { rangeOf } from './range';

/** The blob a path names. @throws StorageError 404 */
export function blobOf(call: BlobCall): Blob {
  const { account, name } = containerOf(call);
  const blob = findBlob(call.world, account, name, call.blob);
  if (blob) return blob;
  throw new StorageError(404, 'BlobNotFound', 'The specified blob does not exist.');
}

export const tags = ({ etag, modifiedAt }: Blob) => ({ ETag: etag, 'Last-Modified': httpDate(modifiedAt) });

const isLeased = ({ world }: BlobCall, blob: Blob): boolean => holderOf(world, blobUrl(blob)) !== undefined;

function about(call: BlobCall, blob: Blob): Record<string, string> {
  const leased = isLeased(call, blob);
  return {
    ...tags(blob),
    ...metadataHeaders(blob.metadata),
    'Content-Type': blob.contentType,
    'Accept-Ranges': 'bytes',
    'x-ms-blob-type': blob.type,
    'x-ms-creation-time': httpDate(blob.createdAt),
    'x-ms-lease-status': leased ? 'locked' : 'unlocked',
    'x-ms-lease-state': leased ? 'leased' : 'available',
    ...(leased && { 'x-ms-lease-duration': 'infinite' }),
    'x-ms-server-encrypted': 'true',
    ...(blob.type === 'PageBlob' && { 'x-ms-blob-sequence-number': '0' }),
  };
}

/** GET and HEAD: the whole blob, or with a range a part of it. */
export function getBlob(call: BlobCall): HttpAnswer {
  const blob = blobOf(call);
  const headers = about(call, blob);
  if (isUnchanged(call.request, blob)) return { status: 304, headers };
  const md5 = blob.contentMd5 === undefined ? {} : { 'Content-MD5': blob.contentMd5 };
  if (call.request.method === 'HEAD') return { status: 200, headers: { ...headers, ...md5, 'Content-Length': String(blob.length) } };
  const range = rangeOf(header(call.request, 'x-ms-range') ?? header(call.request, 'range'), blob.length);
  const from = range?.from ?? 0;
  const length = range ? range.to - from + 1 : blob.length;
  const stream = { length, chunks: call.world.contents.read(blob.contentId, from, length) };
  if (!range) return { status: 200, headers: { ...headers, ...md5 }, stream };
  const partial = { 'Content-Range': `bytes ${range.from}-${range.to}/${blob.length}` };
  const whole = blob.contentMd5 === undefined ? {} : { 'x-ms-blob-content-md5': blob.contentMd5 };
  return { status: 206, headers: { ...headers, ...whole, ...partial }, stream };
}

/** DELETE: a VHD that a machine runs from is leased by it. */
export function deleteBlob(call: BlobCall): HttpAnswer {
  const blob = blobOf(call);
  checkWrite(call.request, blob);
  if (isLeased(call, blob)) {
    throw new StorageError(412, 'LeaseIdMissing', 'There is currently a lease on the blob and no lease ID was specified in the request.');
  }
  removeBlob(call.world, blob);
  return { status: 202, headers: { 'x-ms-delete-type-permanent': 'true' } };
}

export function setMetadata(call: BlobCall): HttpAnswer {
  const blob = blobOf(call);
  checkWrite(call.request, blob);
  return { status: 200, headers: tags(changeBlob(call.world, blob, { metadata: metadataOf(call.request) })) };
}

export function getMetadata(call: BlobCall): HttpAnswer {
  const blob = blobOf(call);
  return { status: 200, headers: { ...tags(blob), ...metadataHeaders(blob.metadata) } };
}
