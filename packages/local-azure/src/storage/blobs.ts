import { randomUUID } from 'node:crypto';
import { header } from '../http/exchange';
import type { HttpAnswer } from '../http/exchange';
import { blobServiceOf } from '../world/storage/blob-services';
import { bringBlobBack, changeBlob, findBlob, removeBlob } from '../world/storage/blobs';
import { putSnapshot, removeSnapshot, snapshotsOf } from '../world/storage/former-blobs';
import type { Blob } from '../world/storage/blob';
import { text } from '../world/json';
import { aboutBlob, tags, tierHeaders } from './blob-headers';
import { metadataHeaders, metadataOf, StorageError } from './call';
import type { BlobCall } from './call';
import { checkWrite, isUnchanged } from './conditions';
import { containerOf } from './containers';
import { leaseOfBlob, requireLease, requireNamedLease } from './leases';
import { md5Of } from './md5';
import { malformed } from './new-blob';
import { rangeOf } from './range';

/** The longest range of which the MD5 is reckoned. */
const LONGEST_HASHED = 4 * 2 ** 20;

const notFound = () => new StorageError(404, 'BlobNotFound', 'The specified blob does not exist.');

/** The blob a path names. @throws StorageError 404 */
export function blobOf(call: BlobCall): Blob {
  const { account, name } = containerOf(call);
  const blob = findBlob(call.world, account, name, call.blob);
  if (blob) return blob;
  throw notFound();
}

/** The blob a path names, if it may be changed now. @throws StorageError 404, 409 or 412 */
export function blobToChange(call: BlobCall): Blob {
  const blob = blobOf(call);
  checkWrite(call.request, blob);
  requireLease(call, blob);
  return blob;
}

/** GET and HEAD: the whole blob, or with a range a part of it. */
export function getBlob(call: BlobCall): HttpAnswer {
  const { request, world } = call;
  const blob = blobOf(call);
  requireNamedLease(call, blob);
  const headers = aboutBlob(blob, request, leaseOfBlob(world, blob));
  if (isUnchanged(request, blob)) return { status: 304, headers };
  const { contentMd5 } = blob;
  const md5: Record<string, string> = contentMd5 === undefined ? {} : { 'Content-MD5': contentMd5 };
  if (request.method === 'HEAD') {
    return {
      status: 200,
      headers: {
        ...headers,
        ...md5,
        ...tierHeaders(blob, text(call.account.properties['accessTier']) ?? 'Hot'),
        'Content-Length': String(blob.length),
      },
    };
  }
  const range = rangeOf(header(request, 'x-ms-range') ?? header(request, 'range'), blob.length);
  const from = range?.from ?? 0;
  const length = range ? range.to - range.from + 1 : blob.length;
  const stream = { length, chunks: world.contents.read(blob.contentId, from, length) };
  if (!range) return { status: 200, headers: { ...headers, ...md5 }, stream };
  const whole = contentMd5 === undefined ? {} : { 'x-ms-blob-content-md5': contentMd5 };
  const partial = { 'Content-Range': `bytes ${range.from}-${range.to}/${blob.length}`, ...rangeMd5(call, blob, from, length) };
  return { status: 206, headers: { ...headers, ...whole, ...partial }, stream };
}

/** The MD5 of a range, where it is asked for. @throws StorageError 400 when the range is too long for it */
function rangeMd5({ request, world }: BlobCall, { contentId }: Blob, from: number, length: number): Record<string, string> {
  if (header(request, 'x-ms-range-get-content-md5')?.toLowerCase() !== 'true') return {};
  if (length > LONGEST_HASHED) throw malformed('x-ms-range-get-content-md5');
  return { 'Content-MD5': md5Of(Buffer.concat([...world.contents.read(contentId, from, length)])) };
}

/** DELETE: a blob with snapshots goes with them or not at all. @throws StorageError 409 */
export function deleteBlob(call: BlobCall): HttpAnswer {
  const { world, request } = call;
  const which = header(request, 'x-ms-delete-snapshots')?.toLowerCase();
  const blob = blobToChange(call);
  const snapshots = snapshotsOf(world, blob);
  if (which === undefined && snapshots.length > 0) {
    throw new StorageError(409, 'SnapshotsPresent', 'This operation is not permitted because the blob has snapshots.');
  }
  for (const snapshot of snapshots) removeSnapshot(world, snapshot);
  const isKept = which === 'only' ? blobServiceOf(world, blob.account).blobDays !== undefined : removeBlob(world, blob);
  return { status: 202, headers: { 'x-ms-delete-type-permanent': String(!isKept) } };
}

/** PUT ?comp=undelete: brings back what was deleted of a blob. */
export function undeleteBlob(call: BlobCall): HttpAnswer {
  const { account, name: container } = containerOf(call);
  if (!bringBlobBack(call.world, { account, container, name: call.blob })) throw notFound();
  return { status: 200, headers: {} };
}

/** PUT ?comp=snapshot: keeps a blob as it is at this moment. */
export function snapshotBlob(call: BlobCall): HttpAnswer {
  const blob = blobOf(call);
  checkWrite(call.request, blob);
  requireNamedLease(call, blob);
  const { id } = putSnapshot(call.world, blob, randomUUID());
  return { status: 201, headers: { ...tags(blob), 'x-ms-snapshot': id, 'x-ms-request-server-encrypted': 'false' } };
}

/** PUT ?comp=metadata: replaces all metadata of a blob. @throws StorageError 404 or 412 */
export function setMetadata(call: BlobCall): HttpAnswer {
  const changed = changeBlob(call.world, blobToChange(call), { metadata: metadataOf(call.request) });
  return { status: 200, headers: { ...tags(changed), 'x-ms-request-server-encrypted': 'true' } };
}

/** GET or HEAD ?comp=metadata, as headers. @throws StorageError 404 */
export function getMetadata(call: BlobCall): HttpAnswer {
  const blob = blobOf(call);
  return { status: 200, headers: { ...tags(blob), ...metadataHeaders(blob.metadata) } };
}
