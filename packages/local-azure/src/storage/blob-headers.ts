import type { HttpAnswer, HttpRequest } from '../http/exchange';
import type { Blob } from '../world/storage/blob';
import { httpDate, metadataHeaders } from './call';
import type { Lease } from '../world/storage/blob-leases';
import { propertyHeaders } from './content-properties';
import { leaseHeaders } from './leases';

/** By which a caller knows whether the blob has changed; the moment to the second. */
export const tags = ({ etag, modifiedAt }: Pick<Blob, 'etag' | 'modifiedAt'>) => ({ ETag: etag, 'Last-Modified': httpDate(modifiedAt) });

/** What is answered to anyone who made or replaced a blob. */
export const created = (blob: Blob, headers: Record<string, string> = {}): HttpAnswer => ({
  status: 201,
  headers: { ...tags(blob), 'x-ms-request-server-encrypted': 'true', ...headers },
});

function ofType({ type, sequenceNumber = 0, appended = 0 }: Blob): Record<string, string> {
  if (type === 'PageBlob') return { 'x-ms-blob-sequence-number': String(sequenceNumber) };
  return type === 'AppendBlob' ? { 'x-ms-blob-committed-block-count': String(appended) } : {};
}

function ofCopy({ copy }: Blob): Record<string, string> {
  if (!copy) return {};
  return {
    'x-ms-copy-id': copy.id,
    'x-ms-copy-source': copy.source,
    'x-ms-copy-status': 'success',
    'x-ms-copy-progress': `${copy.bytes}/${copy.bytes}`,
    'x-ms-copy-completion-time': httpDate(copy.completedAt),
  };
}

/** What is said about a blob wherever it is read, its length and MD5 aside. */
export function aboutBlob(blob: Blob, request: HttpRequest, lease: Lease): Record<string, string> {
  return {
    ...tags(blob),
    ...metadataHeaders(blob.metadata),
    ...propertyHeaders(blob, request),
    'Accept-Ranges': 'bytes',
    'x-ms-blob-type': blob.type,
    'x-ms-creation-time': httpDate(blob.createdAt),
    ...leaseHeaders(lease),
    'x-ms-server-encrypted': 'true',
    ...ofType(blob),
    ...ofCopy(blob),
  };
}

/** The tier of a block blob, its own or that of its account, which only its properties name. */
export function tierHeaders({ type, accessTier }: Blob, ofAccount: string): Record<string, string> {
  if (accessTier !== undefined) return { 'x-ms-access-tier': accessTier };
  return type === 'BlockBlob' ? { 'x-ms-access-tier': ofAccount, 'x-ms-access-tier-inferred': 'true' } : {};
}
