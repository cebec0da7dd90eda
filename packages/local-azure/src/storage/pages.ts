import { header } from '../http/exchange';
import type { HttpAnswer } from '../http/exchange';
import { changeBlob } from '../world/storage/blobs';
import type { Blob } from '../world/storage/blob';
import { StorageError } from './call';
import type { BlobCall } from './call';
import { blobOf, blobToChange } from './blobs';
import { tags } from './blob-headers';
import { copySpan, spanOfSource } from './copies';
import { checkMd5, checkSourceMd5 } from './md5';
import { malformed } from './new-blob';
import { rangeOf } from './range';
import type { ByteRange } from './range';
import { element, parent, xml } from './xml';

const PAGE = 512;
const LARGEST_WRITE = 4 * 1024 * 1024;

/** @throws StorageError 409 when it is of another type */
export function requireType(blob: Blob, type: Blob['type']): Blob {
  if (blob.type === type) return blob;
  throw new StorageError(409, 'InvalidBlobType', 'The blob type is invalid for this operation.');
}

/** The sequence number that a request gives a page blob. @throws StorageError 400 */
export function sequenceNumberOf({ request }: BlobCall): number | undefined {
  const given = header(request, 'x-ms-blob-sequence-number');
  if (given === undefined) return undefined;
  if (/^\d{1,15}$/.test(given)) return Number(given);
  throw malformed('x-ms-blob-sequence-number');
}

function pagesOf(range: ByteRange | undefined): ByteRange {
  if (range && range.from % PAGE === 0 && (range.to + 1) % PAGE === 0) return range;
  throw new StorageError(416, 'InvalidPageRange', 'The page range specified is invalid.');
}

const tooLarge = () => new StorageError(413, 'RequestBodyTooLarge', 'The request body is too large: 4 MiB at most.');

/** PUT comp=page: writes whole pages, or those of another blob, or clears them. */
export function putPage(call: BlobCall): HttpAnswer {
  const { world, request } = call;
  const blob = requireType(blobToChange(call), 'PageBlob');
  const range = pagesOf(rangeOf(header(request, 'x-ms-range') ?? header(request, 'range'), blob.length));
  const length = range.to - range.from + 1;
  const isClear = header(request, 'x-ms-page-write')?.toLowerCase() === 'clear';
  if (!isClear && length > LARGEST_WRITE) throw tooLarge();
  if (isClear) world.contents.clear(blob.contentId, range.from, length);
  const md5 = isClear ? undefined : call.source ? writeSource(call, blob, range, call.source) : writeBody(call, blob, range);
  const { sequenceNumber = 0 } = blob;
  const headers = { ...(md5 !== undefined && { 'Content-MD5': md5 }), 'x-ms-blob-sequence-number': String(sequenceNumber) };
  return { status: 201, headers: { ...tags(changeBlob(world, blob, {})), ...headers } };
}

function writeBody(call: BlobCall, { contentId }: Blob, { from, to }: ByteRange): string {
  const { bytes } = call.request;
  if (bytes.length !== to - from + 1) {
    throw new StorageError(400, 'InvalidHeaderValue', 'The length of the body and of the range differ.');
  }
  const md5 = checkMd5(call);
  call.world.contents.write(contentId, from, bytes);
  return md5;
}

/** Put Page From URL. */
function writeSource(call: BlobCall, { contentId }: Blob, { from, to }: ByteRange, source: Blob): string {
  if (header(call.request, 'x-ms-source-range') === undefined) throw malformed('x-ms-source-range');
  const span = spanOfSource(call, source);
  if (span.length !== to - from + 1) {
    throw new StorageError(400, 'InvalidHeaderValue', 'The lengths of the range and of the range of the source differ.');
  }
  return checkSourceMd5(call, copySpan(call.world, span, contentId, from));
}

/** GET comp=pagelist: the pieces of the blob that hold something. */
export function listPages(call: BlobCall): HttpAnswer {
  const blob = requireType(blobOf(call), 'PageBlob');
  const { from, to } = rangeOf(header(call.request, 'x-ms-range') ?? header(call.request, 'range'), blob.length) ?? {
    from: 0,
    to: blob.length - 1,
  };
  const ranges = call.world.contents
    .written(blob.contentId)
    .map((piece) => ({ from: Math.max(piece.from, from), to: Math.min(piece.to, to) }))
    .filter((piece) => piece.from <= piece.to)
    .map((piece) => parent('PageRange', [element('Start', piece.from), element('End', piece.to)]));
  return xml(200, parent('PageList', ranges), { ...tags(blob), 'x-ms-blob-content-length': String(blob.length) });
}
