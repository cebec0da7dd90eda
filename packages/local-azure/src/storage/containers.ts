import type { HttpAnswer } from '../http/exchange';
import { header } from '../http/exchange';
import {
  bringContainerBack,
  containersOf,
  findContainer,
  isBeingDeleted,
  isContainerName,
  putContainer,
  removeContainer,
} from '../world/storage/blobs';
import { keptContainersOf } from '../world/storage/kept-containers';
import type { BlobContainer } from '../world/storage/blob';
import type { KeptContainer } from '../world/storage/kept-containers';
import { httpDate, metadataHeaders, metadataOf, StorageError } from './call';
import type { BlobCall } from './call';
import { checkWrite } from './conditions';
import { leaseHeaders, leaseOfContainer, leaseWords, requireContainerLease } from './leases';
import { pageOf } from './paging';
import { retentionOf } from './retention';
import { element, parent, xml } from './xml';

/** The container a path names. @throws StorageError 404 */
export function containerOf({ world, account, container }: BlobCall): BlobContainer {
  const found = findContainer(world, account.name, container);
  if (found) return found;
  throw new StorageError(404, 'ContainerNotFound', 'The specified container does not exist.');
}

/** By which a caller knows whether the container has changed; the moment to the second. */
export const tags = ({ etag, modifiedAt }: BlobContainer) => ({ ETag: etag, 'Last-Modified': httpDate(modifiedAt) });

/** PUT of a container. @throws StorageError 400 for a name that cannot be, 409 where one has it or is still being deleted */
export function createContainer(call: BlobCall): HttpAnswer {
  const { world, account, container, request } = call;
  if (!isContainerName(container)) {
    throw new StorageError(400, 'InvalidResourceName', 'The specified resource name contains invalid characters.');
  }
  if (findContainer(world, account.name, container)) {
    throw new StorageError(409, 'ContainerAlreadyExists', 'The specified container already exists.');
  }
  if (isBeingDeleted(world, account.name, container)) {
    throw new StorageError(409, 'ContainerBeingDeleted', 'The specified container is being deleted. Try operation later.');
  }
  return { status: 201, headers: tags(putContainer(world, account.name, container, metadataOf(request))) };
}

/** GET or HEAD of a container: its metadata and lease, in headers. */
export function getContainer(call: BlobCall): HttpAnswer {
  const found = containerOf(call);
  requireContainerLease(call, found, false);
  return {
    status: 200,
    headers: {
      ...tags(found),
      ...metadataHeaders(found.metadata),
      ...leaseHeaders(leaseOfContainer(call.world, found)),
      'x-ms-has-immutability-policy': 'false',
      'x-ms-has-legal-hold': 'false',
    },
  };
}

/** The container a path names, if it may be changed or, which a lease forbids others, deleted now. @throws StorageError 404 or 412 */
export function containerToChange(call: BlobCall, deletes = false): BlobContainer {
  const found = containerOf(call);
  checkWrite(call.request, found);
  requireContainerLease(call, found, deletes);
  return found;
}

/** PUT restype=container&comp=metadata: replaces all of it. @throws StorageError 404 or 412 */
export function setContainerMetadata(call: BlobCall): HttpAnswer {
  const { name, account } = containerToChange(call);
  return { status: 200, headers: tags(putContainer(call.world, account, name, metadataOf(call.request))) };
}

/** DELETE of a container with everything in it; its name is free again only later. @throws StorageError 404 or 412 */
export function deleteContainer(call: BlobCall): HttpAnswer {
  const { account, name } = containerToChange(call, true);
  removeContainer(call.world, account, name);
  return { status: 202, headers: {} };
}

/** PUT restype=container&comp=undelete: brings a deleted container back with everything that was in it. @throws StorageError 404 or 409 */
export function undeleteContainer({ world, account, container, request }: BlobCall): HttpAnswer {
  const name = header(request, 'x-ms-deleted-container-name') ?? '';
  if (name !== container) throw new StorageError(501, 'NotImplemented', 'Local Azure brings a container back under its own name alone.');
  if (findContainer(world, account.name, name)) {
    throw new StorageError(409, 'ContainerAlreadyExists', 'The specified container already exists.');
  }
  const found = bringContainerBack(world, account.name, name, header(request, 'x-ms-deleted-container-version') ?? '');
  if (!found) throw new StorageError(404, 'ContainerNotFound', 'The specified container does not exist.');
  return { status: 201, headers: tags(found) };
}

type Shown = Pick<KeptContainer, 'container'> & Partial<KeptContainer>;

function view({ world }: BlobCall, { container, version, deletedAt = 0, until }: Shown, withMetadata: boolean): string {
  const { name, etag, modifiedAt, metadata } = container;
  const lease = leaseWords(leaseOfContainer(world, container));
  const properties = [
    element('Last-Modified', httpDate(modifiedAt)),
    element('Etag', etag),
    element('LeaseStatus', lease.status),
    element('LeaseState', lease.state),
    element('LeaseDuration', lease.duration),
    ...(until === undefined ? [] : retentionOf(world.clock.now(), deletedAt, until)),
  ];
  const shown = withMetadata
    ? [
        parent(
          'Metadata',
          Object.entries(metadata).map(([key, value]) => element(key, value)),
        ),
      ]
    : [];
  const deleted = until === undefined ? [] : [element('Deleted', 'true'), element('Version', version)];
  return parent('Container', [element('Name', name), ...deleted, parent('Properties', properties), ...shown]);
}

const placeOf = ({ container, version = '' }: Shown) => `${container.name}\n${version}`;
const inOrder = (one: Shown, other: Shown) => (placeOf(one) < placeOf(other) ? -1 : 1);

/** GET ?comp=list of the account. */
export function listContainers(call: BlobCall): HttpAnswer {
  const prefix = call.query.get('prefix') ?? '';
  const include = (call.query.get('include') ?? '').split(',');
  const there: Shown[] = containersOf(call.world, call.account.name).map((container) => ({ container }));
  const kept: Shown[] = include.includes('deleted') ? keptContainersOf(call.world, call.account.name) : [];
  const found = [...there, ...kept].filter(({ container }) => container.name.startsWith(prefix)).toSorted(inOrder);
  const { items, around } = pageOf(call, found, placeOf);
  const root = ` ServiceEndpoint="${call.request.origin}/"`;
  const shown = items.map((one) => view(call, one, include.includes('metadata')));
  return xml(200, parent('EnumerationResults', [...around.before, parent('Containers', shown), around.after], root));
}
