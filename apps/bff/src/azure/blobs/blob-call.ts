import { createHttpHeaders, createPipelineRequest, type HttpMethods } from '@azure/core-rest-pipeline';
import { readText } from '../connection/answer';
import type { AzureSession } from '../connection/azure';
import { PICTURES } from '../connection/answer-size';
import { callFor } from '../connection/call';
import { clients } from '../connection/clients';
import { accountOf, blobOrigin } from '../connection/origins';
import type { CallKind } from '../connection/retry';
import { UpstreamFailure } from '../connection/upstream-failure';

const VERSION = '2021-08-06';

interface BlobRequest {
  method: HttpMethods;
  account: string;
  /** Empty for the account itself. */
  container: string;
  /** Empty for the container itself. */
  blob?: string;
  query?: Record<string, string>;
  headers?: Record<string, string>;
}

/** One call of a storage account's blobs with the user's own token. The host is made of the account's name. Answers the text. */
export function callBlob(session: AzureSession, kind: CallKind, request: BlobRequest): Promise<string> {
  const { method, account, container, blob, query, headers } = request;
  const origin = blobOrigin(session.cloud, account);
  if (origin === undefined) return Promise.reject(new UpstreamFailure('refused', { status: 404 }));
  const path = [container, ...(blob === undefined ? [] : [blob])].map(encodeURIComponent).join('/');
  const url = `${origin}/${path}?${new URLSearchParams(query).toString()}`;
  const pipeline = clients.blobs(session, origin);
  return callFor(
    session,
    kind,
    async ({ abortSignal, onResponse }) => {
      const all = { 'x-ms-version': VERSION, 'x-ms-date': session.now().toUTCString(), ...headers };
      onResponse(
        await pipeline.sendRequest(
          session.httpClient,
          createPipelineRequest({ url, method, abortSignal, headers: createHttpHeaders(all) }),
        ),
      );
    },
    readText,
  );
}

/** The bytes behind a signed address of the cloud's blobs, which nobody's token is sent to; undefined where it leads elsewhere. */
export async function readSignedPicture(session: AzureSession, url: string): Promise<Buffer | undefined> {
  const origin = blobOrigin(session.cloud, accountOf(session.cloud, url) ?? '');
  if (origin === undefined) return undefined;
  const pipeline = clients.signedBlobs(session, origin);
  const headers = createHttpHeaders({ accept: PICTURES, 'x-ms-version': VERSION });
  const text = await callFor(
    session,
    'read',
    async ({ abortSignal, onResponse }) =>
      onResponse(await pipeline.sendRequest(session.httpClient, createPipelineRequest({ url, method: 'GET', abortSignal, headers }))),
    readText,
  );
  return Buffer.from(text, 'latin1');
}
