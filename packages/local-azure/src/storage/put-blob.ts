import { randomUUID } from 'node:crypto';
import { header } from '../http/exchange';
import type { HttpAnswer } from '../http/exchange';
import { forgetBlocks } from '../world/storage/blob-blocks';
import { blobKey } from '../world/storage/blob';
import { putBlob } from '../world/storage/blobs';
import type { BlobPlace } from '../world/storage/blob';
import { StorageError } from './call';
import type { BlobCall } from './call';
import { created } from './blob-headers';
import { copyBlob, copyBlobFromUrl, putBlobFromUrl } from './copies';
import { checkMd5 } from './md5';
import { aboutOf, malformed, placeToWrite } from './new-blob';
import { sequenceNumberOf } from './pages';

const LARGEST_PAGE_BLOB = 8 * 2 ** 40;

/** PUT of a blob: its bytes, or for a page blob its size, or what another blob holds. Blocks that were sent before are forgotten. */
export function putWholeBlob(call: BlobCall): HttpAnswer {
  const place = placeToWrite(call);
  forgetBlocks(call.world, blobKey(place));
  const type = header(call.request, 'x-ms-blob-type');
  if (call.source) {
    if (type === 'BlockBlob') return putBlobFromUrl(call, place, call.source);
    if (type !== undefined) throw malformed('x-ms-copy-source');
    const isSync = header(call.request, 'x-ms-requires-sync') === 'true';
    return isSync ? copyBlobFromUrl(call, place, call.source) : copyBlob(call, place, call.source);
  }
  switch (type) {
    case 'BlockBlob':
      return putBlockBlob(call, place);
    case 'PageBlob':
      return putPageBlob(call, place);
    case 'AppendBlob':
      return created(putBlob(call.world, place, { type, length: 0, appended: 0, ...aboutOf(call, true) }));
    default:
      throw malformed('x-ms-blob-type');
  }
}

function putBlockBlob(call: BlobCall, place: BlobPlace): HttpAnswer {
  const { bytes } = call.request;
  const contentMd5 = checkMd5(call);
  const contentId = randomUUID();
  call.world.contents.write(contentId, 0, bytes);
  const blob = putBlob(call.world, place, { type: 'BlockBlob', length: bytes.length, contentId, ...aboutOf(call, true), contentMd5 });
  return created(blob, { 'Content-MD5': contentMd5 });
}

/** The size of a page blob that a request names. @throws StorageError 400 */
export function pageBlobLength({ request }: BlobCall): number {
  const length = Number(header(request, 'x-ms-blob-content-length') ?? Number.NaN);
  if (length >= 0 && length % 512 === 0 && length <= LARGEST_PAGE_BLOB) return length;
  throw new StorageError(400, 'InvalidHeaderValue', 'The length of a page blob must be a multiple of 512 and at most 8 TiB.');
}

function putPageBlob(call: BlobCall, place: BlobPlace): HttpAnswer {
  const sequenceNumber = sequenceNumberOf(call) ?? 0;
  return created(putBlob(call.world, place, { type: 'PageBlob', length: pageBlobLength(call), sequenceNumber, ...aboutOf(call, true) }));
}
