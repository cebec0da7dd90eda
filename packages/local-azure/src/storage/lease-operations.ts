import { randomUUID } from 'node:crypto';
import { header } from '../http/exchange';
import type { HttpAnswer } from '../http/exchange';
import { breakLease, forgetLease, putLease, renameLease, type Lease } from '../world/storage/blob-leases';
import { blobKey } from '../world/storage/blob';
import { containerKey } from '../world/storage/blobs';
import { blobOf } from './blobs';
import { httpDate, StorageError } from './call';
import type { BlobCall, BlobHandler } from './call';
import { checkWrite } from './conditions';
import { containerOf } from './containers';
import { isHeld, leaseOfBlob, leaseOfContainer } from './leases';
import { malformed } from './new-blob';

/** What is leased: a container or a blob. */
interface Leasable {
  key: string;
  lease: Lease;
  etag: string;
  modifiedAt: number;
}

const SHORTEST = 15;
const LONGEST = 60;

const conflict = (code: string, message: string) => new StorageError(409, code, message);

/** An id in the form of a GUID that a header names. @throws StorageError 400 */
function idIn({ request }: BlobCall, name: string): string | undefined {
  const id = header(request, name);
  if (id === undefined || /^\{?[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}\}?$/i.test(id)) return id;
  throw malformed(name);
}

/** @throws StorageError 400 */
function requiredId(call: BlobCall, name: string): string {
  const id = idIn(call, name);
  if (id !== undefined) return id;
  throw new StorageError(400, 'MissingRequiredHeader', `An HTTP header that's mandatory for this request is not specified: ${name}.`);
}

const isSame = ({ id }: Lease, other: string | undefined) => other !== undefined && id.toLowerCase() === other.toLowerCase();

/** The lease that a request names, while there is one. @throws StorageError 409 */
function requireOwn(call: BlobCall, { lease }: Leasable): string {
  const id = requiredId(call, 'x-ms-lease-id');
  if (lease.state === 'available') {
    throw conflict('LeaseNotPresentWithLeaseOperation', 'There is currently no lease on the resource.');
  }
  if (isSame(lease, id)) return id;
  throw conflict('LeaseIdMismatchWithLeaseOperation', 'The lease ID specified did not match the lease ID for the resource.');
}

const leased = (status: number, id: string) => ({ status, headers: { 'x-ms-lease-id': id } });

/** Seconds, or undefined for ever. @throws StorageError 400 */
function durationIn({ request }: BlobCall): number | undefined {
  const seconds = Number(header(request, 'x-ms-lease-duration') ?? Number.NaN);
  if (seconds === -1) return undefined;
  if (Number.isInteger(seconds) && seconds >= SHORTEST && seconds <= LONGEST) return seconds;
  throw malformed('x-ms-lease-duration');
}

function acquire(call: BlobCall, { key, lease }: Leasable) {
  const proposed = idIn(call, 'x-ms-proposed-lease-id');
  const seconds = durationIn(call);
  if (lease.state === 'breaking' && isSame(lease, proposed)) {
    throw conflict(
      'LeaseIsBreakingAndCannotBeAcquired',
      'The lease ID matched, but the lease is breaking and cannot be acquired until it is broken.',
    );
  }
  if ((lease.state === 'leased' || lease.state === 'breaking') && !isSame(lease, proposed)) {
    throw conflict('LeaseAlreadyPresent', 'There is already a lease present.');
  }
  const id = proposed ?? randomUUID();
  putLease(call.world, key, id, seconds);
  return leased(201, id);
}

/** How long a lease was given for is kept with it: it lasts as long again. */
function renew(call: BlobCall, resource: Leasable) {
  const id = requireOwn(call, resource);
  const { key, lease } = resource;
  if (lease.state === 'breaking' || lease.state === 'broken') {
    throw conflict(
      'LeaseIsBrokenAndCannotBeRenewed',
      'The lease ID matched, but the lease has been broken explicitly and cannot be renewed.',
    );
  }
  putLease(call.world, key, id, lease.seconds);
  return leased(200, id);
}

function change(call: BlobCall, resource: Leasable) {
  const proposed = requiredId(call, 'x-ms-proposed-lease-id');
  const { key, lease } = resource;
  if (lease.state !== 'leased' || !isSame(lease, proposed)) {
    requireOwn(call, resource);
    if (lease.state === 'breaking') {
      throw conflict('LeaseIsBreakingAndCannotBeChanged', 'The lease ID matched, but the lease is breaking and cannot be changed.');
    }
    if (lease.state !== 'leased') throw conflict('LeaseNotPresentWithLeaseOperation', 'There is currently no lease on the resource.');
    renameLease(call.world, key, proposed);
  }
  return leased(200, proposed);
}

function release(call: BlobCall, resource: Leasable) {
  requireOwn(call, resource);
  forgetLease(call.world, resource.key);
  return { status: 200, headers: {} };
}

/** Anyone who may write may break a lease: one for a time at its end at the latest, one for ever at once where no period is named. */
function breakIt({ world, request }: BlobCall, { key, lease }: Leasable) {
  const given = header(request, 'x-ms-lease-break-period');
  const period = given === undefined ? undefined : Number(given);
  if (period !== undefined && !(Number.isInteger(period) && period >= 0 && period <= LONGEST)) throw malformed('x-ms-lease-break-period');
  if (lease.state === 'available') throw conflict('LeaseNotPresentWithLeaseOperation', 'There is currently no lease on the resource.');
  const isOver = lease.state === 'broken' || lease.state === 'expired';
  const seconds = isOver ? 0 : Math.min(period ?? lease.remaining ?? 0, lease.remaining ?? LONGEST);
  breakLease(world, key, seconds);
  return { status: 202, headers: { 'x-ms-lease-time': String(seconds) } };
}

function act(call: BlobCall, resource: Leasable) {
  switch (header(call.request, 'x-ms-lease-action')?.toLowerCase()) {
    case 'acquire':
      return acquire(call, resource);
    case 'renew':
      return renew(call, resource);
    case 'change':
      return change(call, resource);
    case 'release':
      return release(call, resource);
    case 'break':
      return breakIt(call, resource);
    default:
      throw malformed('x-ms-lease-action');
  }
}

function run(call: BlobCall, resource: Leasable): HttpAnswer {
  checkWrite(call.request, resource);
  const { status, headers } = act(call, resource);
  const { etag, modifiedAt } = resource;
  return { status, headers: { ETag: etag, 'Last-Modified': httpDate(modifiedAt), ...headers } };
}

/**
 * PUT comp=lease of a blob: acquire (201), renew, change, release (200), break (202). The blob itself is not changed by it. Rules and codes
 * of learn.microsoft.com/rest/api/storageservices/lease-blob. @throws StorageError 409; 501 for the lease of a machine, which only it ends
 */
export const leaseBlob: BlobHandler = (call) => {
  const blob = blobOf(call);
  const isBreak = header(call.request, 'x-ms-lease-action')?.toLowerCase() === 'break';
  if (isBreak && isHeld(call.world, blob)) {
    throw new StorageError(501, 'NotImplemented', 'Local Azure does not break the lease of a machine that runs from its VHD.');
  }
  return run(call, { key: blobKey(blob), lease: leaseOfBlob(call.world, blob), ...blob });
};

/** PUT comp=lease of a container, as of a blob. */
export const leaseContainer: BlobHandler = (call) => {
  const container = containerOf(call);
  const { account, name } = container;
  return run(call, { key: containerKey(account, name), lease: leaseOfContainer(call.world, container), ...container });
};
