import type { HttpRequest } from '../http/exchange';
import { StorageError } from './call';

/** Of every request, and such as only help to find it again. */
const everywhere =
  /^x-ms-(?:version|date|useragent|(?:return-)?client-.+|correlation-.+|routing-.+|command-name|parameterset-name|effective-locale)$/;
/** What says how a content is to be kept, and means nothing where none is written. */
const ofContents = /^x-ms-(?:blob|meta)-/;

const properties = ['type', 'md5', 'encoding', 'language', 'disposition'].map((name) => `x-ms-blob-content-${name}`);
const conditions = ['if-match', 'if-none-match', 'if-modified-since', 'if-unmodified-since'];
const source = ['x-ms-copy-source', 'x-ms-copy-source-authorization', ...conditions.map((name) => `x-ms-source-${name}`)];
const sourceBytes = ['x-ms-source-range', 'x-ms-source-content-md5'];

/** Headers of the service by what they do, for the table of routes. Those named `x-ms-meta-` go with `x-ms-meta`. */
export const understood = {
  metadata: ['x-ms-meta'],
  properties: [...properties, 'x-ms-blob-cache-control'],
  lease: ['x-ms-lease-id'],
  leaseOperation: ['action', 'duration', 'id', 'break-period'].map((name) => `x-ms-lease-${name}`).concat('x-ms-proposed-lease-id'),
  range: ['x-ms-range'],
  source,
  sourceBytes,
} as const;

const sharedAccess = 'sv ss srt st se sp spr sr si sig rscc rscd rsce rscl rsct skoid sktid skt ske sks skv saoid scid'.split(' ');
const addressing = new Set(['comp', 'restype', 'timeout', 'api-version', ...sharedAccess]);

const unserved = (what: string): StorageError =>
  new StorageError(501, 'NotImplemented', `Local Azure does not serve ${what} of this operation in blob storage.`);

/**
 * What is not understood is not passed over: a header or parameter without effect would leave a blob that is not the one asked for.
 * @throws StorageError 501
 */
export function requireUnderstood({ method, headers, query }: HttpRequest, { headers: ofRoute, query: parameters }: Understood): void {
  for (const name of Object.keys(headers)) {
    if (!name.startsWith('x-ms-') || everywhere.test(name) || (method !== 'PUT' && ofContents.test(name))) continue;
    if (!ofRoute.has(name.startsWith('x-ms-meta-') ? 'x-ms-meta' : name)) throw unserved(`the header ${name}`);
  }
  requireAddress(query, parameters);
}

/** The same of the query of an address. @throws StorageError 501 */
export function requireAddress(query: URLSearchParams, parameters: ReadonlySet<string> = new Set()): void {
  for (const name of query.keys()) {
    if (!addressing.has(name.toLowerCase()) && !parameters.has(name.toLowerCase())) throw unserved(`the parameter ${name}`);
  }
}

/** What an operation understands beside what all do. */
export interface Understood {
  headers: ReadonlySet<string>;
  query: ReadonlySet<string>;
}
