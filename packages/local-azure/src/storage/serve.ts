import { randomUUID } from 'node:crypto';
import type { Entra } from '../entra/entra';
import { header } from '../http/exchange';
import type { HttpAnswer, HttpRequest } from '../http/exchange';
import { isStorageFailure, STORAGE_FAILURE } from '../world/state/database';
import { findAccount } from '../world/storage/storage-accounts';
import { admit, requireOpen } from './admission';
import { placeIn, StorageError } from './call';
import type { BlobCall } from './call';
import { copySourceOf } from './copy-source';
import { routes } from './routes';
import type { BlobRoute } from './routes';
import { requireUnderstood } from './understood';
import { element, parent, xml } from './xml';

function routeOf({ request, container, blob, query }: BlobCall): BlobRoute {
  const of = blob !== '' ? 'blob' : container !== '' ? 'container' : 'account';
  const comp = (query.get('comp') ?? '').toLowerCase();
  const found = routes.find((one) => one.method === request.method && one.of === of && one.comp === comp);
  if (found) return found;
  throw new StorageError(501, 'NotImplemented', `Local Azure does not serve ${request.method} of ${of} ${comp} in blob storage.`);
}

async function run(entra: Entra, name: string, request: HttpRequest): Promise<HttpAnswer> {
  const { world } = entra;
  const account = findAccount(world, name);
  // Where the real name would not even resolve: a client here has no name service to fail at.
  if (!account) throw new StorageError(404, 'ResourceNotFound', `There is no storage account named ${name}.`);
  requireOpen(account);
  const call: BlobCall = { world, account, request, query: request.query, ...placeIn(request.path) };
  const route = routeOf(call);
  requireUnderstood(request, route);
  const principal = await admit(entra, call, route);
  const isReading = request.method === 'GET' || request.method === 'HEAD';
  const source = isReading ? undefined : await copySourceOf(entra, call);
  const answer = isReading
    ? route.handler(call)
    : world.writeTogether(() => route.handler({ ...call, ...(principal && { principal }), ...(source && { source }) }));
  await world.onDisk();
  return answer;
}

function refusal({ status, code, message, headers }: StorageError, requestId: string, now: Date): HttpAnswer {
  const words = `${message}\nRequestId:${requestId}\nTime:${now.toISOString()}`;
  return xml(status, parent('Error', [element('Code', code), element('Message', words)]), { ...headers, 'x-ms-error-code': code });
}

/** Answers a request to the blobs of a storage account. */
export async function serveBlobs(entra: Entra, account: string, request: HttpRequest): Promise<HttpAnswer> {
  const requestId = randomUUID();
  const now = new Date(entra.world.clock.now());
  const clientRequestId = header(request, 'x-ms-client-request-id');
  const envelope = {
    Date: now.toUTCString(),
    Server: 'Windows-Azure-Blob/1.0 Microsoft-HTTPAPI/2.0',
    'x-ms-request-id': requestId,
    'x-ms-version': header(request, 'x-ms-version') ?? request.query.get('sv') ?? '2022-11-02',
    ...(clientRequestId !== undefined && { 'x-ms-client-request-id': clientRequestId }),
  };
  try {
    const answer = await run(entra, account, request);
    return { ...answer, headers: { ...envelope, ...answer.headers } };
  } catch (thrown) {
    const error = isStorageFailure(thrown) ? new StorageError(507, 'InsufficientStorage', STORAGE_FAILURE) : thrown;
    if (!(error instanceof StorageError)) throw error;
    const answer = refusal(error, requestId, now);
    return { ...answer, headers: { ...envelope, ...answer.headers } };
  }
}
