import { appendBlock } from './append';
import { DELEGATE } from './blob-rights';
import { deleteBlob, getBlob, getMetadata, setMetadata, snapshotBlob, undeleteBlob } from './blobs';
import { getBlockList, putBlock, putBlockList } from './blocks';
import type { BlobHandler } from './call';
import { getContainerAcl, setContainerAcl } from './container-acl';
import { createContainer, deleteContainer, getContainer, listContainers, setContainerMetadata, undeleteContainer } from './containers';
import { leaseBlob, leaseContainer } from './lease-operations';
import { listBlobs } from './list-blobs';
import { listPages, putPage } from './pages';
import { putWholeBlob } from './put-blob';
import { setProperties } from './set-properties';
import { understood } from './understood';
import type { Understood } from './understood';
import { getUserDelegationKey } from './user-delegation';

export interface BlobRoute extends Understood {
  method: string;
  /** What the path names. */
  of: 'account' | 'container' | 'blob';
  /** The query's `comp`. */
  comp: string;
  /** Letters of a shared access signature of which one suffices. */
  permission: string;
  /** Below `Microsoft.Storage/storageAccounts/blobServices/containers/`. */
  action: string;
  handler: BlobHandler;
}

const isParameter = (name: string) => name.startsWith('?');

/** `names` are headers, and with a question mark in front parameters, that the operation understands beside what all do. */
function route(
  method: string,
  of: BlobRoute['of'],
  comp: string,
  permission: string,
  action: string,
  handler: BlobHandler,
  names: readonly string[] = [],
): BlobRoute {
  const headers = new Set(names.filter((name) => !isParameter(name)));
  const query = new Set(names.filter(isParameter).map((name) => name.slice(1)));
  return { method, of, comp, permission, action, handler, headers, query };
}

const { metadata, properties, lease, leaseOperation, range, source, sourceBytes } = understood;
const copying = ['x-ms-requires-sync', 'x-ms-copy-source-blob-properties', 'x-ms-source-content-md5', ...source];
const whole = ['x-ms-blob-type', 'x-ms-blob-content-length', 'x-ms-blob-sequence-number', 'x-ms-access-tier'];
const resizing = ['x-ms-blob-content-length', 'x-ms-sequence-number-action', 'x-ms-blob-sequence-number'];
const appending = ['x-ms-blob-condition-appendpos', 'x-ms-blob-condition-maxsize'];
const deletedContainer = ['x-ms-deleted-container-name', 'x-ms-deleted-container-version'];
const listing = ['?prefix', '?marker', '?maxresults', '?include'];
const readingRange = [...range, ...lease, 'x-ms-range-get-content-md5'];

/** The data plane of the blobs of an account. */
export const routes: readonly BlobRoute[] = [
  route('GET', 'account', 'list', 'l', 'read', listContainers, listing),
  route('POST', 'account', 'userdelegationkey', '', DELEGATE, getUserDelegationKey),
  route('PUT', 'container', '', 'cw', 'write', createContainer, metadata),
  route('GET', 'container', '', 'r', 'read', getContainer, lease),
  route('HEAD', 'container', '', 'r', 'read', getContainer, lease),
  route('DELETE', 'container', '', 'd', 'delete', deleteContainer, lease),
  route('PUT', 'container', 'metadata', 'w', 'write', setContainerMetadata, [...metadata, ...lease]),
  route('PUT', 'container', 'lease', 'wd', 'write', leaseContainer, leaseOperation),
  route('PUT', 'container', 'undelete', 'cw', 'write', undeleteContainer, deletedContainer),
  route('GET', 'container', 'acl', '', 'getAcl/action', getContainerAcl, lease),
  route('HEAD', 'container', 'acl', '', 'getAcl/action', getContainerAcl, lease),
  route('PUT', 'container', 'acl', '', 'setAcl/action', setContainerAcl, ['x-ms-blob-public-access', ...lease]),
  route('GET', 'container', 'list', 'l', 'blobs/read', listBlobs, [...listing, '?delimiter']),
  route('PUT', 'blob', '', 'cw', 'blobs/write', putWholeBlob, [...whole, ...metadata, ...properties, ...lease, ...copying]),
  route('GET', 'blob', '', 'r', 'blobs/read', getBlob, readingRange),
  route('HEAD', 'blob', '', 'r', 'blobs/read', getBlob, readingRange),
  route('DELETE', 'blob', '', 'd', 'blobs/delete', deleteBlob, [...lease, 'x-ms-delete-snapshots']),
  route('PUT', 'blob', 'undelete', 'w', 'blobs/write', undeleteBlob),
  route('PUT', 'blob', 'snapshot', 'cw', 'blobs/write', snapshotBlob, lease),
  route('PUT', 'blob', 'properties', 'w', 'blobs/write', setProperties, [...properties, ...lease, ...resizing]),
  route('PUT', 'blob', 'lease', 'wd', 'blobs/write', leaseBlob, leaseOperation),
  route('PUT', 'blob', 'metadata', 'w', 'blobs/write', setMetadata, [...metadata, ...lease]),
  route('GET', 'blob', 'metadata', 'r', 'blobs/read', getMetadata, lease),
  route('HEAD', 'blob', 'metadata', 'r', 'blobs/read', getMetadata, lease),
  route('PUT', 'blob', 'block', 'cw', 'blobs/write', putBlock, ['?blockid', ...lease, ...source, ...sourceBytes]),
  route('PUT', 'blob', 'blocklist', 'cw', 'blobs/write', putBlockList, ['x-ms-access-tier', ...metadata, ...properties, ...lease]),
  route('GET', 'blob', 'blocklist', 'r', 'blobs/read', getBlockList, ['?blocklisttype', ...lease]),
  route('PUT', 'blob', 'page', 'w', 'blobs/write', putPage, ['x-ms-page-write', ...range, ...lease, ...source, ...sourceBytes]),
  route('GET', 'blob', 'pagelist', 'r', 'blobs/read', listPages, [...range, ...lease]),
  route('PUT', 'blob', 'appendblock', 'aw', 'blobs/write', appendBlock, [...appending, ...lease, ...source, ...sourceBytes]),
];
