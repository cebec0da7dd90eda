import { createHash, randomUUID } from 'node:crypto';
import { header } from '../http/exchange';
import type { HttpAnswer } from '../http/exchange';
import { putBlob } from '../world/storage/blobs';
import type { Blob, BlobPlace } from '../world/storage/blob';
import type { World } from '../world/world';
import { created, tags } from './blob-headers';
import { metadataOf, StorageError } from './call';
import type { BlobCall } from './call';
import { propertiesLike } from './content-properties';
import { checkSourceMd5 } from './md5';
import { aboutOf, malformed, tierOf } from './new-blob';
import { rangeOf } from './range';

/** What one request copies while the caller waits. */
const MOST = 256 * 2 ** 20;

/** A part of a content. */
export interface Span {
  contentId: string;
  offset: number;
  length: number;
}

/** Copies a span into another content, piece by piece. Answers the MD5 of what was copied. */
export function copySpan(world: World, from: Span, contentId: string, at = 0): string {
  const hash = createHash('md5');
  const read = world.contents.read(from.contentId, from.offset, from.length);
  let offset = at;
  // Of a content that is copied into itself everything is read before anything is written.
  for (const bytes of from.contentId === contentId ? [...read] : read) {
    hash.update(bytes);
    world.contents.write(contentId, offset, bytes);
    offset += bytes.length;
  }
  return hash.digest('base64');
}

/** The part of its source that a request asks for, all of it where no range is named. @throws StorageError 400, 416 or 501 */
export function spanOfSource({ request }: BlobCall, source: Blob): Span {
  if (request.bytes.length > 0) throw malformed('Content-Length');
  const asked = header(request, 'x-ms-source-range');
  const range = rangeOf(asked, source.length);
  if (asked !== undefined && !range) throw malformed('x-ms-source-range');
  const { from, to } = range ?? { from: 0, to: source.length - 1 };
  const length = to - from + 1;
  if (length <= MOST) return { contentId: source.contentId, offset: from, length };
  throw new StorageError(501, 'NotImplemented', 'Local Azure copies at most 256 MiB of another blob in one request.');
}

/** What is said of a copy: its own metadata where the request names some. */
function likeSource({ world, request }: BlobCall, source: Blob) {
  const metadata = metadataOf(request);
  const address = (header(request, 'x-ms-copy-source') ?? '').split('?')[0] ?? '';
  return {
    length: source.length,
    ...propertiesLike(source),
    ...tierOf(request),
    metadata: Object.keys(metadata).length > 0 ? metadata : source.metadata,
    copy: { id: randomUUID(), source: address, bytes: source.length, completedAt: world.clock.now() },
  };
}

const copied = (blob: Blob, headers: Record<string, string> = {}): HttpAnswer => ({
  status: 202,
  headers: { ...tags(blob), ...headers, 'x-ms-copy-id': blob.copy?.id ?? '', 'x-ms-copy-status': 'success' },
});

/** Copy Blob: done at once, as everything lies in this world. */
export function copyBlob(call: BlobCall, place: BlobPlace, source: Blob): HttpAnswer {
  const contentId = randomUUID();
  call.world.contents.copy(source.contentId, contentId);
  const { type, blocks, appended, sequenceNumber } = source;
  const made = {
    type,
    contentId,
    ...(blocks && { blocks }),
    ...(appended !== undefined && { appended }),
    ...(sequenceNumber !== undefined && { sequenceNumber }),
  };
  return copied(putBlob(call.world, place, { ...made, ...likeSource(call, source) }));
}

/** The bytes of a source as a content of their own, and their MD5. */
function bytesOfSource(call: BlobCall, source: Blob): { contentId: string; length: number; contentMd5: string } {
  const contentId = randomUUID();
  const span = spanOfSource(call, source);
  return { contentId, length: span.length, contentMd5: checkSourceMd5(call, copySpan(call.world, span, contentId)) };
}

/** Copy Blob From URL: makes a block blob, whatever the source is. */
export function copyBlobFromUrl(call: BlobCall, place: BlobPlace, source: Blob): HttpAnswer {
  const { contentId, contentMd5 } = bytesOfSource(call, source);
  const made = putBlob(call.world, place, { type: 'BlockBlob', contentId, ...likeSource(call, source) });
  return copied(made, { 'Content-MD5': contentMd5 });
}

/** Put Blob From URL: a new block blob with the bytes of another and, unless told not to, its properties. */
export function putBlobFromUrl(call: BlobCall, place: BlobPlace, source: Blob): HttpAnswer {
  const isLike = header(call.request, 'x-ms-copy-source-blob-properties')?.toLowerCase() !== 'false';
  const about = { ...aboutOf(call, false), ...(isLike && propertiesLike(source)) };
  const made = putBlob(call.world, place, { type: 'BlockBlob', ...about, ...bytesOfSource(call, source) });
  return created(made, { 'Content-MD5': made.contentMd5 ?? '' });
}
