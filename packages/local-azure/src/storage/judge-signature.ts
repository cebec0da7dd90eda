import { tenant } from '../world/directory/directory';
import type { StoredPolicy } from '../world/storage/blob';
import { findContainer } from '../world/storage/blobs';
import { own } from '../world/own';
import { allowsKeys, delegationKeyOf, signingKeysOf } from '../world/storage/storage-accounts';
import type { ArmResource } from '../world/world';
import { mayUse, scopeOf } from './blob-rights';
import { FAILED, StorageError } from './call';
import type { BlobCall } from './call';
import { accountSasText, sasFields, sasTrouble, serviceSasText, userDelegationText, type SasFields } from './sas';
import { isSigned, sign } from './shared-key';

const failed = (reason = '') => new StorageError(403, 'AuthenticationFailed', `${FAILED}${reason}`);

const mismatch = () =>
  new StorageError(
    403,
    'AuthorizationPermissionMismatch',
    'This request is not authorized to perform this operation using this permission.',
  );

/** @throws StorageError 403 where the account takes nothing that its keys prove */
export function requireKeys(account: ArmResource): void {
  if (allowsKeys(account)) return;
  throw new StorageError(403, 'KeyBasedAuthenticationNotPermitted', 'Key based authentication is not permitted on this storage account.');
}

type Signed = Pick<BlobCall, 'world' | 'account' | 'container' | 'blob' | 'query'>;

/**
 * Judges a shared access signature; `permission` holds the letters of which one suffices, `action` is what the owner of a delegated key
 * must be allowed, too. @throws StorageError 400 or 403
 */
export function checkSas(call: Signed, permission: string, action = 'blobs/read'): void {
  const given = sasFields(call.query);
  const fields = given['skoid'] === undefined ? checkOfAccount(call, given) : checkDelegated(call, given, action);
  // A signature is made and judged by the clocks of computers, whatever time it is in this world.
  const trouble = sasTrouble(fields, permission, Date.now());
  if (trouble === 'permission' || isOfContainer(call, permission, given)) throw mismatch();
  if (trouble) throw failed(' Signature not valid in the specified time frame.');
}

/** Of a container itself a signature lists the blobs alone, unless it is one of the whole account. */
const isOfContainer = ({ container, blob }: Signed, permission: string, { ss }: SasFields): boolean =>
  ss === undefined && container !== '' && blob === '' && permission !== 'l';

/** A container's signature opens its blobs, too. */
function resourceOf({ account, container, blob }: Signed, { sr }: SasFields): string {
  const resource = `/blob/${account.name}/${container}`;
  return sr === 'c' || blob === '' ? resource : `${resource}/${blob}`;
}

/** What was signed with a key of the account. Answers its fields with those of the policy that it refers to. */
function checkOfAccount(call: Signed, fields: SasFields): SasFields {
  const { world, account } = call;
  requireKeys(account);
  const text = fields['ss'] === undefined ? serviceSasText(resourceOf(call, fields), fields) : accountSasText(account.name, fields);
  if (!isSigned(signingKeysOf(world, account.name), text, fields['sig'] ?? '')) throw failed();
  if (fields['ss'] !== undefined) requireReach(call, fields['ss'], fields['srt'] ?? '');
  return { ...policyFields(call, fields), ...fields };
}

const fieldsOf = ({ start, expiry, permission }: StoredPolicy): SasFields => ({
  ...(start !== undefined && { st: start }),
  ...(expiry !== undefined && { se: expiry }),
  ...(permission !== undefined && { sp: permission }),
});

/** What the stored access policy says that a signature refers to; it must not say so itself. @throws StorageError 400 or 403 */
function policyFields({ world, account, container }: Signed, fields: SasFields): SasFields {
  const { si } = fields;
  if (si === undefined) return {};
  const policy = findContainer(world, account.name, container)?.policies?.find(({ id }) => id === si);
  if (!policy) throw failed(' SAS identifier cannot be found for specified signed identifier.');
  const stored = fieldsOf(policy);
  const twice = Object.keys(stored).find((name) => own(fields, name) !== undefined);
  if (twice === undefined) return stored;
  throw new StorageError(400, 'InvalidQueryParameterValue', `${twice} is given by the signature and by its stored access policy.`);
}

/** What was signed with a key that somebody was given for it, who must be allowed what is done with it. @throws StorageError 403 */
function checkDelegated(call: Signed, fields: SasFields, action: string): SasFields {
  const { world, account } = call;
  const { skoid = '', sktid = '', skt = '', ske = '', sks = '', skv = '', sig = '' } = fields;
  const about = { oid: skoid, tid: sktid, start: skt, expiry: ske, service: sks, version: skv };
  const key = sign(delegationKeyOf(world, account.name), Object.values(about).join('\n'));
  if (sktid !== tenant(world)?.tenantId || !isSigned([key], userDelegationText(resourceOf(call, fields), fields), sig)) throw failed();
  const now = Date.now();
  if (Date.parse(skt) > now || !(Date.parse(ske) > now)) throw failed(' Signed key not valid in the specified time frame.');
  if (!mayUse(world, skoid, action, scopeOf(call))) throw mismatch();
  return fields;
}

/** @throws StorageError 403 */
function requireReach({ container, blob }: Signed, services: string, types: string): void {
  if (!services.includes('b')) {
    throw new StorageError(
      403,
      'AuthorizationServiceMismatch',
      'This request is not authorized to perform this operation using this service.',
    );
  }
  const type = blob !== '' ? 'o' : container !== '' ? 'c' : 's';
  if (types.includes(type)) return;
  throw new StorageError(
    403,
    'AuthorizationResourceTypeMismatch',
    'This request is not authorized to perform this operation using this resource type.',
  );
}
