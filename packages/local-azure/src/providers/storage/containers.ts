import { refuseMembers } from '../../arm/refuse-members';
import { resourceOf } from '../../arm/resource-handlers';
import { ArmError, type ArmAnswer, type ArmCall } from '../../arm/route';
import type { BlobContainer } from '../../world/storage/blob';
import { containersOf, findContainer, isBeingDeleted, isContainerName, putContainer, removeContainer } from '../../world/storage/blobs';
import { leaseOfContainer, leaseWords } from '../../storage/leases';
import { at, recordOrNone, text, texts } from '../../world/json';
import { STORAGE_TYPE } from '../../world/storage/storage-accounts';
import type { ArmResource } from '../../world/world';

import { OF_CONTAINERS } from './unserved-members';

const CONTAINER_TYPE = `${STORAGE_TYPE}/blobServices/containers`;

const accountOf = (call: ArmCall): ArmResource => resourceOf(call, STORAGE_TYPE, call.path.replace(/\/blobServices\/.*$/i, ''));

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

function view({ world }: ArmCall, account: ArmResource, container: BlobContainer): Record<string, unknown> {
  const { name, etag, modifiedAt, metadata } = container;
  const { status, state, duration } = leaseWords(leaseOfContainer(world, container));
  return {
    id: `${account.id}/blobServices/default/containers/${name}`,
    name,
    type: CONTAINER_TYPE,
    etag,
    properties: {
      publicAccess: 'None',
      leaseStatus: capital(status),
      leaseState: capital(state),
      ...(duration !== undefined && { leaseDuration: capital(duration) }),
      lastModifiedTime: new Date(modifiedAt).toISOString(),
      metadata,
      hasImmutabilityPolicy: false,
      hasLegalHold: false,
    },
  };
}

/** Those of an account by name; `$filter` is what their names begin with. @throws ArmError 404 without the account */
export function listContainers(call: ArmCall): ArmAnswer {
  const account = accountOf(call);
  const prefix = call.query.get('$filter') ?? '';
  const found = containersOf(call.world, account.name).filter(({ name }) => name.startsWith(prefix));
  return { status: 200, body: { value: found.map((container) => view(call, account, container)) } };
}

/** @throws ArmError 404 */
export function getContainer(call: ArmCall): ArmAnswer {
  const account = accountOf(call);
  const container = findContainer(call.world, account.name, call.params['container'] ?? '');
  if (!container) throw new ArmError(404, 'ContainerNotFound', 'The specified container does not exist.');
  return { status: 200, body: view(call, account, container) };
}

/** Nobody reads a container here without proving who he is. @throws ArmError 409 or 501 */
function refusePublicAccess(account: ArmResource, given: unknown): void {
  if ((text(given) ?? 'None') === 'None') return;
  if (account.properties['allowBlobPublicAccess'] === true) {
    throw new ArmError(501, 'NotImplemented', 'Local Azure does not serve public access to containers.');
  }
  throw new ArmError(409, 'PublicAccessNotPermitted', 'Public access is not permitted on this storage account.');
}

/** PUT and PATCH: 201 for a new container, which only PUT makes. */
export function putContainerResource(call: ArmCall): ArmAnswer {
  const account = accountOf(call);
  const name = call.params['container'] ?? '';
  if (!isContainerName(name)) {
    throw new ArmError(400, 'InvalidResourceName', `The specified resource name '${name}' is no valid name of a container.`);
  }
  const existed = findContainer(call.world, account.name, name) !== undefined;
  if (!existed && call.method === 'PATCH') throw new ArmError(404, 'ContainerNotFound', 'The specified container does not exist.');
  if (!existed && isBeingDeleted(call.world, account.name, name)) {
    throw new ArmError(409, 'ContainerBeingDeleted', 'The specified container is being deleted. Try operation later.');
  }
  refuseMembers(call.body, OF_CONTAINERS);
  refusePublicAccess(account, at(call.body, 'properties', 'publicAccess'));
  const given = recordOrNone(at(call.body, 'properties', 'metadata'));
  const metadata = given ? texts(given) : findContainer(call.world, account.name, name)?.metadata;
  const container = putContainer(call.world, account.name, name, metadata);
  return { status: existed ? 200 : 201, body: view(call, account, container) };
}

/** @throws ArmError 412 while somebody has the lease, a machine that runs from a VHD in it included */
function refuseLeased({ world }: ArmCall, container: BlobContainer): void {
  if (leaseWords(leaseOfContainer(world, container)).status === 'unlocked') return;
  const message = 'There is currently a lease on the container and no lease ID was specified in the request.';
  throw new ArmError(412, 'LeaseIdMissing', message);
}

/** 204 where there is none. @throws ArmError 404 without the account, 409 while it is leased */
export function deleteContainer(call: ArmCall): ArmAnswer {
  const account = accountOf(call);
  const container = findContainer(call.world, account.name, call.params['container'] ?? '');
  if (!container) return { status: 204 };
  refuseLeased(call, container);
  removeContainer(call.world, account.name, container.name);
  return { status: 200 };
}
