import { header } from '../http/exchange';
import type { HttpAnswer } from '../http/exchange';
import { containersOf, findContainer, isContainerName, putContainer, removeContainer } from '../world/blobs';
import type { BlobContainer } from '../world/blobs';
import { httpDate, metadataHeaders, metadataOf, StorageError } from './call';
import type { BlobCall } from './call';
import { checkWrite } from './conditions';
import { pageOf } from './paging';
import { element, parent, xml } from './xml';

/** The container a path names. @throws StorageError 404 */
export function containerOf({ world, account, container }: BlobCall): BlobContainer {
  const found = findContainer(world, account.name, container);
  if (found) return found;
  throw new StorageError(404, 'ContainerNotFound', 'The specified container does not exist.');
}

const tags = ({ etag, modifiedAt }: BlobContainer) => ({ ETag: etag, 'Last-Modified': httpDate(modifiedAt) });

export function createContainer(call: BlobCall): HttpAnswer {
  const { world, account, container, request } = call;
  if (!isContainerName(container)) {
    throw new StorageError(400, 'InvalidResourceName', 'The specified resource name contains invalid characters.');
  }
  if (findContainer(world, account.name, container)) {
    throw new StorageError(409, 'ContainerAlreadyExists', 'The specified container already exists.');
  }
  return { status: 201, headers: tags(putContainer(world, account.name, container, metadataOf(request))) };
}

export function getContainer(call: BlobCall): HttpAnswer {
  const found = containerOf(call);
  return {
    status: 200,
    headers: {
      ...tags(found),
      ...metadataHeaders(found.metadata),
      'x-ms-lease-status': 'unlocked',
      'x-ms-lease-state': 'available',
      'x-ms-has-immutability-policy': 'false',
      'x-ms-has-legal-hold': 'false',
    },
  };
}

/** The container a path names, if it may be changed now: no container here is leased. @throws StorageError 404 or 412 */
function containerToChange(call: BlobCall): BlobContainer {
  const found = containerOf(call);
  checkWrite(call.request, found);
  if (header(call.request, 'x-ms-lease-id') === undefined) return found;
  throw new StorageError(412, 'LeaseNotPresentWithContainerOperation', 'There is currently no lease on the container.');
}

export function setContainerMetadata(call: BlobCall): HttpAnswer {
  const { name, account } = containerToChange(call);
  return { status: 200, headers: tags(putContainer(call.world, account, name, metadataOf(call.request))) };
}

export function deleteContainer(call: BlobCall): HttpAnswer {
  const { account, name } = containerToChange(call);
  removeContainer(call.world, account, name);
  return { status: 202, headers: {} };
}

function view({ name, etag, modifiedAt, metadata }: BlobContainer, withMetadata: boolean): string {
  const properties = [
    element('Last-Modified', httpDate(modifiedAt)),
    element('Etag', etag),
    element('LeaseStatus', 'unlocked'),
    element('LeaseState', 'available'),
  ];
  const shown = withMetadata
    ? [
        parent(
          'Metadata',
          Object.entries(metadata).map(([key, value]) => element(key, value)),
        ),
      ]
    : [];
  return parent('Container', [element('Name', name), parent('Properties', properties), ...shown]);
}

/** GET ?comp=list of the account. */
export function listContainers(call: BlobCall): HttpAnswer {
  const prefix = call.query.get('prefix') ?? '';
  const found = containersOf(call.world, call.account.name).filter(({ name }) => name.startsWith(prefix));
  const { items, around } = pageOf(call, found, ({ name }) => name);
  const root = ` ServiceEndpoint="${call.request.origin}/"`;
  const withMetadata = (call.query.get('include') ?? '').split(',').includes('metadata');
  const shown = items.map((container) => view(container, withMetadata));
  return xml(200, parent('EnumerationResults', [...around.before, parent('Containers', shown), around.after], root));
}
