import { createHash } from 'node:crypto';
import { header } from '../http/exchange';
import type { HttpAnswer } from '../http/exchange';
import { blobAt, changeBlob, findBlob, putBlob, putBytes } from '../world/blobs';
import type { Blob } from '../world/blobs';
import { metadataOf, StorageError } from './call';
import type { BlobCall } from './call';
import { tags } from './blobs';
import { checkWrite } from './conditions';
import { containerOf } from './containers';

const LARGEST_PAGE_BLOB = 8 * 2 ** 40;

/** The place a path names, in a container that is there. */
export function placeOf(call: BlobCall): { account: string; container: string; name: string } {
  const { account, name: container } = containerOf(call);
  return { account, container, name: call.blob };
}

export const md5Of = (bytes: Buffer): string => createHash('md5').update(bytes).digest('base64');

/** @throws StorageError 400 when the bytes are not those that the caller meant */
export function checkMd5({ request }: BlobCall): string {
  const actual = md5Of(request.bytes);
  if ((header(request, 'content-md5') ?? actual) === actual) return actual;
  throw new StorageError(
    400,
    'Md5Mismatch',
    'The MD5 value specified in the request did not match with the MD5 value calculated by the server.',
  );
}

/** PUT of a blob: its bytes, or for a page blob its size, or a copy of another blob. */
export function putWholeBlob(call: BlobCall): HttpAnswer {
  const place = placeOf(call);
  checkWrite(call.request, findBlob(call.world, place.account, place.container, place.name));
  if (header(call.request, 'x-ms-copy-source') !== undefined) return copy(call);
  switch (header(call.request, 'x-ms-blob-type')) {
    case 'BlockBlob':
      return putBlockBlob(call);
    case 'PageBlob':
      return putPageBlob(call);
    default:
      throw new StorageError(
        400,
        'InvalidHeaderValue',
        'The value for one of the HTTP headers is not in the correct format: x-ms-blob-type.',
      );
  }
}

function contentTypeOf({ request }: BlobCall): string {
  return header(request, 'x-ms-blob-content-type') ?? header(request, 'content-type') ?? 'application/octet-stream';
}

function putBlockBlob(call: BlobCall): HttpAnswer {
  const contentMd5 = checkMd5(call);
  const blob = putBytes(call.world, placeOf(call), call.request.bytes, contentTypeOf(call));
  return created(changeBlob(call.world, blob, { contentMd5, metadata: metadataOf(call.request) }), { 'Content-MD5': contentMd5 });
}

function putPageBlob(call: BlobCall): HttpAnswer {
  const length = Number(header(call.request, 'x-ms-blob-content-length') ?? Number.NaN);
  if (!(length >= 0 && length % 512 === 0 && length <= LARGEST_PAGE_BLOB)) {
    throw new StorageError(400, 'InvalidHeaderValue', 'The length of a page blob must be a multiple of 512 and at most 8 TiB.');
  }
  const metadata = metadataOf(call.request);
  return created(putBlob(call.world, placeOf(call), { type: 'PageBlob', length, contentType: contentTypeOf(call), metadata }));
}

/** Copies within this world are done at once. */
function copy(call: BlobCall): HttpAnswer {
  const source = blobAt(call.world, header(call.request, 'x-ms-copy-source') ?? '');
  if (!source) throw new StorageError(404, 'CannotVerifyCopySource', 'The specified blob to copy from does not exist.');
  const { type, length, contentType, contentMd5, metadata } = source;
  const about = { type, length, contentType, metadata, ...(contentMd5 !== undefined && { contentMd5 }) };
  const made = putBlob(call.world, placeOf(call), about);
  call.world.contents.copy(source.contentId, made.contentId);
  return { status: 202, headers: { ...tags(made), 'x-ms-copy-id': made.contentId, 'x-ms-copy-status': 'success' } };
}

export const created = (blob: Blob, headers: Record<string, string> = {}): HttpAnswer => ({
  status: 201,
  headers: { ...tags(blob), 'x-ms-request-server-encrypted': 'true', ...headers },
});
