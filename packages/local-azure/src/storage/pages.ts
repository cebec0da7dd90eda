import { header } from '../http/exchange';
import type { HttpAnswer } from '../http/exchange';
import { changeBlob } from '../world/blobs';
import type { Blob } from '../world/blobs';
import { StorageError } from './call';
import type { BlobCall } from './call';
import { blobOf, tags } from './blobs';
import { checkWrite } from './conditions';
import { rangeOf } from './range';
import { element, parent, xml } from './xml';

const PAGE = 512;
const LARGEST_WRITE = 4 * 1024 * 1024;

function pageBlobOf(call: BlobCall): Blob {
  const blob = blobOf(call);
  if (blob.type === 'PageBlob') return blob;
  throw new StorageError(409, 'InvalidBlobType', 'The blob type is invalid for this operation.');
}

/** PUT comp=page: writes whole pages or clears them. */
export function putPage(call: BlobCall): HttpAnswer {
  const { world, request } = call;
  const blob = pageBlobOf(call);
  checkWrite(request, blob);
  const range = rangeOf(header(request, 'x-ms-range') ?? header(request, 'range'), blob.length);
  if (!range || range.from % PAGE !== 0 || (range.to + 1) % PAGE !== 0) {
    throw new StorageError(416, 'InvalidPageRange', 'The page range specified is invalid.');
  }
  const length = range.to - range.from + 1;
  if (header(request, 'x-ms-page-write')?.toLowerCase() === 'clear') world.contents.clear(blob.contentId, range.from, length);
  else if (length > LARGEST_WRITE) throw new StorageError(413, 'RequestBodyTooLarge', 'The request body is too large: 4 MiB at most.');
  else if (request.bytes.length === length) world.contents.write(blob.contentId, range.from, request.bytes);
  else throw new StorageError(400, 'InvalidHeaderValue', 'The length of the body and of the range differ.');
  return { status: 201, headers: { ...tags(changeBlob(world, blob, {})), 'x-ms-blob-sequence-number': '0' } };
}

/** GET comp=pagelist: the pieces of the blob that hold something. */
export function listPages(call: BlobCall): HttpAnswer {
  const blob = pageBlobOf(call);
  const ranges = call.world.contents
    .written(blob.contentId)
    .map(({ from, to }) => parent('PageRange', [element('Start', from), element('End', Math.min(to, blob.length - 1))]));
  return xml(200, parent('PageList', ranges), { ...tags(blob), 'x-ms-blob-content-length': String(blob.length) });
}
