import { header } from '../http/exchange';
import type { HttpAnswer } from '../http/exchange';
import { changeBlob } from '../world/storage/blobs';
import type { Blob } from '../world/storage/blob';
import { tags } from './blob-headers';
import { blobToChange } from './blobs';
import type { BlobCall } from './call';
import { propertiesOf, withoutProperties } from './content-properties';
import { malformed } from './new-blob';
import { requireType, sequenceNumberOf } from './pages';
import { pageBlobLength } from './put-blob';
import { understood } from './understood';

/** The sequence number of a page blob after what a request does with it. @throws StorageError 400 */
function sequenceNumberAfter(call: BlobCall, { sequenceNumber = 0 }: Blob): number {
  const given = sequenceNumberOf(call);
  const action = header(call.request, 'x-ms-sequence-number-action')?.toLowerCase();
  if (action === undefined && given === undefined) return sequenceNumber;
  if (action === 'increment' && given === undefined) return sequenceNumber + 1;
  if (action === 'update' && given !== undefined) return given;
  if (action === 'max' && given !== undefined) return Math.max(given, sequenceNumber);
  throw malformed('x-ms-sequence-number-action');
}

/** What the pages of a blob are after the request; nothing beyond its new end is kept. @throws StorageError 409 for other blobs */
function pagesAfter(call: BlobCall, blob: Blob): Partial<Blob> {
  const isResized = header(call.request, 'x-ms-blob-content-length') !== undefined;
  if (isResized || header(call.request, 'x-ms-sequence-number-action') !== undefined) requireType(blob, 'PageBlob');
  if (blob.type !== 'PageBlob') return {};
  const length = isResized ? pageBlobLength(call) : blob.length;
  if (length < blob.length) call.world.contents.clear(blob.contentId, length, blob.length - length);
  return { length, sequenceNumber: sequenceNumberAfter(call, blob) };
}

/**
 * PUT comp=properties: sets all properties of the content together, those that are not named to nothing; a request that names none of them
 * leaves them. Of page blobs also the size, in bytes, and the sequence number. 200 with the new entity tag. Rules of
 * learn.microsoft.com/rest/api/storageservices/set-blob-properties. @throws StorageError 400, 404, 409 or 412
 */
export function setProperties(call: BlobCall): HttpAnswer {
  const blob = blobToChange(call);
  const setsContent = understood.properties.some((name) => header(call.request, name) !== undefined);
  const pages = pagesAfter(call, blob);
  const before = setsContent ? { ...withoutProperties(blob), ...propertiesOf(call.request, false) } : blob;
  const changed = changeBlob(call.world, before, pages);
  const { type, sequenceNumber = 0 } = changed;
  return {
    status: 200,
    headers: { ...tags(changed), ...(type === 'PageBlob' && { 'x-ms-blob-sequence-number': String(sequenceNumber) }) },
  };
}
