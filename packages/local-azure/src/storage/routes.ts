import { deleteBlob, getBlob, getMetadata, setMetadata } from './blobs';
import { getBlockList, putBlock, putBlockList } from './blocks';
import type { BlobHandler } from './call';
import { createContainer, deleteContainer, getContainer, listContainers, setContainerMetadata } from './containers';
import { listBlobs } from './list-blobs';
import { listPages, putPage } from './pages';
import { putWholeBlob } from './put-blob';

export interface BlobRoute {
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

const route = (method: string, of: BlobRoute['of'], comp: string, permission: string, action: string, handler: BlobHandler): BlobRoute => ({
  method,
  of,
  comp,
  permission,
  action,
  handler,
});

/** The data plane of the blobs of an account. */
export const routes: readonly BlobRoute[] = [
  route('GET', 'account', 'list', 'l', 'read', listContainers),
  route('PUT', 'container', '', 'cw', 'write', createContainer),
  route('GET', 'container', '', 'r', 'read', getContainer),
  route('HEAD', 'container', '', 'r', 'read', getContainer),
  route('DELETE', 'container', '', 'd', 'delete', deleteContainer),
  route('PUT', 'container', 'metadata', 'w', 'write', setContainerMetadata),
  route('GET', 'container', 'list', 'l', 'blobs/read', listBlobs),
  route('PUT', 'blob', '', 'cw', 'blobs/write', putWholeBlob),
  route('GET', 'blob', '', 'r', 'blobs/read', getBlob),
  route('HEAD', 'blob', '', 'r', 'blobs/read', getBlob),
  route('DELETE', 'blob', '', 'd', 'blobs/delete', deleteBlob),
  route('PUT', 'blob', 'metadata', 'w', 'blobs/write', setMetadata),
  route('GET', 'blob', 'metadata', 'r', 'blobs/read', getMetadata),
  route('HEAD', 'blob', 'metadata', 'r', 'blobs/read', getMetadata),
  route('PUT', 'blob', 'block', 'cw', 'blobs/write', putBlock),
  route('PUT', 'blob', 'blocklist', 'cw', 'blobs/write', putBlockList),
  route('GET', 'blob', 'blocklist', 'r', 'blobs/read', getBlockList),
  route('PUT', 'blob', 'page', 'w', 'blobs/write', putPage),
  route('GET', 'blob', 'pagelist', 'r', 'blobs/read', listPages),
];
