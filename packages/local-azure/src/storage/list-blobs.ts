import type { HttpAnswer } from '../http/exchange';
import { blobsOf } from '../world/storage/blobs';
import { formersOf, type FormerBlob } from '../world/storage/former-blobs';
import type { Blob } from '../world/storage/blob';
import { httpDate, StorageError } from './call';
import type { BlobCall } from './call';
import { containerOf } from './containers';
import { leaseOfBlob, leaseWords } from './leases';
import { pageOf } from './paging';
import { retentionOf } from './retention';
import { element, parent, xml } from './xml';

/** A blob as it is or once was, or all blobs that share what comes before the delimiter. */
interface Entry {
  name: string;
  blob?: Blob;
  former?: FormerBlob;
}

/** What was looked at beside the blobs that are there, by the words that ask for it. */
function asksFor({ kind, until }: FormerBlob, include: readonly string[]): boolean {
  if (until !== undefined && !include.includes('deleted')) return false;
  return kind === 'deleted' || include.includes(kind === 'version' ? 'versions' : 'snapshots');
}

const UNSERVED = ['uncommittedblobs', 'deletedwithversions'];

/** GET of a container with comp=list. */
export function listBlobs(call: BlobCall): HttpAnswer {
  const { account, name } = containerOf(call);
  const prefix = call.query.get('prefix') ?? '';
  const include = (call.query.get('include') ?? '').split(',');
  const unserved = UNSERVED.find((word) => include.includes(word));
  if (unserved !== undefined) throw new StorageError(501, 'NotImplemented', `Local Azure does not list ${unserved}.`);
  const all = blobsOf(call.world, account, name, prefix).map((blob): Entry => ({ name: blob.name, blob }));
  const once = formersOf(call.world, account, name, prefix)
    .filter((former) => asksFor(former, include))
    .map((former): Entry => ({ name: former.blob.name, blob: former.blob, former }));
  const entries = grouped([...all, ...once].toSorted(inOrder), prefix, call.query.get('delimiter') ?? '');
  const { items, around } = pageOf(call, entries, placeOf);
  const blobs = items.map((entry) =>
    entry.blob ? view(call, entry, entry.blob, include) : parent('BlobPrefix', [element('Name', entry.name)]),
  );
  const root = ` ServiceEndpoint="${call.request.origin}/" ContainerName="${name}"`;
  return xml(200, parent('EnumerationResults', [...around.before, parent('Blobs', blobs), around.after], root));
}

/** What once was comes before what is, the oldest first. */
const placeOf = ({ name, former }: Entry) => `${name}\n${former?.id ?? '~'}`;
const inOrder = (one: Entry, other: Entry) => (placeOf(one) < placeOf(other) ? -1 : 1);

function grouped(all: readonly Entry[], prefix: string, delimiter: string): Entry[] {
  const entries = new Map<string, Entry>();
  for (const entry of all) {
    const cut = delimiter === '' ? -1 : entry.name.indexOf(delimiter, prefix.length);
    const name = entry.name.slice(0, cut + delimiter.length);
    if (cut < 0) entries.set(placeOf(entry), entry);
    else entries.set(name, { name });
  }
  return [...entries.values()];
}

function standing({ world }: BlobCall, { former, blob }: Entry, include: readonly string[]): { named: string[]; properties: string[] } {
  const isVersion = include.includes('versions') && former?.kind !== 'snapshot';
  const versionId = former?.kind === 'version' ? former.id : blob?.versionId;
  return {
    named: [
      element('Snapshot', former?.kind === 'snapshot' ? former.id : undefined),
      element('VersionId', isVersion ? versionId : undefined),
      element('IsCurrentVersion', isVersion && versionId !== undefined && !former ? 'true' : undefined),
      element('Deleted', former?.until === undefined ? undefined : 'true'),
    ],
    properties: former?.until === undefined ? [] : retentionOf(world.clock.now(), former.deletedAt ?? 0, former.until),
  };
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

function view(call: BlobCall, entry: Entry, blob: Blob, include: readonly string[]): string {
  const lease = leaseWords(entry.former ? { state: 'available', id: '' } : leaseOfBlob(call.world, blob));
  const { named, properties: ofStanding } = standing(call, entry, include);
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
    ...ofStanding,
  ];
  const metadata = Object.entries(blob.metadata).map(([key, value]) => element(key, value));
  return parent('Blob', [
    element('Name', blob.name),
    ...named,
    parent('Properties', properties),
    ...(include.includes('metadata') ? [parent('Metadata', metadata)] : []),
  ]);
}
