import { header } from '../http/exchange';
import type { HttpRequest } from '../http/exchange';
import type { Blob } from '../world/blobs';
import { StorageError } from './call';

const notMet = () => new StorageError(412, 'ConditionNotMet', 'The condition specified using HTTP conditional header(s) is not met.');

/** Judges the conditions of a write. @throws StorageError 409 or 412 */
export function checkWrite(request: HttpRequest, blob: Blob | undefined): void {
  const match = header(request, 'if-match');
  const noneMatch = header(request, 'if-none-match');
  if (noneMatch === '*' && blob) throw new StorageError(409, 'BlobAlreadyExists', 'The specified blob already exists.');
  if (noneMatch !== undefined && noneMatch === blob?.etag) throw notMet();
  if (match !== undefined && (!blob || (match !== '*' && match !== blob.etag))) throw notMet();
}

/** Judges the conditions of a read; true when the caller has what he would get. @throws StorageError 412 */
export function isUnchanged(request: HttpRequest, blob: Blob): boolean {
  const match = header(request, 'if-match');
  if (match !== undefined && match !== '*' && match !== blob.etag) throw notMet();
  return header(request, 'if-none-match') === blob.etag;
}
