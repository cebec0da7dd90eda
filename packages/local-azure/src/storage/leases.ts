import { header } from '../http/exchange';
import { forgetLease, leaseOf, type Lease } from '../world/storage/blob-leases';
import { blobKey, type Blob } from '../world/storage/blob';
import type { BlobContainer } from '../world/storage/blob';
import { blobUrl, containerKey } from '../world/storage/blobs';
import { holderOf, holdsBelow } from '../world/compute/vhd-holders';
import type { World } from '../world/world';
import { StorageError } from './call';
import type { BlobCall } from './call';

const refusal = (code: string, message: string) => new StorageError(412, code, message);

/** A VHD that a machine runs from is leased by it for ever, and nobody else knows the id of that lease. */
const OF_A_MACHINE: Lease = { state: 'leased', id: '' };

/** Whether a machine runs from the blob. */
export const isHeld = (world: World, blob: Blob): boolean => holderOf(world, blobUrl(world, blob)) !== undefined;

/** The lease on a blob at this moment. */
export const leaseOfBlob = (world: World, blob: Blob): Lease => (isHeld(world, blob) ? OF_A_MACHINE : leaseOf(world, blobKey(blob)));

/** The lease on a container; a machine leases that of its VHD, too. */
export function leaseOfContainer(world: World, { account, name }: BlobContainer): Lease {
  const own = leaseOf(world, containerKey(account, name));
  if (own.state === 'leased') return own;
  return holdsBelow(world, blobUrl(world, { account, container: name, name: '' })) ? OF_A_MACHINE : own;
}

const isActive = ({ state }: Lease): boolean => state === 'leased' || state === 'breaking';

/** The status of a lease, its state and, while it lasts, whether for a time or for ever; words as headers have them. */
export function leaseWords(lease: Lease): { status: string; state: string; duration?: string } {
  const { state, remaining } = lease;
  return {
    status: isActive(lease) ? 'locked' : 'unlocked',
    state,
    ...(state === 'leased' && { duration: remaining === undefined ? 'infinite' : 'fixed' }),
  };
}

/** The same as headers of an answer. */
export function leaseHeaders(lease: Lease): Record<string, string> {
  const { status, state, duration } = leaseWords(lease);
  return { 'x-ms-lease-status': status, 'x-ms-lease-state': state, ...(duration !== undefined && { 'x-ms-lease-duration': duration }) };
}

/** Who names a lease must have it. @throws StorageError 412 */
function requireOwn(lease: Lease, id: string, of: 'Blob' | 'Container'): void {
  const what = of.toLowerCase();
  if (isActive(lease)) {
    if (lease.id.toLowerCase() === id.toLowerCase()) return;
    throw refusal(`LeaseIdMismatchWith${of}Operation`, `The lease ID specified did not match the lease ID for the ${what}.`);
  }
  if (lease.id !== '' && lease.id.toLowerCase() === id.toLowerCase()) {
    throw refusal('LeaseLost', `A lease ID was specified, but the lease for the ${what} has expired.`);
  }
  throw refusal(`LeaseNotPresentWith${of}Operation`, `There is currently no lease on the ${what}.`);
}

const missing = (what: string) =>
  refusal('LeaseIdMissing', `There is currently a lease on the ${what} and no lease ID was specified in the request.`);

/** A blob that is leased is changed by nobody else; one whose lease has ended is free once it was changed. @throws StorageError 412 */
export function requireLease({ world, request }: BlobCall, blob: Blob | undefined): void {
  const id = header(request, 'x-ms-lease-id');
  const lease: Lease = blob ? leaseOfBlob(world, blob) : { state: 'available', id: '' };
  if (id !== undefined) return requireOwn(lease, id, 'Blob');
  if (isActive(lease)) throw missing('blob');
  if (blob && lease.state !== 'available' && request.method !== 'GET' && request.method !== 'HEAD') forgetLease(world, blobKey(blob));
}

/** A read may name the lease; then it must be the one. @throws StorageError 412 */
export function requireNamedLease(call: BlobCall, blob: Blob): void {
  const id = header(call.request, 'x-ms-lease-id');
  if (id !== undefined) requireOwn(leaseOfBlob(call.world, blob), id, 'Blob');
}

/** The lease on a container keeps it from being deleted, and from nothing else. @throws StorageError 412 */
export function requireContainerLease({ world, request }: BlobCall, container: BlobContainer, deletes: boolean): void {
  const id = header(request, 'x-ms-lease-id');
  const lease = leaseOfContainer(world, container);
  if (id !== undefined) requireOwn(lease, id, 'Container');
  else if (deletes && isActive(lease)) throw missing('container');
}
