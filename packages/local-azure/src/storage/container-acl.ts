import { header } from '../http/exchange';
import type { HttpAnswer } from '../http/exchange';
import type { StoredPolicy } from '../world/storage/blob';
import { changeContainer } from '../world/storage/blobs';
import { StorageError } from './call';
import type { BlobCall } from './call';
import { containerOf, containerToChange, tags } from './containers';
import { requireContainerLease } from './leases';
import { element, elementsIn, parent, xml } from './xml';

const MOST_POLICIES = 5;

const policyView = ({ id, start, expiry, permission }: StoredPolicy): string =>
  parent('SignedIdentifier', [
    element('Id', id),
    parent('AccessPolicy', [element('Start', start), element('Expiry', expiry), element('Permission', permission)]),
  ]);

/** GET comp=acl: the stored access policies of a container. */
export function getContainerAcl(call: BlobCall): HttpAnswer {
  const container = containerOf(call);
  requireContainerLease(call, container, false);
  return xml(200, parent('SignedIdentifiers', (container.policies ?? []).map(policyView)), tags(container));
}

const invalid = (message: string) => new StorageError(400, 'InvalidXmlDocument', message);

/** @throws StorageError 400 */
function policyIn(document: string): StoredPolicy {
  const found = Object.fromEntries(elementsIn(document, ['Id', 'Start', 'Expiry', 'Permission']).map(({ name, inside }) => [name, inside]));
  const { Id: id = '', Start: start, Expiry: expiry, Permission: permission } = found;
  if (id === '' || id.length > 64) throw invalid('The id of a stored access policy must have 1 to 64 characters.');
  for (const moment of [start, expiry]) {
    if (moment !== undefined && moment !== '' && Number.isNaN(Date.parse(moment))) throw invalid(`${moment} is no moment.`);
  }
  return { id, ...(start && { start }), ...(expiry && { expiry }), ...(permission && { permission }) };
}

/** @throws StorageError 400 */
function policiesIn(document: string): StoredPolicy[] {
  const policies = [...document.matchAll(/<SignedIdentifier>(.*?)<\/SignedIdentifier>/gs)].map(([, inside = '']) => policyIn(inside));
  if (policies.length > MOST_POLICIES) throw invalid('A container has five stored access policies at most.');
  if (new Set(policies.map(({ id }) => id)).size < policies.length) throw invalid('Two stored access policies have the same id.');
  return policies;
}

/** Nobody reads a container here without proving who he is. @throws StorageError 409 or 501 */
function refusePublicAccess({ account, request }: BlobCall): void {
  if (header(request, 'x-ms-blob-public-access') === undefined) return;
  if (account.properties['allowBlobPublicAccess'] === true) {
    throw new StorageError(501, 'NotImplemented', 'Local Azure does not serve public access to containers.');
  }
  throw new StorageError(409, 'PublicAccessNotPermitted', 'Public access is not permitted on this storage account.');
}

/**
 * PUT comp=acl: replaces the stored access policies of a container, to which shared access signatures refer by `si`; one whose policy is
 * gone is good for nothing any more. Five at most, by learn.microsoft.com/rest/api/storageservices/set-container-acl.
 * @throws StorageError 400, 404, 409, 412 or, for public access where the account permits it, 501
 */
export function setContainerAcl(call: BlobCall): HttpAnswer {
  refusePublicAccess(call);
  const container = containerToChange(call);
  return { status: 200, headers: tags(changeContainer(call.world, container, { policies: policiesIn(call.request.body) })) };
}
