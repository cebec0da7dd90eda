import { header } from '../http/exchange';
import type { HttpRequest } from '../http/exchange';
import { findBlob } from '../world/storage/blobs';
import type { BlobPlace } from '../world/storage/blob';
import { metadataOf, StorageError } from './call';
import type { BlobCall } from './call';
import { checkWrite } from './conditions';
import { containerOf } from './containers';
import { propertiesOf } from './content-properties';
import { requireLease } from './leases';

const TIERS = ['Hot', 'Cool', 'Cold'];

/** The place a path names, in a container that is there. */
export function placeOf(call: BlobCall): BlobPlace {
  const { account, name: container } = containerOf(call);
  return { account, container, name: call.blob };
}

/** The place a blob is put at, if it may be put there now. @throws StorageError 404, 409 or 412 */
export function placeToWrite(call: BlobCall): BlobPlace {
  const place = placeOf(call);
  const before = findBlob(call.world, place.account, place.container, place.name);
  checkWrite(call.request, before);
  requireLease(call, before);
  return place;
}

/** 400 for a header that cannot be read. */
export const malformed = (name: string): StorageError =>
  new StorageError(400, 'InvalidHeaderValue', `The value for one of the HTTP headers is not in the correct format: ${name}.`);

/** The access tier that a request names. @throws StorageError 501 */
export function tierOf(request: HttpRequest): { accessTier?: string } {
  const accessTier = header(request, 'x-ms-access-tier');
  if (accessTier === undefined) return {};
  if (TIERS.includes(accessTier)) return { accessTier };
  throw new StorageError(501, 'NotImplemented', `Local Azure does not serve the access tier ${accessTier}.`);
}

/** What a request that makes a blob says about it; where its body is the content its own headers count, too. */
export const aboutOf = ({ request }: BlobCall, isBody: boolean) => ({
  ...propertiesOf(request, isBody),
  ...tierOf(request),
  metadata: metadataOf(request),
});
