import { header } from '../http/exchange';
import { blobUrl } from '../world/blobs';
import type { Blob } from '../world/blobs';
import { holderOf } from '../world/vhd-holders';
import { StorageError } from './call';
import type { BlobCall } from './call';

const refusal = (code: string, message: string) => new StorageError(412, code, message);

export const isLeased = ({ world }: BlobCall, blob: Blob): boolean => holderOf(world, blobUrl(world, blob)) !== undefined;

/** A VHD that a machine runs from is leased by it, and nobody else knows the id of that lease. @throws StorageError 412 */
export function requireLease(call: BlobCall, blob: Blob | undefined): void {
  const id = header(call.request, 'x-ms-lease-id');
  const leased = blob !== undefined && isLeased(call, blob);
  if (leased && id === undefined) {
    throw refusal('LeaseIdMissing', 'There is currently a lease on the blob and no lease ID was specified in the request.');
  }
  if (leased) {
    throw refusal('LeaseIdMismatchWithBlobOperation', 'The lease ID specified did not match the lease ID for the blob.');
  }
  if (id !== undefined) throw refusal('LeaseNotPresentWithBlobOperation', 'There is currently no lease on the blob.');
}
