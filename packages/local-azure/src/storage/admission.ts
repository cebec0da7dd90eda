import { readBearer } from '../entra/bearer';
import type { Entra } from '../entra/entra';
import { header, type HttpRequest } from '../http/exchange';
import { findBlob } from '../world/storage/blobs';
import type { Cloud } from '../world/cloud';
import { admitsCaller } from '../world/network/network-rules';
import type { Principal } from '../world/directory/principal';
import { accountTrouble, signingKeysOf } from '../world/storage/storage-accounts';
import type { ArmResource } from '../world/world';
import { mayUse, scopeOf } from './blob-rights';
import { FAILED, StorageError } from './call';
import type { BlobCall } from './call';
import { checkSas, requireKeys } from './judge-signature';
import type { BlobRoute } from './routes';
import { isSigned, stringToSign } from './shared-key';

/** An account that is closed to the caller's network, or cannot answer, lets nobody in. @throws StorageError */
export function requireOpen(account: ArmResource): void {
  switch (accountTrouble(account)) {
    case 'firewall':
      if (admitsCaller(account.properties)) return;
      throw new StorageError(403, 'AuthorizationFailure', 'This request is not authorized to perform this operation.');
    case 'offline':
      throw new StorageError(503, 'ServerBusy', 'The server is currently unable to receive requests. Please retry your request.');
    case 'no-blobs':
      throw new StorageError(400, 'FeatureNotSupportedForAccount', 'Blob is not supported for the account.');
    default:
  }
}

function unproved({ authority }: Entra): StorageError {
  const challenge = `Bearer authorization_uri=https://${authority.cloud.login}/${authority.tenantId}/oauth2/authorize resource_id=https://storage.azure.com`;
  return new StorageError(401, 'NoAuthenticationInformation', FAILED, { 'WWW-Authenticate': challenge });
}

/** Judges how the caller proves that he may do this: by Shared Key, by a shared access signature or by a token, which tells who it is. @throws StorageError */
export async function admit(entra: Entra, call: BlobCall, route: BlobRoute): Promise<Principal | undefined> {
  const authorization = header(call.request, 'authorization') ?? '';
  if (/^bearer /i.test(authorization)) return checkToken(entra, call, route);
  if (/^sharedkey /i.test(authorization)) checkSharedKey(call, authorization);
  else if (call.query.has('sig')) checkSas(call, overwrites(call, route) ? 'w' : route.permission, route.action);
  else throw unproved(entra);
  return undefined;
}

const LONGEST_ON_THE_WAY = 15 * 60_000;

/** What was signed long ago somebody may have overheard. Signatures are judged by the clock of the computer. */
function isOfNow(request: HttpRequest): boolean {
  const moment = Date.parse(header(request, 'x-ms-date') ?? header(request, 'date') ?? '');
  return Math.abs(Date.now() - moment) <= LONGEST_ON_THE_WAY;
}

function checkSharedKey({ world, account, request }: BlobCall, authorization: string): void {
  requireKeys(account);
  const [, name = '', signature = ''] = /^sharedkey ([^:]+):(.+)$/i.exec(authorization) ?? [];
  const text = stringToSign(account.name, request);
  if (name === account.name && isOfNow(request) && isSigned(signingKeysOf(world, account.name), text, signature)) return;
  throw new StorageError(403, 'AuthenticationFailed', FAILED);
}

/** Who may only create must not write over what is there. */
const overwrites = ({ world, account, container, blob }: BlobCall, { permission }: BlobRoute): boolean =>
  permission === 'cw' && blob !== '' && findBlob(world, account.name, container, blob) !== undefined;

const audiencesOf = ({ storage }: Cloud, account: string) => ['https://storage.azure.com', `https://${account}.blob.${storage}`];

function checkToken(entra: Entra, call: BlobCall, { action }: BlobRoute): Promise<Principal> {
  return admitBearer(entra, call, action, header(call.request, 'authorization'));
}

/** Judges whether the bearer of a token may read the blob of a call. @throws StorageError 401 or 403 */
export function admitReader(entra: Entra, call: BlobCall, authorization: string): Promise<Principal> {
  return admitBearer(entra, call, 'blobs/read', authorization);
}

type Place = Pick<BlobCall, 'world' | 'account' | 'container'>;

async function admitBearer(
  { authority }: Entra,
  { world, account, container }: Place,
  action: string,
  authorization: string | undefined,
): Promise<Principal> {
  const bearer = await readBearer(authority, authorization, audiencesOf(authority.cloud, account.name));
  if (!bearer.principal) throw new StorageError(401, 'InvalidAuthenticationInfo', FAILED);
  if (mayUse(world, bearer.principal.objectId, action, scopeOf({ account, container }))) return bearer.principal;
  throw new StorageError(
    403,
    'AuthorizationPermissionMismatch',
    'This request is not authorized to perform this operation using this permission.',
  );
}
