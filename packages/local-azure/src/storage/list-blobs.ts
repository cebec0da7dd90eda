import type { HttpAnswer } from '../http/exchange';
import { blobsOf } from '../world/blobs';
import type { Blob } from '../world/blobs';
import { httpDate, StorageError } from './call';
import type { BlobCall } from './call';
import { containerOf } from './containers';
import { leaseOfBlob, leaseWords } from './leases';
import { pageOf } from './paging';
import { element, parent, xml } from './xml';

/** A blob, or all blobs that share what comes before the delimiter. */
interface Entry {
  name: string;
  blob?: Blob;
}

/** GET of a container with comp=list. */
export function listBlobs(call: BlobCall): HttpAnswer {
  const { account, name } = containerOf(call);
  const prefix = call.query.get('prefix') ?? '';
  const entries = grouped(blobsOf(call.world, account, name, prefix), prefix, call.query.get('delimiter') ?? '');
  const { items, around } = pageOf(call, entries, (entry) => entry.name);
  const include = (call.query.get('include') ?? '').split(',');
  if (include.includes('uncommittedblobs')) throw new StorageError(501, 'NotImplemented', 'Local Azure does not list uncommitted blobs.');
  const blobs = items.map((entry) => (entry.blob ? view(call, entry.blob, include) : parent('BlobPrefix', [element('Name', entry.name)])));
  const root = ` ServiceEndpoint="${call.request.origin}/" ContainerName="${name}"`;
  return xml(200, parent('EnumerationResults', [...around.before, parent('Blobs', blobs), around.after], root));
}

function grouped(blobs: readonly Blob[], prefix: string, delimiter: string): Entry[] {
  const entries = new Map<string, Entry>();
  for (const blob of blobs) {
    const cut = delimiter === '' ? -1 : blob.name.indexOf(delimiter, prefix.length);
    const name = cut < 0 ? blob.name : blob.name.slice(0, cut + delimiter.length);
    entries.set(name, cut < 0 ? { name, blob } : { name });
  }
  return [...entries.values()];
}

function copyProperties({ copy }: Blob): string[] {
  if (!copy) return [];
  return [
    element('CopyId', copy.id),
    element('CopyStatus', 'success'),
    element('CopySource', copy.source),
    element('CopyProgress', `${copy.bytes}/${copy.bytes}`),
    element('CopyCompletionTime', httpDate(copy.completedAt)),
  ];
}

function view(call: BlobCall, blob: Blob, include: readonly string[]): string {
  const lease = leaseWords(leaseOfBlob(call.world, blob));
  const properties = [
    element('Creation-Time', httpDate(blob.createdAt)),
    element('Last-Modified', httpDate(blob.modifiedAt)),
    element('Etag', blob.etag.replaceAll('"', '')),
    element('Content-Length', blob.length),
    element('Content-Type', blob.contentType),
    element('Content-Encoding', blob.contentEncoding),
    element('Content-Language', blob.contentLanguage),
    element('Content-MD5', blob.contentMd5),
    element('Cache-Control', blob.cacheControl),
    element('Content-Disposition', blob.contentDisposition),
    ...(blob.type === 'PageBlob' ? [element('x-ms-blob-sequence-number', blob.sequenceNumber ?? 0)] : []),
    element('BlobType', blob.type),
    element('AccessTier', blob.accessTier),
    element('LeaseStatus', lease.status),
    element('LeaseState', lease.state),
    element('LeaseDuration', lease.duration),
    element('ServerEncrypted', 'true'),
    ...(include.includes('copy') ? copyProperties(blob) : []),
  ];
  const metadata = Object.entries(blob.metadata).map(([key, value]) => element(key, value));
  return parent('Blob', [
    element('Name', blob.name),
    parent('Properties', properties),
    ...(include.includes('metadata') ? [parent('Metadata', metadata)] : []),
  ]);
}
