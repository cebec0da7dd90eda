import { header } from '../http/exchange';
import type { HttpAnswer } from '../http/exchange';
import { delegationKeyOf } from '../world/storage/storage-accounts';
import { StorageError } from './call';
import type { BlobCall } from './call';
import { sign } from './shared-key';
import { element, elementsIn, parent, xml } from './xml';

const LONGEST = 7 * 86_400_000;

const invalid = (name: string) => new StorageError(400, 'InvalidXmlNodeValue', `The value of the XML node ${name} is invalid.`);

/** A moment of the request's document as signatures repeat it: to the second. @throws StorageError 400 */
function momentIn(document: string, name: string): string {
  const moment = Date.parse(elementsIn(document, [name])[0]?.inside ?? '');
  if (Number.isNaN(moment)) throw invalid(name);
  return new Date(moment).toISOString().replace(/\.\d+Z$/, 'Z');
}

/**
 * POST restype=service&comp=userdelegationkey: a key with which a person or program signs shared access signatures that are good for no
 * more than its roles, for seven days at most by the clock of the computer. It is reckoned each time from what a signature says of it, so that
 * none has to be kept. By learn.microsoft.com/rest/api/storageservices/get-user-delegation-key. @throws StorageError 400; 403 without a token
 */
export function getUserDelegationKey({ world, account, request, principal }: BlobCall): HttpAnswer {
  if (!principal) throw new StorageError(403, 'AuthenticationFailed', 'Only a token of Microsoft Entra ID is good for this operation.');
  const { objectId: oid, tenantId: tid } = principal;
  const start = momentIn(request.body, 'Start');
  const expiry = momentIn(request.body, 'Expiry');
  if (Date.parse(expiry) <= Date.parse(start) || Date.parse(expiry) > Date.now() + LONGEST) throw invalid('Expiry');
  const about = { oid, tid, start, expiry, service: 'b', version: header(request, 'x-ms-version') ?? '2022-11-02' };
  const value = sign(delegationKeyOf(world, account.name), Object.values(about).join('\n'));
  return xml(
    200,
    parent('UserDelegationKey', [
      element('SignedOid', about.oid),
      element('SignedTid', about.tid),
      element('SignedStart', about.start),
      element('SignedExpiry', about.expiry),
      element('SignedService', about.service),
      element('SignedVersion', about.version),
      element('Value', value),
    ]),
  );
}
