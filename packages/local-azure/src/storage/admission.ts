import { readBearer } from '../entra/bearer';
import type { Entra } from '../entra/token-endpoint';
import { header } from '../http/exchange';
import { mayDo, mayDoData } from '../world/access';
import { findBlob } from '../world/blobs';
import type { Cloud } from '../world/cloud';
import { accountTrouble, allowsKeys, keysOf } from '../world/storage-accounts';
import type { ArmResource, World } from '../world/world';
import { StorageError } from './call';
import type { BlobCall } from './call';
import type { BlobRoute } from './routes';
import { accountSasText, sasFields, sasTrouble, serviceSasText } from './sas';
import { isSigned, stringToSign } from './shared-key';

export const FAILED =
  'Server failed to authenticate the request. Make sure the value of Authorization header is formed correctly including the signature.';

/** An account that is closed to the caller's network, or cannot answer, lets nobody in. @throws StorageError */
export function requireOpen(account: ArmResource): void {
  switch (accountTrouble(account)) {
    case 'firewall':
      throw new StorageError(403, 'AuthorizationFailure', 'This request is not authorized to perform this operation.');
    case 'offline':
      throw new StorageError(503, 'ServerBusy', 'The server is currently unable to receive requests. Please retry your request.');
    case 'no-blobs':
      throw new StorageError(400, 'FeatureNotSupportedForAccount', 'Blob is not supported for the account.');
    default:
  }
}

function requireKeys(account: ArmResource): void {
  if (allowsKeys(account)) return;
  throw new StorageError(403, 'KeyBasedAuthenticationNotPermitted', 'Key based authentication is not permitted on this storage account.');
}

/** Judges how the caller proves that he may do this: by Shared Key, by a shared access signature or by a token. @throws StorageError */
export async function admit(entra: Entra, call: BlobCall, route: BlobRoute): Promise<void> {
  const authorization = header(call.request, 'authorization') ?? '';
  if (/^sharedkey /i.test(authorization)) return checkSharedKey(call, authorization);
  if (/^bearer /i.test(authorization)) return checkToken(entra, call, route);
  if (call.query.has('sig')) return checkSas(call, overwrites(call, route) ? 'w' : route.permission);
  const challenge = `Bearer authorization_uri=https://${entra.authority.cloud.login}/${entra.authority.tenantId}/oauth2/authorize resource_id=https://storage.azure.com`;
  throw new StorageError(401, 'NoAuthenticationInformation', FAILED, { 'WWW-Authenticate': challenge });
}

function checkSharedKey({ world, account, request }: BlobCall, authorization: string): void {
  requireKeys(account);
  const [, name = '', signature = ''] = /^sharedkey ([^:]+):(.+)$/i.exec(authorization) ?? [];
  const text = stringToSign(account.name, request);
  if (name === account.name && isSigned(keysOf(world, account.name), text, signature)) return;
  throw new StorageError(403, 'AuthenticationFailed', FAILED);
}

/** Who may only create must not write over what is there. */
const overwrites = ({ world, account, container, blob }: BlobCall, { permission }: BlobRoute): boolean =>
  permission === 'cw' && blob !== '' && findBlob(world, account.name, container, blob) !== undefined;

const words = {
  expired: ['AuthenticationFailed', `${FAILED} Signature not valid in the specified time frame.`],
  'not-yet': ['AuthenticationFailed', `${FAILED} Signature not valid in the specified time frame.`],
  permission: ['AuthorizationPermissionMismatch', 'This request is not authorized to perform this operation using this permission.'],
} as const;

type Signed = Pick<BlobCall, 'world' | 'account' | 'container' | 'blob' | 'query'>;

/** Judges a shared access signature; `permission` holds the letters of which one suffices. @throws StorageError 403 */
export function checkSas(call: Signed, permission: string): void {
  const { world, account, query } = call;
  requireKeys(account);
  const fields = sasFields(query);
  const texts = fields['ss'] === undefined ? serviceTexts(call) : [accountSasText(account.name, fields)];
  const keys = keysOf(world, account.name);
  if (!texts.some((text) => isSigned(keys, text, fields['sig'] ?? ''))) throw new StorageError(403, 'AuthenticationFailed', FAILED);
  if (fields['ss'] !== undefined) requireReach(call, fields['ss'], fields['srt'] ?? '');
  // A signature is made and judged by the clocks of computers, whatever time it is in this world.
  const trouble = sasTrouble(fields, permission, Date.now());
  if (!trouble) return;
  const [code, message] = words[trouble];
  throw new StorageError(403, code, message);
}

/** A container's signature opens its blobs, too. */
function serviceTexts({ account, container, blob, query }: Signed): string[] {
  const fields = sasFields(query);
  const resource = `/blob/${account.name}/${container}`;
  return [serviceSasText(fields['sr'] === 'c' || blob === '' ? resource : `${resource}/${blob}`, fields)];
}

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

const audiencesOf = ({ storage }: Cloud, account: string) => ['https://storage.azure.com', `https://${account}.blob.${storage}`];

function checkToken(entra: Entra, call: BlobCall, { action }: BlobRoute): Promise<void> {
  return admitBearer(entra, call, action, header(call.request, 'authorization'));
}

/** Judges whether the bearer of a token may read the blob of a call. @throws StorageError 401 or 403 */
export function admitReader(entra: Entra, call: BlobCall, authorization: string): Promise<void> {
  return admitBearer(entra, call, 'blobs/read', authorization);
}

type Place = Pick<BlobCall, 'world' | 'account' | 'container'>;

async function admitBearer(
  { authority }: Entra,
  { world, account, container }: Place,
  action: string,
  authorization: string | undefined,
): Promise<void> {
  const bearer = await readBearer(authority, authorization, audiencesOf(authority.cloud, account.name));
  if (!bearer.principal) throw new StorageError(401, 'InvalidAuthenticationInfo', FAILED);
  const scope = container === '' ? account.id : `${account.id}/blobServices/default/containers/${container}`;
  if (mayUse(world, bearer.principal.objectId, action, scope)) return;
  throw new StorageError(
    403,
    'AuthorizationPermissionMismatch',
    'This request is not authorized to perform this operation using this permission.',
  );
}

/** Containers are managed by actions, blobs used by data actions. */
function mayUse(world: World, objectId: string, action: string, scope: string): boolean {
  const whole = `Microsoft.Storage/storageAccounts/blobServices/containers/${action}`;
  return action.startsWith('blobs/') ? mayDoData(world, objectId, whole, scope) : mayDo(world, objectId, whole, scope);
}
