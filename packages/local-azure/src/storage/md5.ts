import { createHash } from 'node:crypto';
import { header } from '../http/exchange';
import { StorageError } from './call';
import type { BlobCall } from './call';

/** Base64, as `Content-MD5` has it. */
export const md5Of = (bytes: Buffer): string => createHash('md5').update(bytes).digest('base64');

/** @throws StorageError 400 when the bytes are not those that the caller meant */
function requireSame(given: string | undefined, actual: string): string {
  if ((given ?? actual) === actual) return actual;
  throw new StorageError(
    400,
    'Md5Mismatch',
    'The MD5 value specified in the request did not match with the MD5 value calculated by the server.',
  );
}

/** The MD5 of a body. @throws StorageError 400 when it is not the one that the request names */
export function checkMd5({ request, query }: BlobCall): string {
  const actual = md5Of(request.bytes);
  // For a whole blob the value that is kept with it must be right, too.
  if (!query.has('comp')) requireSame(header(request, 'x-ms-blob-content-md5'), actual);
  return requireSame(header(request, 'content-md5'), actual);
}

/** Judges the MD5 of what was copied. @throws StorageError 400 */
export function checkSourceMd5({ request }: BlobCall, actual: string): string {
  return requireSame(header(request, 'x-ms-source-content-md5'), actual);
}
