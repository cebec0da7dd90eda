import { header } from '../http/exchange';
import type { HttpAnswer } from '../http/exchange';
import { changeBlob } from '../world/storage/blobs';
import { StorageError } from './call';
import type { BlobCall } from './call';
import { blobToChange } from './blobs';
import { created } from './blob-headers';
import { copySpan, spanOfSource } from './copies';
import { checkMd5, checkSourceMd5 } from './md5';
import { malformed } from './new-blob';
import { requireType } from './pages';

const MOST_BLOCKS = 50_000;

const beyond = (code: string) => new StorageError(412, code, 'The append position or the size of the blob is not the one asked for.');

/** PUT comp=appendblock: adds the bytes of the request, or of the blob that it names, at the end. */
export function appendBlock(call: BlobCall): HttpAnswer {
  const { world, request, source } = call;
  const blob = requireType(blobToChange(call), 'AppendBlob');
  const { contentId, length, appended = 0 } = blob;
  const added = source ? spanOfSource(call, source).length : request.bytes.length;
  if (added === 0) throw malformed('Content-Length');
  if (Number(header(request, 'x-ms-blob-condition-appendpos') ?? length) !== length) throw beyond('AppendPositionConditionNotMet');
  if (length + added > Number(header(request, 'x-ms-blob-condition-maxsize') ?? Infinity)) throw beyond('MaxBlobSizeConditionNotMet');
  if (appended >= MOST_BLOCKS) throw new StorageError(409, 'BlockCountExceedsLimit', 'The committed block count cannot exceed 50,000.');
  const md5 = source ? checkSourceMd5(call, copySpan(world, spanOfSource(call, source), contentId, length)) : checkMd5(call);
  if (!source) world.contents.write(contentId, length, request.bytes);
  const { contentMd5: _, ...kept } = blob;
  const grown = changeBlob(world, kept, { length: length + added, appended: appended + 1 });
  return created(grown, {
    'Content-MD5': md5,
    'x-ms-blob-append-offset': String(length),
    'x-ms-blob-committed-block-count': String(appended + 1),
  });
}
