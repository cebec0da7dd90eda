import type { Entra } from '../entra/entra';
import { header } from '../http/exchange';
import { findBlob } from '../world/storage/blobs';
import type { Blob } from '../world/storage/blob';
import { cloudOf } from '../world/cloud';
import { findAccount } from '../world/storage/storage-accounts';
import { admitReader, requireOpen } from './admission';
import { accountNameOf, FAILED, placeIn, StorageError } from './call';
import type { BlobCall } from './call';
import { checkSource } from './conditions';
import { checkSas } from './judge-signature';
import { requireAddress } from './understood';

const malformed = () =>
  new StorageError(400, 'InvalidHeaderValue', 'The value for one of the HTTP headers is not in the correct format: x-ms-copy-source.');

/** The blob that an address names, and what of the address proves that it may be read. */
function sourceOf(call: BlobCall, address: string): BlobCall {
  if (!URL.canParse(address)) throw malformed();
  const { hostname, pathname, searchParams: query } = new URL(address);
  const account = accountNameOf(cloudOf(call.world), hostname);
  if (account === undefined) throw new StorageError(501, 'NotImplemented', 'Local Azure copies from blobs of its own world only.');
  requireAddress(query);
  const found = findAccount(call.world, account);
  if (!found) throw new StorageError(404, 'ResourceNotFound', `There is no storage account named ${account}.`);
  return { ...call, account: found, query, ...placeIn(pathname) };
}

/** Within an account the right to write that a key or a token proves suffices for Copy Blob, if the token may read, too. */
function isOwnCopy({ request, query, account }: BlobCall, source: BlobCall): boolean {
  const isCopyBlob = !query.has('comp') && header(request, 'x-ms-blob-type') === undefined;
  return isCopyBlob && header(request, 'x-ms-requires-sync') !== 'true' && source.account.id === account.id && !query.has('sig');
}

async function admitToSource(entra: Entra, call: BlobCall, source: BlobCall): Promise<void> {
  requireOpen(source.account);
  const authorization = header(call.request, 'x-ms-copy-source-authorization');
  const own = header(call.request, 'authorization') ?? '';
  if (source.query.has('sig')) checkSas(source, 'r');
  else if (authorization !== undefined) await admitReader(entra, source, authorization);
  else if (!isOwnCopy(call, source)) throw new StorageError(401, 'NoAuthenticationInformation', FAILED);
  else if (/^bearer /i.test(own)) await admitReader(entra, source, own);
}

/** The blob that a request copies from; undefined when it copies nothing. @throws StorageError `CannotVerifyCopySource` */
export async function copySourceOf(entra: Entra, call: BlobCall): Promise<Blob | undefined> {
  const address = header(call.request, 'x-ms-copy-source');
  if (address === undefined) return undefined;
  try {
    const source = sourceOf(call, address);
    await admitToSource(entra, call, source);
    const blob = findBlob(call.world, source.account.name, source.container, source.blob);
    if (!blob) throw new StorageError(404, 'BlobNotFound', 'The specified blob does not exist.');
    checkSource(call.request, blob);
    return blob;
  } catch (error) {
    if (!(error instanceof StorageError) || ![401, 403, 404].includes(error.status)) throw error;
    throw new StorageError(error.status, 'CannotVerifyCopySource', error.message);
  }
}
